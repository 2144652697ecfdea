import type { Assumption } from "../diagnostics.js";
import { overlayFix } from "../documents/index.js";
import { partsOf, type Schema } from "../schema/index.js";

/** That an object can do without a field that its schema requires; `undefined` where it is not the schema that does. */
export function assumedOptionalField(schema: Schema, name: string): Assumption | undefined {
  const parts = (schema.all ?? partsOf(schema)).filter(({ required }) => required.has(name));
  const [first] = parts;
  if (first === undefined) return undefined;
  const description = `A request is sent without ${name}.`;
  const placeOf = ({ raw: { required } }: Schema): number => (Array.isArray(required) ? required.indexOf(name) : -1);
  return {
    that: "the operation can do without it",
    actions: () =>
      overlayFix(
        first.document,
        parts.map((part) => ({ at: [...part.at, "required", placeOf(part)], description })),
      ),
  };
}
