import { expanded, membersOf, type ObjectField, type Type } from "../types/type.js";

/**
 * As much of JSON Schema as types come to.
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export interface JsonSchema {
  readonly type?: "string" | "number" | "boolean" | "null" | "array" | "object";
  readonly description?: string;
  readonly format?: string;
  readonly deprecated?: true;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  /** Of a list with as many items as there are schemas. */
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

/** That of an object. */
export interface ObjectSchema extends JsonSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** A file, as it stands in JSON. */
export const fileSchema: ObjectSchema = {
  type: "object",
  description: "A file.",
  properties: {
    base64: { type: "string", description: "What it holds, in base64." },
    mediaType: { type: "string", description: "Such as image/png." },
  },
  required: ["base64"],
  additionalProperties: false,
};

/** What values of a type are as JSON. A type that holds itself is any value there. */
export function schemaOfType(type: Type, around: readonly string[] = []): JsonSchema {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return { type: type.kind };
    case "openString":
      return { type: "string" };
    case "undefined":
    case "unknown":
      return {};
    case "blob":
      return fileSchema;
    case "literal":
      return schemaOfLiterals([type.value]);
    case "array":
      return { type: "array", items: schemaOfType(type.items, around) };
    case "tuple": {
      const { length } = type.items;
      const prefixItems = type.items.map((item) => schemaOfType(item, around));
      return { type: "array", prefixItems, minItems: length, maxItems: length };
    }
    case "collected":
      return { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
    case "object":
      return schemaOfFields(type.fields, type.rest, around);
    case "union":
      return schemaOfUnion(type, around);
    case "named":
      return around.includes(type.id) ? {} : schemaOfType(type.is, [...around, type.id]);
  }
}

/** An object with these fields. @param rest What else it may hold; nothing by default */
export function schemaOfFields(
  fields: readonly ObjectField[],
  rest?: Type,
  around: readonly string[] = [],
): ObjectSchema {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field, around)])),
    required: fields.filter(({ optional }) => !optional).map(({ name }) => name),
    additionalProperties: rest === undefined ? false : schemaOfType(rest, around),
  };
}

function schemaOfField(
  { type, description, limits, format, deprecated, ...field }: ObjectField,
  around: readonly string[],
): JsonSchema {
  const words = [description, limits, field.default === undefined ? undefined : `Default: ${field.default}.`];
  const said = words.filter((text) => text !== undefined && text !== "").join("\n");
  return {
    ...schemaOfType(type, around),
    ...(said === "" ? undefined : { description: said }),
    ...(format === undefined ? undefined : { format }),
    ...(deprecated ? { deprecated } : undefined),
  };
}

/** Literals of a kind are one list; those of which any other text may be given as well are named as examples. */
function schemaOfUnion(type: Type, around: readonly string[]): JsonSchema {
  const members = membersOf(expanded(type)).filter(({ kind }) => kind !== "undefined");
  const isOpen = members.some(({ kind }) => kind === "openString");
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  const others = members.filter(({ kind }) => kind !== "literal");
  const listed = isOpen ? values.filter((value) => typeof value !== "string") : values;
  const schemas = [
    ...(listed.length === 0 ? [] : [schemaOfLiterals(listed)]),
    ...others.map((member) => schemaOfType(member, around)),
  ];
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : { anyOf: schemas };
}

function schemaOfLiterals(values: readonly (string | number | boolean)[]): JsonSchema {
  const kinds = new Set(values.map((value) => typeof value));
  const [kind] = kinds;
  const isOfOne = kinds.size === 1 && (kind === "string" || kind === "number" || kind === "boolean");
  return { ...(isOfOne ? { type: kind } : undefined), enum: values };
}
