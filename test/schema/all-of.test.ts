import { describe, expect, it } from "vitest";
import { allOfSchemas, anyOfSchemas, type Schema } from "../../generator/schema/index.js";
import { schemaOf } from "./given-schema.js";

const several = (key: "allOf" | "anyOf", yaml: string): Schema => {
  const [first, ...others] = schemaOf(`it: {${key}: [${yaml}]}`)[key];
  if (!first) throw new Error("no schema given");
  return key === "allOf" ? allOfSchemas(first, ...others) : anyOfSchemas(first, ...others);
};

describe("allOfSchemas", () => {
  const tests: [name: string, given: string, want: object][] = [
    ["types: what all allow", "{type: [string, number]}, {type: [number, boolean]}", { types: new Set(["number"]) }],
    ["types: one that says nothing", "{}, {type: string}", { types: new Set(["string"]) }],
    ["types: a number that is an integer", "{type: number}, {type: integer}", { types: new Set(["integer"]) }],
    ["types: an integer that is a number", "{type: integer}, {type: number}", { types: new Set(["integer"]) }],
    [
      "null: where all allow it",
      "{type: ['null', string]}, {type: ['null', number]}, {}",
      { nullable: true, values: [] },
    ],
    ["null: where not all allow it", "{type: ['null']}, {type: number}", { nullable: false, values: [] }],
    ["values that all list", "{enum: [a, b, c]}, {enum: [b, c, d]}, {}", { values: ["b", "c"] }],
    ["required by any", "{required: [a]}, {required: [b]}", { required: new Set(["a", "b"]) }],
    ["closed by any", "{additionalProperties: {}}, {additionalProperties: false}", { additionalProperties: false }],
    [
      "the first to say something",
      "{}, {description: B, default: 1}, {description: C, default: 2}",
      { description: "B", default: 1, hasDefault: true },
    ],
    ["items of the first", "{}, {items: {type: string}}, {items: {}}", { items: { types: new Set(["string"]) } }],
    [
      "alternatives of the first",
      "{}, {oneOf: [{}, {}]}",
      { oneOf: [{ at: ["it", "allOf", 1, "oneOf", 0] }, {}], anyOf: [], prefixItems: [] },
    ],
    [
      "where it stands, and what is deprecated",
      "{format: x}, {deprecated: true}",
      { at: ["it", "allOf", 0], component: undefined, format: "x", deprecated: true, nullable: false },
    ],
    ["keywords of all", "{pattern: a}, {minLength: 1, pattern: b}", { raw: { pattern: "a", minLength: 1 } }],
  ];
  it.each(tests)("%s", (_, yaml, want) => {
    expect(several("allOf", yaml)).toMatchObject(want);
  });

  it("makes one property of several", () => {
    const { properties } = several(
      "allOf",
      "{properties: {a: {type: string}, b: {}}}, {allOf: [{properties: {a: {enum: [x]}}}]}",
    );
    expect([...properties.keys()]).toEqual(["a", "b"]);
    expect(properties.get("a")).toMatchObject({ types: new Set(["string"]), values: ["x"] });
  });

  it("is the schema itself where there is but one", () => {
    const schema = schemaOf("it: {type: string}");
    expect(allOfSchemas(schema)).toBe(schema);
    expect(allOfSchemas(schema, schema)).toBe(schema);
  });
});

describe("anyOfSchemas", () => {
  const tests: [name: string, given: string, want: object][] = [
    [
      "types of any",
      "{type: string}, {type: [number, 'null']}",
      { types: new Set(["string", "number"]), nullable: true },
    ],
    ["types: one that says nothing", "{type: string}, {}", { types: new Set() }],
    ["values of any", "{enum: [a, b]}, {enum: [b, c]}", { values: ["a", "b", "c"] }],
    ["values: one that lists none", "{enum: [a]}, {type: string}", { values: undefined }],
    ["deprecated when all are", "{deprecated: true}, {}", { deprecated: false }],
  ];
  it.each(tests)("%s", (_, yaml, want) => {
    expect(several("anyOf", yaml)).toMatchObject(want);
  });
});
