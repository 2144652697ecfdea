import { ofEveryObject } from "../../types/assignability.js";
import type { Field } from "../../ir/value.js";

/**
 * What has to be written though it is left away: fields that the compiler would else take for those which every object
 * has, and whose types are others. Nothing of them is sent.
 * @param known The names that there may be.
 */
export function leftAway(known: Iterable<string>, given: readonly string[]): readonly Field[] {
  const names = [...known].filter((name) => ofEveryObject.has(name) && !given.includes(name));
  return names.map((name): Field => ({ name, value: { kind: "undefined" } }));
}
