import { narrowedTo } from "./assignability.js";
import { expanded, membersOf, present, union, type Type } from "./type.js";

/**
 * The type with what stands inside of it at some fields held to another type, as far as it is made of objects.
 * @param required What stands there has to be given, and with it all that it stands in
 * @returns `undefined` where it is not, or where no value would fit both
 */
export function narrowInside(
  type: Type,
  fields: readonly (string | number)[],
  to: Type,
  required: boolean,
): Type | undefined {
  const [name, ...deeper] = fields;
  if (name === undefined) return narrowedTo(required ? present(type) : type, to);
  const [owner, ...others] = membersOf(present(expanded(type)));
  if (owner?.kind !== "object" || others.length > 0) return undefined;
  const field = owner.fields.find((candidate) => candidate.name === name);
  const inner = field && narrowInside(field.type, deeper, to, required);
  if (field === undefined || inner === undefined) return undefined;
  const narrowed = { ...field, type: inner, optional: field.optional && !required };
  const object: Type = { ...owner, fields: owner.fields.map((other) => (other === field ? narrowed : other)) };
  const nothing = membersOf(type).filter(({ kind }) => kind === "null" || kind === "undefined");
  return required ? object : union([object, ...nothing]);
}
