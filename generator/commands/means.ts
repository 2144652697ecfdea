import type { Compiler, SessionOptions } from "./session.js";

/** What commands work with, where that is not what they work with by themselves. */
export interface Means extends SessionOptions {
  readonly compiler?: Compiler | undefined;
  /** Ends what runs until somebody ends it. Default: Ctrl-C does. */
  readonly interrupt?: AbortSignal | undefined;
}
