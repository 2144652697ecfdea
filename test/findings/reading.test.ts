import { testFrames } from "../support/frames.js";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

testFrames("reading", [
  {
    code: "file-unreadable",
    arazzo: `
      sourceDescriptions:
      - name: api
        url: ./missing.yaml
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:8: error file-unreadable: There is no file 'missing.yaml'
        1 | sourceDescriptions:
        2 | - name: api
      > 3 |   url: ./missing.yaml
          |        ^^^^^^^^^^^^^^
        4 | workflows:
        5 | - workflowId: list
        hint: Name the file yourself: --source api=FILE

      1 error
    `,
  },
  {
    code: "file-unreadable",
    name: "by the command line",
    sources: { api: "nowhere.yaml" },
    want: `
      error file-unreadable: nowhere.yaml does not exist

      1 error
    `,
  },
  {
    code: "syntax-error",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          operationId: getOrder
    `,
    want: `
      arazzo.yaml:6:5: error syntax-error: The key 'operationId' stands here twice
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     operationId: getOrder
          |     ^^^^^^^^^^^
        7 | arazzo: 1.0.1
        8 | info: { title: Given, version: 1.0.0 }
        hint: Remove one of the two, or rename it.

      1 error
    `,
  },
  {
    code: "syntax-error",
    name: "that YAML finds",
    arazzo: `
      workflows:
      - workflowId: list
        summary: Lists: all of them
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:12: error syntax-error: Nested mappings are not allowed in compact mappings
        1 | workflows:
        2 | - workflowId: list
      > 3 |   summary: Lists: all of them
          |            ^
        4 |   steps: [{ stepId: list, operationId: listOrders }]
        5 | arazzo: 1.0.1
        hint: Put quotes around a value that holds ': ', ' #', '[' or '{', or begins with '*', '@', '%' or a quote.

      1 error
    `,
  },
  {
    code: "unsupported-yaml",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - &step
          stepId: list
          operationId: listOrders
        - <<: *step
          stepId: again
    `,
    want: `
      arazzo.yaml:7:5: error unsupported-yaml: Merge keys ('<<') are no part of YAML 1.2
        5 |     stepId: list
        6 |     operationId: listOrders
      > 7 |   - <<: *step
          |     ^^
        8 |     stepId: again
        9 | arazzo: 1.0.1
        hint: Write the merged fields out; an alias can stand for a whole value.

      1 error
    `,
  },
  {
    code: "inexact-number",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: createOrder
          requestBody:
            payload:
              article: pen
              count: 12345678901234567890
    `,
    want: `
      arazzo.yaml:9:16: warning inexact-number: '12345678901234567890' has more digits than JavaScript can hold and becomes 12345678901234567168
         7 |       payload:
         8 |         article: pen
      >  9 |         count: 12345678901234567890
           |                ^^^^^^^^^^^^^^^^^^^^
        10 | arazzo: 1.0.1
        11 | info: { title: Given, version: 1.0.0 }
        hint: Put quotes around it if text is meant.

      1 warning
    `,
  },
  {
    code: "document-too-large",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: createOrder
          requestBody:
            payload: ${nested(200)}
    `,
    want: `
      arazzo.yaml:7:212: error document-too-large: The document is nested more than 200 levels deep
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]…
          |                                          ^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }

      1 error
    `,
  },
  {
    code: "reference-refused",
    arazzo: `
      sourceDescriptions:
      - name: api
        url: http://example.com/openapi.yaml
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:8: error reference-refused: 'http://example.com/openapi.yaml' is an address on the network, and not https
        1 | sourceDescriptions:
        2 | - name: api
      > 3 |   url: http://example.com/openapi.yaml
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        4 | workflows:
        5 | - workflowId: list
        hint: Name the file yourself: --source api=FILE

      1 error
    `,
  },
  {
    code: "not-fetched",
    arazzo: `
      sourceDescriptions:
      - name: api
        url: https://example.com/openapi.yaml
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:8: error not-fetched: there is no copy of 'https://example.com/openapi.yaml', and nothing is fetched here
        1 | sourceDescriptions:
        2 | - name: api
      > 3 |   url: https://example.com/openapi.yaml
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        4 | workflows:
        5 | - workflowId: list
        hint: Run 'twilio-workflows fetch' on the Arazzo document, or name a file yourself: --source api=FILE

      1 error
    `,
  },
  {
    code: "fetch-failed",
    fetches: true,
    arazzo: `
      sourceDescriptions:
      - name: api
        url: http://example.com/shop.yaml
      workflows:
      - workflowId: list
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      arazzo.yaml:3:8: error fetch-failed: 'http://example.com/shop.yaml' is not https
        1 | sourceDescriptions:
        2 | - name: api
      > 3 |   url: http://example.com/shop.yaml
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        4 | workflows:
        5 | - workflowId: list
        hint: Correct the address. A host that wants a token gets it from 'TWILIO_WORKFLOWS_TOKENS=HOST=TOKEN'.

      1 error
    `,
  },
  {
    code: "fetch-incomplete",
    fetches: true,
    openapi: `
      paths:
        /orders:
          $ref: http://example.com/orders.yaml
    `,
    want: `
      openapi.yaml:3:11: warning fetch-incomplete: 'http://example.com/orders.yaml' is not https
        1 | paths:
        2 |   /orders:
      > 3 |     $ref: http://example.com/orders.yaml
          |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        4 | openapi: 3.1.0
        5 | info: { title: Given, version: 1.0.0 }
        hint: Correct the address, or leave it where nothing needs it.

      1 warning
    `,
  },
  {
    code: "reference-unresolved",
    openapi: `
      paths:
        /orders:
          get:
            operationId: listOrders
            responses:
              "200":
                description: Orders.
                content: { application/json: { schema: { $ref: '#/components/schemas/Ordr' } } }
      components:
        schemas:
          Order: { type: object }
    `,
    want: `
      openapi.yaml:8:58: error reference-unresolved: '#/components/schemas/Ordr' points to nothing: there is no 'Ordr' in '#/components/schemas'
         6 |         "200":
         7 |           description: Orders.
      >  8 |           content: { application/json: { schema: { $ref: '#/components/schemas/Ordr' } } }
           |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
         9 | components:
        10 |   schemas:
        hint: Did you mean 'Order'?

      1 error
    `,
  },
  {
    code: "reference-cycle",
    openapi: `
      paths:
        /orders:
          get:
            operationId: listOrders
            responses:
              "200":
                description: Orders.
                content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
      components:
        schemas:
          A: { $ref: '#/components/schemas/B' }
          B: { $ref: '#/components/schemas/A' }
    `,
    want: `
      openapi.yaml:8:58: error reference-cycle: the reference leads back to itself
         6 |         "200":
         7 |           description: Orders.
      >  8 |           content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
           |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^
         9 | components:
        10 |   schemas:

      1 error
    `,
  },
]);
