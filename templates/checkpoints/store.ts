import type { StoredError } from "../engines/errors.js";
import type { Checkpoint } from "../runtime/index.js";

/** What a store keeps of one run, as plain JSON. It holds answers, and the tokens in them: treat it with that care. */
export interface StoredRun {
  readonly id: string;
  /** How often it was written. */
  readonly revision: number;
  /** By what name the app knows its workflow. */
  readonly workflow: string;
  readonly input: unknown;
  readonly checkpoint: Checkpoint | null;
  /** Until when the process that carries it out may be thought alive: milliseconds since 1970. */
  readonly leasedUntil: number;
  /** How it ended; absent while it has not. */
  readonly end?: StoredEnd | undefined;
}

/** What a run returned, or the error that it ended in. */
export interface StoredEnd {
  readonly outputs?: unknown;
  /** Its checkpoint is that of the run. */
  readonly error?: Omit<StoredError, "checkpoint"> | undefined;
}

/** Where runs are kept. Those of files and of PostgreSQL are here; any other needs a compare-and-set. */
export interface RunStore {
  read(id: string): Promise<StoredRun | undefined>;
  /**
   * Writes a run if what is stored of it has the revision before that of `run`, or nothing is if that is 1: one of all
   * that try at a time. Resolves with whether it did, once it is kept.
   */
  write(run: StoredRun): Promise<boolean>;
  /** The ids of runs that have not ended, and are leased until `time` at the latest. */
  unfinished(time: number): Promise<readonly string[]>;
}
