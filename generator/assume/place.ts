import { quoted, type Assumption } from "../diagnostics.js";
import { isWithin, overlayFix, valueAt, type Correction } from "../documents/index.js";
import { jsonContents, type Operation } from "../openapi/index.js";
import { partsOf, type Schema } from "../schema/index.js";
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

/**
 * That fields of an object may be anything, and be missing, in place of what its schema says; `undefined` where it is not
 * the schema itself that says it.
 */
export function assumedFields(schema: Schema, names: readonly string[], description: string): Assumption | undefined {
  const parts = partsOf(schema);
  const { document } = schema;
  const corrections = parts.flatMap((part) => {
    const own = names.filter((name) => part.properties.has(name));
    const required = own.filter((name) => part.required.has(name)).map((name) => placeOf(name, part));
    return [
      ...own.map((name): Correction => ({ at: [...part.at, "properties", name], description })),
      ...own.map((name): Correction => {
        return { at: [...part.at, "properties"], description, update: { [name]: { description } } };
      }),
      // From the last one on, so that none of them has moved.
      ...required
        .toSorted((a, b) => b - a)
        .map((index): Correction => {
          return { at: [...part.at, "required", index], description };
        }),
    ];
  });
  const isWritten = parts.every((part) => part.document === document && valueAt(document.root, part.at) === part.raw);
  const listed = names.map(quoted).join(", ");
  if (!isWritten) return undefined;
  return {
    that: `it is sent as it came, ${listed} whatever ${names.length === 1 ? "it is" : "they are"}`,
    actions: () => overlayFix(document, corrections),
  };
}

function placeOf(name: string, { raw: { required } }: Schema): number {
  return Array.isArray(required) ? required.indexOf(name) : -1;
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
