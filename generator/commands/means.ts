import type { Changes } from "./changes.js";
import type { Compiler } from "./session.js";

/** What commands work with, where that is not what they work with by themselves. */
export interface Means {
  readonly compiler?: Compiler | undefined;
  /** Default: those of files. */
  readonly changes?: Changes | undefined;
  /** Ends what runs until somebody ends it. Default: Ctrl-C does. */
  readonly interrupt?: AbortSignal | undefined;
}
