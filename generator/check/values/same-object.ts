import { assumedFields, because } from "../../assume/index.js";
import type { Assumption } from "../../diagnostics.js";
import type { Schema } from "../../schema/index.js";
import { assignable, isPlain } from "../../types/assignability.js";
import { expanded, membersOf, optionalType, present, type ObjectField, type Type } from "../../types/type.js";

/**
 * That an object of an answer goes to a place as it came, though some of its fields may be `null` or missing there, or are
 * a text for a number: what an API answers and what it takes is often described by two schemas. `undefined` where the two
 * have no field in common, one that is required is unknown in the answer, or a field is an object in one of them alone.
 */
export function assumedSameObject(
  is: Type,
  { type, schema }: { readonly type: Type; readonly schema: Schema | undefined },
  stepId: string,
): Assumption | undefined {
  const unlike = schema && unlikeFields(is, type, schema);
  if (unlike === undefined || unlike.names.length === 0) return undefined;
  return assumedFields(unlike.schema, unlike.names, because(stepId, "sends"));
}

interface UnlikeFields {
  readonly schema: Schema;
  readonly names: readonly string[];
}

/** The fields that an object, or each of a list, is not taken with as they are in objects of another type. */
function unlikeFields(is: Type, takes: Type, schema: Schema): UnlikeFields | undefined {
  const [given, target] = [only(is), only(takes)];
  if (given?.kind === "array" && target?.kind === "array") {
    return schema.items && unlikeFields(given.items, target.items, schema.items);
  }
  if (given?.kind !== "object" || target?.kind !== "object") return undefined;
  const fields = new Map(given.fields.map((field) => [field.name, field]));
  const isLacking = target.fields.some(({ name, optional }) => !optional && !fields.has(name));
  const common = target.fields.flatMap((field) => {
    const own = fields.get(field.name);
    return own === undefined ? [] : [{ own, field }];
  });
  const unlike = common.filter(({ own, field }) => !isTaken(own, field));
  if (isLacking || !unlike.every(({ own, field }) => isAlike(own.type, field.type))) return undefined;
  return { schema, names: unlike.map(({ field }) => field.name) };
}

function only(type: Type): Type | undefined {
  const [first, ...others] = membersOf(expanded(present(type)));
  return others.length === 0 ? first : undefined;
}

function isTaken(own: ObjectField, field: ObjectField): boolean {
  if (own.optional && !field.optional) return false;
  return assignable(own.type, field.optional ? optionalType(field.type) : field.type);
}

/** Whether both are texts, numbers and the like, both are lists, or both are objects. */
function isAlike(one: Type, other: Type): boolean {
  const kind = kindOf(present(one));
  return kind !== undefined && kind === kindOf(present(other));
}

function kindOf(type: Type): "plain" | "array" | "object" | undefined {
  if (isPlain(type)) return "plain";
  const kind = only(type)?.kind;
  return kind === "array" || kind === "object" ? kind : undefined;
}
