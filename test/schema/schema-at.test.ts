import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/schema/index.js";
import { findingsOf, schemaOf } from "./given-schema.js";

describe("types, null and values", () => {
  const tests: [name: string, given: string, want: { types: string[]; nullable: boolean; values?: unknown[] }][] = [
    ["one type", "{type: string}", { types: ["string"], nullable: false }],
    ["several types", "{type: [string, integer]}", { types: ["string", "integer"], nullable: false }],
    ["no type", "{}", { types: [], nullable: false }],
    ["`nullable` of 3.0", "{type: string, nullable: true}", { types: ["string"], nullable: true }],
    ["`null` as a type of 3.1", "{type: [string, 'null']}", { types: ["string"], nullable: true }],
    ["nothing but null", "{type: 'null'}", { types: [], nullable: true, values: [] }],
    ["an enum", "{type: string, enum: [a, b]}", { types: ["string"], nullable: false, values: ["a", "b"] }],
    ["an enum with null", "{type: string, enum: [a, null]}", { types: ["string"], nullable: true, values: ["a"] }],
    [
      "a nullable enum",
      "{type: string, nullable: true, enum: [a]}",
      { types: ["string"], nullable: true, values: ["a"] },
    ],
    ["a constant", "{const: a}", { types: [], nullable: false, values: ["a"] }],
    ["the constant null", "{const: null}", { types: [], nullable: true, values: [] }],
    ["true: anything", "true", { types: [], nullable: false }],
    ["false: no value", "false", { types: [], nullable: false, values: [] }],
    ["anyOf with null", "{anyOf: [{type: string}, {type: 'null'}]}", { types: [], nullable: true }],
    [
      "oneOf with a nullable one",
      "{oneOf: [{type: string, nullable: true}, {type: number}]}",
      { types: [], nullable: true },
    ],
    ["anyOf without null", "{anyOf: [{type: string}, {type: number}]}", { types: [], nullable: false }],
    ["allOf of nullable ones", "{allOf: [{type: string, nullable: true}]}", { types: [], nullable: true }],
    ["allOf with one that is not", "{allOf: [{nullable: true}, {type: object}]}", { types: [], nullable: false }],
    ["nullable beside allOf", "{nullable: true, allOf: [{type: object}]}", { types: [], nullable: true }],
  ];
  it.each(tests)("%s", (_, yaml, want) => {
    const { types, nullable, values } = schemaOf(`it: ${yaml}`);
    expect({ types: [...types], nullable, ...(values ? { values } : {}) }).toEqual(want);
  });
});

describe("what lies below", () => {
  const schema = schemaOf(`
it:
  type: object
  description: A thing
  deprecated: true
  required: [one]
  properties:
    one: {type: string, format: date-time, default: null}
    two: {type: array, items: {type: integer}, prefixItems: [{type: string}, true]}
    __proto__: {type: boolean}
  additionalProperties: {type: number}
  x-default: kept
`);

  it("properties", () => {
    expect([...schema.properties.keys()]).toEqual(["one", "two", "__proto__"]);
    expect([...(schema.properties.get("__proto__")?.types ?? [])]).toEqual(["boolean"]);
    expect([...schema.required]).toEqual(["one"]);
  });

  it("items", () => {
    const list = schema.properties.get("two");
    expect([...(list?.items?.types ?? [])]).toEqual(["integer"]);
    expect(list?.prefixItems.map(({ types }) => [...types])).toEqual([["string"], []]);
    expect(schema.items).toBeUndefined();
  });

  it("additional properties", () => {
    const types = (said: boolean | Schema): unknown => (typeof said === "boolean" ? said : [...said.types]);
    expect(types(schema.additionalProperties)).toEqual(["number"]);
    expect(types(schemaOf("it: {}").additionalProperties)).toBe(true);
    expect(types(schemaOf("it: {additionalProperties: false}").additionalProperties)).toBe(false);
    expect(types(schemaOf("it: {additionalProperties: {}}").additionalProperties)).toEqual([]);
  });

  it("annotations", () => {
    expect(schema).toMatchObject({ description: "A thing", deprecated: true, hasDefault: false, at: ["it"] });
    expect(schema.raw["x-default"]).toBe("kept");
    expect(schema.properties.get("one")).toMatchObject({
      format: "date-time",
      default: null,
      hasDefault: true,
      at: ["it", "properties", "one"],
    });
  });

  it("is the same object each time", () => {
    expect(schema.properties.get("two")?.items).toBe(schema.properties.get("two")?.items);
  });
});

describe("what is not a schema", () => {
  const tests: [name: string, given: string, look: (schema: Schema) => unknown, want: string[]][] = [
    [
      "text",
      "it: text",
      () => 0,
      ["invalid-document: A schema has to be an object, or `true` or `false`, not text [text]"],
    ],
    [
      "a list",
      "it: {items: [{}]}",
      (s) => s.items,
      ["invalid-document: A schema has to be an object, or `true` or `false`, not a list [[{}]]"],
    ],
    [
      "an unknown type",
      "it: {type: strng}",
      (s) => s.types,
      ["invalid-document: `strng` is no type that JSON Schema knows [strng] (Did you mean `string`?)"],
    ],
    [
      "a type that is no name",
      "it: {type: [1]}",
      (s) => s.types,
      ["invalid-document: `type[0]` has to be the name of a type, not a number [1]"],
    ],
    [
      "properties in a list",
      "it: {properties: [a]}",
      (s) => s.properties,
      ["invalid-document: `properties` has to be an object, not a list [[a]]"],
    ],
    [
      "a truth value for required names",
      "it: {required: true}",
      (s) => s.required,
      ["invalid-document: `required` has to be a list, not true or false [true]"],
    ],
    [
      "numbers as required names",
      "it: {required: [a, 1]}",
      (s) => s.required,
      ["invalid-document: `required[1]` has to be text, not a number [1]"],
    ],
    [
      "an enum that is no list",
      "it: {enum: a}",
      (s) => s.values,
      ["invalid-document: `enum` has to be a list, not text [a]"],
    ],
    ["nothing that anyone asked for", "it: {properties: {a: {type: strng}}}", (s) => s.properties, []],
  ];
  it.each(tests)("%s", (_, yaml, look, want) => {
    expect(findingsOf(yaml, look)).toEqual(want);
  });

  it("counts as anything where it is a part", () => {
    const findings = findingsOf("it: {properties: {a: text}}", (schema) => {
      expect(schema.properties.get("a")).toMatchObject({ nullable: false, values: undefined, raw: {} });
    });
    expect(findings).toHaveLength(1);
  });
});
