import type { Assumption } from "../diagnostics.js";
import { overlayFix, valueAt } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { because } from "./words.js";

/** That a place takes anything, in place of what its schema says; `undefined` where no one object says it. */
export function assumedAnything(schema: Schema | undefined, what: string, description: string): Assumption | undefined {
  if (schema === undefined) return undefined;
  const { document, at, raw } = schema;
  const key = at.at(-1);
  if (typeof key !== "string" || valueAt(document.root, at) !== raw) return undefined;
  const update = { [key]: { description } };
  return {
    that: `${what} takes it as it is given`,
    actions: () =>
      overlayFix(document, [
        { at, description },
        { at: at.slice(0, -1), description, update },
      ]),
  };
}

/** That an answer is of any type, though its schema says that it is a text, a number or a list of something else. */
export function assumedAnyAnswer(schema: Schema, stepId: string): Assumption | undefined {
  // A schema with a name is that of other answers too.
  const anything = schema.at.at(-1) === "schema" ? assumedAnything(schema, "", because(stepId, "reads")) : undefined;
  return anything && { ...anything, that: "the API's document is wrong there, and the answer is of any type" };
}
