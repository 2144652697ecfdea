import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["poll-inferred"] });
const running = new Running(compiler);

describe("a step ends the workflow", () => {
  testEach([
    {
      name: "on success, under a criterion, and goes on otherwise",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: first
            operationId: make
            onSuccess: [{ name: early, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
            outputs: { id: $response.body#/id }
          - stepId: second
            operationId: make
            outputs: { id: $response.body#/id }
          outputs: { first: $steps.first.outputs.id, second: $steps.second.outputs.id }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com");

        const first = await api.POST("/things", {
          ...run.step("first"),
        });
        run.expect("first", first, first.response.ok, "the status is a 2xx");
        const { id } = first.data;
        if (sameText(first.data.state, "ready")) return { outcome: "early", first: id };

        const second = await api.POST("/things", {
          ...run.step("second"),
        });
        run.expect("second", second, second.response.ok, "the status is a 2xx");

        return { outcome: "completed", first: id, second: second.data.id };
      `,
    },
    {
      name: "on failure: the author planned for it, so that the promise resolves",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: first
            operationId: make
            onFailure: [{ name: there, type: end, criteria: [{ condition: $statusCode == 409 }] }]
          - stepId: second
            operationId: list
      `,
      want: `
        const api = run.api<Api>("https://api.example.com");

        const first = await api.POST("/things", {
          ...run.step("first"),
        });
        if (!first.response.ok && first.response.status === 409) return { outcome: "there" };
        run.expect("first", first, first.response.ok, "the status is a 2xx");

        const second = await api.GET("/things", {
          ...run.step("second"),
        });
        run.expect("second", second, second.response.ok, "the status is a 2xx");

        return { outcome: "completed" };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  const early = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: first
        operationId: make
        onSuccess: [{ name: early, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
        onFailure: [{ name: there, type: end, criteria: [{ condition: $statusCode == 409 }] }]
        outputs: { id: $response.body#/id }
      - stepId: second
        operationId: make
        outputs: { id: $response.body#/id }
      outputs: { first: $steps.first.outputs.id, second: $steps.second.outputs.id }
  `;

  test("with the outputs that are known by then", async () => {
    const call = await running.load(early);
    expectEnd(await call({ replies: [made("a", "ready")] }), {
      sent: ["POST /things"],
      result: { outcome: "early", first: "a" },
    });
    expectEnd(await call({ replies: [made("a"), made("b")] }), {
      sent: ["POST /things", "POST /things"],
      result: { outcome: "completed", first: "a", second: "b" },
    });
    expectEnd(await call({ replies: [{ status: 409 }] }), { sent: ["POST /things"], result: { outcome: "there" } });
  });

  test("in an error where no failure action has criteria that hold", async () => {
    const { sent, error } = await running.run(early, { replies: [{ status: 500 }] });
    expect(sent).toEqual(["POST /things"]);
    expect(error).toMatchObject({ code: "step-failed", stepId: "first", status: 500 });
  });
});

compiler.testTypes();
