import { testFrames } from "../support/frames.js";

testFrames("requests", [
  {
    code: "unknown-parameter",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          parameters:
          - { name: sate, in: query, value: open }
    `,
    want: `
      arazzo.yaml:7:15: error unknown-parameter: the operation 'listOrders' has no query parameter 'sate'
        5 |     operationId: listOrders
        6 |     parameters:
      > 7 |     - { name: sate, in: query, value: open }
          |               ^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'state'?

      1 error
    `,
  },
  {
    code: "unknown-parameter",
    name: "that was meant to be a required one, which is then not said to be missing",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: get
          operationId: getOrder
          parameters:
          - { name: Id, in: path, value: "1" }
    `,
    want: `
      arazzo.yaml:7:15: error unknown-parameter: the operation 'getOrder' has no path parameter 'Id'
        5 |     operationId: getOrder
        6 |     parameters:
      > 7 |     - { name: Id, in: path, value: "1" }
          |               ^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'id'?

      1 error
    `,
  },
  {
    code: "unknown-parameter",
    name: "in another place, likewise",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: get
          operationId: getOrder
          parameters:
          - { name: id, in: query, value: "1" }
    `,
    want: `
      arazzo.yaml:7:15: error unknown-parameter: the operation 'getOrder' has no query parameter 'id'
        5 |     operationId: getOrder
        6 |     parameters:
      > 7 |     - { name: id, in: query, value: "1" }
          |               ^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: 'id' goes 'in: path'.

      1 error
    `,
  },
  {
    code: "ignored-parameter",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          parameters:
          - { name: Content-Type, in: header, value: text/csv }
    `,
    want: `
      arazzo.yaml:7:15: warning ignored-parameter: the header 'Content-Type' is not sent: OpenAPI ignores parameters of this name
        5 |     operationId: listOrders
        6 |     parameters:
      > 7 |     - { name: Content-Type, in: header, value: text/csv }
          |               ^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Write it as the 'contentType' of the 'requestBody'.

      1 warning
    `,
  },
  {
    code: "literal-secret",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          parameters:
          - { name: Authorization, in: header, value: Bearer s3cr3t }
    `,
    want: `
      arazzo.yaml:4:13: warning literal-secret: the header parameter 'Authorization' holds a secret in plain text
        2 | - workflowId: list
        3 |   steps:
      > 4 |   - stepId: list
          |             ^^^^
        5 |     operationId: listOrders
        6 |     parameters:
        hint: Take it from an input, or leave it to 'options.credentials'.

      1 warning
    `,
  },
  {
    code: "missing-parameter",
    arazzo: `
      workflows:
      - workflowId: show
        steps:
        - stepId: get
          operationId: getOrder
    `,
    want: `
      arazzo.yaml:4:13: error missing-parameter: the operation 'getOrder' requires the path parameter 'id'
        2 | - workflowId: show
        3 |   steps:
      > 4 |   - stepId: get
          |             ^^^
        5 |     operationId: getOrder
        6 | arazzo: 1.0.1
        hint: Add '{ name: id, in: path, value: … }' to the parameters of the step.

      1 error
    `,
  },
  {
    code: "unknown-field",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { article: pen, coutn: 2 }
    `,
    want: `
      arazzo.yaml:7:32: error unknown-field: the body of 'createOrder' has no field 'coutn'
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       payload: { article: pen, coutn: 2 }
          |                                ^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'count'?

      1 error
    `,
  },
  {
    code: "unknown-field",
    name: "that was meant to be a required one, which is then not said to be missing",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { artcle: pen }
    `,
    want: `
      arazzo.yaml:7:18: error unknown-field: the body of 'createOrder' has no field 'artcle'
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       payload: { artcle: pen }
          |                  ^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Did you mean 'article'?

      1 error
    `,
  },
  {
    code: "missing-field",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { count: 2 }
    `,
    want: `
      arazzo.yaml:7:7: error missing-field: the body of 'createOrder' requires the field 'article'
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       payload: { count: 2 }
          |       ^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Add 'article' to the payload.

      1 error
    `,
  },
  {
    code: "unknown-pointer",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: pen } }
          outputs:
            id: $response.body#/identifier
    `,
    want: `
      arazzo.yaml:8:11: error unknown-pointer: '$response.body#/identifier': the schema knows no 'identifier' there
         6 |     requestBody: { payload: { article: pen } }
         7 |     outputs:
      >  8 |       id: $response.body#/identifier
           |           ^^^^^^^^^^^^^^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: Known here: 'id', 'state', 'count'.

      1 error
    `,
  },
  {
    code: "unknown-content-type",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            contentType: application/xml
            payload: <order/>
    `,
    want: `
      arazzo.yaml:7:20: error unknown-content-type: the operation 'createOrder' takes no body of type 'application/xml'
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       contentType: application/xml
          |                    ^^^^^^^^^^^^^^^
        8 |       payload: <order/>
        9 | arazzo: 1.0.1
        hint: It takes 'application/json'.

      1 error
    `,
  },
  {
    code: "type-conflict",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { article: pen, count: many }
    `,
    want: `
      arazzo.yaml:7:39: error type-conflict: the field 'count' takes a number, not "many"
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       payload: { article: pen, count: many }
          |                                       ^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }

      1 error
    `,
  },
  {
    code: "type-conflict",
    name: "of an input",
    arazzo: `
      workflows:
      - workflowId: make
        inputs: { type: object, required: [count], properties: { count: { type: boolean } } }
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { article: pen, count: $inputs.count }
    `,
    want: `
      arazzo.yaml:8:39: error type-conflict: the field 'count' takes a number, and '$inputs.count' is true or false
         6 |     operationId: createOrder
         7 |     requestBody:
      >  8 |       payload: { article: pen, count: $inputs.count }
           |                                       ^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: If the field 'count' is right, declare the input as 'type: integer'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'make'].inputs.properties.count
            description: the field count takes nothing else.
            update:
              type: integer

      1 error
    `,
  },
  {
    code: "value-outside-enum",
    arazzo: `
      workflows:
      - workflowId: list
        steps:
        - stepId: list
          operationId: listOrders
          parameters:
          - { name: state, in: query, value: payed }
    `,
    want: `
      arazzo.yaml:7:40: error value-outside-enum: the query parameter 'state' does not take "payed"
        5 |     operationId: listOrders
        6 |     parameters:
      > 7 |     - { name: state, in: query, value: payed }
          |                                        ^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Known here: 'open', 'paid'.

      1 error
    `,
  },
  {
    code: "no-server",
    openapi: `
      servers: []
      paths:
        /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
    `,
    want: `
      openapi.yaml:4:1: warning no-server: the document names no server
        2 | paths:
        3 |   /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
      > 4 | openapi: 3.1.0
          | ^^^^^^^
        5 | info: { title: Given, version: 1.0.0 }
        6 |
        hint: Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.

      1 warning
    `,
  },
  {
    code: "assumed-server",
    openapi: `
      servers: [{ url: https://api.example.com:443 }]
      paths:
        /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
    `,
    want: `
      openapi.yaml:1:11: warning assumed-server: the server 'https://api.example.com:443' is read as 'https://api.example.com'
      > 1 | servers: [{ url: https://api.example.com:443 }]
          |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        2 | paths:
        3 |   /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
        hint: Write the whole URL, in an overlay if the document is not yours.

      1 warning
    `,
  },
  {
    code: "refused-server",
    openapi: `
      servers: [{ url: ftp://api.example.com }]
      paths:
        /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
    `,
    want: `
      openapi.yaml:1:11: error refused-server: the server 'ftp://api.example.com' is not https
      > 1 | servers: [{ url: ftp://api.example.com }]
          |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        2 | paths:
        3 |   /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
        hint: Name an https server, in an overlay if the document is not yours.

      1 error
    `,
  },
  {
    code: "unsupported-security",
    openapi: `
      security: [{ clientCertificate: [] }]
      components: { securitySchemes: { clientCertificate: { type: mutualTLS } } }
      paths:
        /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
    `,
    want: `
      openapi.yaml:1:1: error unsupported-security: requests cannot be signed by 'clientCertificate' (mutualTLS)
      > 1 | security: [{ clientCertificate: [] }]
          | ^^^^^^^^
        2 | components: { securitySchemes: { clientCertificate: { type: mutualTLS } } }
        3 | paths:
        hint: Describe another scheme in an overlay of the OpenAPI document, or set 'security: []' on the operation if something else signs its requests.

      1 error
    `,
  },
  {
    code: "ambiguous-server",
    openapi: `
      servers: [{ url: https://one.example.com }, { url: https://two.example.com }]
      paths:
        /orders:
          get:
            operationId: listOrders
            responses: { "200": { description: Orders. } }
    `,
    want: `
      openapi.yaml:4:5: warning ambiguous-server: 'GET /orders' is called on 'https://one.example.com'; the document names 'https://two.example.com' as well, and nothing says which
        2 | paths:
        3 |   /orders:
      > 4 |     get:
          |     ^^^
        5 |       operationId: listOrders
        6 |       responses: { "200": { description: Orders. } }
        hint: Give the path or the operation its own 'servers', in an overlay if the document is not yours.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.paths['/orders'].get
            description: GET /orders is served here; the document names other hosts as well, and does not say so.
            update:
              servers:
              - url: https://one.example.com

      1 warning
    `,
  },
  {
    code: "expression-in-text",
    arazzo: `
      workflows:
      - workflowId: make
        inputs: { type: object, required: [name], properties: { name: { type: string } } }
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload:
              article: pen
              note: Dear {{$inputs.name}}
    `,
    openapi: `
      paths:
        /orders:
          post:
            operationId: createOrder
            requestBody: { content: { application/json: { schema: { type: object, properties: { article: { type: string }, note: { type: string } } } } } }
            responses: { "200": { description: Made. } }
    `,
    want: `
      arazzo.yaml:10:20: warning expression-in-text: '{{$inputs.name}}' is not the form of an expression in a text
         8 |       payload:
         9 |         article: pen
      > 10 |         note: Dear {{$inputs.name}}
           |                    ^^^^^^^^^^^^^^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: Write '{$inputs.name}'.

      1 warning
    `,
  },
  {
    code: "expression-in-text",
    name: "that is taken for what is meant",
    assume: true,
    arazzo: `
      workflows:
      - workflowId: make
        inputs: { type: object, required: [name], properties: { name: { type: string } } }
        steps:
        - stepId: make
          operationId: createOrder
          requestBody: { payload: { article: "{ $inputs.name }" } }
    `,
    want: `
      arazzo.yaml:7:41: warning expression-in-text: '{ $inputs.name }' is not the form of an expression in a text
        5 |   - stepId: make
        6 |     operationId: createOrder
      > 7 |     requestBody: { payload: { article: "{ $inputs.name }" } }
          |                                         ^^^^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Assumed: '{$inputs.name}' is meant.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'make'].steps[?@.stepId == 'make'].requestBody.payload
            description: "{ $inputs.name } means {$inputs.name}."
            update:
              article: "{$inputs.name}"

      1 warning
    `,
  },
  {
    code: "unquoted-text",
    arazzo: `
      workflows:
      - workflowId: make
        steps:
        - stepId: make
          operationId: createOrder
          requestBody:
            payload: { to: +15550100001 }
    `,
    openapi: `
      paths:
        /orders:
          post:
            operationId: createOrder
            requestBody: { content: { application/json: { schema: { type: object, properties: { to: { type: string } } } } } }
            responses: { "200": { description: Made. } }
    `,
    want: `
      arazzo.yaml:7:22: warning unquoted-text: the field 'to' takes text, and '+15550100001' is a number
        5 |     operationId: createOrder
        6 |     requestBody:
      > 7 |       payload: { to: +15550100001 }
          |                      ^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: It is sent as it is written. Put quotes around it.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'make'].steps[?@.stepId == 'make'].requestBody.payload
            description: Written as the operation takes it.
            update:
              to: "+15550100001"

      1 warning
    `,
  },
  {
    code: "streamed-answer",
    arazzo: `
      workflows:
      - workflowId: watch
        steps:
        - stepId: watch
          operationId: watchOrders
    `,
    openapi: `
      paths:
        /orders/events:
          get: { operationId: watchOrders, responses: { "200": { description: Events., content: { text/event-stream: {} } } } }
    `,
    want: `
      arazzo.yaml:5:18: warning streamed-answer: the answer of 'watchOrders' is a stream, 'text/event-stream': it is read to its end, as one text
        3 |   steps:
        4 |   - stepId: watch
      > 5 |     operationId: watchOrders
          |                  ^^^^^^^^^^^
        6 | arazzo: 1.0.1
        7 | info: { title: Given, version: 1.0.0 }
        hint: Read it event by event with 'x-pages: { items: $response.body, limit: … }'. As one text it has to end before the step's 'timeout'.

      1 warning
    `,
  },
  {
    code: "unsupported-feature",
    name: "in a parameter that is written as XML",
    arazzo: `
      workflows:
      - workflowId: find
        steps:
        - stepId: find
          operationId: findOrders
          parameters:
          - { name: filter, in: query, value: { state: open } }
    `,
    openapi: `
      paths:
        /orders:
          get:
            operationId: findOrders
            parameters: [{ name: filter, in: query, content: { application/xml: { schema: { type: object, properties: { state: { type: string } } } } } }]
            responses: { "200": { description: Orders. } }
    `,
    want: `
      arazzo.yaml:7:41: error unsupported-feature: the query parameter 'filter' is written as 'application/xml', for which only a text is taken here
        5 |     operationId: findOrders
        6 |     parameters:
      > 7 |     - { name: filter, in: query, value: { state: open } }
          |                                         ^^^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Give a text that is written so already, and say in an overlay of the OpenAPI document that its 'schema' is 'type: string'.

      1 error
    `,
  },
  {
    code: "unknown-field",
    name: "of what answers alone hold",
    arazzo: `
      workflows:
      - workflowId: order
        steps:
        - stepId: order
          operationId: createOrder
          requestBody: { payload: { id: o-1, article: pen } }
    `,
    openapi: `
      paths:
        /orders:
          post:
            operationId: createOrder
            requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
            responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
      components:
        schemas:
          Order: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, article: { type: string } } }
    `,
    assume: true,
    want: `
      arazzo.yaml:6:31: warning unknown-field: the body of 'createOrder' has a field 'id' that is 'readOnly': answers hold it, and no request does
        4 |   - stepId: order
        5 |     operationId: createOrder
      > 6 |     requestBody: { payload: { id: o-1, article: pen } }
          |                               ^^
        7 | arazzo: 1.0.1
        8 | info: { title: Given, version: 1.0.0 }
        hint: Assumed: it is not sent.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'order'].steps[?@.stepId == 'order'].requestBody.payload.id
            description: It is readOnly, and no request holds it.
            remove: true

      1 warning
    `,
  },
  {
    code: "unknown-pointer",
    name: "to what requests alone hold",
    arazzo: `
      workflows:
      - workflowId: join
        steps:
        - stepId: join
          operationId: createMember
          requestBody: { payload: { pin: "1234" } }
          outputs: { pin: $response.body#/pin }
        outputs: { pin: $steps.join.outputs.pin }
    `,
    openapi: `
      paths:
        /members:
          post:
            operationId: createMember
            requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Member" } } } }
            responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Member" } } } } }
      components:
        schemas:
          Member: { type: object, properties: { id: { type: string }, pin: { type: string, writeOnly: true } } }
    `,
    assume: true,
    want: `
      arazzo.yaml:7:21: warning unknown-pointer: '$response.body#/pin': 'pin' is 'writeOnly': requests hold it, and no answer does
        5 |     operationId: createMember
        6 |     requestBody: { payload: { pin: "1234" } }
      > 7 |     outputs: { pin: $response.body#/pin }
          |                     ^^^^^^^^^^^^^^^^^^^
        8 |   outputs: { pin: $steps.join.outputs.pin }
        9 | arazzo: 1.0.1
        hint: Assumed: answers hold it all the same.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.components.schemas.Member.properties.pin.writeOnly
            description: Answers hold it as well.
            remove: true

      1 warning
    `,
  },
]);
