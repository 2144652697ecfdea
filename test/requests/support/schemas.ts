import fc from "fast-check";

/** What the schemas made at random refer to. */
export const components: Readonly<Record<string, object>> = {
  Base: { type: "object", properties: { a: { type: "string" } } },
  Deep: {
    allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { b: { type: "string" } } }],
  },
  Chosen: {
    oneOf: [
      { type: "object", properties: { a: { type: "string" } } },
      { properties: { a: { type: "integer" }, b: { type: "boolean" } } },
    ],
  },
  State: { type: "string", enum: ["a", "b"] },
};

const names = ["a", "b", "c"] as const;

const scalar = fc.oneof(
  fc.constant({}),
  fc.constantFrom("string", "integer", "number", "boolean", "null").map((type) => ({ type })),
  fc.subarray(["string", "integer", "null", "object", "array"], { minLength: 2 }).map((type) => ({ type })),
  fc.subarray(["a", "b", 1, true, null], { minLength: 1 }).map((values) => ({ enum: values })),
  fc.subarray(["a", "b"], { minLength: 1 }).map((values) => ({ type: "string", enum: values })),
  fc.constantFrom("a", 1, false, null).map((value) => ({ const: value })),
  fc.constantFrom(...Object.keys(components)).map((name) => ({ $ref: `#/components/schemas/${name}` })),
);

function properties(schema: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.dictionary(fc.constantFrom(...names), schema, { maxKeys: 3 });
}

/** Schemas of every shape that the planner tells apart. */
export const { schema: anySchema } = fc.letrec<{ schema: object; deeper: object }>((tie) => ({
  schema: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("deeper")),
  deeper: fc.oneof(
    fc.record({ type: fc.constant("array"), items: tie("schema") }, { requiredKeys: ["type"] }),
    fc.record({ type: fc.constant("array"), prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ type: fc.constant("object"), additionalProperties: fc.oneof(fc.boolean(), tie("schema")) }),
    fc.record(
      {
        type: fc.constantFrom("object", ["object", "null"]),
        nullable: fc.boolean(),
        properties: properties(tie("schema")),
        required: fc.subarray([...names]),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        allOf: fc.array(tie("schema"), { maxLength: 2 }),
        oneOf: fc.array(tie("schema"), { maxLength: 2 }),
        anyOf: fc.array(tie("schema"), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  ),
}));
