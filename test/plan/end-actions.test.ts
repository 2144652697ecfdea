import { describe, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { type GeneratedWorkflow, showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
        responses:
          "200":
            description: Made.
            content:
              application/json:
                schema:
                  type: object
                  required: [id, state]
                  properties: { id: { type: string }, state: { type: string, enum: [new, ready, broken] }, code: { type: integer } }
`;

const document = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: first
      operationId: make
      outputs: { id: $response.body#/id, state: $response.body#/state }
      <first>
    - stepId: last
      operationId: make
      outputs: { id: $response.body#/id, state: $response.body#/state, code: $response.body#/code }
      <given>
    outputs: { firstId: $steps.first.outputs.id, lastId: $steps.last.outputs.id }
`;

const nothing = "description: Nothing.";

const whenReady = yaml`
  - name: ready
    type: end
    criteria: [{ condition: $response.body#/state == 'ready' }]
`;

const whenBroken = yaml`
  - name: broken
    type: end
    criteria: [{ condition: $response.body#/state == 'broken' }]
`;

function onSuccess(...actions: readonly string[]): string {
  return `onSuccess:\n${actions.join("\n")}`;
}

describe("the last step ends", () => {
  testEach([
    { name: "by itself", given: nothing, want: "?" },
    { name: "always", given: onSuccess("- { name: done, type: end }"), want: "?" },
    { name: "under a criterion, else by itself", given: onSuccess(whenReady), want: "?" },
    { name: "under one of two", given: onSuccess(whenReady, whenBroken), want: "?" },
    { name: "under a criterion, else always", given: onSuccess(whenReady, "- { name: other, type: end }"), want: "?" },
    { name: "under two criteria at once", given: onSuccess("- name: ready\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }, { condition: $response.body#/code == 3 }]"), want: "?" },
    { name: "under two actions that have one name", given: onSuccess(whenReady, whenReady), want: "?" },
    { name: "always, with others behind it that are never reached", given: onSuccess("- { name: done, type: end }", whenReady), want: "?" },
    { name: "as `completed`, like a workflow that ends by itself", given: onSuccess("- name: completed\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }]"), want: "?" },
    { name: "under a name that is no identifier", given: onSuccess("- name: all's well, isn't it?\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }]"), want: "?" },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document.replace("<first>", nothing), given), openapi: things };
    const show = (workflow: GeneratedWorkflow): string => `${workflow.output}\n${behind("last", workflow)}`;
    expectText(await compiler.told(documents, show), want);
  });
});

describe("a step in the middle ends", () => {
  const inTheMiddle = document.replace("<given>", nothing).replace("<first>", "<given>");
  testEach([
    { name: "under a criterion", given: onSuccess(whenReady), want: "?" },
    { name: "always", given: onSuccess("- { name: done, type: end }"), want: "?" },
    { name: "under a criterion of what its answer has not", given: onSuccess("- name: ready\n  type: end\n  criteria: [{ condition: $response.body#/stat == 'ready' }]"), want: "?" },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(inTheMiddle, given), openapi: things };
    const show = (workflow: GeneratedWorkflow): string => `${workflow.output}\n${behind("first", workflow)}`;
    expectText(await compiler.told(documents, show), want);
  });
});

describe("both steps end", () => {
  test("under criteria, each with the outputs that it knows", async () => {
    const arazzo = document.replace("<first>", () => onSuccess(whenBroken).replaceAll("\n", "\n    ")).replace("<given>", () => onSuccess(whenReady).replaceAll("\n", "\n    "));
    const { workflow } = await compiler.compile({ arazzo, openapi: things });
    expectText(showing("output", "statements")(workflow()), "?");
  });
});

/** The statements behind the judgement of a step. */
function behind(step: string, { statements }: GeneratedWorkflow): string {
  return (statements.split(`run.expect("${step}"`)[1] ?? "").replace(/^.*;\n/, "").trim();
}

compiler.testTypes();
