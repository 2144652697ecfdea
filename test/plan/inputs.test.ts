import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /things/{Sid}:
      post:
        operationId: send
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema: { type: object, properties: { a: {}, b: {}, text: { type: string } } }
        responses: { "204": { description: Done. } }
`;

/** The step reads an input `x`, and the path comes from it where `sid` is asked for. */
const base = (payload: string, sid = "TH1"): string => yaml`
  workflows:
  - workflowId: test
    inputs:
      <given>
    steps:
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: ${sid} }]
      requestBody: { payload: ${payload} }
`;

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
          x?:
            | {
                children?: never[] | undefined;
              }
            | undefined;
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
    const documents = { arazzo: within(base("{ a: $inputs.x }"), given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.input), want);
  });
});

describe("an input", () => {
  testEach([
    {
      name: "that is required has to be given",
      payload: "{ a: $inputs.x }",
      given: "required: [x]\nproperties: { x: { type: string } }",
      want: `
        export interface TestInput {
          x: string;
        }
        export async function test(input: TestInput, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "that is not required leaves the whole argument optional",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string } }",
      want: `
        export interface TestInput {
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "that is required by name only is none",
      payload: "{ a: $inputs.x }",
      given: "required: [x]\nproperties: { y: {} }",
      want: `
        2:15 warning unused-input no step reads the input 'y'
          | Read it in a step, or remove it from the inputs.
        outside 10:34 error unknown-input '$inputs.x': the workflow declares no input 'x'
          | Known here: 'y'.
      `,
    },
    {
      name: "has a description",
      payload: "{ a: $inputs.x }",
      given: 'properties: { x: { type: string, description: "Says what.\\n\\nAnd why." } }',
      want: `
        export interface TestInput {
          /**
           * Says what.
           *
           * And why.
           */
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "is deprecated",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string, deprecated: true } }",
      want: `
        export interface TestInput {
          /** @deprecated */
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "has a name with a hyphen",
      payload: "{ a: $inputs.first-name }",
      given: "properties: { first-name: { type: string } }",
      want: `
        export interface TestInput {
          "first-name"?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input["first-name"] }
      `,
    },
    {
      name: "has a name with a dot",
      payload: "{ a: $inputs.first.name }",
      given: "properties: { first.name: { type: string } }",
      want: `
        export interface TestInput {
          "first.name"?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input["first.name"] }
      `,
    },
    {
      name: "has the name of a word of the language",
      payload: "{ a: $inputs.class, b: $inputs.default }",
      given: "required: [class, default]\nproperties: { class: { type: string }, default: { type: string } }",
      want: `
        export interface TestInput {
          class: string;
          default: string;
        }
        export async function test(input: TestInput, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.class, b: input.default }
      `,
    },
    {
      name: "is an object, of which a part is read",
      payload: '{ a: $inputs.x.name, b: "$inputs.x#/tags/0" }',
      given:
        "required: [x]\nproperties: { x: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string } } } } }",
      want: `
        export interface TestInput {
          x: {
            name: string;
            tags?: string[] | undefined;
          };
        }
        export async function test(input: TestInput, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x.name, b: input.x.tags?.[0] }
      `,
    },
    {
      name: "is an optional object, of which a part is read",
      payload: "{ a: $inputs.x.name }",
      given: "properties: { x: { type: object, required: [name], properties: { name: { type: string } } } }",
      want: `
        export interface TestInput {
          x?:
            | {
                name: string;
              }
            | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x?.name }
      `,
    },
    {
      name: "has not the part that is read",
      payload: "{ a: $inputs.x.nam }",
      given: "properties: { x: { type: object, properties: { name: { type: string } } } }",
      want: `
        outside 9:34 error unknown-pointer '$inputs.x.nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
    {
      name: "is read by nothing",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string }, y: { type: string } }",
      want: `
        1:36 warning unused-input no step reads the input 'y'
          | Read it in a step, or remove it from the inputs.
        export interface TestInput {
          x?: string | undefined;
          y?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "is not declared",
      payload: "{ a: $inputs.y }",
      given: "properties: { why: { type: string } }",
      want: `
        1:15 warning unused-input no step reads the input 'why'
          | Read it in a step, or remove it from the inputs.
        outside 9:34 error unknown-input '$inputs.y': the workflow declares no input 'y'
          | Known here: 'why'.
      `,
    },
    {
      name: "is read where a later one is meant",
      payload: "{ a: $inputs.fristName }",
      given: "properties: { firstName: { type: string } }",
      want: `
        1:15 warning unused-input no step reads the input 'firstName'
          | Read it in a step, or remove it from the inputs.
        outside 9:34 error unknown-input '$inputs.fristName': the workflow declares no input 'fristName'
          | Did you mean 'firstName'?
      `,
    },
  ])(async ({ payload, given, want }) => {
    const documents = { arazzo: within(base(payload), given), openapi: things };
    const show = showing("input", "signature", "body");
    expectText(await compiler.told(documents, show), want);
  });
});

describe("the default of an input", () => {
  testEach([
    {
      name: "is text",
      given: "properties: { x: { type: string, default: some } }",
      want: `
        export interface TestInput {
          /** @default "some" */
          x?: string | undefined;
        }
        const x = input.x ?? "some";

        { a: x }
      `,
    },
    {
      name: "is a number",
      given: "properties: { x: { type: integer, default: 20 } }",
      want: `
        export interface TestInput {
          /** @default 20 */
          x?: number | undefined;
        }
        const x = input.x ?? 20;

        { a: x }
      `,
    },
    {
      name: "is false",
      given: "properties: { x: { type: boolean, default: false } }",
      want: `
        export interface TestInput {
          /** @default false */
          x?: boolean | undefined;
        }
        const x = input.x ?? false;

        { a: x }
      `,
    },
    {
      name: "is a list",
      given: "properties: { x: { type: array, items: { type: string }, default: [a, b] } }",
      want: `
        export interface TestInput {
          /** @default ["a","b"] */
          x?: string[] | undefined;
        }
        const x = input.x ?? ["a", "b"];

        { a: x }
      `,
    },
    {
      name: "is an object",
      given: "properties: { x: { type: object, properties: { a: { type: integer } }, default: { a: 1 } } }",
      want: `
        export interface TestInput {
          /** @default {"a":1} */
          x?:
            | {
                a?: number | undefined;
              }
            | undefined;
        }
        const x = input.x ?? { a: 1 };

        { a: x }
      `,
    },
    {
      name: "is null",
      given: 'properties: { x: { type: [string, "null"], default: null } }',
      want: `
        export interface TestInput {
          /** @default null */
          x?: string | null | undefined;
        }
        const x = input.x ?? null;

        { a: x }
      `,
    },
    {
      name: "makes a required input optional",
      given: "required: [x]\nproperties: { x: { type: string, default: some } }",
      want: `
        export interface TestInput {
          /** @default "some" */
          x?: string | undefined;
        }
        const x = input.x ?? "some";

        { a: x }
      `,
    },
    {
      name: "is one of a list",
      given: "properties: { x: { type: string, enum: [a, b], default: b } }",
      want: `
        export interface TestInput {
          /** @default "b" */
          x?: "a" | "b" | undefined;
        }
        const x = input.x ?? "b";

        { a: x }
      `,
    },
    {
      name: "is none of the list",
      given: "properties: { x: { type: string, enum: [a, b], default: c } }",
      want: `
        1:57 error value-outside-enum the default of the input 'x' is "c", where one of "a", "b" is wanted
          | Known here: 'a', 'b'.
      `,
    },
    {
      name: "is of another type",
      given: "properties: { x: { type: integer, default: many } }",
      want: `1:44 error type-conflict the default of the input 'x' is "many", where a number is wanted`,
    },
    {
      name: "is the account of the credentials",
      given: "required: [x]\nproperties: { x: { type: string, x-default: $credentials.accountSid } }",
      want: `
        export interface TestInput {
          /** @default the account of the credentials */
          x?: string | undefined;
        }
        const x = input.x ?? run.credential("accountSid");

        { a: x }
      `,
    },
    {
      name: "is the account of the credentials where a number is wanted",
      given: "properties: { x: { type: integer, x-default: $credentials.accountSid } }",
      want: "1:46 error type-conflict the default of the input 'x' is the account SID, where a number is wanted",
    },
    {
      name: "is something else of the credentials",
      given: "properties: { x: { type: string, x-default: $credentials.authToken } }",
      want: "1:45 error invalid-document 'x-default' has to be '$credentials.accountSid'",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(base("{ a: $inputs.x }"), given), openapi: things };
    expectText(await compiler.told(documents, showing("input", "fallbacks", "body")), want);
  });
});

compiler.testTypes();
