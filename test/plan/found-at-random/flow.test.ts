import { yaml } from "../../support/yaml.js";
import { answering, testFound } from "./found.js";

testFound([
  {
    name: "a workflow that is gone to for good has an output called `outcome`",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: other, type: goto, workflowId: second, criteria: [{ condition: $response.body != null }] }
      - workflowId: second
        steps: [{ stepId: look, operationId: look, outputs: { it: $response.body } }]
        outputs: { outcome: $steps.look.outputs.it }
    `,
    openapi: yaml`
      paths:
        /it:
          get: { operationId: look, responses: { "200": { description: It., content: { application/json: {} } } } }
    `,
    want: "7:46 error name-collision the workflow has several endings, and 'outcome' is the field that says how it ended; 'second' has an output of this name | Give the output another name.",
  },
  {
    name: "a criterion settles what an action then asks again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: call
          workflowId: second
          successCriteria: [{ condition: $outputs.it == false }]
          onSuccess:
          - { name: odd, type: end, criteria: [{ condition: $outputs.it != true || $outputs.more == 1 }] }
      - workflowId: second
        steps: [{ stepId: look, operationId: look, outputs: { it: $response.body#/it, more: $response.body#/more } }]
        outputs: { it: $steps.look.outputs.it, more: $steps.look.outputs.more }
    `,
    openapi: answering("{ type: object, properties: { it: {}, more: {} } }"),
  },
  {
    name: "an output is called like what every object has",
    arazzo: yaml`
      workflows:
      - workflowId: first
        dependsOn: [second]
        steps: [{ stepId: look, operationId: look }]
        outputs: { it: $workflows.second.outputs.toString }
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          outputs: { it: $response.body#/it }
          onFailure: [{ name: gone, type: end }]
        outputs: { toString: $steps.look.outputs.it }
    `,
    openapi: answering("{ type: object, properties: { it: { type: string } } }"),
    want: "12:14 error invalid-name an output cannot be called 'toString', as every object has something of this name | Give it another name.",
  },
  {
    name: "a criterion asks again what a failure action has asked of the same answer",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          successCriteria:
          - condition: $statusCode == 200
          - condition: $response.header.Location == null
          - { condition: $.page != 1, type: jsonpath, context: $response.body }
          onFailure: [{ name: gone, type: end }]
    `,
    openapi: answering("{ type: object, required: [page], properties: { page: { enum: [0, 1, -3] } } }"),
  },
  {
    name: "nearly every status is a success, but the only one that is documented, and the failure is tried again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: make
          operationId: make
          successCriteria: [{ condition: $statusCode != 204 }]
          onFailure:
          - { name: busy, type: retry, criteria: [{ condition: $statusCode == 429 }] }
          - { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
    `,
    openapi: yaml`
      paths:
        /it: { post: { operationId: make, responses: { "204": { description: It. } } } }
    `,
  },
  {
    name: "what a dependency returned is demanded by a step that always comes again",
    arazzo: yaml`
      workflows:
      - workflowId: first
        dependsOn: [second]
        steps:
        - stepId: look
          operationId: look
          parameters: [{ name: id, in: query, value: $workflows.second.outputs.id }, { name: as, in: query, value: $workflows.second.outputs.id }]
          onFailure: [{ name: over, type: end }]
          onSuccess: [{ name: again, type: goto, stepId: look }]
      - workflowId: second
        steps:
        - { stepId: look, operationId: look, parameters: [{ name: id, in: query, value: a }, { name: as, in: query, value: a }], outputs: { id: $response.body#/ids/0 } }
        outputs: { id: $steps.look.outputs.id }
    `,
    openapi: yaml`
      paths:
        /it:
          get:
            operationId: look
            parameters:
            - { name: id, in: query, required: true, schema: { type: string } }
            - { name: as, in: query, required: true, schema: { type: string } }
            responses:
              "200":
                description: It.
                content: { application/json: { schema: { properties: { ids: { type: array, items: { type: string } } } } } }
    `,
  },
  {
    name: "what a failure action has ruled out is asked for again once it is bound",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          successCriteria:
          - { condition: "!($response.body#/open == false)" }
          - { condition: $.open != false, context: $response.body, type: jsonpath }
          onFailure: [{ name: shut, type: end }]
    `,
    openapi: answering("{ properties: { open: { type: boolean } } }"),
  },
  {
    name: "an answer that is always there is asked whether it is, and more is read of it",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: there, type: end, criteria: [{ condition: $, context: $response.body, type: jsonpath }] }
          - { name: on, type: goto, stepId: third, criteria: [{ condition: $response.header.Location != null }] }
        - { stepId: second, operationId: look }
        - { stepId: third, operationId: look }
    `,
    openapi: answering("{ type: boolean }"),
  },
  {
    name: "an answer that is always there is asked whether it is, and has a variable",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess:
          - { name: none, type: end, criteria: [{ condition: $response.body == null && $response.header.Location != null }] }
          - { name: some, type: end, criteria: [{ context: $response.body, type: regex, condition: ^1 }] }
    `,
    openapi: answering("{ type: integer }"),
  },
  {
    name: "a step that calls a workflow runs only before new tries of another, and reads what it gave the time before",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: look
          operationId: look
          onSuccess: [{ name: done, type: end }]
          onFailure: [{ name: again, type: retry, stepId: help, retryLimit: 3 }]
        - stepId: help
          workflowId: second
          parameters: [{ name: last, value: $steps.help.outputs.state }]
          outputs: { state: $outputs.state }
      - workflowId: second
        inputs: { properties: { last: { type: string } } }
        steps: [{ stepId: look, operationId: look, outputs: { state: $response.body#/state } }]
        outputs: { state: $steps.look.outputs.state }
    `,
    openapi: answering("{ required: [state], properties: { state: { type: string } } }"),
  },
  {
    name: "a criterion asks whether the outcome of a called workflow is there",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: call
          workflowId: second
          successCriteria: [{ condition: $outputs.outcome == null }]
          outputs: { it: $outputs.it }
        outputs: { it: $steps.call.outputs.it }
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          onFailure: [{ name: gone, type: end }]
          outputs: { it: $response.body#/it }
        outputs: { it: $steps.look.outputs.it }
    `,
    openapi: answering("{ type: object, properties: { it: { type: string } } }"),
  },
  {
    name: "an output that is null in one ending is asked for, then the outcome",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: call
          workflowId: second
          successCriteria: [{ condition: $outputs.it != null }]
          onSuccess: [{ name: gone, type: end, criteria: [{ condition: $outputs.outcome == 'gone' }] }]
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          onFailure: [{ name: gone, type: goto, workflowId: third }]
          outputs: { it: $response.body#/it }
        outputs: { it: $steps.look.outputs.it }
      - workflowId: third
        steps: [{ stepId: look, operationId: look, outputs: { it: $response.body#/none } }]
        outputs: { it: $steps.look.outputs.it }
    `,
    openapi: answering(
      "{ type: object, required: [it, none], properties: { it: { type: string }, none: { type: 'null' } } }",
    ),
  },
  {
    name: "what other endings have is read where a called workflow is known to have ended in one",
    arazzo: yaml`
      workflows:
      - workflowId: first
        steps:
        - stepId: call
          workflowId: second
          successCriteria: [{ condition: $outputs.outcome == 'odd' }]
          outputs: { it: $outputs.it }
          onSuccess: [{ name: body, type: end }]
          onFailure: [{ name: bad, type: end }]
        outputs: { it: $steps.call.outputs.it }
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          onSuccess: [{ name: odd, type: end, criteria: [{ condition: $response.header.Location == 'x' }] }]
        - { stepId: next, operationId: look, outputs: { it: $response.body#/it } }
        outputs: { it: $steps.next.outputs.it }
    `,
    openapi: answering("{ type: object, properties: { it: { type: string } } }"),
  },
  {
    name: "what only one ending of a dependency has is read where another ending is ruled out",
    arazzo: yaml`
      workflows:
      - workflowId: first
        dependsOn: [second]
        steps:
        - stepId: look
          operationId: look
          onSuccess: [{ name: odd, type: end, criteria: [{ condition: $workflows.second.outputs.outcome == 'odd' }] }]
        outputs: { it: $workflows.second.outputs.it }
      - workflowId: second
        steps:
        - stepId: look
          operationId: look
          onSuccess: [{ name: odd, type: end, criteria: [{ condition: $response.header.Location == 'x' }] }]
        - { stepId: next, operationId: look, outputs: { it: $response.body#/it } }
        outputs: { it: $steps.next.outputs.it }
    `,
    openapi: answering("{ type: object, properties: { it: { type: string } } }"),
  },
]);
