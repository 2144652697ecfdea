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
              schema: { type: object, properties: { a: { type: string }, b: { type: string } } }
        responses:
          "200":
            description: Made.
            content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
`;

const threeSteps = yaml`
  workflows:
  - workflowId: test
    inputs: { properties: { name: { type: string } } }
    steps:
    - stepId: first
      operationId: make
      outputs: { id: $response.body#/id, renamed: $response.body#/id }
    - stepId: second
      operationId: make
      requestBody: { payload: { a: <given> } }
      outputs: { id: $response.body#/id }
    - stepId: third
      operationId: make
      outputs: { id: $response.body#/id }
`;

describe("an expression in the second of three steps", () => {
  testEach([
    { name: "reads the first", given: "$steps.first.outputs.id", want: "{ a: id }" },
    {
      name: "reads the third",
      given: "$steps.third.outputs.id",
      want: `
        1:1 error forward-reference '$steps.third.outputs.id': the step 'third' runs later, if at all
          | Take the value from a step that has run before, or move the step.
      `,
    },
    {
      name: "reads its own step",
      given: "$steps.second.outputs.id",
      want: `
        1:1 error forward-reference '$steps.second.outputs.id': the step 'second' is this step
          | Take the value from a step that has run before, or move the step.
      `,
    },
    {
      name: "reads a step that there is not",
      given: "$steps.frist.outputs.id",
      want: `
        1:1 error unknown-step '$steps.frist.outputs.id': there is no step 'frist'
          | Did you mean 'first'?
      `,
    },
    {
      name: "reads a step like which there is none",
      given: "$steps.zero.outputs.id",
      want: `
        1:1 error unknown-step '$steps.zero.outputs.id': there is no step 'zero'
          | Known here: 'first', 'second', 'third'.
      `,
    },
    {
      name: "reads an output that there is not",
      given: "$steps.first.outputs.ident",
      want: `
        1:1 error unknown-output '$steps.first.outputs.ident': 'first' has no output 'ident'
          | Known here: 'id', 'renamed'.
      `,
    },
    {
      name: "reads an output of nearly that name",
      given: "$steps.first.outputs.renmed",
      want: `
        1:1 error unknown-output '$steps.first.outputs.renmed': 'first' has no output 'renmed'
          | Did you mean 'renamed'?
      `,
    },
    {
      name: "reads no output",
      given: "$steps.first.outputs",
      want: "1:1 error type-conflict the field 'a' takes text, and '$steps.first.outputs' is an object",
    },
    {
      name: "reads a step as a whole",
      given: "$steps.first",
      want: "1:1 error invalid-expression '$steps.first': expected '.outputs.' after the id",
    },
    {
      name: "reads an answer that is not there yet",
      given: "$response.body#/id",
      want: `
        1:1 error forward-reference '$response.body#/id': there is no answer at this point
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
      `,
    },
    {
      name: "reads a status that is not there yet",
      given: "$statusCode",
      want: `
        1:1 error forward-reference '$statusCode': there is no answer at this point
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
      `,
    },
    {
      name: "has a misspelt root",
      given: "$step.first.outputs.id",
      want: `
        1:1 error invalid-expression '$step.first.outputs.id': '$step' is no runtime expression
          | Did you mean '$steps'?
      `,
    },
    {
      name: "has no end",
      given: "$steps.first.outputs.",
      want: "1:1 error invalid-expression '$steps.first.outputs.': expected an output name",
    },
    {
      name: "has a bad pointer",
      given: `"$inputs.name#name"`,
      want: `
        1:1 error invalid-expression '$inputs.name#name': a JSON Pointer is empty or starts with '/'
          | Write '$inputs.name#/name'.
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(threeSteps, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.sent("body", "second")), want);
  });
});

describe("an output of the workflow", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      inputs: { properties: { name: { type: string } } }
      steps:
      - stepId: first
        operationId: make
        outputs: { id: $response.body#/id }
      outputs: { out: <given> }
  `;

  testEach([
    {
      name: "is an output of a step",
      given: "$steps.first.outputs.id",
      want: `
        export interface TestOutput {
          out?: string | undefined;
        }
        return { out: first.data.id };
      `,
    },
    {
      name: "is an input",
      given: "$inputs.name",
      want: `
        export interface TestOutput {
          out?: string | undefined;
        }
        return { out: input.name };
      `,
    },
    {
      name: "is a misspelt step",
      given: "$steps.frst.outputs.id",
      want: `
        1:1 error unknown-step '$steps.frst.outputs.id': there is no step 'frst'
          | Did you mean 'first'?
      `,
    },
    {
      name: "is a misspelt output",
      given: "$steps.first.outputs.di",
      want: `
        1:1 error unknown-output '$steps.first.outputs.di': 'first' has no output 'di'
          | Known here: 'id'.
      `,
    },
    {
      name: "is a misspelt input",
      given: "$inputs.nam",
      want: `
        1:1 error unknown-input '$inputs.nam': the workflow declares no input 'nam'
          | Did you mean 'name'?
      `,
    },
    {
      name: "is an answer, of which nobody knows whose",
      given: "$response.body#/id",
      want: `
        1:1 error forward-reference '$response.body#/id': there is no answer at this point
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
      `,
    },
    {
      name: "is no expression",
      given: "first.id",
      want: "1:1 error invalid-expression 'first.id': a runtime expression starts with '$'",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, ({ output, afterwards }) => `${output}\n${afterwards}`), want);
  });
});

describe("an output of a step", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      inputs: { properties: { name: { type: string } } }
      steps:
      - stepId: first
        operationId: make
        outputs: { out: <given> }
      outputs: { out: $steps.first.outputs.out }
  `;

  testEach([
    {
      name: "is an input",
      given: "$inputs.name",
      want: `
        export interface TestOutput {
          out?: string | undefined;
        }
        return { out: input.name };
      `,
    },
    {
      name: "is the status",
      given: "$statusCode",
      want: `
        export interface TestOutput {
          out: number;
        }
        return { out: first.status };
      `,
    },
    {
      name: "is a header",
      given: "$response.header.Location",
      want: `
        export interface TestOutput {
          out: string | null;
        }
        return { out: first.response.headers.get("Location") };
      `,
    },
    {
      name: "is itself",
      given: "$steps.first.outputs.out",
      want: "1:1 error forward-reference '$steps.first.outputs.out': the value is made of itself",
    },
    {
      name: "is no expression",
      given: "id",
      want: "1:1 error invalid-expression 'id': a runtime expression starts with '$'",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, ({ output, afterwards }) => `${output}\n${afterwards}`), want);
  });
});

compiler.testTypes();
