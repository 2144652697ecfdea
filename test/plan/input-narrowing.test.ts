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
        - { name: Level, in: query, schema: { type: integer, enum: [1, 2, 3] } }
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [Name]
                properties:
                  Name: { type: string }
                  Text: { type: string }
                  Maybe: { type: [string, "null"] }
                  State: { type: string, enum: [active, inactive, closed] }
                  Next: { type: string, enum: [inactive, closed, deleted] }
                  Count: { type: integer }
                  Tags: { type: array, items: { type: string, enum: [red, green] } }
        responses: { "204": { description: Done. } }
`;

const base = yaml`
  workflows:
  - workflowId: test
    inputs:
      <inputs>
    steps:
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: TH1 }, { name: Level, in: query, value: 1 }]
      requestBody:
        payload:
          <given>
`;

describe("an input becomes", () => {
  testEach([
    {
      name: "one of the values that its field takes",
      inputs: "{ type: string }",
      given: "{ Name: a, State: $inputs.x }",
      want: `
        export interface TestInput {
          x?: SendState | undefined;
        }
        { Name: "a", State: input.x }
      `,
    },
    {
      name: "one of the values that both its fields take",
      inputs: "{ type: string }",
      given: "{ Name: a, State: $inputs.x, Next: $inputs.x }",
      want: `
        export interface TestInput {
          x?: "inactive" | "closed" | undefined;
        }
        { Name: "a", State: input.x, Next: input.x }
      `,
    },
    {
      name: "one of the values that it and its field list",
      inputs: "{ type: string, enum: [closed, open, active] }",
      given: "{ Name: a, State: $inputs.x }",
      want: `
        export interface TestInput {
          x?: "closed" | "active" | undefined;
        }
        { Name: "a", State: input.x }
      `,
    },
    {
      name: "nothing, where the two lists have nothing in common",
      inputs: "{ type: string, enum: [open, shut] }",
      given: "{ Name: a, State: $inputs.x }",
      want: `1:19 error type-conflict the field 'State' takes one of "active", "inactive", "closed", and '$inputs.x' is one of "open", "shut" or absent`,
    },
    {
      name: "no text where one of a list is wanted elsewhere",
      inputs: "{ type: string }",
      given: "{ Name: $inputs.x, State: $inputs.x }",
      want: `
        export interface TestInput {
          x: SendState;
        }
        { Name: input.x, State: input.x }
      `,
    },
    {
      name: "text in a text as well, where a field behind that takes nothing else",
      inputs: "{}",
      given: '{ Text: "{$inputs.x}", Name: $inputs.x }',
      want: `
        export interface TestInput {
          x: string;
        }
        { Text: input.x, Name: input.x }
      `,
    },
    {
      name: "required where the field is",
      inputs: "{ type: string }",
      given: "{ Name: $inputs.x }",
      want: `
        export interface TestInput {
          x: string;
        }
        { Name: input.x }
      `,
    },
    {
      name: "not null where the field takes no null",
      inputs: `{ type: [string, "null"] }`,
      given: "{ Name: a, Text: $inputs.x }",
      want: `
        export interface TestInput {
          x?: string | undefined;
        }
        { Name: "a", Text: input.x }
      `,
    },
    {
      name: "not null where the field is required",
      inputs: `{ type: [string, "null"] }`,
      given: "{ Name: $inputs.x }",
      want: `
        export interface TestInput {
          x: string;
        }
        { Name: input.x }
      `,
    },
    {
      name: "null as well where the field takes it",
      inputs: `{ type: [string, "null"] }`,
      given: "{ Name: a, Maybe: $inputs.x }",
      want: `
        export interface TestInput {
          x?: string | null | undefined;
        }
        { Name: "a", Maybe: input.x }
      `,
    },
    {
      name: "of the type of its field where it has none",
      inputs: "{}",
      given: "{ Name: a, Count: $inputs.x }",
      want: `
        export interface TestInput {
          x?: number | undefined;
        }
        { Name: "a", Count: input.x }
      `,
    },
    {
      name: "a list of the values that its field takes",
      inputs: "{ type: array, items: { type: string } }",
      given: "{ Name: a, Tags: $inputs.x }",
      want: `
        export interface TestInput {
          x?: SendTag[] | undefined;
        }
        { Name: "a", Tags: input.x }
      `,
    },
    {
      name: "one of the values that an item takes",
      inputs: "{ type: string }",
      given: "{ Name: a, Tags: [$inputs.x] }",
      want: `
        export interface TestInput {
          x: SendTag;
        }
        { Name: "a", Tags: [input.x] }
      `,
    },
    {
      name: "nothing, where its two fields take nothing in common",
      inputs: "{}",
      given: "{ Name: $inputs.x, Count: $inputs.x }",
      want: "1:27 error type-conflict the field 'Count' takes a number, and '$inputs.x' is text",
    },
    {
      name: "one of a list, and its default is on it",
      inputs: "{ type: string, default: closed }",
      given: "{ Name: a, State: $inputs.x }",
      want: `
        export interface TestInput {
          /** @default "closed" */
          x?: SendState | undefined;
        }
        const x = input.x ?? "closed";

        { Name: "a", State: x }
      `,
    },
    {
      name: "one of a list, and its default is not on it",
      inputs: "{ type: string, default: open }",
      given: "{ Name: a, State: $inputs.x }",
      want: `
        outside 4:49 error value-outside-enum the default of the input 'x' is "open", where one of "active", "inactive", "closed" is wanted
          | Known here: 'active', 'inactive', 'closed'.
      `,
    },
    {
      name: "required where the field is, also where it becomes text there",
      inputs: "{ type: integer }",
      given: "{ Name: $inputs.x }",
      want: `
        export interface TestInput {
          x: number;
        }
        { Name: String(input.x) }
      `,
    },
    {
      name: "required where the field is, also if only a part of it goes there",
      inputs: "{ type: object, properties: { name: { type: string } } }",
      given: "{ Name: $inputs.x.name }",
      want: `
        export interface TestInput {
          x: {
            name: string;
          };
        }
        { Name: input.x.name }
      `,
    },
    {
      name: "no null, even if only a part of it is sent",
      inputs: `{ type: object, properties: { name: { type: [string, "null"] } } }`,
      given: "{ Name: a, Text: $inputs.x.name }",
      want: `
        export interface TestInput {
          x?:
            | {
                name?: string | undefined;
              }
            | undefined;
        }
        { Name: "a", Text: input.x?.name }
      `,
    },
    {
      name: "null as well, where a part of it may be null",
      inputs: `{ type: object, properties: { name: { type: [string, "null"] } } }`,
      given: "{ Name: a, Maybe: $inputs.x.name }",
      want: `
        export interface TestInput {
          x?:
            | {
                name?: string | null | undefined;
              }
            | undefined;
        }
        { Name: "a", Maybe: input.x?.name }
      `,
    },
    {
      name: "a list with a default of values that its field takes",
      inputs: "{ type: array, items: { type: string }, default: [green] }",
      given: "{ Name: a, Tags: $inputs.x }",
      want: `
        export interface TestInput {
          /** @default ["green"] */
          x?: SendTag[] | undefined;
        }
        const x = input.x ?? ["green"];

        { Name: "a", Tags: x }
      `,
    },
    {
      name: "a list with a default of values that its field does not take",
      inputs: "{ type: array, items: { type: string }, default: [green, blue] }",
      given: "{ Name: a, Tags: $inputs.x }",
      want: `outside 4:73 error type-conflict the default of the input 'x' is ["green","blue"], where a list (each one of "red", "green") is wanted`,
    },
    {
      name: "no number where it is text",
      inputs: "{ type: string }",
      given: "{ Name: a, Count: $inputs.x }",
      want: `
        1:19 error type-conflict the field 'Count' takes a number, and '$inputs.x' is text or absent
          | If the field 'Count' is right, declare the input as 'type: integer'.
      `,
    },
  ])(async ({ inputs, given, want }) => {
    const document = base.replace("<inputs>", () => `{ properties: { x: ${inputs} } }`);
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, showing("input", "fallbacks", "body")), want);
  });
});

compiler.testTypes();
