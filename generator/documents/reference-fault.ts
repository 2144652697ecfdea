import type { Assumption, Findings, Place } from "../diagnostics.js";

/** Reports what is wrong with a reference that stands at a place, and assumes what may be where there is nothing. */
export type ReferenceFault = (place: Place, findings: Findings, assumption?: Assumption) => void;

/** By the identity of the Reference Object: whoever follows it reports the fault, and nobody else needs to know. */
const faults = new WeakMap<object, ReferenceFault>();

/** Remembers why a reference cannot be followed. */
export function rememberFault(reference: object, fault: ReferenceFault): void {
  faults.set(reference, fault);
}

/** Why the reference in a value cannot be followed, if that is known already. */
export function referenceFault(value: unknown): ReferenceFault | undefined {
  return typeof value === "object" && value !== null ? faults.get(value) : undefined;
}
