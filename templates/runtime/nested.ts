import { AbortedError } from "./errors/index.js";
import { checkNumbers } from "./numbers.js";
import type { PassKeys } from "./passes.js";
import type { PollOptions } from "./poll-options.js";
import type { Session } from "./session.js";
import { failsStep, type Settled } from "./settled.js";

/** The options of a workflow that a step of another one calls. Made by `run.nested`. */
export class NestedOptions {
  readonly poll: PollOptions;
  readonly #open: (workflowId: string) => Session;

  constructor(poll: PollOptions, open: (workflowId: string) => Session) {
    this.poll = poll;
    this.#open = open;
  }

  /** The session of the called workflow, inside of that of its caller. */
  open(workflowId: string): Session {
    return this.#open(workflowId);
  }
}

/** What is particular about one call of a workflow. */
export interface NestedSettings {
  /** The name of the action that calls it, where it is not the step itself. */
  action?: string | undefined;
  /** How long it may take, in milliseconds. @default no limit */
  timeout?: number | undefined;
}

/** The workflows that the steps of one run call. */
export class NestedCalls {
  readonly #session: Session;
  readonly #keys: PassKeys;
  readonly #poll: PollOptions;
  /** The key of the latest call by each step. */
  readonly #latest = new Map<string, string>();

  constructor(session: Session, keys: PassKeys, poll: PollOptions) {
    this.#session = session;
    this.#keys = keys;
    this.#poll = poll;
  }

  open(stepId: string, { action, timeout }: NestedSettings): NestedOptions {
    const session = this.#session;
    session.count(stepId);
    session.checked(stepId, () => checkNumbers({ timeout }));
    const key = this.#keys.next(stepId, action);
    this.#latest.set(stepId, key);
    return new NestedOptions(this.#poll, (workflowId) => session.inside(workflowId, key, timeout));
  }

  async settle<Outputs>(stepId: string, called: Promise<Outputs>): Promise<Settled<Outputs>> {
    const key = this.#latest.get(stepId) ?? "";
    try {
      return { outputs: await called };
    } catch (error) {
      const { journal, aborted } = this.#session;
      const late = error instanceof AbortedError && !aborted && !journal.doubts(key);
      if (!late && !failsStep(error)) throw error;
      journal.restore(key);
      return { error };
    }
  }
}
