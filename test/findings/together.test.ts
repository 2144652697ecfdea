import { expect, test } from "vitest";
import { framesOf } from "../support/frames.js";
import { dedent } from "../support/yaml.js";

test("all that is wrong with several documents is said in one run, in order, and each mistake once", async () => {
  const text = await framesOf({
    code: "unknown-operation",
    arazzo: `
      workflows:
      - workflowId: make
        inputs:
          type: object
          properties: { article: { type: string }, note: { type: string } }
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: $inputs.artcle, coutn: $inputs.cuont, count: many } }
          successCriteria:
          - condition: $statusCode = 201
          outputs: { id: $response.body#/ID }
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $steps.mkae.outputs.id }, { name: x, in: query, value: $inputs.x }]
          onSuccess:
          - { name: again, type: goto, stepId: gte }
        outputs: { id: $steps.make.outputs.Id }
      - workflowId: broken
        steps:
        - stepId: call
          workflowId: mkae
    `,
    overlay: `
      overlay: 1.0.0
      info: { title: Ours, version: 1.0.0 }
      extends: ./arazzo.yaml
      actions:
      - target: $.workflow
        remove: true
    `,
    want: "",
  });
  const heads = text.split("\n").filter((line) => /^\S+:\d+:\d+: |^\d+ error/.test(line));
  expect(heads.join("\n")).toBe(
    dedent(`
    arazzo.yaml:5:46: warning unused-input: no step reads the input 'note'
    arazzo.yaml:9:40: error unknown-input: '$inputs.artcle': the workflow declares no input 'artcle'
    arazzo.yaml:9:56: error unknown-field: the body of 'createOrder' has no field 'coutn'
    arazzo.yaml:9:63: error unknown-input: '$inputs.cuont': the workflow declares no input 'cuont'
    arazzo.yaml:9:85: error type-conflict: the field 'count' takes a number, not "many"
    arazzo.yaml:11:30: error invalid-condition: '=' is no operator of conditions
    arazzo.yaml:12:20: error unknown-pointer: '$response.body#/ID': the schema knows no 'ID' there
    arazzo.yaml:15:47: error unknown-step: '$steps.mkae.outputs.id': there is no step 'mkae'
    arazzo.yaml:15:81: error unknown-parameter: the operation 'getOrder' has no query parameter 'x'
    arazzo.yaml:15:102: error unknown-input: '$inputs.x': the workflow declares no input 'x'
    arazzo.yaml:17:42: error unknown-step: there is no step 'gte'
    arazzo.yaml:18:18: error unknown-output: '$steps.make.outputs.Id': 'make' has no output 'Id'
    arazzo.yaml:22:17: error unknown-workflow: the document has no workflow 'mkae'
    overlay.yaml:5:11: warning overlay-no-match: 'target' matches nothing: there is no 'workflow' in '$'
    12 errors, 2 warnings
  `),
  );
});

test("of a parameter that cannot be read nobody says that it is missing, or unknown", async () => {
  const text = await framesOf({
    code: "reference-refused",
    arazzo: `
      workflows:
      - workflowId: get
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: "1" }, { name: version, in: query, value: "2" }]
    `,
    openapi: `
      paths:
        /orders/{id}:
          get:
            operationId: getOrder
            parameters:
            - { $ref: "./shared.yaml#/id" }
            responses: { "200": { description: The order. } }
    `,
    want: "",
  });
  const heads = text.split("\n").filter((line) => /^\S+:\d+:\d+: |^\d+ error/.test(line));
  expect(heads.join("\n")).toBe(
    dedent(`
    openapi.yaml:6:17: error file-unreadable: There is no file 'shared.yaml'
    1 error
  `),
  );
});
