import type { Assumption } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
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
