import { describe, expect, it } from "vitest";
import { findingsOf, schemaOf } from "./given-schema.js";

const components = `
components:
  schemas:
    Message:
      type: object
      description: A message
      properties:
        sid: {type: string}
        reply: {$ref: '#/components/schemas/Message'}
        quoted: {$ref: '#/components/schemas/Message', description: The one before}
    Status: {$ref: '#/components/schemas/State', description: Of a message}
    State: {type: string, enum: [queued, sent], description: Of anything}
    Self: {$ref: '#/components/schemas/Self'}
    Ring: {$ref: '#/components/schemas/Ring2'}
    Ring2: {$ref: '#/components/schemas/Ring'}
    Yes: true
`;

describe("references", () => {
  it("are followed, and the component is known", () => {
    const schema = schemaOf(`it: {$ref: '#/components/schemas/Message'}${components}`);
    expect(schema).toMatchObject({
      component: "Message",
      description: "A message",
      at: ["components", "schemas", "Message"],
    });
  });

  it("are followed to the last", () => {
    const schema = schemaOf(`it: {$ref: '#/components/schemas/Status'}${components}`);
    expect(schema).toMatchObject({ component: "State", values: ["queued", "sent"], description: "Of a message" });
  });

  it("into a component are none to the component", () => {
    const schema = schemaOf(`it: {$ref: '#/components/schemas/Message/properties/sid'}${components}`);
    expect(schema.component).toBeUndefined();
    expect([...schema.types]).toEqual(["string"]);
  });

  it("to a boolean schema", () => {
    expect(schemaOf(`it: {$ref: '#/components/schemas/Yes'}${components}`)).toMatchObject({
      component: "Yes",
      raw: {},
    });
  });

  it("in a circle of objects are the same object again", () => {
    const schema = schemaOf(`it: {$ref: '#/components/schemas/Message'}${components}`);
    const quoted = schema.properties.get("quoted");
    expect(schema.properties.get("reply")).toBe(schema);
    expect(quoted).toMatchObject({ component: "Message", description: "The one before" });
    expect(quoted?.properties.get("reply")).toBe(schema);
    expect(quoted?.properties.get("quoted")).toBe(quoted);
  });

  it("to one schema from two places are one object", () => {
    const yaml = `it: {properties: {a: {$ref: '#/components/schemas/State'}, b: {$ref: '#/components/schemas/State'}}}${components}`;
    const { properties } = schemaOf(yaml);
    expect(properties.get("a")).toBe(properties.get("b"));
  });
});

describe("keywords beside a reference", () => {
  const annotated = `it: {$ref: '#/components/schemas/State', description: Mine, default: sent, x-mine: 1}${components}`;

  it("are ignored in 3.0", () => {
    expect(schemaOf(annotated, "3.0")).toMatchObject({
      description: "Of anything",
      hasDefault: false,
      component: "State",
    });
  });

  it.each(["3.1", "2020-12"] as const)("overrule in %s, where they only annotate", (dialect) => {
    const schema = schemaOf(annotated, dialect);
    expect(schema).toMatchObject({ description: "Mine", default: "sent", hasDefault: true, component: "State" });
    expect(schema).toMatchObject({ values: ["queued", "sent"], raw: { "x-mine": 1, type: "string" } });
  });

  it("hold as well, where they ask for something", () => {
    const schema = schemaOf(
      `it: {$ref: '#/components/schemas/Message', required: [sid], properties: {to: {type: string}}}${components}`,
    );
    expect(schema).toMatchObject({ component: undefined, at: ["it"], raw: { required: ["sid"] } });
    expect([...schema.properties.keys()]).toEqual(["to"]);
    expect(schema.allOf.map(({ component }) => component)).toEqual(["Message"]);
  });
});

describe("references that lead nowhere", () => {
  const tests: [name: string, given: string, want: string[]][] = [
    [
      "to itself",
      "'#/components/schemas/Self'",
      ["reference-cycle: the reference leads back to itself ['#/components/schemas/Self']"],
    ],
    [
      "in a ring",
      "'#/components/schemas/Ring'",
      ["reference-cycle: the reference leads back to itself ['#/components/schemas/Ring']"],
    ],
    [
      "to nothing",
      "'#/components/schemas/Mesage'",
      [
        "reference-unresolved: `#/components/schemas/Mesage` points to nothing: there is no `Mesage` in `#/components/schemas` ['#/components/schemas/Mesage'] (Did you mean `Message`?)",
      ],
    ],
    [
      "out of the document",
      "'file:///etc/passwd'",
      [
        "reference-refused: `file:///etc/passwd` leads out of the document, and is not followed here ['file:///etc/passwd'] (Only the `$ref`s of OpenAPI documents are followed into other files.)",
      ],
    ],
    ["of another kind", "{a: b}", ["invalid-document: `$ref` has to be text, not an object [{a: b}]"]],
  ];
  it.each(tests)("%s", (_, reference, want) => {
    expect(findingsOf(`it: {$ref: ${reference}}${components}`)).toEqual(want);
  });

  it("do not keep a schema of allOf in a circle from being read", () => {
    expect(findingsOf("it: {allOf: [{$ref: '#/it'}]}", (schema) => expect(schema.nullable).toBe(false))).toEqual([]);
  });
});
