import { testFrames } from "../support/frames.js";

const second = `
  openapi: 3.1.0
  info: { title: Given, version: 1.0.0 }
  servers: [{ url: https://api.example.com }]
  paths:
    /others: { get: { operationId: listOthers, responses: { "200": { description: Others. } } } }
`;

testFrames("links", [
  {
    code: "unknown-source",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: $sourceDescriptions.apo.listOrders
    `,
    want: `
      arazzo.yaml:5:18: error unknown-source: there is no source description 'apo'
        3 |   steps:
        4 |   - stepId: list
      > 5 |     operationId: $sourceDescriptions.apo.listOrders
          |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        6 | arazzo: 1.0.1
        7 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'api'?

      1 error
    `,
  },
  {
    code: "unknown-operation",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrder
    `,
    want: `
      arazzo.yaml:5:18: error unknown-operation: no source description has an operation 'listOrder'
        3 |   steps:
        4 |   - stepId: list
      > 5 |     operationId: listOrder
          |                  ^^^^^^^^^
        6 | arazzo: 1.0.1
        7 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'listOrders'?

      1 error
    `,
  },
  {
    code: "unknown-operation",
    name: "by its path",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationPath: '{$sourceDescriptions.api.url}#/paths/~1order/get'
    `,
    want: `
      arazzo.yaml:5:20: error unknown-operation: 'api' has no operation 'GET /order'
        3 |   steps:
        4 |   - stepId: list
      > 5 |     operationPath: '{$sourceDescriptions.api.url}#/paths/~1order/get'
          |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        6 | arazzo: 1.0.1
        7 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean '#/paths/~1orders/get'?

      1 error
    `,
  },
  {
    code: "ambiguous-operation",
    arazzo: `
      sourceDescriptions: [{ name: api, url: ./openapi.yaml }, { name: copy, url: ./copy.yaml }]
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
    `,
    files: { "copy.yaml": second.replace("listOthers", "listOrders") },
    want: `
      arazzo.yaml:6:18: error ambiguous-operation: several operations have the id 'listOrders'
        4 |   steps:
        5 |   - stepId: list
      > 6 |     operationId: listOrders
          |                  ^^^^^^^^^^
        7 | arazzo: 1.0.1
        8 | info: { title: Given, version: 1.0.0 }
        hint: Write '$sourceDescriptions.api.listOrders' or '$sourceDescriptions.copy.listOrders'.

      1 error
    `,
  },
  {
    code: "unqualified-operation",
    arazzo: `
      sourceDescriptions: [{ name: api, url: ./openapi.yaml }, { name: second, url: ./second.yaml }]
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
    `,
    files: { "second.yaml": second },
    want: `
      arazzo.yaml:6:18: warning unqualified-operation: 'listOrders' is looked for in 2 source descriptions
        4 |   steps:
        5 |   - stepId: list
      > 6 |     operationId: listOrders
          |                  ^^^^^^^^^^
        7 | arazzo: 1.0.1
        8 | info: { title: Given, version: 1.0.0 }
        hint: Write '$sourceDescriptions.api.listOrders'.

      1 warning
    `,
  },
  {
    code: "unknown-step",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onFailure:
          - { name: once more, type: goto, stepId: gte }
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: "1" }]
    `,
    want: `
      arazzo.yaml:7:46: error unknown-step: there is no step 'gte'
        5 |     operationId: listOrders
        6 |     onFailure:
      > 7 |     - { name: once more, type: goto, stepId: gte }
          |                                              ^^^
        8 |   - stepId: get
        9 |     operationId: getOrder
        hint: Did you mean 'get'?

      1 error
    `,
  },
  {
    code: "forward-reference",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: get
          operationId: getOrder
          parameters:
          - name: id
            in: path
            value: $steps.make.outputs.id
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs: { id: $response.body#/id }
    `,
    want: `
      arazzo.yaml:9:14: error forward-reference: '$steps.make.outputs.id': the step 'make' runs later, if at all
         7 |     - name: id
         8 |       in: path
      >  9 |       value: $steps.make.outputs.id
           |              ^^^^^^^^^^^^^^^^^^^^^^
        10 |   - stepId: make
        11 |     operationId: createOrder
        hint: Take the value from a step that has run before, or move the step.

      1 error
    `,
  },
  {
    code: "unknown-output",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs: { id: $response.body#/id }
        - stepId: get
          operationId: getOrder
          parameters:
          - name: id
            in: path
            value: $steps.make.outputs.ID
    `,
    want: `
      arazzo.yaml:13:14: error unknown-output: '$steps.make.outputs.ID': 'make' has no output 'ID'
        11 |     - name: id
        12 |       in: path
      > 13 |       value: $steps.make.outputs.ID
           |              ^^^^^^^^^^^^^^^^^^^^^^
        14 | arazzo: 1.0.1
        15 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'id'?

      1 error
    `,
  },
  {
    code: "unknown-input",
    arazzo: `
      workflows:
      - workflowId: show
        inputs: { type: object, required: [orderId], properties: { orderId: { type: string } } }
        steps:
        - stepId: get
          operationId: getOrder
          parameters:
          - name: id
            in: path
            value: $inputs.orderID
    `,
    want: `
      arazzo.yaml:10:14: error unknown-input: '$inputs.orderID': the workflow declares no input 'orderID'
         8 |     - name: id
         9 |       in: path
      > 10 |       value: $inputs.orderID
           |              ^^^^^^^^^^^^^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'orderId'?

      1 error
    `,
  },
  {
    code: "unknown-input",
    name: "in what may be a text to be sent as it stands",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: get
          operationId: getOrder
          parameters:
          - { name: id, in: path, value: $inputs.orderID }
    `,
    want: `
      arazzo.yaml:7:36: error unknown-input: '$inputs.orderID': the workflow declares no input 'orderID'
        5 |     operationId: getOrder
        6 |     parameters:
      > 7 |     - { name: id, in: path, value: $inputs.orderID }
          |                                    ^^^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: If that is a text to be sent as it stands, let it be the 'default' of an input.

      1 error
    `,
  },
  {
    code: "unused-input",
    arazzo: `
      workflows:
      - workflowId: list
        inputs:
          type: object
          properties: { note: { type: string } }
        steps:
        - stepId: list
          operationId: listOrders
    `,
    want: `
      arazzo.yaml:5:19: warning unused-input: no step reads the input 'note'
        3 |   inputs:
        4 |     type: object
      > 5 |     properties: { note: { type: string } }
          |                   ^^^^
        6 |   steps:
        7 |   - stepId: list
        hint: Read it in a step, or remove it from the inputs.

      1 warning
    `,
  },
  {
    code: "input-required",
    arazzo: `
      workflows:
      - workflowId: show
        inputs:
          required: [count]
          properties: { id: { type: string }, count: { type: integer } }
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $inputs.id }]
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen, count: $inputs.count } }
    `,
    want: `
      arazzo.yaml:5:19: note input-required: the input 'id' is not among those that are required, and yet something needs it
        3 |   inputs:
        4 |     required: [count]
      > 5 |     properties: { id: { type: string }, count: { type: integer } }
          |                   ^^
        6 |   steps:
        7 |   - stepId: get
        hint: Add 'id' to the required inputs, or give it a default.

      1 note
    `,
  },
  {
    code: "unknown-workflow",
    arazzo: `
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
      - workflowId: all
        steps:
        - stepId: call
          workflowId: lst
    `,
    want: `
      arazzo.yaml:7:17: error unknown-workflow: the document has no workflow 'lst'
        5 |   steps:
        6 |   - stepId: call
      > 7 |     workflowId: lst
          |                 ^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'list'?

      1 error
    `,
  },
  {
    code: "workflow-cycle",
    arazzo: `
      workflows:
      - workflowId: first
        steps:
        - stepId: on
          workflowId: second
      - workflowId: second
        steps:
        - stepId: back
          workflowId: first
    `,
    want: `
      arazzo.yaml:9:17: error workflow-cycle: the workflow leads back to itself: 'first' → 'second' → 'first'
         7 |   steps:
         8 |   - stepId: back
      >  9 |     workflowId: first
           |                 ^^^^^
        10 | arazzo: 1.0.1
        11 | info: { title: Given, version: 1.0.0 }
        hint: A loop goes back to a step of the same workflow: 'type: goto' with a 'stepId'.

      1 error
    `,
  },
  {
    code: "missing-input",
    arazzo: `
      workflows:
      - workflowId: show
        inputs: { type: object, required: [id], properties: { id: { type: string } } }
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $inputs.id }]
      - workflowId: all
        steps:
        - stepId: call
          workflowId: show
    `,
    want: `
      arazzo.yaml:11:17: error missing-input: the workflow 'show' requires the input 'id'
         9 |   steps:
        10 |   - stepId: call
      > 11 |     workflowId: show
           |                 ^^^^
        12 | arazzo: 1.0.1
        13 | info: { title: Given, version: 1.0.0 }
        hint: Add '{ name: id, value: … }' to the parameters.

      1 error
    `,
  },
  {
    code: "unmet-dependency",
    arazzo: `
      arazzo: 1.1.0
      workflows:
      - workflowId: show
        steps:
        - stepId: list
          operationId: listOrders
          dependsOn: [make]
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
    `,
    want: `
      arazzo.yaml:7:17: error unmet-dependency: 'list' depends on 'make', which is never completed by then
        5 |   - stepId: list
        6 |     operationId: listOrders
      > 7 |     dependsOn: [make]
          |                 ^^^^
        8 |   - stepId: make
        9 |     operationId: createOrder
        hint: Steps run in the order of the document: move one of them, or the 'goto' that leads past it.

      1 error
    `,
  },
  {
    code: "unknown-component",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          parameters:
          - reference: $components.parameters.sate
      components:
        parameters:
          state: { name: state, in: query, value: open }
    `,
    want: `
      arazzo.yaml:7:18: error unknown-component: the components have no 'sate' among their parameters
        5 |     operationId: listOrders
        6 |     parameters:
      > 7 |     - reference: $components.parameters.sate
          |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        8 | components:
        9 |   parameters:
        hint: Did you mean 'state'?

      1 error
    `,
  },
  {
    code: "unknown-step",
    name: "and not that nothing leads to the step that was meant",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: some, type: goto, stepId: remvoe }
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          onSuccess:
          - { name: made, type: end }
        - stepId: remove
          operationId: deleteOrder
          parameters: [{ name: id, in: path, value: "1" }]
          onSuccess:
          - { name: next, type: goto, stepId: make }
    `,
    want: `
      arazzo.yaml:7:41: error unknown-step: there is no step 'remvoe'
        5 |     operationId: listOrders
        6 |     onSuccess:
      > 7 |     - { name: some, type: goto, stepId: remvoe }
          |                                         ^^^^^^
        8 |   - stepId: make
        9 |     operationId: createOrder
        hint: Did you mean 'remove'?

      1 error
    `,
  },
  {
    code: "parameter-of-url",
    arazzo: `
      workflows:
      - workflowId: list
        inputs: { type: object, required: [url], properties: { url: { type: string } } }
        steps:
        - stepId: next
          operationId: listOrders
          x-url: $inputs.url
          parameters:
          - { name: state, in: query, value: open }
    `,
    want: `
      arazzo.yaml:9:15: error parameter-of-url: the query parameter 'state' is not sent: 'x-url' takes the place of path and query
         7 |     x-url: $inputs.url
         8 |     parameters:
      >  9 |     - { name: state, in: query, value: open }
           |               ^^^^^
        10 | arazzo: 1.0.1
        11 | info: { title: Given, version: 1.0.0 }
        hint: Remove it: the URL has it.

      1 error
    `,
  },
]);
