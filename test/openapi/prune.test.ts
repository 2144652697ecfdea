import { describe, expect, it } from "vitest";
import { prunedName } from "../../generator/openapi/index.js";
import { answering, Given, taking } from "./support/given.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The component schemas that are left of a document whose one operation answers with the first. */
function schemasOf(schemas: object, openapi = "3.0.3"): unknown {
  return componentsOf(answering(ref("First"), { openapi, components: { schemas } }))["schemas"];
}

function componentsOf(given: Given): Record<string, unknown> {
  const { components } = given.pruned();
  return components as Record<string, unknown>;
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

describe("references that are not followed", () => {
  const tests: [name: string, schema: object, want: string][] = [
    ["to the network", { $ref: "http://169.254.169.254/x" }, "reference-refused"],
    ["to another file", { properties: { a: { $ref: "../other.json#/a" } } }, "reference-refused"],
    ["to the disk", { allOf: [{ $ref: "file:///etc/passwd" }] }, "reference-refused"],
    ["to nothing", { $ref: "#/components/schemas/Missing" }, "reference-unresolved"],
    ["to what it inherits", { $ref: "#/components/constructor" }, "reference-unresolved"],
  ];
  it.each(tests)("lead %s", async (_, schema, code) => {
    for (const given of [answering(schema), taking({ type: "array", items: schema })]) {
      const pruned = given.pruned();
      expect(given.findings.list().map((finding) => finding.code)).toEqual([code]);
      expect(JSON.stringify(pruned)).not.toContain("$ref");
    }
  });

  it("lead back to where they began", () => {
    const schemas = { First: ref("Second"), Second: ref("First") };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)).toEqual({});
    expect(given.problems()).toEqual(["reference-cycle: This reference leads back to itself"]);
  });

  it("make a schema of itself", async () => {
    const schemas = {
      First: { oneOf: [ref("Second"), { type: "string" }] },
      Second: { allOf: [{ properties: { a: ref("First") } }, ref("First")] },
    };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)["schemas"]).toEqual({
      First: { oneOf: [ref("Second"), { type: "string" }] },
      Second: { allOf: [{ properties: { a: ref("First") } }, {}] },
    });
    expect(given.problems()).toEqual(["reference-cycle: the schema `First` is made of itself"]);
  });

  it("make a list of lists of itself, which is no mistake", () => {
    const schemas = { First: { oneOf: [{ type: "string" }, { type: "array", items: ref("First") }] } };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)["schemas"]).toEqual({
      First: { oneOf: [{ type: "string" }, { type: "array", items: {} }] },
    });
    expect(given.problems()).toEqual([]);
  });

  it("make schemas of so many others that the compiler would give up", () => {
    const links = Array.from({ length: 1_000 }, (_, index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]);
    for (const inOrder of [links, [...links].reverse()]) {
      const schemas = Object.fromEntries([...inOrder, ["S1000", { type: "string" }]]);
      const given = answering(ref("S0"), { components: { schemas } });
      given.pruned();
      expect([...new Set(given.problems())]).toEqual([
        "document-too-large: more than 100 schemas are made of one another",
      ]);
      expect(given.findings.list().length).toBe(10);
    }
  });

  it("are found at the end of a chain of any length", () => {
    const links = Array.from({ length: 10_000 }, (_, index) => [
      `S${index}`,
      { properties: { next: ref(`S${index + 1}`) } },
    ]);
    const schemas = Object.fromEntries([["First", ref("S0")], ...links, ["S10000", { $ref: "https://x" }]]);
    const given = answering(ref("First"), { components: { schemas } });
    given.pruned();
    expect(given.findings.list().map((finding) => finding.code)).toEqual(["reference-refused"]);
  });
});

describe("the two versions of a schema", () => {
  const colour = { type: "string", enum: ["red"] };
  const open = { ...colour, "x-open-enum": true };
  const content = (schema: object) => ({ "application/json": { schema } });

  function both(schemas: object): Given {
    const requestBody = { content: content(ref("First")) };
    const responses = { 200: { description: "", content: content(ref("First")) } };
    return new Given({ paths: { "/things": { put: { requestBody, responses } } }, components: { schemas } });
  }

  it("are made where something below is an enum, and only there", () => {
    const schemas = {
      First: { properties: { colour: ref("Colour"), size: ref("Size"), first: ref("First") } },
      Size: { type: "number" },
      Colour: colour,
    };
    const madeFrom = (component: string) => ({ "x-made-from": { component, side: "request" } });
    const request = { colour: ref("Colour.request"), size: ref("Size"), first: ref("First.request") };
    expect(componentsOf(both(schemas))["schemas"]).toEqual({
      ...schemas,
      "First.request": { properties: request, ...madeFrom("First") },
      Colour: open,
      "Colour.request": { ...colour, ...madeFrom("Colour") },
    });
  });

  it("are not made of what only one side uses", () => {
    const components = { schemas: { First: colour } };
    expect(componentsOf(answering(ref("First"), { components }))).toEqual({ schemas: { First: open } });
    expect(componentsOf(taking(ref("First"), { components }))).toEqual({ schemas: { First: colour } });
  });

  it("take no name that is there already", () => {
    const schemas = { First: { properties: { a: ref("First.request") }, ...colour }, "First.request": colour };
    const names = Object.keys(componentsOf(both(schemas))["schemas"] as object);
    expect(names).toEqual(["First", "First.request_2", "First.request", "First.request.request"]);
  });

  it("are found by the name that the document has for them", () => {
    const pruned = both({ First: colour, Other: {} }).pruned();
    expect(prunedName(pruned, "First", "response")).toBe("First");
    expect(prunedName(pruned, "First", "request")).toBe("First.request");
    expect(prunedName(pruned, "Other", "response")).toBeUndefined();
  });

  it("are found by names that the specification does not allow", () => {
    const schemas = { "List«Thing»": { type: "array" }, "List Thing": { type: "object" } };
    const given = answering({ oneOf: Object.keys(schemas).map(ref) }, { components: { schemas } });
    const pruned = given.pruned();
    expect(Object.keys(schemas).map((name) => prunedName(pruned, name, "response"))).toEqual([
      "List_Thing_",
      "List_Thing",
    ]);
  });
});
