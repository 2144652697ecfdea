import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** A step with actions, and workflows that these can go to. */
function going(step: string, outputs = "{ id: $steps.one.outputs.id }"): string {
  return yaml`
    arazzo: 1.1.0
    workflows:
    - workflowId: test
      inputs: { type: object, properties: { name: { type: string } } }
      steps:
      - stepId: one
        operationId: make
        outputs: { id: $response.body#/id }
        ${step}
      outputs: ${outputs}
    - workflowId: look-at
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      steps:
      - { stepId: look, operationId: look, parameters: [{ name: id, in: path, value: $inputs.id }], outputs: { name: $response.body#/name } }
      outputs: { name: $steps.look.outputs.name }
    - workflowId: choose
      steps:
      - stepId: list
        operationId: list
        outputs: { next: $response.body#/next }
        onSuccess: [{ name: last, type: end, criteria: [{ condition: $response.body#/next == null }] }]
        x-poll: false
      - { stepId: make, operationId: make, outputs: { id: $response.body#/id } }
      outputs: { next: $steps.list.outputs.next, id: $steps.make.outputs.id }
  `;
}

const show = ({ output, statements }: GeneratedWorkflow): string => `${output}\n${statements}`;

describe("a goto leads to a workflow, and the run ends as that does", () => {
  testEach([
    {
      name: "under the name of the action, where that workflow ends in one way only",
      given: going(
        "onFailure: [{ name: there, type: goto, workflowId: look-at, parameters: [{ name: id, value: $inputs.name }] }]",
      ),
      want: `
        export type TestOutput =
          | {
              outcome: "there";
              name?: string | undefined;
            }
          | {
              outcome: "completed";
              id: string;
            };
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one"),
        });
        if (!one.ok) {
          return { outcome: "there", ...(await lookAt({ id: input.name }, nestedRun(run, "one", { action: "there" }))) };
        }

        return { outcome: "completed", id: one.data.id };
      `,
    },
    {
      name: "under its own names, where it ends in several ways",
      given: going(
        "onSuccess: [{ name: on, type: goto, workflowId: choose, criteria: [{ condition: $response.body#/state == 'new' }] }]",
      ),
      want: `
        4:41 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        export type TestOutput =
          | {
              outcome: "last";
            }
          | {
              outcome: "completed";
              next?: string | undefined;
              id: string;
            };
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        if (isOneOf(one.data.state, "new")) return await choose({}, nestedRun(run, "one", { action: "on" }));

        return { outcome: "completed", id: one.data.id };
      `,
    },
    {
      name: "always: there is no other ending, and no name for it",
      given: going(
        "onSuccess: [{ name: on, type: goto, workflowId: look-at, parameters: [{ name: id, value: $response.body#/id }] }]",
      ),
      want: `
        4:41 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        export interface TestOutput {
          name?: string | undefined;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });

        return await lookAt({ id: run.required(one, "id") }, nestedRun(run, "one", { action: "on" }));
      `,
    },
    {
      name: "whose inputs it has to be given",
      given: going("onSuccess: [{ name: on, type: goto, workflowId: look-at }]"),
      want: `
        4:41 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        9:53 error missing-input the workflow 'look-at' requires the input 'id'
          | Add '{ name: id, value: … }' to the parameters.
      `,
    },
    {
      name: "that is not there",
      given: going("onSuccess: [{ name: on, type: goto, workflowId: look }]"),
      want: `
        4:41 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        9:53 error unknown-workflow the document has no workflow 'look'
          | Known here: 'test', 'look-at', 'choose'.
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, show), want);
  });

  test("on success", async () => {
    const call = await running.load(
      going(
        "onSuccess: [{ name: on, type: goto, workflowId: choose, criteria: [{ condition: $response.body#/state == 'new' }] }]",
      ),
    );
    const list = { body: { things: [], next: "n" } };
    expectEnd(await call({ replies: [made("a"), list, made("b")] }), {
      sent: ["POST /things", "GET /things", "POST /things"],
      result: { outcome: "completed", next: "n", id: "b" },
    });
    expectEnd(await call({ replies: [made("a"), { body: { things: [], next: null } }] }), {
      sent: ["POST /things", "GET /things"],
      result: { outcome: "last" },
    });
    expectEnd(await call({ replies: [made("a", "ready")] }), {
      sent: ["POST /things"],
      result: { outcome: "completed", id: "a" },
    });
  });

  test("on failure, with what the action gives to it, and with a checkpoint of both", async () => {
    const call = await running.load(
      going(
        "onFailure: [{ name: there, type: goto, workflowId: look-at, parameters: [{ name: id, value: $inputs.name }] }]",
      ),
    );
    const input = { name: "x y" };
    expectEnd(await call({ input, replies: [{ status: 409 }, thing("x", "new", "X")] }), {
      sent: ["POST /things", "GET /things/x%20y"],
      result: { outcome: "there", name: "X" },
    });
    const { error } = await call({ input, replies: [{ status: 409 }, { status: 404 }] });
    expect(error).toMatchObject({ workflowId: "look-at", stepId: "look", stepPath: "one@there/look" });
    const { checkpoint } = error as { checkpoint: object };
    expectEnd(await call({ input, replies: [thing("x")], options: { resume: checkpoint } }), {
      sent: ["GET /things/x%20y"],
      result: { outcome: "there", name: undefined },
    });
  });

  test("and what calls the first workflow has the outputs of the second", async () => {
    const given = going(
      "onFailure: [{ name: there, type: goto, workflowId: choose }]",
      "{ id: $steps.one.outputs.id }",
    ).replace(
      "- workflowId: look-at",
      `- workflowId: outer
  steps: [{ stepId: call, workflowId: test }]
  outputs: { next: $steps.call.outputs.next, how: $steps.call.outputs.outcome }
- workflowId: look-at`,
    );
    const replies = [{ status: 409 }, { body: { things: [], next: null } }];
    expectEnd(await running.run(given, { fn: "outer", replies }), {
      sent: ["POST /things", "GET /things"],
      result: { how: "last" },
    });
  });
});

compiler.testTypes();
