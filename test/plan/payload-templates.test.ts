import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties: { text: { type: string }, number: { type: integer }, state: { type: string, enum: [on, off] } }
        responses: { "204": { description: Done. } }
`;

const document = yaml`
  workflows:
  - workflowId: test
    inputs:
      required: [name, count, list]
      properties: { name: { type: string }, count: { type: integer }, maybe: { type: string }, list: { type: array, items: { type: string } } }
    steps:
    - stepId: one
      operationId: make
      requestBody: { payload: <given> }
`;

describe("a text with expressions in it", () => {
  testEach([
    { name: "is a template", given: `{ text: "Hello {$inputs.name}!" }`, want: "{ text: `Hello ${input.name}!` }" },
    {
      name: "has several",
      given: `{ text: "{$inputs.name}: {$inputs.count}" }`,
      want: "{ text: `${input.name}: ${input.count}` }",
    },
    { name: "is nothing but one", given: `{ text: "{$inputs.name}" }`, want: "{ text: input.name }" },
    {
      name: "is nothing but one that is a number",
      given: `{ text: "{$inputs.count}" }`,
      want: "{ text: String(input.count) }",
    },
    {
      name: "has one that may be absent, and so has to be given",
      given: `{ text: "Hello {$inputs.maybe}!" }`,
      want: `
        outside 5:69 note input-required the input 'maybe' is not among those that are required, and yet something needs it
          | Add 'maybe' to the required inputs, or give it a default.
        { text: \`Hello \${input.maybe}!\` }
      `,
    },
    {
      name: "has a list",
      given: `{ text: "All of {$inputs.list}" }`,
      want: "{ text: `All of ${toText(input.list)}` }",
    },
    {
      name: "has code around",
      given: '{ text: "`{$inputs.name}` ${name} \\\\ {\\"a\\": 1}" }',
      want: `{ text: \`\\\`\${input.name}\\\` \\\${name} \\\\ {"a": 1}\` }`,
    },
    {
      name: "has braces that are none",
      given: `{ text: "{name} and {$5.00}" }`,
      want: `{ text: "{name} and {$5.00}" }`,
    },
    {
      name: "has a misspelt one",
      given: `{ text: "Hello {$inputs.nam}!" }`,
      want: `
        1:17 error unknown-input '$inputs.nam': the workflow declares no input 'nam'
          | Did you mean 'name'?
      `,
    },
    {
      name: "has one that does not end",
      given: `{ text: "Hello {$inputs.name" }`,
      want: "1:9 error invalid-expression 'Hello {$inputs.name': expected '}' after the embedded expression",
    },
    {
      name: "goes where a number is wanted",
      given: `{ number: "1{$inputs.count}" }`,
      want: "1:11 error type-conflict the field 'number' takes a number, and '1{$inputs.count}' is text",
    },
    {
      name: "goes where one of a list is wanted",
      given: `{ state: "o{$inputs.name}" }`,
      want: `1:10 error type-conflict the field 'state' takes one of "on", "off", and 'o{$inputs.name}' is text`,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, ({ body }) => body), want);
  });
});

compiler.testTypes();
