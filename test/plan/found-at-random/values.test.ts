import { yaml } from "../../support/yaml.js";
import { answering, taking, testFound } from "./found.js";

testFound([
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
    name: "a list of listed values is a default, beside which null may be given",
    arazzo: yaml`
      workflows:
      - workflowId: first
        inputs: { properties: { states: { type: [array, "null"], items: { enum: [on, off] }, default: [on] } } }
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { states: $inputs.states } } }]
    `,
    openapi: taking('{ properties: { states: { type: [array, "null"], items: { enum: [on, off] } } } }'),
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
    openapi: taking("{ type: object, properties: { number: { type: integer } } }"),
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
    name: "an input goes where one part of a schema lists a field that another part has an opinion of",
    arazzo: yaml`
      workflows:
      - workflowId: first
        inputs: { properties: { page: {} } }
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { page: $inputs.page } } }]
    `,
    openapi: taking(yaml`
      properties:
        page:
          allOf:
          - { properties: { labels: { type: object, properties: { name: { type: string } } } } }
          - { properties: { labels: { type: object, additionalProperties: { type: boolean } } } }
    `),
  },
  {
    name: "an input of a called workflow is an object or a number, and an object is given that lacks a field",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: call, workflowId: second, parameters: [{ name: it, value: { part: {} } }] }]
      - workflowId: second
        inputs: { properties: { it: { type: object, properties: { part: { anyOf: [{ type: object }, { type: integer }] } } } } }
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { it: $inputs.it } } }]
    `,
    openapi: taking(yaml`
      properties:
        it:
          type: object
          properties:
            part: { anyOf: [{ type: object, required: [state], properties: { state: { type: string } } }, { type: integer }] }
    `),
    want: "3:81 error missing-field the field 'part' requires the field 'state' | Add 'state' to the payload.",
  },
  {
    name: "one part of a schema requires, of any kind, what another part lists below",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: look, operationId: look, outputs: { next: $response.body#/next, page: $response.body#/next/page } }]
        outputs: { next: $steps.look.outputs.next, page: $steps.look.outputs.page }
    `,
    openapi: answering(yaml`
      allOf:
      - { required: [next], properties: { next: { type: object, required: [page], properties: { page: {} } } } }
      - { properties: { next: { type: object, properties: { page: { type: object, properties: { to: { type: string } } } } } } }
    `),
  },
  {
    name: "a field is null in one part of its object's schema, and a number in another",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps: [{ stepId: make, operationId: make, requestBody: { payload: { count: null, free: null } } }]
    `,
    openapi: taking(yaml`
      allOf:
      - { properties: { count: { type: "null" }, free: { type: ["null", integer] } } }
      - { properties: { count: { type: number }, free: { type: ["null", string] } } }
    `),
    want: "3:79 error type-conflict the field 'count' takes nothing, not null",
  },
  {
    name: "a value is demanded of an answer that one of the documented successes lacks",
    arazzo: yaml`
      workflows:
      - workflowId: first
        inputs: { type: object, properties: { id: { type: string, default: "7" } } }
        steps:
        - { stepId: look, operationId: look, outputs: { it: $response.body#/it } }
        - stepId: again
          operationId: look
          parameters: [{ name: PageSize, in: query, value: "{$inputs.id}/{$steps.look.outputs.it}" }]
    `,
    openapi: yaml`
      paths:
        /it:
          get:
            operationId: look
            parameters: [{ name: PageSize, in: query, schema: { type: string } }]
            responses:
              "201":
                description: It.
                content: { application/json: { schema: { type: object, properties: { it: {} } } } }
              "204": { description: Nothing. }
    `,
  },
]);
