import { testFrames } from "../support/frames.js";

testFrames("documents", [
  {
    code: "invalid-document",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationID: listOrders
    `,
    want: `
      arazzo.yaml:5:5: error invalid-document: 'operationID' is no field that is known here
        3 |   steps:
        4 |   - stepId: list
      > 5 |     operationID: listOrders
          |     ^^^^^^^^^^^
        6 | arazzo: 1.0.1
        7 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'operationId'?

      1 error
    `,
  },
  {
    code: "invalid-document",
    name: "more than one of them",
    arazzo: `
      workflows:
      - steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - condition: 200
            type: simpel
    `,
    want: `
      arazzo.yaml:2:3: error invalid-document: 'workflowId' is missing
        1 | workflows:
      > 2 | - steps:
          |   ^^^^^^
        3 |   - stepId: list
        4 |     operationId: listOrders

      arazzo.yaml:6:18: error invalid-document: 'condition' has to be text, not '200'
        4 |     operationId: listOrders
        5 |     successCriteria:
      > 6 |     - condition: 200
          |                  ^^^
        7 |       type: simpel
        8 | arazzo: 1.0.1

      arazzo.yaml:7:13: error invalid-document: 'type' has to be 'simple', 'regex', 'jsonpath' or 'xpath', not 'simpel'
        5 |     successCriteria:
        6 |     - condition: 200
      > 7 |       type: simpel
          |             ^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'simple'?

      3 errors
    `,
  },
  {
    code: "unsupported-version",
    arazzo: `
      arazzo: 2.0.0
      workflows: []
    `,
    want: `
      arazzo.yaml:1:9: error unsupported-version: '2.0.0' is no version of Arazzo that is read here
      > 1 | arazzo: 2.0.0
          |         ^^^^^
        2 | workflows: []
        3 | info: { title: Given, version: 1.0.0 }
        hint: Versions 1.0.x and 1.1.x are read: 'arazzo: 1.0.1' or 'arazzo: 1.1.0'.

      1 error
    `,
  },
  {
    code: "unsupported-feature",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          successCriteria:
          - context: $response.body
            condition: //order
            type: xpath
    `,
    want: `
      arazzo.yaml:9:13: error unsupported-feature: XPath is not supported
         7 |     - context: $response.body
         8 |       condition: //order
      >  9 |       type: xpath
           |             ^^^^^
        10 | arazzo: 1.0.1
        11 | info: { title: Given, version: 1.0.0 }
        hint: Only 'jsonpath', 'regex', 'simple' and JSON Pointers are compiled: ask XML as a text, by 'regex'.

      1 error
    `,
  },
  {
    code: "duplicate-id",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
        - stepId: list
          operationId: listOrders
    `,
    want: `
      arazzo.yaml:6:13: error duplicate-id: another step of the workflow is called 'list'
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |   - stepId: list
          |             ^^^^
        7 |     operationId: listOrders
        8 | arazzo: 1.0.1
        hint: Rename one of them.

      1 error
    `,
  },
  {
    code: "invalid-name",
    arazzo: `
      workflows:
      - workflowId: 2nd order
        steps:
        - stepId: list
          operationId: listOrders
    `,
    want: `
      arazzo.yaml:2:15: error invalid-name: the workflowId '2nd order' cannot become the name of a function
        1 | workflows:
      > 2 | - workflowId: 2nd order
          |               ^^^^^^^^^
        3 |   steps:
        4 |   - stepId: list
        hint: Use letters, digits, hyphens and underscores, a letter first.

      1 error
    `,
  },
  {
    code: "name-collision",
    arazzo: `
      workflows:
      - workflowId: list-orders
        steps: [{ stepId: list, operationId: listOrders }]
      - workflowId: listorders
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:4:15: error name-collision: the workflows 'list-orders' and 'listorders' would have the same name, or names that differ in case only
        2 | - workflowId: list-orders
        3 |   steps: [{ stepId: list, operationId: listOrders }]
      > 4 | - workflowId: listorders
          |               ^^^^^^^^^^
        5 |   steps: [{ stepId: list, operationId: listOrders }]
        6 | arazzo: 1.0.1
        hint: Rename one of them.

      1 error
    `,
  },
  {
    code: "name-collision",
    name: "of an output and what tells the endings apart",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          outputs: { orders: $response.body#/orders }
          onSuccess:
          - { name: none, type: end, criteria: [{ condition: $response.body#/orders == null }] }
          - { name: some, type: end }
        outputs: { outcome: $steps.list.outputs.orders }
    `,
    want: `
      arazzo.yaml:10:14: error name-collision: the workflow has several endings, and 'outcome' is the field that says how it ended
         8 |     - { name: none, type: end, criteria: [{ condition: $response.body#/orders == null }] }
         9 |     - { name: some, type: end }
      > 10 |   outputs: { outcome: $steps.list.outputs.orders }
           |              ^^^^^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: Give the output another name.

      1 error
    `,
  },
  {
    code: "invalid-allow",
    arazzo: `
      workflows:
      - workflowId: list
        x-allow: { unused-inputs: Callers send it already. }
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:14: error invalid-allow: there is no finding 'unused-inputs'
        1 | workflows:
        2 | - workflowId: list
      > 3 |   x-allow: { unused-inputs: Callers send it already. }
          |              ^^^^^^^^^^^^^
        4 |   steps: [{ stepId: list, operationId: listOrders }]
        5 | arazzo: 1.0.1
        hint: Did you mean 'unused-input'?

      1 error
    `,
  },
  {
    code: "invalid-allow",
    name: "of an error, and without a reason",
    arazzo: `
      workflows:
      - workflowId: list
        x-allow:
          unknown-step: We like it.
          unused-input:
        inputs: { type: object, properties: { note: { type: string } } }
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:4:5: error invalid-allow: 'unknown-step' is an error, which cannot be allowed
        2 | - workflowId: list
        3 |   x-allow:
      > 4 |     unknown-step: We like it.
          |     ^^^^^^^^^^^^
        5 |     unused-input:
        6 |   inputs: { type: object, properties: { note: { type: string } } }
        hint: Correct what is wrong, in an overlay if the document is not yours.

      arazzo.yaml:5:5: error invalid-allow: nothing says why 'unused-input' is allowed here
        3 |   x-allow:
        4 |     unknown-step: We like it.
      > 5 |     unused-input:
          |     ^^^^^^^^^^^^
        6 |   inputs: { type: object, properties: { note: { type: string } } }
        7 |   steps: [{ stepId: list, operationId: listOrders }]
        hint: Write 'unused-input: reason', for those who read it later.

      arazzo.yaml:6:41: warning unused-input: no step reads the input 'note'
        4 |     unknown-step: We like it.
        5 |     unused-input:
      > 6 |   inputs: { type: object, properties: { note: { type: string } } }
          |                                         ^^^^
        7 |   steps: [{ stepId: list, operationId: listOrders }]
        8 | arazzo: 1.0.1
        hint: Read it in a step, or remove it from the inputs.

      2 errors, 1 warning
    `,
  },
  {
    code: "invalid-allow",
    name: "that is no object",
    arazzo: `
      workflows:
      - workflowId: list
        x-allow: [unused-input]
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:12: error invalid-allow: 'x-allow' has to be an object of codes and reasons, not a list
        1 | workflows:
        2 | - workflowId: list
      > 3 |   x-allow: [unused-input]
          |            ^^^^^^^^^^^^^^
        4 |   steps: [{ stepId: list, operationId: listOrders }]
        5 | arazzo: 1.0.1
        hint: Write 'x-allow: { code: reason }'.

      1 error
    `,
  },
  {
    code: "unused-allow",
    arazzo: `
      workflows:
      - workflowId: list
        x-allow: { unused-input: Callers send it already. }
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:14: warning unused-allow: nothing that 'unused-input' is about was found here
        1 | workflows:
        2 | - workflowId: list
      > 3 |   x-allow: { unused-input: Callers send it already. }
          |              ^^^^^^^^^^^^
        4 |   steps: [{ stepId: list, operationId: listOrders }]
        5 | arazzo: 1.0.1
        hint: Remove it, so that it does not hide what is found here one day.

      1 warning
    `,
  },
  {
    code: "unused-allow",
    name: "that stands beside what it is about",
    arazzo: `
      workflows:
      - workflowId: list
        inputs: { type: object, properties: { note: { type: string } } }
        steps:
        - stepId: list
          operationId: listOrders
          x-allow: { unused-input: Callers send it already. }
    `,
    want: `
      arazzo.yaml:3:41: warning unused-input: no step reads the input 'note'
        1 | workflows:
        2 | - workflowId: list
      > 3 |   inputs: { type: object, properties: { note: { type: string } } }
          |                                         ^^^^
        4 |   steps:
        5 |   - stepId: list
        hint: Read it in a step, or remove it from the inputs.

      arazzo.yaml:7:16: warning unused-allow: nothing that 'unused-input' is about was found here
        5 |   - stepId: list
        6 |     operationId: listOrders
      > 7 |     x-allow: { unused-input: Callers send it already. }
          |                ^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Remove it, so that it does not hide what is found here one day.

      2 warnings
    `,
  },
  {
    code: "ignored-keyword",
    arazzo: `
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders, outputs: { state: $response.body#/state } }]
        outputs: { state: $steps.list.outputs.state }
    `,
    openapi: `
      openapi: 3.0.3
      paths:
        /orders:
          get:
            operationId: listOrders
            responses: { "200": { description: Orders., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
      components:
        schemas:
          State: { type: string }
          Order:
            type: object
            properties:
              state: { $ref: '#/components/schemas/State', nullable: true }
              place: { $ref: '#/components/schemas/State', type: string, description: Its place. }
    `,
    want: `
      openapi.yaml:13:54: note ignored-keyword: OpenAPI 3.0 ignores 'nullable' beside a '$ref'
        11 |       type: object
        12 |       properties:
      > 13 |         state: { $ref: '#/components/schemas/State', nullable: true }
           |                                                      ^^^^^^^^
        14 |         place: { $ref: '#/components/schemas/State', type: string, description: Its place. }
        15 | info: { title: Given, version: 1.0.0 }
        hint: Where it is meant, write the reference as 'allOf: [{ $ref: … }]'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.components.schemas.Order.properties.state['$ref']
            description: OpenAPI 3.0 ignores what stands beside a reference, but not beside allOf.
            remove: true
          - target: $.components.schemas.Order.properties.state
            description: OpenAPI 3.0 ignores what stands beside a reference, but not beside allOf.
            update:
              allOf:
              - $ref: "#/components/schemas/State"

      1 note
    `,
  },
  {
    code: "ignored-keyword",
    name: "beside the reference to a parameter",
    arazzo: `
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    openapi: `
      paths:
        /orders:
          get:
            operationId: listOrders
            parameters: [{ $ref: "#/components/parameters/Limit", description: How many., required: true }]
            responses: { "200": { description: Orders. } }
      components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
    `,
    want: `
      openapi.yaml:5:85: note ignored-keyword: OpenAPI ignores 'required' beside a '$ref'
        3 |     get:
        4 |       operationId: listOrders
      > 5 |       parameters: [{ $ref: "#/components/parameters/Limit", description: How many., required: true }]
          |                                                                                     ^^^^^^^^
        6 |       responses: { "200": { description: Orders. } }
        7 | components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
        hint: Say it where the reference leads, or write the object out.

      1 note
    `,
  },
  {
    code: "ignored-keyword",
    name: "for a header of a part that has no value",
    arazzo: `
      workflows:
      - workflowId: upload
        steps: [{ stepId: upload, operationId: uploadOrders, requestBody: { payload: { file: "a,b" } } }]
    `,
    openapi: `
      paths:
        /orders:
          post:
            operationId: uploadOrders
            requestBody:
              content:
                multipart/form-data:
                  schema: { type: object, properties: { file: { type: string } } }
                  encoding: { file: { headers: { X-Digest: { required: true, schema: { type: string } } } } }
            responses: { "200": { description: Orders. } }
    `,
    want: `
      openapi.yaml:9:44: note ignored-keyword: the header 'X-Digest' of a part is not sent: nothing says what it is
         7 |           multipart/form-data:
         8 |             schema: { type: object, properties: { file: { type: string } } }
      >  9 |             encoding: { file: { headers: { X-Digest: { required: true, schema: { type: string } } } } }
           |                                            ^^^^^^^^
        10 |       responses: { "200": { description: Orders. } }
        11 | openapi: 3.1.0
        hint: Give its schema a 'const' or a 'default', in an overlay if the document is not yours.

      1 note
    `,
  },
  {
    code: "not-portable",
    portable: true,
    arazzo: `
      sourceDescriptions:
      - { name: shop, url: openapi.yaml, type: openapi, x-serverUrl: "https://test.example.com" }
      workflows:
      - workflowId: order
        inputs:
          type: object
          required: [articles, code]
          properties: { articles: { type: array, items: { type: string } }, code: { type: string, x-deferred: true } }
        steps:
        - stepId: list
          operationId: listOrders
          x-poll: false
        - stepId: make
          operationId: createOrder
          x-each: { in: $inputs.articles, as: article }
          x-idempotency-key: Key
          requestBody: { contentType: application/json, payload: { article: "{$each.article}{$inputs.code}" } }
    `,
    want: `
      arazzo.yaml:2:51: error not-portable: other tools pass over 'x-serverUrl': they call the server that the OpenAPI document names
        1 | sourceDescriptions:
      > 2 | - { name: shop, url: openapi.yaml, type: openapi, x-serverUrl: "https://test.example.com" }
          |                                                   ^^^^^^^^^^^
        3 | workflows:
        4 | - workflowId: order
        hint: Let the OpenAPI document name the server.

      arazzo.yaml:8:93: error not-portable: other tools pass over 'x-deferred': they want the value before the first step
         6 |     type: object
         7 |     required: [articles, code]
      >  8 |     properties: { articles: { type: array, items: { type: string } }, code: { type: string, x-deferred: true } }
           |                                                                                             ^^^^^^^^^^
         9 |   steps:
        10 |   - stepId: list
        hint: Make two workflows of it: one up to the step that needs the value, one from there on.

      arazzo.yaml:15:5: error not-portable: other tools pass over 'x-each': they do the step once, and know no '$each'
        13 |   - stepId: make
        14 |     operationId: createOrder
      > 15 |     x-each: { in: $inputs.articles, as: article }
           |     ^^^^^^
        16 |     x-idempotency-key: Key
        17 |     requestBody: { contentType: application/json, payload: { article: "{$each.article}{$inputs.code}" } }
        hint: Let the step be a workflow of its own, which the app calls for each element.

      arazzo.yaml:16:5: error not-portable: other tools pass over 'x-idempotency-key': they send no key, so that a request that is sent twice may take effect twice
        14 |     operationId: createOrder
        15 |     x-each: { in: $inputs.articles, as: article }
      > 16 |     x-idempotency-key: Key
           |     ^^^^^^^^^^^^^^^^^
        17 |     requestBody: { contentType: application/json, payload: { article: "{$each.article}{$inputs.code}" } }
        18 | arazzo: 1.0.1
        hint: Make an input of the key, and give it as a parameter.

      4 errors
    `,
  },
]);
