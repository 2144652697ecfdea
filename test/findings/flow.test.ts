import { testFrames } from "../support/frames.js";

/** Sends a code to somebody, and checks what they read. */
const verification = `
  paths:
    /codes:
      post:
        operationId: sendCode
        requestBody:
          required: true
          content: { application/json: { schema: { type: object, properties: { to: { type: string } } } } }
        responses: { "201": { description: Sent. } }
    /checks:
      post:
        operationId: checkCode
        requestBody:
          required: true
          content: { application/json: { schema: { $ref: "#/components/schemas/Check" } } }
        responses: { "200": { description: Checked. } }
  components:
    schemas:
      Check: { type: object, properties: { to: { type: string }, code: { type: string } } }
`;

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
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'make'].steps[?@.stepId == 'make'].successCriteria[0]
            description: createOrder answers 201 when it has succeeded; any other criterion fails the step though it took effect.
            update:
              condition: $statusCode == 201

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
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'remove'].steps[?@.stepId == 'remove'].successCriteria[0]
            description: deleteOrder answers 200 or 204 when it has succeeded; any other criterion fails the step though it took effect.
            update:
              condition: $statusCode == 200 || $statusCode == 204

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
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'wait'].steps[?@.stepId == 'get']
            description: The step is polled until one of its criteria holds. These are the times by default, in milliseconds.
            update:
              x-poll:
                interval: 2000
                factor: 1.5
                maxInterval: 30000
                deadline: 300000

      1 note
    `,
  },
  {
    code: "unusable-callback",
    arazzo: `
      workflows:
      - workflowId: wait
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs: { id: $response.body#/id }
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
          x-callback: { event: order-paid, match: $steps.make.outputs.id, url: notifyUrl }
    `,
    want: `
      arazzo.yaml:11:5: error unusable-callback: the step 'get' waits for nothing that a callback could tell of
         9 |     operationId: getOrder
        10 |     parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      > 11 |     x-callback: { event: order-paid, match: $steps.make.outputs.id, url: notifyUrl }
           |     ^^^^^^^^^^
        12 | arazzo: 1.0.1
        13 | info: { title: Given, version: 1.0.0 }
        hint: Say that it is polled: 'x-poll: { interval: 2000 }'.

      1 error
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
    code: "input-too-early",
    arazzo: `
      workflows:
      - workflowId: verify
        inputs:
          type: object
          required: [to, code]
          properties:
            to: { type: string }
            code: { type: string }
        steps:
        - stepId: start
          operationId: sendCode
          requestBody: { payload: { to: $inputs.to } }
        - stepId: check
          operationId: checkCode
          requestBody: { payload: { to: $inputs.to, code: $inputs.code } }
    `,
    openapi: verification,
    want: `
      arazzo.yaml:8:7: warning input-too-early: 'check' sends the input 'code' after 'start' was sent: a code that 'start' sends out is not known when the run begins
         6 |     properties:
         7 |       to: { type: string }
      >  8 |       code: { type: string }
           |       ^^^^
         9 |   steps:
        10 |   - stepId: start
        hint: Add 'x-deferred: true' to the input: callers may then give a function, which is called when the value is needed.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'verify'].inputs.properties.code
            description: The code exists only once start has been sent, so that callers give it then.
            update:
              x-deferred: true

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
  {
    code: "success-status-undocumented",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: $statusCode == 302
    `,
    want: `
      arazzo.yaml:7:18: warning success-status-undocumented: 'listOrders' documents no answer that '$statusCode == 302' accepts; the step may never succeed
        5 |     operationId: listOrders
        6 |     successCriteria:
      > 7 |     - condition: $statusCode == 302
          |                  ^^^^^^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: It documents '200'.

      1 warning
    `,
  },
  {
    code: "unreachable-action",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: done, type: end }
          - { name: gone, type: end, criteria: [{ condition: $response.body#/orders == null }] }
    `,
    want: `
      arazzo.yaml:8:15: warning unreachable-action: the action 'gone' is never taken: 'done' before it is always taken
         6 |     onSuccess:
         7 |     - { name: done, type: end }
      >  8 |     - { name: gone, type: end, criteria: [{ condition: $response.body#/orders == null }] }
           |               ^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Put it before 'done', or give 'done' criteria.

      1 warning
    `,
  },
  {
    code: "unreachable-action",
    name: "as its criteria are those of another one",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: some, type: end, criteria: [{ condition: $response.body#/orders != null }] }
          - { name: none, type: end, criteria: [{ condition: $response.body#/orders != null }] }
          - { name: none at all, type: end }
    `,
    want: `
      arazzo.yaml:8:15: warning unreachable-action: the action 'none' is never taken: 'some' before it is taken whenever its criteria hold
         6 |     onSuccess:
         7 |     - { name: some, type: end, criteria: [{ condition: $response.body#/orders != null }] }
      >  8 |     - { name: none, type: end, criteria: [{ condition: $response.body#/orders != null }] }
           |               ^^^^
         9 |     - { name: none at all, type: end }
        10 | arazzo: 1.0.1
        hint: Put it before 'some', or change one of them.

      1 warning
    `,
  },
  {
    code: "unreachable-action",
    name: "as the step does not succeed with that",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onSuccess:
          - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
    `,
    want: `
      arazzo.yaml:6:5: note poll-inferred: the step 'list' is polled until one of its criteria holds
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     onSuccess:
          |     ^^^^^^^^^
        7 |     - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
        8 | arazzo: 1.0.1
        hint: Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'list'].steps[?@.stepId == 'list']
            description: The step is polled until one of its criteria holds. These are the times by default, in milliseconds.
            update:
              x-poll:
                interval: 2000
                factor: 1.5
                maxInterval: 30000
                deadline: 300000

      arazzo.yaml:7:15: warning unreachable-action: the action 'gone' is never taken: its criteria never hold when the step has succeeded
        5 |     operationId: listOrders
        6 |     onSuccess:
      > 7 |     - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
          |               ^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Move it to 'onFailure', or let the success criteria accept what it asks for.

      1 warning, 1 note
    `,
  },
  {
    code: "unreachable-action",
    name: "as the step does not fail with that",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: $statusCode < 300
          onFailure:
          - { name: odd, type: end, criteria: [{ condition: $statusCode == 200 }] }
          - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
    `,
    want: `
      arazzo.yaml:9:15: warning unreachable-action: the action 'odd' is never taken: its criteria never hold when the step has failed
         7 |     - condition: $statusCode < 300
         8 |     onFailure:
      >  9 |     - { name: odd, type: end, criteria: [{ condition: $statusCode == 200 }] }
           |               ^^^
        10 |     - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
        11 | arazzo: 1.0.1
        hint: Move it to 'onSuccess', or ask for what the success criteria do not accept.

      1 warning
    `,
  },
  {
    code: "unhandled-status",
    arazzo: `
      workflows:
      - workflowId: settle
        inputs: { type: object, required: [id], properties: { id: { type: string } } }
        steps:
        - stepId: get
          operationId: getOrder
          parameters: [{ name: id, in: path, value: $inputs.id }]
          onSuccess:
          - { name: open, type: goto, stepId: pay, criteria: [{ condition: $response.body#/state == 'open' }] }
          - { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }
        - stepId: pay
          operationId: createOrder
          requestBody: { payload: { article: pen } }
    `,
    want: `
      arazzo.yaml:8:5: warning unhandled-status: no action of 'get' is taken where '$response.body#/state' is 'lost'; the run then goes on to 'pay', which writes
         6 |     operationId: getOrder
         7 |     parameters: [{ name: id, in: path, value: $inputs.id }]
      >  8 |     onSuccess:
           |     ^^^^^^^^^
         9 |     - { name: open, type: goto, stepId: pay, criteria: [{ condition: $response.body#/state == 'open' }] }
        10 |     - { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }
        hint: Name what is missing in an action, or let a last 'end' without criteria take what is left.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'settle'].steps[?@.stepId == 'get']
            description: Ends the run where $response.body#/state is nothing that the other actions name.
            update:
              onSuccess:
              - name: getOtherwise
                type: end

      1 warning
    `,
  },
  {
    code: "unsafe-retry",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          onFailure:
          - { name: again, type: retry, retryLimit: 3 }
    `,
    want: `
      arazzo.yaml:8:15: warning unsafe-retry: the action 'again' sends 'createOrder' again after an answer such as 500: it may have taken effect by then, and would do so twice
         6 |     requestBody: { payload: { article: pen } }
         7 |     onFailure:
      >  8 |     - { name: again, type: retry, retryLimit: 3 }
           |               ^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Retry only what was refused, such as with the criterion '$statusCode == 429'.

      1 warning
    `,
  },
  {
    code: "unsafe-retry",
    name: "of an answer that was a success but for what it holds",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $statusCode == 201
          - condition: $response.body#/state == 'paid'
          onFailure:
          - { name: refused, type: retry, criteria: [{ condition: $statusCode == 429 }] }
          - { name: unpaid, type: retry, criteria: [{ condition: $statusCode < 500 }] }
    `,
    want: `
      arazzo.yaml:12:15: warning unsafe-retry: the action 'unpaid' sends 'createOrder' again after an answer such as 200: it may have taken effect by then, and would do so twice
        10 |     onFailure:
        11 |     - { name: refused, type: retry, criteria: [{ condition: $statusCode == 429 }] }
      > 12 |     - { name: unpaid, type: retry, criteria: [{ condition: $statusCode < 500 }] }
           |               ^^^^^^
        13 | arazzo: 1.0.1
        14 | info: { title: Given, version: 1.0.0 }
        hint: Retry only what was refused, such as with the criterion '$statusCode == 429'.

      1 warning
    `,
  },
  {
    code: "unreachable-action",
    name: "as its criteria contradict each other",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          onFailure:
          - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }, { condition: $statusCode == 410 }] }
    `,
    want: `
      arazzo.yaml:7:15: warning unreachable-action: the action 'gone' is never taken: its criteria never hold together
        5 |     operationId: listOrders
        6 |     onFailure:
      > 7 |     - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }, { condition: $statusCode == 410 }] }
          |               ^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: All criteria of a list have to hold: join alternatives by '||' in one condition.

      1 warning
    `,
  },
]);
