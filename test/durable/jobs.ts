import {
  createConversationAddParticipantSendMessage,
  createFlowAndExecute,
  provisionMessagingServiceAddNumber,
  type Runner,
  sendMessageTrackStatus,
  type WorkflowOptions,
} from "../../generated/index.js";
import { remindOrAlarm } from "./alarm.js";

export type Kind = "message" | "told" | "busy" | "conversation" | "service" | "flow" | "alarm";

/** One run of a workflow, and what its requests can be known by. */
export interface Job {
  readonly id: string;
  readonly kind: Kind;
  readonly phone: string;
  readonly number: string;
  /** The version of the code that begins it, where there are several: its requests say which one sent them. */
  readonly version?: number | undefined;
  /** How long one waits that is told. */
  readonly poll?: { readonly maxInterval: number; readonly deadline: number } | undefined;
}

/** What a worker is to do: one process, which may be killed in the run of one job. */
export interface Order {
  /** Where the engine is: a database, or the port that the worker serves on. */
  readonly engine: string;
  readonly baseUrl: string;
  /** A Twilio whose messages never arrive. */
  readonly silentUrl: string;
  /** A Twilio that has too much to do now and then. */
  readonly busyUrl: string;
  /** Where a Twilio sends callbacks. */
  readonly callbacksUrl: string;
  readonly credentials: { readonly accountSid: string; readonly authToken: string };
  /** Which version of the code this is. @default 1 */
  readonly version?: number | undefined;
  /** Which version it is deployed as. @default that of its code */
  readonly deployedAs?: number | undefined;
  /** The name of the worker, where there are several. @default "worker" */
  readonly name?: string | undefined;
  /** The jobs to start. */
  readonly jobs: readonly Job[];
  /** The job in whose run the process ends, and at which of its moments, from 1 on. */
  readonly kill?: { readonly id: string; readonly moment: number } | undefined;
  /** Whether those to wait for have ended in an unknown outcome, and are to be forked. @default false */
  readonly fork?: boolean | undefined;
  /** The jobs to wait for. */
  readonly until: readonly string[];
}

/** How a job ended. */
export interface End {
  readonly id: string;
  readonly outputs?: unknown;
  /** The code of its error, or else its message. */
  readonly error?: string;
}

/** Each moment is one to be killed at: before, amid and after each request and each wait. */
export function killing(runner: Runner, { id }: Job, { kill }: Order): Runner {
  let count = 0;
  const moment = (name: string): void => {
    count += 1;
    if (kill?.id !== id || count !== kill.moment) return;
    process.stderr.write(`killed at ${name}\n`);
    process.kill(process.pid, "SIGKILL");
  };
  return {
    ...runner,
    async request(call, send) {
      moment(`before ${call.id}`);
      const answer = await runner.request(call, async (sent, signal) => {
        moment(`sending ${call.id}`);
        const came = await send(sent, signal);
        moment(`answered ${call.id}`);
        return came;
      });
      moment(`after ${call.id}`);
      return answer;
    },
    async sleep(name, ms, signal) {
      moment(`before ${name}`);
      const slept = runner.sleep(name, ms, signal);
      moment(`amid ${name}`);
      await slept;
      moment(`after ${name}`);
    },
    ...(runner.wait && { wait: killingWait(runner.wait, moment) }),
  };
}

type Wait = NonNullable<Runner["wait"]>;

function killingWait(wait: Wait, moment: (name: string) => void): Wait {
  return async (name, ms, wakeUp, signal) => {
    moment(`before ${name}`);
    const waited = wait(name, ms, wakeUp, signal);
    moment(`amid ${name}`);
    const isWoken = await waited;
    moment(`after ${name}`);
    return isWoken;
  };
}

/**
 * Runs the workflow of a job.
 * @param kept What a store of checkpoints adds
 */
export function work(job: Job, order: Order, engine: Runner, kept: WorkflowOptions = {}): Promise<object> {
  const { id, kind, phone, number } = job;
  const { baseUrl, silentUrl, busyUrl, callbacksUrl, credentials } = order;
  const twilio = { alarm: silentUrl, busy: busyUrl, other: baseUrl };
  const options: WorkflowOptions = {
    ...kept,
    credentials,
    baseUrl: (host) => twilio[kind === "alarm" || kind === "busy" ? kind : "other"] + host,
    region: "",
    edge: "",
    poll:
      kind === "alarm"
        ? { interval: 600, deadline: 600 }
        : job.version === undefined
          ? { interval: 10 }
          : { interval: 2_000, deadline: 900_000 },
    runner: killing(engine, job, order),
  };
  const from = "+15017122661";
  const text = job.version === undefined ? id : `${id} v${order.version}`;
  switch (kind) {
    case "told":
      return sendMessageTrackStatus(
        { to: phone, from, body: text },
        { ...options, callbacks: { url: callbacksUrl }, poll: job.poll ?? { interval: 10, maxInterval: 5_000 } },
      );
    case "message":
    case "busy":
      return sendMessageTrackStatus({ to: phone, from, body: text }, options);
    case "conversation":
      return createConversationAddParticipantSendMessage(
        { friendlyName: text, participantAddress: phone, proxyAddress: from, body: text },
        options,
      );
    case "service":
      return provisionMessagingServiceAddNumber({ friendlyName: id, phoneNumberSid: number }, options);
    case "flow":
      return createFlowAndExecute({ friendlyName: id, status: "published", definition, to: phone, from }, options);
    case "alarm":
      return remindOrAlarm({ to: phone, from, body: id }, options);
  }
}

const definition = JSON.stringify({
  description: "Welcome",
  initial_state: "Trigger",
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingRequest" }],
      properties: { offset: { x: 0, y: 0 } },
    },
  ],
  flags: { allow_concurrent_calls: true },
});
