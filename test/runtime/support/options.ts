import {
  type Credentials,
  inProcess,
  type Runner,
  type WorkflowOptions,
} from "../../../templates/runtime/twilio/index.js";

export const credentials: Credentials = { accountSid: "AC1", authToken: "the-auth-token" };

/** Waits are noted, not waited. */
export function quick(): { runner: Runner; sleeps: [id: string, ms: number][] } {
  const sleeps: [string, number][] = [];
  return {
    sleeps,
    runner: {
      ...inProcess,
      sleep: async (id, ms) => {
        sleeps.push([id, ms]);
      },
    },
  };
}

/** Options for a server of this machine that stands for an API which asks for no credentials. */
export function to(url: string, more: object = {}): object {
  return { baseUrl: url, runner: quick().runner, ...more };
}

/** Options for a server of this machine that stands for Twilio. */
export function at(url: string, more: WorkflowOptions = {}): WorkflowOptions {
  return { credentials, baseUrl: url, runner: quick().runner, ...more };
}

/** The error that a promise ends in. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => {
      throw new Error(`should have failed, but brought ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
