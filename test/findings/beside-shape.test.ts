import { describe, expect, test } from "vitest";
import { framesOf } from "../support/frames.js";
import { dedent } from "../support/yaml.js";

// What else is said of a document in which something is not of the shape that the specification asks for.

/** The heads of all findings, a line each. */
async function headsOf(arazzo: string): Promise<string> {
  const text = await framesOf({ code: "invalid-document", arazzo, want: "" });
  return text
    .split("\n")
    .filter((line) => /^\S+:\d+:\d+: /.test(line))
    .map((line) => line.replace("arazzo.yaml:", ""))
    .join("\n");
}

describe("beside", () => {
  test.each([
    {
      name: "a misspelt field, all is said of what it was meant to be",
      arazzo: `
        workflows:
        - workflowId: first
          steps:
          - stepId: get
            operationID: getOrder
            parameters: [{ name: id, in: path, value: "1" }]
            outputs: { state: $response.body#/stat }
        - workflowId: second
          steps:
          - stepId: list
            operationId: listOrder
      `,
      want: `
        5:5: error invalid-document: 'operationID' is no field that is known here
        7:23: error unknown-pointer: '$response.body#/stat': the schema knows no 'stat' there
        11:18: error unknown-operation: no source description has an operation 'listOrder'
      `,
    },
    {
      name: "parameters that cannot be read, nobody says that they are missing",
      arazzo: `
        workflows:
        - workflowId: first
          steps:
          - stepId: get
            operationId: getOrder
            parameters: [{ name: id, in: path }]
            successCriteria: [{ condition: $statusCode = 200 }]
      `,
      want: `
        6:18: error invalid-document: 'value' is missing
        7:48: error invalid-condition: '=' is no operator of conditions
      `,
    },
    {
      name: "a step that cannot be read, others are looked at, but not for what they take from it",
      arazzo: `
        workflows:
        - workflowId: first
          steps:
          - stepId: make
            outputs: { id: $response.body#/id }
          - stepId: get
            operationId: getOrder
            parameters: [{ name: id, in: path, value: $steps.make.outputs.id }, { name: sate, in: query, value: x }]
      `,
      want: `
        4:13: error invalid-document: a step needs an 'operationId', an 'operationPath' or a 'workflowId'
        8:81: error unknown-parameter: the operation 'getOrder' has no query parameter 'sate'
      `,
    },
    {
      name: "a workflow that cannot be read, those that call it are looked at",
      arazzo: `
        workflows:
        - workflowId: broken
          inputs: { properties: { id: { type: string } } }
        - workflowId: calling
          steps:
          - stepId: call
            workflowId: broken
            parameters: [{ name: id, value: "1" }]
            outputs: { state: $outputs.state }
          - stepId: list
            operationId: listOrder
      `,
      want: `
        2:3: error invalid-document: 'steps' is missing
        11:18: error unknown-operation: no source description has an operation 'listOrder'
      `,
    },
    {
      name: "a number as the version, all workflows are looked at",
      arazzo: `
        info: { title: Orders, version: 1.0 }
        workflows:
        - workflowId: first
          steps:
          - stepId: list
            operationId: listOrder
      `,
      want: `
        1:33: error invalid-document: 'version' has to be text, not '1'
        6:18: error unknown-operation: no source description has an operation 'listOrder'
      `,
    },
    {
      name: "inputs that cannot be read, nobody says that they are not declared",
      arazzo: `
        workflows:
        - workflowId: first
          inputs: none
          steps:
          - stepId: get
            operationId: getOrder
            parameters: [{ name: id, in: path, value: $inputs.id }]
            outputs: { state: $response.body#/stat }
      `,
      want: `
        3:11: error invalid-document: 'inputs' has to be an object, not text
        8:23: error unknown-pointer: '$response.body#/stat': the schema knows no 'stat' there
      `,
    },
    {
      name: "two steps of one name, the rest is looked at",
      arazzo: `
        workflows:
        - workflowId: first
          steps:
          - stepId: list
            operationId: listOrders
          - stepId: list
            operationId: listOrder
      `,
      want: `
        6:13: error duplicate-id: another step of the workflow is called 'list'
        7:18: error unknown-operation: no source description has an operation 'listOrder'
      `,
    },
    {
      name: "components that cannot be read, nobody says that they are not there",
      arazzo: `
        workflows:
        - workflowId: first
          steps:
          - stepId: get
            operationId: getOrder
            parameters: [{ reference: $components.parameters.id }]
            outputs: { state: $response.body#/stat }
        components: { parameters: { id: { name: id, in: path } } }
      `,
      want: `
        7:23: error unknown-pointer: '$response.body#/stat': the schema knows no 'stat' there
        8:29: error invalid-document: 'value' is missing
      `,
    },
  ])("$name", async ({ arazzo, want }) => {
    expect(await headsOf(arazzo)).toBe(dedent(want));
  });
});
