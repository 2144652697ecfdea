import { testFrames } from "../support/frames.js";

testFrames("conditions", [
  {
    code: "invalid-expression",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs:
            id: $response.bdy#/id
    `,
    want: `
      arazzo.yaml:8:11: error invalid-expression: '$response.bdy#/id': expected 'header.' or 'body' after '$response.'
         6 |     requestBody: { payload: { article: pen } }
         7 |     outputs:
      >  8 |       id: $response.bdy#/id
           |           ^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean '$response.body'?

      1 error
    `,
  },
  {
    code: "invalid-condition",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: $statusCode = 200
    `,
    want: `
      arazzo.yaml:7:30: error invalid-condition: '=' is no operator of conditions
        5 |     operationId: listOrders
        6 |     successCriteria:
      > 7 |     - condition: $statusCode = 200
          |                              ^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Write '=='.

      1 error
    `,
  },
  {
    code: "jsonpath-predicate",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - context: $response.body
            condition: $.state == 'paid'
            type: jsonpath
    `,
    want: `
      arazzo.yaml:9:18: note jsonpath-predicate: '$.state == 'paid'' is no JSONPath query; it is read as a comparison
         7 |     successCriteria:
         8 |     - context: $response.body
      >  9 |       condition: $.state == 'paid'
           |                  ^^^^^^^^^^^^^^^^^
        10 |       type: jsonpath
        11 | arazzo: 1.0.1
        hint: Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'make'].steps[?@.stepId == 'make'].successCriteria[0]
            description: The condition is no query of RFC 9535, which other tools would refuse or misread; this asks the same, except that it takes capitals and small letters for the same.
            update:
              type: simple
              condition: $response.body#/state == 'paid'

      1 note
    `,
  },
  {
    code: "slow-pattern",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - context: $response.body#/id
            condition: ^(a+)+$
            type: regex
    `,
    want: `
      arazzo.yaml:9:18: warning slow-pattern: matching '^(a+)+$' can take for ever
         7 |     successCriteria:
         8 |     - context: $response.body#/id
      >  9 |       condition: ^(a+)+$
           |                  ^^^^^^^
        10 |       type: regex
        11 | arazzo: 1.0.1
        hint: Let no two repetitions match the same text one after the other or inside of one another.

      1 warning
    `,
  },
  {
    code: "embedded-pattern",
    arazzo: `
      arazzo: 1.1.0
      workflows:
      - workflowId: make
        inputs: { type: object, required: [prefix], properties: { prefix: { type: string } } }
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - context: $response.body#/id
            condition: ^{$inputs.prefix}
            type: regex
    `,
    want: `
      arazzo.yaml:11:20: warning embedded-pattern: the value of '$inputs.prefix' is matched to the letter, not as a regular expression
         9 |     successCriteria:
        10 |     - context: $response.body#/id
      > 11 |       condition: ^{$inputs.prefix}
           |                    ^^^^^^^^^^^^^^
        12 |       type: regex
        13 | info: { title: Given, version: 1.0.0 }
        hint: Compare with '==', or write the expression out.

      1 warning
    `,
  },
  {
    code: "impossible-condition",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $response.body#/state == 'payed'
    `,
    want: `
      arazzo.yaml:8:43: error impossible-condition: never true: "payed" is none of the values that the schema lists: "open", "paid", "lost"
         6 |     requestBody: { payload: { article: pen } }
         7 |     successCriteria:
      >  8 |     - condition: $response.body#/state == 'payed'
           |                                           ^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Known here: 'open', 'paid', 'lost'.

      1 error
    `,
  },
  {
    code: "impossible-condition",
    name: "that always holds",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $response.body#/state != 'payed'
    `,
    want: `
      arazzo.yaml:8:43: error impossible-condition: always true: "payed" is none of the values that the schema lists: "open", "paid", "lost"
         6 |     requestBody: { payload: { article: pen } }
         7 |     successCriteria:
      >  8 |     - condition: $response.body#/state != 'payed'
           |                                           ^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Known here: 'open', 'paid', 'lost'.

      1 error
    `,
  },
  {
    code: "impossible-condition",
    name: "of two literals",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: 1 == 1
    `,
    want: `
      arazzo.yaml:8:18: error impossible-condition: always true: this compares two literals
         6 |     requestBody: { payload: { article: pen } }
         7 |     successCriteria:
      >  8 |     - condition: 1 == 1
           |                  ^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }

      1 error
    `,
  },
  {
    code: "impossible-condition",
    name: "on the status",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: $statusCode == 200 && $statusCode == 201
    `,
    want: `
      arazzo.yaml:7:18: error impossible-condition: no status satisfies '$statusCode == 200 && $statusCode == 201'
        5 |     operationId: listOrders
        6 |     successCriteria:
      > 7 |     - condition: $statusCode == 200 && $statusCode == 201
          |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }

      1 error
    `,
  },
  {
    code: "impossible-condition",
    name: "of two criteria together",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: $statusCode == 200
          - condition: $statusCode == 201
    `,
    want: `
      arazzo.yaml:8:18: error impossible-condition: no status satisfies '$statusCode == 200 && $statusCode == 201'
         6 |     successCriteria:
         7 |     - condition: $statusCode == 200
      >  8 |     - condition: $statusCode == 201
           |                  ^^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: All criteria of a list have to hold: join alternatives by '||' in one condition.

      1 error
    `,
  },
  {
    code: "constant-condition",
    name: "that asks one value to be two",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $response.body#/id == 'a' && $response.body#/id == 'b'
    `,
    want: `
      arazzo.yaml:8:18: warning constant-condition: '$response.body#/id == 'a' && $response.body#/id == 'b'' is never true, whatever the answer holds
         6 |     requestBody: { payload: { article: pen } }
         7 |     successCriteria:
      >  8 |     - condition: $response.body#/id == 'a' && $response.body#/id == 'b'
           |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: One value cannot be two at once: join alternatives by '||'.

      1 warning
    `,
  },
  {
    code: "constant-condition",
    name: "that is true of every value",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $response.body#/id != 'a' || $response.body#/id != 'b'
    `,
    want: `
      arazzo.yaml:8:18: warning constant-condition: '$response.body#/id != 'a' || $response.body#/id != 'b'' is always true, whatever the answer holds
         6 |     requestBody: { payload: { article: pen } }
         7 |     successCriteria:
      >  8 |     - condition: $response.body#/id != 'a' || $response.body#/id != 'b'
           |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Of two '!=' with '||' between them one always holds: join them by '&&'.

      1 warning
    `,
  },
  {
    code: "constant-condition",
    name: "on what a called workflow never returns",
    arazzo: `
      workflows:
      - workflowId: buy
        steps:
        - stepId: make
          workflowId: make
          onSuccess:
          - { name: open, type: end, criteria: [{ condition: $outputs.state == 'open' }] }
        - { stepId: again, workflowId: make }
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - { condition: "$[?@.state == 'paid']", context: $response.body, type: jsonpath }
          outputs: { state: $response.body#/state }
        outputs: { state: $steps.make.outputs.state }
    `,
    want: `
      arazzo.yaml:7:56: warning constant-condition: never true: the workflow that was called returns only "paid"
        5 |     workflowId: make
        6 |     onSuccess:
      > 7 |     - { name: open, type: end, criteria: [{ condition: $outputs.state == 'open' }] }
          |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^
        8 |   - { stepId: again, workflowId: make }
        9 | - workflowId: make
        hint: Its own criteria let nothing else through, so that this need not be asked.

      1 warning
    `,
  },
  {
    code: "constant-condition",
    name: "of two criteria on one number",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - condition: $response.body#/count > 5
          - condition: $response.body#/state == 'paid'
          - condition: $response.body#/count <= 5
    `,
    want: `
      arazzo.yaml:10:18: warning constant-condition: '$response.body#/count <= 5' never holds together with '$response.body#/count > 5'
         8 |     - condition: $response.body#/count > 5
         9 |     - condition: $response.body#/state == 'paid'
      > 10 |     - condition: $response.body#/count <= 5
           |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: All criteria of a list have to hold: join alternatives by '||' in one condition.

      1 warning
    `,
  },
  {
    code: "constant-condition",
    name: "of a filter",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          successCriteria:
          - context: $response.body
            condition: $[?@.state == "paid" && @.state == "open"]
            type: jsonpath
    `,
    want: `
      arazzo.yaml:9:18: warning constant-condition: '$[?@.state == "paid" && @.state == "open"]' is never true, whatever the answer holds
         7 |     successCriteria:
         8 |     - context: $response.body
      >  9 |       condition: $[?@.state == "paid" && @.state == "open"]
           |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        10 |       type: jsonpath
        11 | arazzo: 1.0.1

      1 warning
    `,
  },
]);
