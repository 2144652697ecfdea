import type { Code } from "./codes.js";
import type { Finding, Place } from "./finding.js";

/** That findings of a code are let pass in some places, with a reason that the document gives. */
export interface Allowance {
  readonly code: Code;
  /** Where it is said. */
  readonly place: Place;
  readonly within: readonly Place[];
}

/** Whether the allowance is about the finding. */
export function allows({ code, within }: Allowance, finding: Finding): boolean {
  const { place } = finding;
  if (finding.code !== code || place === undefined) return false;
  return within.some(({ source, start, end }) => place.source === source && place.start >= start && place.end <= end);
}
