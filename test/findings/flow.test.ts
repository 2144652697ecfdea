import { testFrames } from "../support/frames.js";

testFrames("flow", [
  {
    code: "success-status-mismatch",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          successCriteria:
          - condition: $statusCode == 200
          requestBody: { payload: { article: pen } }
    `,
    want: `
      arazzo.yaml:7:18: warning success-status-mismatch: 'createOrder' answers 201 when it succeeds, never what '$statusCode == 200' asks for; 201 is accepted as well
        5 |     operationId: createOrder
        6 |     successCriteria:
      > 7 |     - condition: $statusCode == 200
          |                  ^^^^^^^^^^^^^^^^^^
        8 |     requestBody: { payload: { article: pen } }
        9 | arazzo: 1.0.1
        hint: Write 'condition: $statusCode == 201'.

      1 warning
    `,
  },
  {
    code: "success-status-ambiguous",
    arazzo: `
      workflows:
      - workflowId: remove
        steps:
        - stepId: remove
          operationId: deleteOrder
          successCriteria:
          - condition: $statusCode == 204
          parameters: [{ name: id, in: path, value: "1" }]
    `,
    want: `
      arazzo.yaml:7:18: warning success-status-ambiguous: 'deleteOrder' also succeeds with 200, which '$statusCode == 204' takes for a failure
        5 |     operationId: deleteOrder
        6 |     successCriteria:
      > 7 |     - condition: $statusCode == 204
          |                  ^^^^^^^^^^^^^^^^^^
        8 |     parameters: [{ name: id, in: path, value: "1" }]
        9 | arazzo: 1.0.1
        hint: To accept it, write 'condition: $statusCode == 200 || $statusCode == 204'.

      1 warning
    `,
  },
  {
    code: "poll-inferred",
    arazzo: `
      workflows:
      - workflowId: wait
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: "1" }]
          onSuccess:
          - { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }
    `,
    want: `
      arazzo.yaml:7:5: note poll-inferred: the step 'get' is polled until one of its criteria holds
        5 |     operationId: getOrder
        6 |     parameters: [{ name: id, in: path, value: "1" }]
      > 7 |     onSuccess:
          |     ^^^^^^^^^
        8 |     - { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }
        9 | arazzo: 1.0.1
        hint: Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.

      1 note
    `,
  },
  {
    code: "poll-without-end",
    arazzo: `
      workflows:
      - workflowId: wait
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: "1" }]
          x-poll: { interval: 1000 }
    `,
    want: `
      arazzo.yaml:7:5: error poll-without-end: nothing says when the poll of 'get' is done
        5 |     operationId: getOrder
        6 |     parameters: [{ name: id, in: path, value: "1" }]
      > 7 |     x-poll: { interval: 1000 }
          |     ^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Let it be the last step and end under criteria, or let a 'goto' lead back to it.

      1 error
    `,
  },
  {
    code: "unreachable-step",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: done, type: end }
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
    `,
    want: `
      arazzo.yaml:8:13: warning unreachable-step: no way leads to the step 'make'
         6 |     onSuccess:
         7 |     - { name: done, type: end }
      >  8 |   - stepId: make
           |             ^^^^
         9 |     operationId: createOrder
        10 |     requestBody: { payload: { article: pen } }
        hint: Remove it, or let a 'goto' lead to it.

      1 warning
    `,
  },
  {
    code: "endless-loop",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          onSuccess:
          - { name: again, type: goto, stepId: list }
    `,
    want: `
      arazzo.yaml:8:7: error endless-loop: nothing but an error ends this loop, of 'list'
         6 |     requestBody: { payload: { article: pen } }
         7 |     onSuccess:
      >  8 |     - { name: again, type: goto, stepId: list }
           |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Give the action 'criteria', or let another one end the workflow or lead out.

      1 error
    `,
  },
  {
    code: "deferred-too-early",
    arazzo: `
      workflows:
      - workflowId: show
        inputs:
          type: object
          required: [id]
          properties:
            id: { type: string, x-deferred: true }
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $inputs.id }]
    `,
    want: `
      arazzo.yaml:7:27: warning deferred-too-early: the input 'id' cannot come later: the step 'get', which sends it, is the first
        5 |     required: [id]
        6 |     properties:
      > 7 |       id: { type: string, x-deferred: true }
          |                           ^^^^^^^^^^
        8 |   steps:
        9 |   - stepId: get
        hint: Remove 'x-deferred', or let a step come before.

      1 warning
    `,
  },
  {
    code: "output-never-set",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess: [{ name: done, type: end }]
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: "1" }]
          outputs: { state: $response.body#/state }
        outputs:
          state: $steps.get.outputs.state
    `,
    want: `
      arazzo.yaml:7:13: warning unreachable-step: no way leads to the step 'get'
        5 |     operationId: listOrders
        6 |     onSuccess: [{ name: done, type: end }]
      > 7 |   - stepId: get
          |             ^^^
        8 |     operationId: getOrder
        9 |     parameters: [{ name: id, in: path, value: "1" }]
        hint: Remove it, or let a 'goto' lead to it.

      arazzo.yaml:12:12: warning output-never-set: nothing sets the output 'state': no way leads to the step 'get'
        10 |     outputs: { state: $response.body#/state }
        11 |   outputs:
      > 12 |     state: $steps.get.outputs.state
           |            ^^^^^^^^^^^^^^^^^^^^^^^^
        13 | arazzo: 1.0.1
        14 | info: { title: Given, version: 1.0.0 }
        hint: Remove the output, or let something lead to the step.

      2 warnings
    `,
  },
  {
    code: "output-maybe-unset",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: known, type: goto, stepId: get, criteria: [{ condition: $response.body#/orders != null }] }
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs: { id: $response.body#/id }
        - stepId: get
          operationId: getOrder
          parameters:
          - { name: id, in: path, value: $steps.make.outputs.id }
    `,
    want: `
      arazzo.yaml:15:36: warning output-maybe-unset: the path parameter 'id' needs '$steps.make.outputs.id', and the step 'make' may not have run by then
        13 |     operationId: getOrder
        14 |     parameters:
      > 15 |     - { name: id, in: path, value: $steps.make.outputs.id }
           |                                    ^^^^^^^^^^^^^^^^^^^^^^
        16 | arazzo: 1.0.1
        17 | info: { title: Given, version: 1.0.0 }
        hint: Let every way that leads here go through that step.

      1 warning
    `,
  },
]);
