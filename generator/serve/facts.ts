import { isSameWords } from "../diagnostics.js";
import { isMapping, type Mapping } from "../documents/index.js";

/**
 * What is known of a thing, with what has become known since: of fields that differ in case and separators only, the new
 * one stays.
 */
export function merged(facts: Mapping, ...others: readonly unknown[]): Mapping {
  return others.filter(isMapping).reduce((known, more) => {
    const names = Object.keys(more);
    const kept = Object.entries(known).filter(([name]) => !names.some((other) => isSameWords(name, other)));
    return Object.fromEntries([...kept, ...Object.entries(more)]);
  }, facts);
}
