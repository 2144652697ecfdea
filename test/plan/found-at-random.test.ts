import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

/** An API of one operation, which answers with this. */
function answering(schema: string): string {
  return yaml`
    paths:
      /it:
        get:
          operationId: look
          responses:
            "200":
              description: It.
              headers: { Location: { schema: { type: string } } }
              content:
                application/json:
                  schema:
                    ${schema.replaceAll("\n", `\n${" ".repeat(20)}`)}
  `;
}

/** Documents that random ones were made smaller to, whose functions did not compile. */
const rows: readonly {
  readonly name: string;
  readonly arazzo: string;
  readonly openapi: string;
  /** What is found; nothing where the documents are accepted. */
  readonly want?: string;
}[] = [
  {
    name: "a workflow that is gone to for good has an output called `outcome`",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: other, type: goto, workflowId: second, criteria: [{ condition: $response.body != null }] }
      - workflowId: second
        steps: [{ stepId: look, operationId: look, outputs: { it: $response.body } }]
        outputs: { outcome: $steps.look.outputs.it }
    `,
    openapi: yaml`
      paths:
        /it:
          get: { operationId: look, responses: { "200": { description: It., content: { application/json: {} } } } }
    `,
    want: "7:46 error name-collision the workflow has several endings, and 'outcome' is the field that says how it ended; 'second' has an output of this name | Give the output another name.",
  },
  {
    name: "a criterion settles what an action then asks again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: call
          workflowId: second
          successCriteria: [{ condition: $outputs.it == false }]
          onSuccess:
          - { name: odd, type: end, criteria: [{ condition: $outputs.it != true || $outputs.more == 1 }] }
      - workflowId: second
        steps: [{ stepId: look, operationId: look, outputs: { it: $response.body#/it, more: $response.body#/more } }]
        outputs: { it: $steps.look.outputs.it, more: $steps.look.outputs.more }
    `,
    openapi: answering("{ type: object, properties: { it: {}, more: {} } }"),
  },
  {
    name: "an answer that no value can be is read from",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: look, operationId: look, outputs: { name: $response.body#/owner/name } }]
        outputs: { name: $steps.look.outputs.name }
    `,
    openapi: answering(yaml`
      allOf:
      - properties: { owner: { properties: { name: { type: string } } }, open: { type: boolean } }
      - { required: [open], properties: { open: { type: string } } }
    `),
  },
  {
    name: "an item is read where there may be a text in place of the list",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          x-poll: false
          onSuccess: [{ name: low, type: end, criteria: [{ condition: $response.body#/next/0 < -2 }] }]
    `,
    openapi: answering(yaml`
      properties:
        next: { oneOf: [{ type: string, enum: [later] }, { type: array, items: { type: integer } }] }
    `),
  },
  {
    name: "an object lacks what the workflow that it is given to needs of it",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: call, workflowId: second, parameters: [{ name: page, value: { size: 1 } }] }]
      - workflowId: second
        inputs: { properties: { page: { type: object, properties: { id: { type: string }, size: { type: integer } } } } }
        steps:
        - { stepId: look, operationId: look, parameters: [{ name: id, in: path, value: $inputs.page.id }] }
    `,
    openapi: yaml`
      paths:
        /it/{id}:
          get:
            operationId: look
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { "200": { description: It. } }
    `,
    want: "3:74 error missing-field the input 'page' requires the field 'id' | Add 'id' to the payload.",
  },
  {
    name: "an output that only one ending has is called like what every object has",
    arazzo: yaml`
      workflows:
      - workflowId: first
        dependsOn: [second]
        steps: [{ stepId: look, operationId: look }]
        outputs: { it: $workflows.second.outputs.toString }
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          outputs: { it: $response.body#/it }
          onFailure: [{ name: gone, type: end }]
        outputs: { toString: $steps.look.outputs.it }
    `,
    openapi: answering("{ type: object, properties: { it: { type: string } } }"),
    want: "12:14 error name-collision not every ending has the output 'toString', and every object has something of this name | Give the output another name.",
  },
  {
    name: "a criterion asks again what a failure action has asked of the same answer",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          successCriteria:
          - condition: $statusCode == 200
          - condition: $response.header.Location == null
          - { condition: $.page != 1, type: jsonpath, context: $response.body }
          onFailure: [{ name: gone, type: end }]
    `,
    openapi: answering("{ type: object, required: [page], properties: { page: { enum: [0, 1, -3] } } }"),
  },
  {
    name: "a path parameter has a style that there is not",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: look, operationId: look, parameters: [{ name: ids, in: path, value: [1] }] }]
    `,
    openapi: yaml`
      paths:
        /it/{ids}:
          get:
            operationId: look
            parameters: [{ name: ids, in: path, required: true, style: wild, schema: { type: array, items: { type: integer } } }]
            responses: { "200": { description: It. } }
    `,
    want: "openapi.yaml 5:66 error invalid-document a path parameter has no such style; known are 'simple', 'label', 'matrix'",
  },
  {
    name: "a schema that holds itself is written as the whole query",
    arazzo: yaml`
      arazzo: 1.1.0
      workflows:
      - workflowId: first
        inputs: { required: [all], properties: { all: {} } }
        steps:
        - { stepId: look, operationId: look, parameters: [{ name: all, in: querystring, value: $inputs.all }] }
    `,
    openapi: yaml`
      openapi: 3.1.0
      paths:
        /it:
          get:
            operationId: look
            parameters:
            - name: all
              in: querystring
              content:
                application/json:
                  schema: { properties: { first: { $ref: "#/components/schemas/Part" } } }
            responses: { "200": { description: It. } }
      components:
        schemas:
          Part: { properties: { next: { $ref: "#/components/schemas/Part" } } }
    `,
  },
  {
    name: "nearly every status is a success, but the only one that is documented, and the failure is tried again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: make
          operationId: make
          successCriteria: [{ condition: $statusCode != 204 }]
          onFailure:
          - { name: busy, type: retry, criteria: [{ condition: $statusCode == 429 }] }
          - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
    `,
    openapi: yaml`
      paths:
        /it: { post: { operationId: make, responses: { "204": { description: It. } } } }
    `,
  },
  {
    name: "a list of listed values is a default, beside which null may be given",
    arazzo: yaml`
      workflows:
      - workflowId: first
        inputs: { properties: { states: { type: [array, "null"], items: { enum: [on, off] }, default: [on] } } }
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { states: $inputs.states } } }]
    `,
    openapi: yaml`
      openapi: 3.1.0
      paths:
        /it:
          post:
            operationId: make
            requestBody:
              content:
                application/json:
                  schema: { properties: { states: { type: [array, "null"], items: { enum: [on, off] } } } }
            responses: { "204": { description: It. } }
    `,
  },
  {
    name: "what a dependency returned is demanded by a step that always comes again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        dependsOn: [second]
        steps:
        - stepId: look
          operationId: look
          parameters: [{ name: id, in: query, value: $workflows.second.outputs.id }, { name: as, in: query, value: $workflows.second.outputs.id }]
          onFailure: [{ name: over, type: end }]
          onSuccess: [{ name: again, type: goto, stepId: look }]
      - workflowId: second
        steps:
        - { stepId: look, operationId: look, parameters: [{ name: id, in: query, value: a }, { name: as, in: query, value: a }], outputs: { id: $response.body#/ids/0 } }
        outputs: { id: $steps.look.outputs.id }
    `,
    openapi: yaml`
      paths:
        /it:
          get:
            operationId: look
            parameters:
            - { name: id, in: query, required: true, schema: { type: string } }
            - { name: as, in: query, required: true, schema: { type: string } }
            responses:
              "200":
                description: It.
                content: { application/json: { schema: { properties: { ids: { type: array, items: { type: string } } } } } }
    `,
  },
  {
    name: "what a failure action has ruled out is asked for again once it is bound",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          successCriteria:
          - { condition: "!($response.body#/open == false)" }
          - { condition: $.open != false, context: $response.body, type: jsonpath }
          onFailure: [{ name: shut, type: end }]
    `,
    openapi: answering("{ properties: { open: { type: boolean } } }"),
  },
  {
    name: "an answer that is always there is asked whether it is, and more is read of it",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: there, type: end, criteria: [{ condition: $, context: $response.body, type: jsonpath }] }
          - { name: on, type: goto, stepId: third, criteria: [{ condition: $response.header.Location != null }] }
        - { stepId: second, operationId: look }
        - { stepId: third, operationId: look }
    `,
    openapi: answering("{ type: boolean }"),
  },
  {
    name: "an answer that is always there is asked whether it is, and has a variable",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: none, type: end, criteria: [{ condition: $response.body == null && $response.header.Location != null }] }
          - { name: some, type: end, criteria: [{ context: $response.body, type: regex, condition: ^1 }] }
    `,
    openapi: answering("{ type: integer }"),
  },
  {
    name: "a called workflow takes any field by its own words, and fewer by where it sends them",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: call, workflowId: second, parameters: [{ name: page, value: { number: 1, b: null } }] }]
      - workflowId: second
        inputs: { required: [page], properties: { page: { type: object } } }
        steps: [{ stepId: make, operationId: make, requestBody: { payload: $inputs.page } }]
    `,
    openapi: yaml`
      paths:
        /it:
          post:
            operationId: make
            requestBody:
              required: true
              content: { application/json: { schema: { type: object, properties: { number: { type: integer } } } } }
            responses: { "204": { description: It. } }
    `,
    want: "3:94 error unknown-field the input 'page' has no field 'b' | Known here: 'number'.",
  },
  {
    name: "an answer holds an object of which one part has a field that nothing can be",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: look, operationId: look, outputs: { one: $response.body#/one } }]
        outputs: { one: $steps.look.outputs.one }
    `,
    openapi: answering(
      "{ properties: { one: { allOf: [{ properties: { x: { enum: [] } } }, { required: [x], properties: { x: { type: string } } }] } } }",
    ),
  },
  {
    name: "a field is null in one part of its object's schema, and a number in another",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { count: null, free: null } } }]
    `,
    openapi: yaml`
      openapi: 3.1.0
      paths:
        /it:
          post:
            operationId: make
            requestBody:
              content:
                application/json:
                  schema:
                    allOf:
                    - { properties: { count: { type: "null" }, free: { type: ["null", integer] } } }
                    - { properties: { count: { type: number }, free: { type: ["null", string] } } }
            responses: { "204": { description: It. } }
    `,
    want: "3:79 error type-conflict the field 'count' takes nothing, not null",
  },
  {
    name: "a step that calls a workflow runs only before new tries of another, and reads what it gave the time before",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess: [{ name: done, type: end }]
          onFailure: [{ name: again, type: retry, stepId: help, retryLimit: 3 }]
        - stepId: help
          workflowId: second
          parameters: [{ name: last, value: $steps.help.outputs.state }]
          outputs: { state: $outputs.state }
      - workflowId: second
        inputs: { properties: { last: { type: string } } }
        steps: [{ stepId: look, operationId: look, outputs: { state: $response.body#/state } }]
        outputs: { state: $steps.look.outputs.state }
    `,
    openapi: answering("{ required: [state], properties: { state: { type: string } } }"),
  },
];

describe("where", () => {
  test.each(rows)("$name", async ({ arazzo, openapi, want }) => {
    const { findings, files } = await compiler.compile({ arazzo, openapi });

    expect(findings.filter((finding) => finding.includes(" error ")).join("\n")).toBe(want ?? "");
    expect(files.size > 0).toBe(want === undefined);
  });
});

compiler.testTypes();
