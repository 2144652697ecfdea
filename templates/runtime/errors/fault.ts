import { InvalidInputError } from "./errors.js";
import { describe } from "./text.js";
import type { ErrorPlace } from "./workflow-error.js";

/** The error for what fails only where input is bad. That the platform lacks something is no fault of the input. */
export function faultOf(place: ErrorPlace, cause: unknown): unknown {
  return cause instanceof ReferenceError ? cause : new InvalidInputError(place, describe(cause), { cause });
}
