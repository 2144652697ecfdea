import { describe } from "../text.js";
import { type ErrorPlace, WorkflowError } from "./workflow-error.js";

/**
 * `options.signal` was aborted, or `options.deadline` passed. `cause` is the signal's reason. A request that writes
 * and was under way at that moment is in `checkpoint.unknown`.
 */
export class AbortedError extends WorkflowError {
  override readonly name = "AbortedError";
  readonly code = "aborted";

  constructor(place: ErrorPlace, options: { cause: unknown }) {
    super(place, `aborted: ${describe(options.cause)}`, options);
  }
}
