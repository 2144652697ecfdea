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
    { name: "reads the first", given: "$steps.first.outputs.id", want: "?" },
    { name: "reads the third", given: "$steps.third.outputs.id", want: "?" },
    { name: "reads its own step", given: "$steps.second.outputs.id", want: "?" },
    { name: "reads a step that there is not", given: "$steps.frist.outputs.id", want: "?" },
    { name: "reads a step like which there is none", given: "$steps.zero.outputs.id", want: "?" },
    { name: "reads an output that there is not", given: "$steps.first.outputs.ident", want: "?" },
    { name: "reads an output of nearly that name", given: "$steps.first.outputs.renmed", want: "?" },
    { name: "reads no output", given: "$steps.first.outputs", want: "?" },
    { name: "reads a step as a whole", given: "$steps.first", want: "?" },
    { name: "reads an answer that is not there yet", given: "$response.body#/id", want: "?" },
    { name: "reads a status that is not there yet", given: "$statusCode", want: "?" },
    { name: "has a misspelt root", given: "$step.first.outputs.id", want: "?" },
    { name: "has no end", given: "$steps.first.outputs.", want: "?" },
    { name: "has a bad pointer", given: `"$inputs.name#name"`, want: "?" },
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
    { name: "is an output of a step", given: "$steps.first.outputs.id", want: "?" },
    { name: "is an input", given: "$inputs.name", want: "?" },
    { name: "is a misspelt step", given: "$steps.frst.outputs.id", want: "?" },
    { name: "is a misspelt output", given: "$steps.first.outputs.di", want: "?" },
    { name: "is a misspelt input", given: "$inputs.nam", want: "?" },
    { name: "is an answer, of which nobody knows whose", given: "$response.body#/id", want: "?" },
    { name: "is no expression", given: "first.id", want: "?" },
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
    { name: "is an input", given: "$inputs.name", want: "?" },
    { name: "is the status", given: "$statusCode", want: "?" },
    { name: "is a header", given: "$response.header.Location", want: "?" },
    { name: "is itself", given: "$steps.first.outputs.out", want: "?" },
    { name: "is no expression", given: "id", want: "?" },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, ({ output, afterwards }) => `${output}\n${afterwards}`), want);
  });
});

compiler.testTypes();
