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
]);
