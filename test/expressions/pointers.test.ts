import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

/** What the answer's field `at` is. */
const api = yaml`
  paths:
    /things:
      get:
        operationId: read
        responses:
          "200":
            description: The thing.
            content:
              application/json:
                schema:
                  type: object
                  required: [at]
                  properties:
                    at: <given>
  components:
    schemas:
      Named: { type: object, required: [name], properties: { name: { type: string }, size: { type: integer } } }
      Numbered: { type: object, required: [number], properties: { number: { type: integer }, size: { type: integer } } }
      Node: { type: object, properties: { label: { type: string }, next: { $ref: "#/components/schemas/Node" }, nodes: { type: array, items: { $ref: "#/components/schemas/Node" } } } }
`;

const reading = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs: { x: "$response.body#/at<pointer>" }
    outputs: { x: $steps.read.outputs.x }
`;

describe("below", () => {
  testEach([
    {
      name: "an object, a property that it requires",
      given: "{ $ref: '#/components/schemas/Named' }",
      pointer: "/name",
      want: "x: string = read.data.at.name",
    },
    {
      name: "an object, a property that it may lack",
      given: "{ $ref: '#/components/schemas/Named' }",
      pointer: "/size",
      want: "x?: number | undefined = read.data.at.size",
    },
    {
      name: "an object, a property that it does not list",
      given: "{ $ref: '#/components/schemas/Named' }",
      pointer: "/nam",
      want: `
        '$response.body#/at/nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
    {
      name: "an object, a property whose name needs brackets",
      given: "{ type: object, properties: { 'first-name': { type: string } } }",
      pointer: "/first-name",
      want: 'x?: string | undefined = read.data.at["first-name"]',
    },
    {
      name: "an object, a property with a slash, a tilde and a space in its name",
      given: "{ type: object, properties: { 'a/b~c d': { type: string } } }",
      pointer: "/a~1b~0c d",
      want: 'x?: string | undefined = read.data.at["a/b~c d"]',
    },
    {
      name: "an object, a property with a number for a name",
      given: "{ type: object, properties: { '404': { type: object, properties: { '0': { type: string } } } } }",
      pointer: "/404/0",
      want: 'x?: string | undefined = read.data.at["404"]?.["0"]',
    },
    {
      name: "an object, a property with a quote and a line break in its name",
      given: `{ type: object, properties: { "\\"];\\nPWNED()": { type: string } } }`,
      pointer: '/\\"];\\nPWNED()',
      want: `x?: string | undefined = read.data.at['"];\\nPWNED()']`,
    },
    {
      name: "an object, a property that every object has",
      given: "{ type: object, required: [constructor], properties: { constructor: { type: string } } }",
      pointer: "/constructor",
      want: 'x?: string | undefined = at(read.data.at, "constructor")',
    },
    {
      name: "an object that may be null",
      given: "{ type: [object, 'null'], required: [name], properties: { name: { type: string } } }",
      pointer: "/name",
      want: "x?: string | undefined = read.data.at?.name",
    },
    {
      name: "an object that may be null by `oneOf`",
      given: "{ oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Named' }] }",
      pointer: "/name",
      want: "x?: string | undefined = read.data.at?.name",
    },
    {
      name: "a map, an entry",
      given: "{ type: object, additionalProperties: { type: integer } }",
      pointer: "/color",
      want: 'x?: number | undefined = read.data.at["color"]',
    },
    {
      name: "a map, an entry with the name of what every object has",
      given: "{ type: object, additionalProperties: { type: integer } }",
      pointer: "/toString",
      want: 'x?: number | undefined = at(read.data.at, "toString")',
    },
    {
      name: "a map of objects, a property of an entry",
      given: "{ type: object, additionalProperties: { $ref: '#/components/schemas/Named' } }",
      pointer: "/a/name",
      want: 'x?: string | undefined = read.data.at["a"]?.name',
    },
    {
      name: "a map that lists some of its entries, another one",
      given: "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: string } }",
      pointer: "/b",
      want: 'x?: unknown = read.data.at["b"]',
    },
    {
      name: "an object with free names, any",
      given: "{ type: object }",
      pointer: "/a",
      want: 'x?: unknown = read.data.at["a"]',
    },
    {
      name: "an object with free names, deeper",
      given: "{ type: object }",
      pointer: "/a/0/b",
      want: 'x?: unknown = at(read.data.at["a"], 0, "b")',
    },
    {
      name: "an object with `additionalProperties: true`, what it does not list",
      given: "{ type: object, properties: { a: { type: string } }, additionalProperties: true }",
      pointer: "/b/c",
      want: 'x?: unknown = at(read.data.at["b"], "c")',
    },
    {
      name: "an object with `additionalProperties: false`, what it does not list",
      given: "{ type: object, properties: { a: { type: string } }, additionalProperties: false }",
      pointer: "/b",
      want: `
        '$response.body#/at/b': the schema knows no 'b' there
          | Known here: 'a'.
      `,
    },
    {
      name: "what may be anything",
      given: "{}",
      pointer: "/a/0/b",
      want: 'x?: unknown = at(read.data.at, "a", 0, "b")',
    },
    {
      name: "a list, an item",
      given: "{ type: array, items: { type: string } }",
      pointer: "/0",
      want: "x?: string | undefined = read.data.at[0]",
    },
    {
      name: "a list of objects, a property of an item",
      given: "{ type: array, items: { $ref: '#/components/schemas/Named' } }",
      pointer: "/2/name",
      want: "x?: string | undefined = read.data.at[2]?.name",
    },
    {
      name: "a list of lists, an item",
      given: "{ type: array, items: { type: array, items: { type: integer } } }",
      pointer: "/1/2",
      want: "x?: number | undefined = read.data.at[1]?.[2]",
    },
    {
      name: "a list of anything, an item's property",
      given: "{ type: array, items: {} }",
      pointer: "/0/id",
      want: 'x?: unknown = at(read.data.at[0], "id")',
    },
    {
      name: "a list, what is no index",
      given: "{ type: array, items: { type: string } }",
      pointer: "/-1",
      want: "'$response.body#/at/-1': the schema knows no '-1' there",
    },
    {
      name: "a list of a text and a number, the number",
      given: "{ type: array, prefixItems: [{ type: string }, { type: integer }], items: false }",
      pointer: "/1",
      want: "x: number = read.data.at[1]",
    },
    {
      name: "alternatives, a property that all of them have",
      given: "{ oneOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Numbered' }] }",
      pointer: "/size",
      want: "x?: number | undefined = read.data.at.size",
    },
    {
      name: "alternatives, a property that one of them has",
      given: "{ oneOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Numbered' }] }",
      pointer: "/name",
      want: 'x?: string | undefined = at(read.data.at, "name")',
    },
    {
      name: "alternatives, a property deep in one of them",
      given:
        "{ anyOf: [{ type: string }, { type: object, properties: { a: { $ref: '#/components/schemas/Named' } } }] }",
      pointer: "/a/name",
      want: 'x?: string | undefined = at(read.data.at, "a", "name")',
    },
    {
      name: "alternatives, an item of a list of a text and a number in one of them",
      given:
        "{ anyOf: [{ type: string }, { type: object, properties: { pair: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false } } }] }",
      pointer: "/pair/1",
      want: 'x?: string | number | undefined = at(read.data.at, "pair", 1)',
    },
    {
      name: "alternatives, a property that none of them has",
      given: "{ oneOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Numbered' }] }",
      pointer: "/siz",
      want: `
        '$response.body#/at/siz': the schema knows no 'siz' there
          | Did you mean 'size'?
      `,
    },
    {
      name: "a list or an object, an item",
      given:
        "{ oneOf: [{ type: array, items: { type: string } }, { type: object, properties: { a: { type: string } } }] }",
      pointer: "/0",
      want: "x?: string | undefined = at(read.data.at, 0)",
    },
    {
      name: "`allOf`, a property of its second part",
      given:
        "{ allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, required: [b], properties: { b: { type: boolean } } }] }",
      pointer: "/b",
      want: "x: boolean = read.data.at.b",
    },
    {
      name: "`allOf`, a property that its second part requires",
      given: "{ allOf: [{ $ref: '#/components/schemas/Named' }, { required: [size] }] }",
      pointer: "/size",
      want: "x: number = read.data.at.size",
    },
    {
      name: "`allOf` with alternatives, a property that all have",
      given:
        "{ allOf: [{ $ref: '#/components/schemas/Named' }], oneOf: [{ properties: { a: { type: string } } }, { properties: { b: { type: string } } }] }",
      pointer: "/name",
      want: "x: string = read.data.at.name",
    },
    {
      name: "a schema that refers to itself",
      given: "{ $ref: '#/components/schemas/Node' }",
      pointer: "/next/nodes/0/next/label",
      want: "x?: string | undefined = read.data.at.next?.nodes?.[0]?.next?.label",
    },
    {
      name: "a text",
      given: "{ type: string }",
      pointer: "/length",
      want: "'$response.body#/at/length': the schema knows no 'length' there",
    },
  ])(async ({ given, pointer, want }) => {
    const arazzo = reading.replace("<pointer>", () => pointer);
    const told = await compiler.told({ arazzo, openapi: within(api, given).document }, ({ output, statements }) => {
      const [, type] = /\{\s*(?:\/\*\*.*\*\/\s*)?(x\??: [^;]*);\n\}$/.exec(output) ?? [];
      const [, value] = /return \{ x: ([^]*) \};$/.exec(statements) ?? [];
      return `${type} = ${value}`;
    });
    expectText(told.replace(/^\d+:\d+ error unknown-pointer /, ""), want);
  });
});

compiler.testTypes();
