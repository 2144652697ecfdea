import type { Code } from "./codes.js";
import { isInside, type Finding, type Place } from "./finding.js";

/** That findings of a code are let pass in some places, with a reason that the document gives. */
export interface Allowance {
  readonly code: Code;
  /** Where it is said. */
  readonly place: Place;
  readonly within: readonly Place[];
}

/** Whether the allowance is about the finding. */
export function allows({ code, within }: Allowance, finding: Finding): boolean {
  return finding.code === code && within.some((place) => isInside(finding.place, place));
}
