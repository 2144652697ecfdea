/** A schema, from which both what stands in a document and what fits it can be made. */
export type Shape = { readonly nullable?: boolean; readonly description?: string } & (
  | { readonly kind: "string"; readonly values?: readonly string[]; readonly format?: string }
  | { readonly kind: "integer" | "number"; readonly values?: readonly number[] }
  | { readonly kind: "boolean" | "anything" }
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "object"; readonly fields: readonly ShapeField[]; readonly rest?: Shape | boolean }
  | { readonly kind: "oneOf" | "anyOf" | "allOf"; readonly parts: readonly Shape[] }
  | { readonly kind: "component"; readonly name: string }
);

export interface ShapeField {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/** The schemas that a document gives names to; they may refer to each other and to themselves. */
export type Components = ReadonlyMap<string, Shape>;

/** As it stands in a document; OpenAPI 3.0 has its own word for `null`. */
export function schemaOf(shape: Shape, dialect: "3.0" | "3.1"): Record<string, unknown> {
  const { nullable = false, description } = shape;
  const bare = bareSchema(shape, dialect);
  const described = description === undefined || "$ref" in bare ? bare : { ...bare, description };
  if (!nullable) return described;
  if (dialect === "3.0") return "$ref" in described ? { nullable, allOf: [described] } : { ...described, nullable };
  const { type, enum: values } = described;
  if (typeof type !== "string") return { anyOf: [described, { type: "null" }] };
  return { ...described, type: [type, "null"], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) };
}

function bareSchema(shape: Shape, dialect: "3.0" | "3.1"): Record<string, unknown> {
  switch (shape.kind) {
    case "string":
      return {
        type: "string",
        ...listed(shape.values),
        ...(shape.format === undefined ? {} : { format: shape.format }),
      };
    case "integer":
    case "number":
      return { type: shape.kind, ...listed(shape.values) };
    case "boolean":
      return { type: "boolean" };
    case "anything":
      return {};
    case "array":
      return { type: "array", items: schemaOf(shape.items, dialect) };
    case "object": {
      const required = shape.fields.filter((field) => field.required).map(({ name }) => name);
      const { rest } = shape;
      return {
        type: "object",
        ...(shape.fields.length > 0
          ? {
              properties: Object.fromEntries(
                shape.fields.map(({ name, shape: inner }) => [name, schemaOf(inner, dialect)]),
              ),
            }
          : {}),
        ...(required.length > 0 ? { required } : {}),
        ...(rest === undefined
          ? {}
          : { additionalProperties: typeof rest === "object" ? schemaOf(rest, dialect) : rest }),
      };
    }
    case "component":
      return { $ref: `#/components/schemas/${shape.name}` };
    default:
      return { [shape.kind]: shape.parts.map((part) => schemaOf(part, dialect)) };
  }
}

function listed(values: readonly unknown[] | undefined): object {
  return values === undefined ? {} : { enum: values };
}
