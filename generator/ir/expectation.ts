import type { Condition } from "./condition.js";
import type { ReadId } from "./value.js";

/** Throws unless the criterion holds. */
export interface ExpectStatement {
  readonly kind: "expect";
  readonly stepId: string;
  readonly local: string;
  readonly condition: Condition;
  /** The criterion in words, for the reader of an error. */
  readonly criterion: string;
}

/** Throws as a criterion does that does not hold. */
export interface FailStatement {
  readonly kind: "fail";
  readonly stepId: string;
  readonly local: string;
  readonly criterion: string;
  /** Nothing but the status decides, which an error names anyway. */
  readonly isOfStatus: boolean;
}

/** Throws unless a value of an answer is there. */
export interface EnsureStatement {
  readonly kind: "ensure";
  readonly read: ReadId;
  /** Nothing has read it before, so that it gets its variable here. */
  readonly binds: boolean;
}
