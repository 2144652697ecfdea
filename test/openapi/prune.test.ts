import { describe, expect, it } from "vitest";
import { answering, componentsOf, Given, ref } from "./support/given.js";

/** The component schemas that are left of a document whose one operation answers with the first. */
function schemasOf(schemas: object, openapi = "3.0.3"): unknown {
  return componentsOf(answering(ref("First"), { openapi, components: { schemas } }))["schemas"];
}

describe("what is left of the components", () => {
  const tests: [name: string, given: object, want: object][] = [
    [
      "what is reached, however deep, in the document's order",
      {
        Last: { type: "string" },
        Unused: { type: "number" },
        First: { properties: { list: { type: "array", items: { oneOf: [ref("Second"), { type: "null" }] } } } },
        Second: { additionalProperties: { allOf: [ref("Last")] } },
      },
      {
        Last: { type: "string" },
        First: { properties: { list: { type: "array", items: { oneOf: [ref("Second"), { type: "null" }] } } } },
        Second: { additionalProperties: { allOf: [ref("Last")] } },
      },
    ],
    [
      "schemas that have themselves in them",
      { First: { properties: { up: ref("Second") } }, Second: { type: "array", items: ref("First") } },
      { First: { properties: { up: ref("Second") } }, Second: { type: "array", items: ref("First") } },
    ],
    [
      "the schema at the end of references to references",
      { First: ref("Second"), Second: ref("Third"), Third: { type: "string" } },
      { Third: { type: "string" } },
    ],
    [
      "a part of a schema, under a name of its own",
      {
        First: { properties: { a: { $ref: "#/components/schemas/Other/properties/b" } } },
        Other: { properties: { b: { type: "string" } } },
      },
      {
        First: { properties: { a: ref("components.schemas.Other.properties.b") } },
        "components.schemas.Other.properties.b": { type: "string" },
      },
    ],
    [
      "descriptions, and nothing that no type shows",
      {
        First: {
          type: "string",
          title: "T",
          description: "D",
          format: "f",
          default: "d",
          pattern: "p",
          minLength: 1,
          example: 1,
          "x-y": 1,
        },
      },
      { First: { type: "string", title: "T", description: "D", format: "f", default: "d" } },
    ],
    [
      "properties, whatever their names",
      { First: { properties: { $ref: { type: "string" }, example: { type: "string" }, "x-y": { type: "string" } } } },
      { First: { properties: { $ref: { type: "string" }, example: { type: "string" }, "x-y": { type: "string" } } } },
    ],
    [
      "nothing beside a reference in 3.0",
      {
        First: { properties: { a: { ...ref("Second"), nullable: true, description: "D" } } },
        Second: { type: "string" },
      },
      { First: { properties: { a: { ...ref("Second"), description: "D" } } }, Second: { type: "string" } },
    ],
  ];
  it.each(tests)("is %s", (_, schemas, want) => {
    const left = schemasOf(schemas);
    expect(left).toEqual(want);
    expect(Object.keys(left as object)).toEqual(Object.keys(want));
  });

  it("is, in 3.1, a reference together with what stands beside it", () => {
    const schemas = { First: { ...ref("Second"), type: ["object", "null"] }, Second: { type: "object" } };
    const want = { First: { type: ["object", "null"], allOf: [ref("Second")] }, Second: { type: "object" } };
    expect(schemasOf(schemas, "3.1.0")).toEqual(want);
  });

  it("is nothing where no operation is asked for", () => {
    const given = answering(ref("First"), { components: { schemas: { First: {} } } });
    expect(given.pruned([])).toEqual({
      openapi: "3.0.3",
      info: { title: "Given", version: "1" },
      paths: {},
      components: {},
    });
  });
});

describe("the operations that are left", () => {
  const paths = {
    "/b": {
      get: { operationId: "getB", tags: ["t"], security: [], servers: [], responses: {} },
      put: { responses: {} },
    },
    "/a": { summary: "A", get: { responses: {} } },
  };

  it("stand in the document's order, whatever the order they are asked for in", () => {
    const given = new Given({ paths });
    const [getB, , getA] = given.api.operations;
    const pruned = given.pruned([getA, getB].filter((operation) => operation !== undefined));
    expect(pruned["paths"]).toEqual({
      "/b": { get: { operationId: "getB", parameters: [], responses: {} } },
      "/a": { get: { parameters: [], responses: {} } },
    });
    expect(Object.keys(pruned["paths"] as object)).toEqual(["/b", "/a"]);
  });

  it("leave the document as it is, and are the same each time", () => {
    const given = new Given({ paths });
    const before = JSON.stringify(given.api.document.root);
    expect(JSON.stringify(given.pruned())).toBe(JSON.stringify(given.pruned()));
    expect(JSON.stringify(given.api.document.root)).toBe(before);
  });
});
