import { describe, expect, test } from "vitest";
import { Schemas } from "./support/agreement.js";

const objects = [
  { type: "object" },
  { type: "object", additionalProperties: false },
  { type: "object", additionalProperties: true },
  { type: "object", additionalProperties: { type: "string" } },
  { additionalProperties: { type: "string" } },
  { additionalProperties: false },
  { type: "object", patternProperties: { "^x-": { type: "string" } } },
  { properties: { a: { type: "string" } } },
  { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "integer" } } },
  { required: ["missing"], properties: { a: {} } },
  { properties: { a: { type: "string" } }, additionalProperties: { type: "number" } },
  { properties: { a: { type: "string" } }, additionalProperties: true },
  { properties: { a: { type: "string" } }, additionalProperties: false },
  { required: ["a"], properties: { a: { type: "string", readOnly: true } } },
  { properties: { a: { properties: { b: { properties: { c: { type: "string" } } } } } } },
];

const others = [
  {},
  true,
  false,
  { type: "string" },
  { type: "null" },
  { type: ["string", "null"] },
  { type: ["string", "integer", "boolean"] },
  { type: "string", nullable: true },
  { nullable: true },
  { const: "a" },
  { const: 1, type: ["integer", "null"] },
  { const: "a", nullable: true },
  { const: null },
  { const: { a: 1 } },
  { enum: ["a", 1, true, null] },
  { type: "string", enum: ["a", "b"] },
  { type: "string", enum: ["a", "b"], nullable: true },
  { type: ["string", "null"], enum: ["a", "b"] },
  { type: "integer", enum: [1, -2] },
  { enum: [null] },
  { enum: [{ a: 1 }, "a"] },
  { type: "string", enum: [] },
  { enum: [] },
  { type: ["object", "string"], enum: ["a"], properties: { a: {} } },
];

const lists = [
  { type: "array" },
  { type: "array", items: { type: "string" } },
  { type: "array", items: { type: "array", items: { type: "integer" } } },
  { type: "array", items: { allOf: [{ type: "array", items: { type: "integer" } }] } },
  { type: "array", items: { oneOf: [{ type: "string" }, { type: "integer" }] } },
  { type: "array", items: { type: "string", nullable: true } },
  { type: ["array", "null"], items: { type: "string" } },
  { type: "array", items: { type: "string", enum: ["a", "b"] } },
  { type: "array", items: false },
  { type: "array", items: true },
  { items: { type: "string" } },
  { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] },
  { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
  { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } },
  { type: "array", items: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] } },
];

const object = (name: string, schema: object | boolean = { type: "string" }): object => ({
  type: "object",
  properties: { [name]: schema },
});

const compositions = [
  { allOf: [object("a"), object("b")] },
  { allOf: [object("a"), { required: ["a"] }] },
  { required: ["a"], allOf: [object("a")] },
  { required: ["a"], allOf: [{ $ref: "#/components/schemas/Base" }] },
  { allOf: [{ $ref: "#/components/schemas/Base" }, { required: ["a"] }] },
  { allOf: [{ $ref: "#/components/schemas/Deep" }, { required: ["a", "b"] }] },
  { allOf: [{ $ref: "#/components/schemas/Chosen" }, { required: ["a", "b"] }] },
  { type: "object", properties: { b: { type: "integer" } }, allOf: [{ $ref: "#/components/schemas/Base" }] },
  { type: ["object", "null"], allOf: [{ $ref: "#/components/schemas/Base" }] },
  { nullable: true, allOf: [{ $ref: "#/components/schemas/Base" }] },
  { nullable: true, allOf: [{ $ref: "#/components/schemas/State" }] },
  { allOf: [{ type: "string" }, { enum: ["a", "b"] }] },
  { allOf: [object("a"), object("a", { type: "string", enum: ["x"] })] },
  { allOf: [object("a"), { additionalProperties: { type: "string" } }] },
  { allOf: [{ type: "string", nullable: true }] },
  { oneOf: [{ type: "string" }, { type: "integer" }] },
  { oneOf: [{ type: "string" }, { type: "null" }] },
  { oneOf: [object("a"), object("b")] },
  { type: "object", oneOf: [object("a"), object("b")] },
  { type: "object", properties: { c: {} }, oneOf: [object("a"), object("b")] },
  { type: "object", properties: { c: {} }, anyOf: [object("a"), object("b")] },
  { anyOf: [object("a"), { type: "string" }] },
  { anyOf: [object("a"), object("b")], oneOf: [object("c"), object("d")] },
  { type: "string", oneOf: [{ enum: ["a"] }, { enum: ["b"] }] },
  { type: "object", required: ["kind"], oneOf: [object("kind"), object("kind", { type: "integer" })] },
  { type: "object", properties: { a: {}, b: {} }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  { oneOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/State" }] },
  { required: ["a"], oneOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/Deep" }] },
  { anyOf: [{ type: "string" }, false] },
  { anyOf: [{ type: "string" }, true] },
  { oneOf: [{ type: "array", items: { type: "string" } }] },
  { not: { type: "string" } },
];

const components = {
  Base: object("a"),
  Deep: { allOf: [{ $ref: "#/components/schemas/Base" }, object("b")] },
  Chosen: { oneOf: [object("a"), { properties: { a: { type: "integer" }, b: { type: "boolean" } } }] },
  State: { type: "string", enum: ["on", "off"] },
};

describe.each(["3.0.3", "3.1.0"])(
  "in OpenAPI %s the planner and the file of the API write the same type for",
  (openapi) => {
    test.each([
      ["values", others],
      ["objects", objects],
      ["lists", lists],
      ["compositions", compositions],
    ])("%s", async (_, schemas) => {
      expect(await new Schemas(schemas, openapi, components).conflicts()).toEqual([]);
    });
  },
);
