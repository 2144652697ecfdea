import type { Assumption } from "../diagnostics.js";
import { isWithin, overlayFix, valueAt, type Correction } from "../documents/index.js";
import { jsonContents, type Operation } from "../openapi/index.js";
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

/** That the answers with which an operation succeeds are of any type, though they are documented to be something else. */
export function assumedAnyAnswer({ api, at: here, responses }: Operation, stepId: string): Assumption {
  const description = because(stepId, "reads");
  const contents = responses
    .filter(({ status }) => status.startsWith("2") || status === "default")
    .flatMap((response) => jsonContents(response.contents))
    // What has a name is the answer of other operations too.
    .filter(({ schema, at }) => schema !== undefined && isWithin(at, here));
  const corrections = contents.flatMap(({ at }): readonly Correction[] => [
    { at: [...at, "schema"], description },
    { at, description, update: { schema: { description } } },
  ]);
  return {
    that: "the API's document is wrong there, and the answer is of any type",
    actions: () => (corrections.length > 0 ? overlayFix(api.document, corrections) : undefined),
  };
}
