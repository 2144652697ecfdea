import { describe, expect, it } from "vitest";
import { answering, taking } from "./support/given.js";

/** A reference to a component, which is the schema that is tried. */
const reference = { $ref: "#/components/schemas/Tried" };

/** The type of the component, on one line. */
function typeIn(text: string): string {
  const [, type = text] = /Tried: (.*?);? \}; \}$/s.exec(text.replaceAll(/\s+/g, " ").trim()) ?? [];
  return type.replace(/^\| /, "");
}

type Cases = [name: string, given: object | boolean, want: string][];

const everywhere: Cases = [
  ["text", { type: "string" }, "string"],
  ["an integer", { type: "integer" }, "number"],
  ["nothing said", {}, "unknown"],
  ["anything", true, "unknown"],
  ["nothing at all", false, "never"],
  ["nullable in 3.0", { type: "string", nullable: true }, "string | null"],
  ["nullable in 3.1", { type: ["string", "null"] }, "string | null"],
  ["only null", { type: "null" }, "null"],
  ["null as a constant", { const: null }, "null"],
  ["a constant", { type: "string", const: "sms" }, '"sms"'],
  ["numbers", { type: "integer", enum: [1, 2] }, "1 | 2"],
  ["a negative number", { type: "integer", enum: [-1] }, "-1"],
  ["texts where numbers are said to be", { type: "integer", enum: ["1"] }, '"1"'],
  ["values of any kind", { enum: ["a", 1, true, null] }, '"a" | 1 | true | null'],
  ["objects among the values", { enum: [{ $ref: "http://x" }, "a"] }, "unknown"],
  ["no values", { type: "string", enum: [] }, "string"],
  ["an array", { type: "array", items: { type: "string" } }, "string[]"],
  ["an array of a negative number", { type: "array", items: { enum: [-3] } }, "Array<-3>"],
  ["an array of arrays", { type: "array", items: { type: "array", items: {} } }, "unknown[][]"],
  ["an array of anything", { type: "array" }, "unknown[]"],
  ["a tuple", { type: "array", prefixItems: [{ type: "string" }, {}] }, "[string, unknown]"],
  ["an empty object", { type: "object" }, "Record<string, unknown>"],
  ["a map", { type: "object", additionalProperties: { type: "string" } }, "{ [key: string]: string | undefined }"],
  ["a map of anything", { type: "object", additionalProperties: true }, "{ [key: string]: unknown }"],
  ["a property", { properties: { a: { type: "string" } } }, "{ a?: string | undefined }"],
  ["one that may be null", { properties: { a: { type: ["string", "null"] } } }, "{ a?: string | null | undefined }"],
  ["one of unknown type", { properties: { a: {} } }, "{ a?: unknown }"],
  ["one that is required", { required: ["a"], properties: { a: { type: "string" } } }, "{ a: string }"],
  [
    "one with a default",
    { properties: { a: { const: "x", default: "x" } } },
    '{ /** @default "x" */ a?: "x" | undefined; }',
  ],
  ["names with dots", { properties: { "A.B": { type: "string" } } }, '{ "A.B"?: string | undefined }'],
  [
    "patterns of names",
    { type: "object", patternProperties: { "^x-": { type: "string" } } },
    "{ [key: string]: unknown }",
  ],
  ["an empty list of values and no type", { enum: [] }, "never"],
  ["a constant that may be null", { const: "x", nullable: true }, '"x" | null'],
  [
    "a list that goes on",
    { type: "array", prefixItems: [{ type: "string" }], items: { type: "number" } },
    "(string | number)[]",
  ],
  ["one of one", { oneOf: [{ type: "string" }] }, "string"],
  [
    "an object and any of several",
    { properties: { a: {} }, anyOf: [{ properties: { b: {} } }, { properties: { c: {} } }] },
    "{ a?: unknown } & ({ b?: unknown } | { c?: unknown })",
  ],
  ["required beside what lists it", { allOf: [{ properties: { a: {} } }, { required: ["a"] }] }, "{ a: unknown }"],
  ["one of several", { oneOf: [{ type: "string" }, { type: "number" }] }, "string | number"],
  ["any of several", { anyOf: [{ properties: { a: {} } }, true] }, "{ a?: unknown } | unknown"],
  [
    "all of several",
    { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
    "{ a?: unknown } & { b?: unknown }",
  ],
  ["all of several, required", { required: ["a"], allOf: [{ properties: { a: {} } }] }, "{ a: unknown }"],
  ["a type that JSON does not have", { type: "file" }, "unknown"],
  [
    "keywords of the wrong kind",
    { type: 5, enum: 5, properties: 5, required: 5, allOf: 5, items: 5, nullable: 5 },
    "unknown",
  ],
  ["nonsense for a property", { properties: { a: 5, b: null, c: [] } }, "{ a?: unknown; b?: unknown; c?: unknown; }"],
];

describe("the type of a schema in a response", () => {
  const tests: Cases = [
    ...everywhere,
    ["an open enum", { type: "string", enum: ["a", "b"] }, '"a" | "b" | Undocumented'],
    ["an open enum with null", { type: "string", enum: ["a", null] }, '"a" | null | Undocumented'],
    ["a nullable open enum", { type: "string", enum: ["a"], nullable: true }, '"a" | Undocumented | null'],
    ["an open enum in an array", { type: "array", items: { type: "string", enum: ["a"] } }, '("a" | Undocumented)[]'],
    [
      "properties and others",
      { properties: { a: { type: "string" } }, additionalProperties: { type: "string" } },
      "{ a?: string | undefined } & { [key: string]: string | undefined }",
    ],
    [
      "a property that is sent only by Twilio",
      { required: ["a"], properties: { a: { readOnly: true } } },
      "{ a: unknown }",
    ],
    [
      "a property that no answer holds",
      { required: ["a", "b"], properties: { a: { writeOnly: true }, b: { type: "string" } } },
      "{ b: string }",
    ],
  ];
  it.each(tests)("%s", async (_, schema, want) => {
    expect(typeIn(await answering(reference, { components: { schemas: { Tried: schema } } }).types())).toBe(want);
  });
});

describe("the type of a schema in a request", () => {
  const tests: Cases = [
    ...everywhere,
    [
      "properties and others, which may be anything",
      { properties: { a: { type: "string" } }, additionalProperties: { type: "string" } },
      "{ a?: string | undefined } & { [key: string]: unknown }",
    ],
    ["a closed enum", { type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    [
      "a property that nobody sends",
      { required: ["a", "b"], properties: { a: { readOnly: true }, b: { type: "string" } } },
      "{ b: string }",
    ],
  ];
  it.each(tests)("%s", async (_, schema, want) => {
    expect(typeIn(await taking(reference, { components: { schemas: { Tried: schema } } }).types())).toBe(want);
  });
});
