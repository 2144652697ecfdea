import { testFrames } from "../support/frames.js";

const make = `requestBody: { contentType: application/json, payload: { article: $each.article } }`;

/** A workflow whose input is a list of articles, or what is no list, and what its steps are. */
const ordering = (steps: string, type = "{ type: array, items: { type: string } }"): string => `
  workflows:
  - workflowId: order
    inputs: { type: object, required: [articles], properties: { articles: ${type} } }
    steps:
    ${steps.trim()}
`;

testFrames("lists", [
  {
    code: "each-outside",
    name: "in a step without a list",
    arazzo: ordering(`
    - stepId: make
      operationId: createOrder
      ${make}
    `),
    want: `
      arazzo.yaml:3:63: warning unused-input: no step reads the input 'articles'
        1 | workflows:
        2 | - workflowId: order
      > 3 |   inputs: { type: object, required: [articles], properties: { articles: { type: array, items: { type: string } } } }
          |                                                               ^^^^^^^^
        4 |   steps:
        5 |   - stepId: make
        hint: Read it in a step, or remove it from the inputs.

      arazzo.yaml:7:71: error each-outside: '$each.article': the step has no 'x-each'
        5 |   - stepId: make
        6 |     operationId: createOrder
      > 7 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
          |                                                                       ^^^^^^^^^^^^^
        8 | arazzo: 1.0.1
        9 | info: { title: Given, version: 1.0.0 }
        hint: Give the step 'x-each: { in: <the expression of a list>, as: <a name> }'.

      1 error, 1 warning
    `,
  },
  {
    code: "each-outside",
    name: "outside of steps",
    arazzo: `${ordering(`
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
    `)}
    outputs: { last: $each.article }
    `,
    want: `
      arazzo.yaml:10:20: error each-outside: '$each.article': there is no element outside of the step that is done for it
         8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
         9 |
      > 10 |   outputs: { last: $each.article }
           |                    ^^^^^^^^^^^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: Give the step an output, and take the list of it from '$steps.<stepId>.outputs.<name>'.

      1 error
    `,
  },
  {
    code: "each-outside",
    name: "by another name",
    arazzo: ordering(`
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles }
      ${make}
    `),
    want: `
      arazzo.yaml:8:71: error each-outside: '$each.article': the element is not called 'article'
         6 |     operationId: createOrder
         7 |     x-each: { in: $inputs.articles }
      >  8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
           |                                                                       ^^^^^^^^^^^^^
         9 | arazzo: 1.0.1
        10 | info: { title: Given, version: 1.0.0 }
        hint: It is '$each.item', and its position '$each.index'.

      1 error
    `,
  },
  {
    code: "each-no-list",
    arazzo: ordering(
      `
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
    `,
      "{ type: string }",
    ),
    want: `
      arazzo.yaml:7:19: error each-no-list: '$inputs.articles' is no list, but text
        5 |   - stepId: make
        6 |     operationId: createOrder
      > 7 |     x-each: { in: $inputs.articles, as: article }
          |                   ^^^^^^^^^^^^^^^^
        8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
        9 | arazzo: 1.0.1
        hint: Name a list. If the value is one, let its schema say so: 'type: array'.

      1 error
    `,
  },
  {
    code: "each-unsupported",
    name: "ends in the middle",
    arazzo: ordering(`
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
      onSuccess: [{ name: over, type: goto, stepId: make }]
      onFailure: [{ name: giveUp, type: end }]
    `),
    want: `
      arazzo.yaml:9:37: error each-unsupported: the action 'over' would go elsewhere from the middle of a list
         7 |     x-each: { in: $inputs.articles, as: article }
         8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
      >  9 |     onSuccess: [{ name: over, type: goto, stepId: make }]
           |                                     ^^^^
        10 |     onFailure: [{ name: giveUp, type: end }]
        11 | arazzo: 1.0.1
        hint: Leave it out. To go on where elements fail, write 'onFailure: collect' in the 'x-each', and decide in a later step.

      arazzo.yaml:10:39: error each-unsupported: the action 'giveUp' would end the workflow from the middle of a list
         8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
         9 |     onSuccess: [{ name: over, type: goto, stepId: make }]
      > 10 |     onFailure: [{ name: giveUp, type: end }]
           |                                       ^^^
        11 | arazzo: 1.0.1
        12 | info: { title: Given, version: 1.0.0 }
        hint: Leave it out. To go on where elements fail, write 'onFailure: collect' in the 'x-each', and decide in a later step.

      2 errors
    `,
  },
  {
    code: "each-unsupported",
    name: "runs again",
    arazzo: ordering(`
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
    - stepId: list
      operationId: listOrders
      onSuccess: [{ name: more, type: goto, stepId: make, criteria: [{ condition: $response.body#/orders == null }] }]
    `),
    want: `
      arazzo.yaml:7:5: error each-unsupported: a 'goto' leads back to the step 'make' or beyond it, so that it would go through its list again
        5 |   - stepId: make
        6 |     operationId: createOrder
      > 7 |     x-each: { in: $inputs.articles, as: article }
          |     ^^^^^^
        8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
        9 |   - stepId: list
        hint: Put what is repeated into a workflow, and call that.

      1 error
    `,
  },
  {
    code: "each-unsupported",
    name: "may not have run",
    arazzo: `${ordering(`
    - stepId: list
      operationId: listOrders
      onSuccess: [{ name: none, type: goto, stepId: again, criteria: [{ condition: $response.body#/orders == null }] }]
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
      outputs: { id: $response.body#/id }
    - stepId: again
      operationId: listOrders
    `)}
    outputs: { ids: $steps.make.outputs.id }
    `,
    want: `
      arazzo.yaml:16:19: error each-unsupported: '$steps.make.outputs.id': the step 'make' may not have run, so that there may be no list
        14 |     operationId: listOrders
        15 |
      > 16 |   outputs: { ids: $steps.make.outputs.id }
           |                   ^^^^^^^^^^^^^^^^^^^^^^
        17 | arazzo: 1.0.1
        18 | info: { title: Given, version: 1.0.0 }
        hint: Let every way to here lead through the step: a list without elements is done in no time.

      1 error
    `,
  },
  {
    code: "each-unsupported",
    name: "jumps that cross",
    arazzo: ordering(`
    - stepId: first
      operationId: listOrders
      onSuccess: [{ name: none, type: goto, stepId: last, criteria: [{ condition: $response.body#/orders == null }] }]
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article }
      ${make}
    - stepId: list
      operationId: listOrders
    - stepId: last
      operationId: listOrders
      onSuccess: [{ name: more, type: goto, stepId: list, criteria: [{ condition: $response.body#/orders == null }] }]
    `),
    want: `
      arazzo.yaml:10:5: error each-unsupported: the jumps of the workflow lead into the middle of each other, so that the step 'make' has no place of its own
         8 |   - stepId: make
         9 |     operationId: createOrder
      > 10 |     x-each: { in: $inputs.articles, as: article }
           |     ^^^^^^
        11 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
        12 |   - stepId: list
        hint: Put the step into a workflow, and call that.

      arazzo.yaml:16:17: note poll-inferred: the step 'list' is polled each time it is gone back to
        14 |   - stepId: last
        15 |     operationId: listOrders
      > 16 |     onSuccess: [{ name: more, type: goto, stepId: list, criteria: [{ condition: $response.body#/orders == null }] }]
           |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        17 | arazzo: 1.0.1
        18 | info: { title: Given, version: 1.0.0 }
        hint: Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'order'].steps[?@.stepId == 'list']
            description: The step is polled each time it is gone back to. These are the times by default, in milliseconds.
            update:
              x-poll:
                interval: 2000
                factor: 1.5
                maxInterval: 30000
                deadline: 300000

      1 error, 1 note
    `,
  },
  {
    code: "each-unsupported",
    name: "an output of elements that may have failed",
    arazzo: `${ordering(`
    - stepId: make
      operationId: createOrder
      x-each: { in: $inputs.articles, as: article, onFailure: collect }
      ${make}
      outputs: { ok: $response.body#/id }
    `)}
    outputs: { ids: $steps.make.outputs.ok }
    `,
    want: `
      arazzo.yaml:9:16: error each-unsupported: with 'onFailure: collect' an output cannot be called 'ok', which says how an element has ended
         7 |     x-each: { in: $inputs.articles, as: article, onFailure: collect }
         8 |     requestBody: { contentType: application/json, payload: { article: $each.article } }
      >  9 |     outputs: { ok: $response.body#/id }
           |                ^^
        10 |
        11 |   outputs: { ids: $steps.make.outputs.ok }
        hint: Give the output another name.

      arazzo.yaml:11:19: error each-unsupported: '$steps.make.outputs.ok': with 'onFailure: collect' an element may have failed, and have no such output
         9 |     outputs: { ok: $response.body#/id }
        10 |
      > 11 |   outputs: { ids: $steps.make.outputs.ok }
           |                   ^^^^^^^^^^^^^^^^^^^^^^
        12 | arazzo: 1.0.1
        13 | info: { title: Given, version: 1.0.0 }
        hint: Read '$steps.make.outputs': a list of what each element has come to, its outputs or its error.

      2 errors
    `,
  },
  {
    code: "invalid-pages",
    name: "of what is no list, nor text",
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: list
        operationId: getOrder
        x-pages: { items: $response.body#/id, next: $response.body#/count }
        parameters: [{ name: id, in: path, value: a }]
    `,
    want: `
      arazzo.yaml:6:23: error invalid-pages: '$response.body#/id' is no list, but text
        4 |   - stepId: list
        5 |     operationId: getOrder
      > 6 |     x-pages: { items: $response.body#/id, next: $response.body#/count }
          |                       ^^^^^^^^^^^^^^^^^^
        7 |     parameters: [{ name: id, in: path, value: a }]
        8 | arazzo: 1.0.1
        hint: Name the list in the answer. If the value is one, let its schema say so: 'type: array'.

      arazzo.yaml:6:49: error invalid-pages: '$response.body#/count' cannot lead to the next page: it is a number or absent
        4 |   - stepId: list
        5 |     operationId: getOrder
      > 6 |     x-pages: { items: $response.body#/id, next: $response.body#/count }
          |                                                 ^^^^^^^^^^^^^^^^^^^^^
        7 |     parameters: [{ name: id, in: path, value: a }]
        8 | arazzo: 1.0.1
        hint: Name a text that holds its URL. If it is what a parameter takes, name that as well: 'parameter: PageToken'.

      2 errors
    `,
  },
  {
    code: "invalid-pages",
    name: "that are not read, or not alone",
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: list
        operationId: listOrders
        x-pages: { items: $response.body#/orders, parameter: page, counts: pages }
        onSuccess: [{ name: found, type: end, criteria: [{ condition: $response.body#/orders/0/id == 'a' }] }]
      - stepId: make
        operationId: createOrder
        x-pages: { items: $response.body#/id, parameter: page, counts: pages }
        requestBody: { contentType: application/json, payload: { article: a } }
    `,
    want: `
      arazzo.yaml:6:58: error invalid-pages: the operation has no query parameter 'page'
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     x-pages: { items: $response.body#/orders, parameter: page, counts: pages }
          |                                                          ^^^^
        7 |     onSuccess: [{ name: found, type: end, criteria: [{ condition: $response.body#/orders/0/id == 'a' }] }]
        8 |   - stepId: make
        hint: It has 'state'.

      arazzo.yaml:7:38: error invalid-pages: the action 'found' would leave the step in the middle of its pages
        5 |     operationId: listOrders
        6 |     x-pages: { items: $response.body#/orders, parameter: page, counts: pages }
      > 7 |     onSuccess: [{ name: found, type: end, criteria: [{ condition: $response.body#/orders/0/id == 'a' }] }]
          |                                      ^^^
        8 |   - stepId: make
        9 |     operationId: createOrder
        hint: Leave it out. Of one page is only 'retry'; an action of 'onSuccess' without criteria follows the last one.

      arazzo.yaml:10:5: error invalid-pages: only a GET reads page by page, and the operation is a POST
         8 |   - stepId: make
         9 |     operationId: createOrder
      > 10 |     x-pages: { items: $response.body#/id, parameter: page, counts: pages }
           |     ^^^^^^^
        11 |     requestBody: { contentType: application/json, payload: { article: a } }
        12 | arazzo: 1.0.1
        hint: Call an operation that reads.

      arazzo.yaml:10:23: error invalid-pages: '$response.body#/id' is no list, but text
         8 |   - stepId: make
         9 |     operationId: createOrder
      > 10 |     x-pages: { items: $response.body#/id, parameter: page, counts: pages }
           |                       ^^^^^^^^^^^^^^^^^^
        11 |     requestBody: { contentType: application/json, payload: { article: a } }
        12 | arazzo: 1.0.1
        hint: Name the list in the answer. If the value is one, let its schema say so: 'type: array'.

      4 errors
    `,
  },
  {
    code: "invalid-pages",
    name: "of a parameter that takes something else, or that the step gives",
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: list
        operationId: listOrders
        x-pages: { items: $response.body#/orders, parameter: state, counts: items }
        parameters: [{ name: state, in: query, value: open }]
    `,
    want: `
      arazzo.yaml:6:58: error invalid-pages: the parameter 'state' says which page is meant, so that the step cannot give it
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     x-pages: { items: $response.body#/orders, parameter: state, counts: items }
          |                                                          ^^^^^
        7 |     parameters: [{ name: state, in: query, value: open }]
        8 | arazzo: 1.0.1
        hint: Leave it out of 'parameters'. The first page is asked for without it, or by its number.

      arazzo.yaml:6:58: error invalid-pages: the parameter 'state' takes one of "open", "paid", and would be given a number
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     x-pages: { items: $response.body#/orders, parameter: state, counts: items }
          |                                                          ^^^^^
        7 |     parameters: [{ name: state, in: query, value: open }]
        8 | arazzo: 1.0.1
        hint: If the document is wrong about it, correct its schema with an overlay.

      2 errors
    `,
  },
  {
    code: "unknown-output",
    name: "of pages, or one whose items are read where they may not be there, and by another name",
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: first
        operationId: listOrders
        onSuccess: [{ name: none, type: goto, stepId: last, criteria: [{ condition: $response.body#/orders == null }] }]
      - stepId: list
        operationId: listOrders
        x-pages: { items: $response.body#/orders, next: $response.header.Link }
      - stepId: last
        operationId: listOrders
        onSuccess: [{ name: more, type: goto, stepId: first, criteria: [{ condition: $response.body#/orders == null }] }]
      outputs: { all: $steps.list.outputs.items, other: $steps.list.outputs.orders }
    `,
    want: `
      arazzo.yaml:9:5: error each-unsupported: a 'goto' leads back to the step 'list' or beyond it, so that it would go through its list again
         7 |   - stepId: list
         8 |     operationId: listOrders
      >  9 |     x-pages: { items: $response.body#/orders, next: $response.header.Link }
           |     ^^^^^^^
        10 |   - stepId: last
        11 |     operationId: listOrders
        hint: Put what is repeated into a workflow, and call that.

      arazzo.yaml:12:17: note poll-inferred: the step 'first' is polled each time it is gone back to
        10 |   - stepId: last
        11 |     operationId: listOrders
      > 12 |     onSuccess: [{ name: more, type: goto, stepId: first, criteria: [{ condition: $response.body#/orders == null }] }]
           |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        13 |   outputs: { all: $steps.list.outputs.items, other: $steps.list.outputs.orders }
        14 | arazzo: 1.0.1
        hint: Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'list'].steps[?@.stepId == 'first']
            description: The step is polled each time it is gone back to. These are the times by default, in milliseconds.
            update:
              x-poll:
                interval: 2000
                factor: 1.5
                maxInterval: 30000
                deadline: 300000

      arazzo.yaml:13:19: error each-unsupported: '$steps.list.outputs.items': the step 'list' may not have run, so that there may be no list
        11 |     operationId: listOrders
        12 |     onSuccess: [{ name: more, type: goto, stepId: first, criteria: [{ condition: $response.body#/orders == null }] }]
      > 13 |   outputs: { all: $steps.list.outputs.items, other: $steps.list.outputs.orders }
           |                   ^^^^^^^^^^^^^^^^^^^^^^^^^
        14 | arazzo: 1.0.1
        15 | info: { title: Given, version: 1.0.0 }
        hint: Let every way to here lead through the step: a list without elements is done in no time.

      arazzo.yaml:13:53: error unknown-output: '$steps.list.outputs.orders': 'list' has no output 'orders'
        11 |     operationId: listOrders
        12 |     onSuccess: [{ name: more, type: goto, stepId: first, criteria: [{ condition: $response.body#/orders == null }] }]
      > 13 |   outputs: { all: $steps.list.outputs.items, other: $steps.list.outputs.orders }
           |                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
        14 | arazzo: 1.0.1
        15 | info: { title: Given, version: 1.0.0 }
        hint: Known here: 'items'.

      3 errors, 1 note
    `,
  },
  {
    code: "invalid-document",
    name: "x-pages beside what a step with it cannot have",
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: a
        operationId: listOrders
        x-pages: { items: $response.body#/orders, next: $response.header.Link }
      - stepId: b
        operationId: listOrders
        x-pages: { items: $response.body#/orders, next: $response.header.Link, counts: pages }
      - stepId: c
        operationId: listOrders
        x-pages: { items: $response.body#/orders, counts: pages }
      - stepId: d
        operationId: listOrders
        x-pages: { items: $response.body#/orders, parameter: page, counts: items, first: 1 }
      - stepId: e
        operationId: listOrders
        x-pages: { items: $response.body#/orders, next: $response.header.Link }
        x-poll: {}
        outputs: { all: $response.body#/orders, count: $response.body#/count }
      - stepId: f
        workflowId: list
        x-pages: { items: $response.body#/orders, next: $response.header.Link }
    `,
    want: `
      arazzo.yaml:9:76: error invalid-document: a page is found by 'next' or by counting, not by both
         7 |   - stepId: b
         8 |     operationId: listOrders
      >  9 |     x-pages: { items: $response.body#/orders, next: $response.header.Link, counts: pages }
           |                                                                            ^^^^^^
        10 |   - stepId: c
        11 |     operationId: listOrders

      arazzo.yaml:12:47: error invalid-document: it is not said which 'parameter' takes the number
        10 |   - stepId: c
        11 |     operationId: listOrders
      > 12 |     x-pages: { items: $response.body#/orders, counts: pages }
           |                                               ^^^^^^
        13 |   - stepId: d
        14 |     operationId: listOrders

      arazzo.yaml:15:79: error invalid-document: only pages that are counted have a first number
        13 |   - stepId: d
        14 |     operationId: listOrders
      > 15 |     x-pages: { items: $response.body#/orders, parameter: page, counts: items, first: 1 }
           |                                                                               ^^^^^
        16 |   - stepId: e
        17 |     operationId: listOrders

      arazzo.yaml:19:5: error invalid-document: a step that reads pages has no 'x-poll'
        17 |     operationId: listOrders
        18 |     x-pages: { items: $response.body#/orders, next: $response.header.Link }
      > 19 |     x-poll: {}
           |     ^^^^^^
        20 |     outputs: { all: $response.body#/orders, count: $response.body#/count }
        21 |   - stepId: f

      arazzo.yaml:20:52: error invalid-document: an output of a step that reads pages is the list of all items
        18 |     x-pages: { items: $response.body#/orders, next: $response.header.Link }
        19 |     x-poll: {}
      > 20 |     outputs: { all: $response.body#/orders, count: $response.body#/count }
           |                                                    ^^^^^^^^^^^^^^^^^^^^^
        21 |   - stepId: f
        22 |     workflowId: list
        hint: Leave it out, or read it of another step. The items of all pages are its output 'items'.

      arazzo.yaml:23:5: error invalid-document: only a step that calls an operation reads pages
        21 |   - stepId: f
        22 |     workflowId: list
      > 23 |     x-pages: { items: $response.body#/orders, next: $response.header.Link }
           |     ^^^^^^^
        24 | arazzo: 1.0.1
        25 | info: { title: Given, version: 1.0.0 }

      6 errors
    `,
  },
  {
    code: "invalid-pages",
    name: "of a stream, and of what is none",
    openapi: `
    paths:
      /orders:
        get:
          operationId: listOrders
          responses: { "200": { description: Orders., content: { application/json: { schema: { type: object, properties: { orders: { type: array, items: { type: string } } } } } } } }
      /events:
        get:
          operationId: watchOrders
          parameters: [{ name: after, in: query, schema: { type: string } }]
          responses: { "200": { description: Events., content: { text/event-stream: { itemSchema: { type: object, properties: { data: { type: string } } } } } } }
      /lines:
        get:
          operationId: exportOrders
          responses: { "200": { description: Orders., content: { application/x-ndjson: { schema: { type: object, properties: { id: { type: string } } } } } } }
    `,
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: none
        operationId: listOrders
        x-pages: { items: $response.body#/orders }
      - stepId: watch
        operationId: watchOrders
        x-pages: { items: $response.body#/data/id }
        successCriteria: [{ condition: $response.body#/data == "a" }]
      - stepId: count
        operationId: exportOrders
        x-pages: { items: $response.body, parameter: after }
      - stepId: inputs
        operationId: exportOrders
        x-pages: { items: $inputs.orders }
      - stepId: whole
        operationId: exportOrders
    `,
    want: `
      arazzo.yaml:6:5: error invalid-pages: it is not said what leads to the next page
        4 |   - stepId: none
        5 |     operationId: listOrders
      > 6 |     x-pages: { items: $response.body#/orders }
          |     ^^^^^^^
        7 |   - stepId: watch
        8 |     operationId: watchOrders
        hint: Write 'next: $response.body#/…', or 'parameter' and 'counts'. Only a stream needs neither.

      arazzo.yaml:9:23: error unknown-pointer: '$response.body#/data/id': there is no 'id' in this value
         7 |   - stepId: watch
         8 |     operationId: watchOrders
      >  9 |     x-pages: { items: $response.body#/data/id }
           |                       ^^^^^^^^^^^^^^^^^^^^^^^
        10 |     successCriteria: [{ condition: $response.body#/data == "a" }]
        11 |   - stepId: count

      arazzo.yaml:10:36: error invalid-pages: '$response.body#/data' is a stream here, of which only the 'items' of 'x-pages' are read
         8 |     operationId: watchOrders
         9 |     x-pages: { items: $response.body#/data/id }
      > 10 |     successCriteria: [{ condition: $response.body#/data == "a" }]
           |                                    ^^^^^^^^^^^^^^^^^^^^
        11 |   - stepId: count
        12 |     operationId: exportOrders
        hint: Read what comes of them behind the step: '$steps.<stepId>.outputs.items'.

      arazzo.yaml:13:39: error invalid-pages: the answer is a stream, whose events come one behind the other: nothing is asked for by 'parameter'
        11 |   - stepId: count
        12 |     operationId: exportOrders
      > 13 |     x-pages: { items: $response.body, parameter: after }
           |                                       ^^^^^^^^^
        14 |   - stepId: inputs
        15 |     operationId: exportOrders
        hint: Leave it out. 'items' is what stands in one event: '$response.body', or '$response.body#/data'.

      arazzo.yaml:16:23: error invalid-pages: '$inputs.orders' is nothing of an event
        14 |   - stepId: inputs
        15 |     operationId: exportOrders
      > 16 |     x-pages: { items: $inputs.orders }
           |                       ^^^^^^^^^^^^^^
        17 |   - stepId: whole
        18 |     operationId: exportOrders
        hint: Name what stands in one event of the stream: '$response.body', or '$response.body#/data'.

      arazzo.yaml:18:5: error invalid-pages: the answer of 'exportOrders' is read event by event by one step, and as a whole by another
        16 |     x-pages: { items: $inputs.orders }
        17 |   - stepId: whole
      > 18 |     operationId: exportOrders
           |     ^^^^^^^^^^^
        19 | arazzo: 1.0.1
        20 | info: { title: Given, version: 1.0.0 }
        hint: Read it with 'x-pages' in both.

      arazzo.yaml:18:18: warning streamed-answer: the answer of 'exportOrders' is a stream, 'application/x-ndjson': it is read to its end, as one text
        16 |     x-pages: { items: $inputs.orders }
        17 |   - stepId: whole
      > 18 |     operationId: exportOrders
           |                  ^^^^^^^^^^^^
        19 | arazzo: 1.0.1
        20 | info: { title: Given, version: 1.0.0 }
        hint: Read it event by event with 'x-pages: { items: $response.body, limit: … }'. As one text it has to end before the step's 'timeout'.

      6 errors, 1 warning
    `,
  },
  {
    code: "first-page-only",
    openapi: `
    paths:
      /orders:
        get:
          operationId: listOrders
          parameters: [{ name: page_token, in: query, schema: { type: string } }]
          responses:
            "200":
              description: Orders.
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      orders: { type: array, items: { type: string } }
                      next_page_token: { type: string }
      /links:
        get:
          operationId: listLinks
          responses:
            "200":
              description: Links.
              headers: { Link: { schema: { type: string } } }
              content: { application/json: { schema: { type: object, properties: { links: { type: array, items: { type: string } } } } } }
      /uris:
        get:
          operationId: listUris
          responses:
            "200":
              description: Uris.
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      uris: { type: array, items: { type: string } }
                      meta: { type: object, properties: { next_page_url: { type: [string, "null"] } } }
    `,
    arazzo: `
    workflows:
    - workflowId: list
      steps:
      - stepId: list
        operationId: listOrders
        outputs: { orders: $response.body#/orders }
      - stepId: links
        operationId: listLinks
        outputs: { first: $response.body#/links/0, all: $response.body#/links }
      - stepId: uris
        operationId: listUris
        outputs: { uris: $response.body#/uris }
      - stepId: first
        operationId: listUris
        outputs: { uri: $response.body#/uris/0 }
      - stepId: meant
        operationId: listUris
        x-allow: { first-page-only: the newest are enough }
        outputs: { uris: $response.body#/uris }
      - stepId: every
        operationId: listUris
        x-pages: { items: $response.body#/uris, next: $response.body#/meta/next_page_url }
        outputs: { uris: $response.body#/uris }
      outputs: { orders: $steps.list.outputs.orders, links: $steps.links.outputs.all, uris: $steps.uris.outputs.uris, first: $steps.first.outputs.uri, meant: $steps.meant.outputs.uris, every: $steps.every.outputs.uris }
    `,
    want: `
      arazzo.yaml:6:24: note first-page-only: the step 'list' reads the first page of a list, and '$response.body#/next_page_token' leads to the next one
        4 |   - stepId: list
        5 |     operationId: listOrders
      > 6 |     outputs: { orders: $response.body#/orders }
          |                        ^^^^^^^^^^^^^^^^^^^^^^
        7 |   - stepId: links
        8 |     operationId: listLinks
        hint: Read all of them with 'x-pages'; where the first is enough, say so: 'x-allow: { first-page-only: <why> }' at the step.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'list'].steps[?@.stepId == 'list']
            description: Reads all pages of the list, up to 10,000 items.
            update:
              x-pages:
                items: $response.body#/orders
                next: $response.body#/next_page_token
                parameter: page_token

      arazzo.yaml:9:53: note first-page-only: the step 'links' reads the first page of a list, and '$response.header.Link' leads to the next one
         7 |   - stepId: links
         8 |     operationId: listLinks
      >  9 |     outputs: { first: $response.body#/links/0, all: $response.body#/links }
           |                                                     ^^^^^^^^^^^^^^^^^^^^^
        10 |   - stepId: uris
        11 |     operationId: listUris
        hint: Read all of them with 'x-pages'; where the first is enough, say so: 'x-allow: { first-page-only: <why> }' at the step.

      arazzo.yaml:12:22: note first-page-only: the step 'uris' reads the first page of a list, and '$response.body#/meta/next_page_url' leads to the next one
        10 |   - stepId: uris
        11 |     operationId: listUris
      > 12 |     outputs: { uris: $response.body#/uris }
           |                      ^^^^^^^^^^^^^^^^^^^^
        13 |   - stepId: first
        14 |     operationId: listUris
        hint: Read all of them with 'x-pages'; where the first is enough, say so: 'x-allow: { first-page-only: <why> }' at the step.
        overlay action: 'lint --fix' writes it into an overlay
          - target: $.workflows[?@.workflowId == 'list'].steps[?@.stepId == 'uris']
            description: Reads all pages of the list, up to 10,000 items.
            update:
              x-pages:
                items: $response.body#/uris
                next: $response.body#/meta/next_page_url

      3 notes
    `,
  },
]);
