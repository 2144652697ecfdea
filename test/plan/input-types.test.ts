import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { sending, things } from "./input-workflow.js";

const compiler = new Compiler();

describe("the type of an input", () => {
  testEach([
    {
      name: "text",
      given: "properties: { x: { type: string } }",
      want: `
        export interface TestInput {
          x?: string | undefined;
        }
      `,
    },
    {
      name: "a number",
      given: "properties: { x: { type: number } }",
      want: `
        export interface TestInput {
          x?: number | undefined;
        }
      `,
    },
    {
      name: "a whole number",
      given: "properties: { x: { type: integer } }",
      want: `
        export interface TestInput {
          x?: number | undefined;
        }
      `,
    },
    {
      name: "true or false",
      given: "properties: { x: { type: boolean } }",
      want: `
        export interface TestInput {
          x?: boolean | undefined;
        }
      `,
    },
    {
      name: "anything",
      given: "properties: { x: {} }",
      want: `
        export interface TestInput {
          x?: unknown;
        }
      `,
    },
    {
      name: "several types",
      given: "properties: { x: { type: [string, integer] } }",
      want: `
        export interface TestInput {
          x?: string | number | undefined;
        }
      `,
    },
    {
      name: "null too",
      given: `properties: { x: { type: [string, "null"] } }`,
      want: `
        export interface TestInput {
          x?: string | null | undefined;
        }
      `,
    },
    {
      name: "one of a list",
      given: 'properties: { x: { type: string, enum: [a, b-c, "it\'s"] } }',
      want: `
        export interface TestInput {
          x?: "a" | "b-c" | "it's" | undefined;
        }
      `,
    },
    {
      name: "one of a list, or null",
      given: "properties: { x: { enum: [a, null] } }",
      want: `
        export interface TestInput {
          x?: "a" | null | undefined;
        }
      `,
    },
    {
      name: "numbers of a list",
      given: "properties: { x: { enum: [1, 2.5, -3] } }",
      want: `
        export interface TestInput {
          x?: 1 | 2.5 | -3 | undefined;
        }
      `,
    },
    {
      name: "one value",
      given: "properties: { x: { const: only } }",
      want: `
        export interface TestInput {
          x?: "only" | undefined;
        }
      `,
    },
    {
      name: "a list",
      given: "properties: { x: { type: array, items: { type: string } } }",
      want: `
        export interface TestInput {
          x?: string[] | undefined;
        }
      `,
    },
    {
      name: "a list of one of a list",
      given: "properties: { x: { type: array, items: { enum: [a, b] } } }",
      want: `
        export interface TestInput {
          x?: ("a" | "b")[] | undefined;
        }
      `,
    },
    {
      name: "a list of anything",
      given: "properties: { x: { type: array } }",
      want: `
        export interface TestInput {
          x?: unknown[] | undefined;
        }
      `,
    },
    {
      name: "an object",
      given:
        "properties: { x: { type: object, required: [a], properties: { a: { type: string }, b-c: { type: integer, description: How many. } } } }",
      want: `
        export interface TestInput {
          x?:
            | {
                a: string;
                /** How many. */
                "b-c"?: number | undefined;
              }
            | undefined;
        }
      `,
    },
    {
      name: "an object without fields",
      given: "properties: { x: { type: object } }",
      want: `
        export interface TestInput {
          x?:
            | {
                [key: string]: unknown;
              }
            | undefined;
        }
      `,
    },
    {
      name: "an object of texts",
      given: "properties: { x: { type: object, additionalProperties: { type: string } } }",
      want: `
        export interface TestInput {
          x?:
            | {
                [key: string]: string | undefined;
              }
            | undefined;
        }
      `,
    },
    {
      name: "an object of some fields and others",
      given:
        "properties: { x: { type: object, properties: { a: { type: string } }, additionalProperties: { type: integer } } }",
      want: `
        export interface TestInput {
          x?:
            | {
                a?: string | undefined;
                [key: string]: unknown;
              }
            | undefined;
        }
      `,
    },
    {
      name: "one of two",
      given: "properties: { x: { oneOf: [{ type: string }, { type: object, properties: { a: {} } }] } }",
      want: `
        export interface TestInput {
          x?:
            | string
            | {
                a?: unknown;
              }
            | undefined;
        }
      `,
    },
    {
      name: "two at once",
      given: "properties: { x: { allOf: [{ type: object, properties: { a: { type: string } } }, { required: [a] }] } }",
      want: `
        export interface TestInput {
          x?:
            | {
                a: string;
              }
            | undefined;
        }
      `,
    },
    {
      name: "one that is defined elsewhere",
      given:
        'properties: { x: { $ref: "#/workflows/0/inputs/$defs/name" } }\n$defs: { name: { type: string, description: A name. } }',
      want: `
        export interface TestInput {
          /** A name. */
          x?: string | undefined;
        }
      `,
    },
    {
      name: "one that refers to itself",
      given:
        'properties: { x: { $ref: "#/workflows/0/inputs/$defs/tree" } }\n$defs: { tree: { type: object, properties: { children: { type: array, items: { $ref: "#/workflows/0/inputs/$defs/tree" } } } } }',
      want: `
        export interface TestInput {
          x?: TestTree | undefined;
        }
      `,
    },
    {
      name: "nothing at all",
      given: "properties: { x: false }",
      want: `
        export interface TestInput {
          x?: undefined;
        }
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(sending("{ a: $inputs.x }"), given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.input), want);
  });
});

compiler.testTypes();
