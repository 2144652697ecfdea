import type { Checkpoint } from "./checkpoint.js";
import { describe } from "../errors/text.js";
import type { WorkflowError } from "../errors/workflow-error.js";

/** How long an error waits for its checkpoint, in milliseconds: a store that hangs must not keep a run from its end. */
const LONGEST_WAIT = 10_000;

/** Hands the checkpoints of one run to `options.onCheckpoint`, each as soon as the one before it is kept. */
export class Keeper {
  readonly #store: (checkpoint: Checkpoint) => unknown;
  /** What the store has; `undefined` while that is not known. */
  #kept: Checkpoint | undefined;
  /** Settles once everything that was handed out is kept, or could not be. */
  #idle: Promise<unknown> = Promise.resolve();
  #hangs = false;

  /** @param begun What the store has to begin with */
  constructor(store: (checkpoint: Checkpoint) => unknown, begun: Checkpoint) {
    this.#store = store;
    this.#kept = begun;
  }

  /**
   * Resolves once a checkpoint is kept, and rejects if it cannot be.
   * @param always Whether it is handed out even if the store has the same one
   */
  keep(checkpoint: Checkpoint, always = false): Promise<void> {
    const kept = this.#idle.then(() => (always || !this.#has(checkpoint) ? this.#hand(checkpoint) : undefined));
    this.#idle = kept.catch(() => undefined);
    return kept;
  }

  /** Keeps the checkpoint of an error that is to be thrown, or else notes at the error that it is not kept. */
  async keepLast(thrown: WorkflowError): Promise<void> {
    let timer!: ReturnType<typeof setTimeout>;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        // What is not written by now must not be written later, over the checkpoints of a run that resumes.
        this.#hangs = true;
        reject(new Error(`not within ${LONGEST_WAIT} ms`));
      }, LONGEST_WAIT);
    });
    try {
      await Promise.race([this.keep(thrown.checkpoint), late]);
    } catch (cause) {
      const notKept = describe(cause);
      Object.assign(thrown, { notKept, message: `${thrown.message}; its checkpoint was not kept: ${notKept}` });
    }
    clearTimeout(timer);
  }

  async #hand(checkpoint: Checkpoint): Promise<void> {
    if (this.#hangs) throw new Error(`an earlier one was not kept within ${LONGEST_WAIT} ms`);
    this.#kept = undefined;
    await this.#store(checkpoint);
    this.#kept = checkpoint;
  }

  #has(checkpoint: Checkpoint): boolean {
    return this.#kept !== undefined && progressOf(this.#kept) === progressOf(checkpoint);
  }
}

function progressOf({ versions, answers, unknown, given, done, keys }: Checkpoint): string {
  return JSON.stringify([versions, answers, unknown, given, done, keys]);
}
