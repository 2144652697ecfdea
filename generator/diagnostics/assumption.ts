import type { Place } from "./finding.js";
import type { Fix } from "./fix.js";

/** What makes a sloppy document true, so that it can be compiled all the same. */
export interface Assumption {
  /** What is assumed, in a sentence that begins with a small letter and has no full stop. */
  readonly that: string;
  /**
   * The overlay actions that say so in the document; asked for only where something may be assumed. `undefined` where no
   * action can say it: then nothing is assumed.
   */
  readonly actions: () => Fix | undefined;
}

/** What is assumed, and where the document was found to need it. */
export interface Assumed {
  readonly actions: Fix;
  readonly place: Place | undefined;
}
