import type { Assumption } from "../diagnostics.js";
import { overlayFix, valueAt } from "../documents/index.js";
import { ownersOf, type Schema } from "../schema/index.js";

/** That objects of a schema have a property that it does not list, of any type; `undefined` where they cannot have it. */
export function assumedProperty(schema: Schema, name: string, description: string): Assumption | undefined {
  const owners = ownersOf(schema, name);
  const [first] = owners;
  if (first === undefined) return undefined;
  const update = { properties: { [name]: { description } } };
  return {
    that: `the API's document does not list \`${name}\`, and it is there all the same, of any type`,
    actions: () =>
      overlayFix(
        first.document,
        owners.map(({ at }) => ({ at, description, update })),
      ),
  };
}

/** That answers hold a property though it is `writeOnly`. */
export function assumedAnswered({ document, at, raw }: Schema): Assumption | undefined {
  if (raw !== valueAt(document.root, at)) return undefined;
  const description = "Answers hold it as well.";
  return {
    that: "answers hold it all the same",
    actions: () => overlayFix(document, [{ at: [...at, "writeOnly"], description }]),
  };
}
