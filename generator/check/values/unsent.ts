import type { Value } from "../../ir/model.js";
import type { Schema } from "../../schema/index.js";
import { isMarked, propertiesOf } from "../../types/object-schema.js";
import { allows, expanded, present, type Type } from "../../types/type.js";

/** A value without what is `readOnly` in the schema of what is sent: an answer that is sent back as a whole holds it. */
export function withoutUnsent(value: Value, type: Type, schema: Schema): Value {
  return unsentIn(type, schema, []).reduce<Value>(
    (whole, path) => ({ kind: "replaced", value: whole, path, by: { kind: "undefined" } }),
    value,
  );
}

type Way = readonly string[];

/** The ways to it, as far as they lead through objects that are there. */
function unsentIn(type: Type, schema: Schema, outer: readonly Schema[]): readonly Way[] {
  const object = expanded(type);
  if (object.kind !== "object" || outer.includes(schema)) return [];
  const properties = propertiesOf(schema);
  return object.fields.flatMap((field): readonly Way[] => {
    const property = properties.get(field.name);
    if (property === undefined) return [];
    if (isMarked(property, "readOnly")) return [[field.name]];
    const isThere = !field.optional && !allows(field.type, "null") && !allows(field.type, "undefined");
    const inside = isThere ? unsentIn(present(field.type), property, [...outer, schema]) : [];
    return inside.map((way) => [field.name, ...way]);
  });
}
