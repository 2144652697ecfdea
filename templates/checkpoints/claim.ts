import type { Checkpoint } from "../runtime/index.js";
import type { RunStore, StoredRun } from "./store.js";

/** The run has been taken up by another process, since this one was not heard of for as long as its lease. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
  readonly code = "lease-lost";

  constructor(id: string) {
    super(`another process goes on with the run ${id}`);
  }
}

/** A run that this process carries out for as long as nobody else takes it up, which its lease keeps others from. */
export class Claim {
  readonly #store: RunStore;
  readonly #lease: number;
  readonly #lost = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #run: StoredRun;
  /** Settles once all that was to be written is. */
  #idle: Promise<unknown> = Promise.resolve();

  constructor(store: RunStore, run: StoredRun, lease: number) {
    this.#store = store;
    this.#run = run;
    this.#lease = lease;
    // A store that cannot be reached for now may be by the next time, and until then nobody else can take up the run.
    this.#timer = setInterval(() => void this.#write({}).catch(() => undefined), lease / 3);
  }

  /** Takes up a run that is not leased by now; `undefined` if another process was faster. */
  static async of(store: RunStore, run: StoredRun, lease: number): Promise<Claim | undefined> {
    const { end: _end, ...others } = run;
    const taken = { ...others, revision: run.revision + 1, leasedUntil: Date.now() + lease };
    return (await store.write(taken)) ? new Claim(store, taken, lease) : undefined;
  }

  get run(): StoredRun {
    return this.#run;
  }

  /** Aborts once another process has taken up the run. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Keeps a checkpoint. Throws a `LeaseLostError` if another process has taken up the run. */
  keep(checkpoint: Checkpoint): Promise<void> {
    return this.#write({ checkpoint });
  }

  /** Writes how the run ended, or without that, lets others take it up at once. */
  async release(change: Partial<Pick<StoredRun, "end" | "checkpoint">> = {}): Promise<void> {
    clearInterval(this.#timer);
    await this.#write({ ...change, leasedUntil: 0 });
  }

  #write(change: Partial<StoredRun>): Promise<void> {
    const written = this.#idle.then(() => this.#writeNow(change));
    this.#idle = written.catch(() => undefined);
    return written;
  }

  async #writeNow(change: Partial<StoredRun>): Promise<void> {
    this.#lost.signal.throwIfAborted();
    const revision = this.#run.revision + 1;
    const next = { ...this.#run, leasedUntil: Date.now() + this.#lease, ...change, revision };
    const isWritten = await this.#store.write(next);
    if (!isWritten) this.#lost.abort(new LeaseLostError(next.id));
    this.#lost.signal.throwIfAborted();
    this.#run = next;
  }
}
