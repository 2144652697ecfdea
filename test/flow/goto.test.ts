import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** Three steps: a POST, a GET and a DELETE. */
function threeSteps(first: string, second = "", third = ""): string {
  return yaml`
    workflows:
    - workflowId: test
      steps:
      - { stepId: one, operationId: make, outputs: { id: $response.body#/id }, ${first} }
      - { stepId: two, operationId: list, outputs: { next: $response.body#/next }, ${second} }
      - { stepId: three, operationId: drop, parameters: [{ name: id, in: path, value: $steps.one.outputs.id }], ${third} }
      outputs: { id: $steps.one.outputs.id, next: $steps.two.outputs.next }
  `;
}

const ready = "criteria: [{ condition: $response.body#/state == 'ready' }]";

describe("a goto leads", () => {
  testEach([
    {
      name: "forward on success, under a criterion: the steps between are skipped",
      given: threeSteps(`onSuccess: [{ name: past, type: goto, stepId: three, ${ready} }]`),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        let next: string | null | undefined;
        if (!isOneOf(one.data.state, "ready")) {
          const two = await api.GET("/things", {
            ...run.step("two", { expect: "2xx" }),
          });
          next = two.data.next;
        }

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id, next };
      `,
    },
    {
      name: "forward on success, always: the steps between are never reached",
      given: threeSteps("onSuccess: [{ name: past, type: goto, stepId: three }]"),
      want: `
        5:15 warning unreachable-step no way leads to the step 'two'
          | Remove it, or let a 'goto' lead to it.
        7:47 warning output-never-set nothing sets the output 'next': no way leads to the step 'two'
          | Remove the output, or let something lead to the step.
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id };
      `,
    },
    {
      name: "past the only steps that need a client and a default, which then need no variables",
      given: yaml`
        workflows:
        - workflowId: test
          inputs: { type: object, properties: { id: { type: string, default: a } } }
          steps:
          - { stepId: one, workflowId: other, onSuccess: [{ name: done, type: end }] }
          - { stepId: two, workflowId: other, parameters: [{ name: note, value: $inputs.id }] }
          - { stepId: three, operationId: list }
        - workflowId: other
          inputs: { type: object, properties: { note: { type: string } } }
          steps: [{ stepId: make, operationId: make, requestBody: { payload: { note: $inputs.note } } }]
      `,
      want: `
        6:15 warning unreachable-step no way leads to the step 'two'
          | Remove it, or let a 'goto' lead to it.
        7:15 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
        run.api("https://api.example.com", { source: "api" });

        await other({}, nestedRun(run, "one"));

        return {};
      `,
    },
    {
      name: "to the next step, which changes nothing",
      given: threeSteps("onSuccess: [{ name: on, type: goto, stepId: two }]"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        const two = await api.GET("/things", {
          ...run.step("two", { expect: "2xx" }),
        });

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id, next: two.data.next };
      `,
    },
    {
      name: "to the next step under a criterion, and to a later one otherwise",
      given: threeSteps(
        `onSuccess: [{ name: on, type: goto, stepId: two, ${ready} }, { name: past, type: goto, stepId: three }]`,
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        let next: string | null | undefined;
        if (isOneOf(one.data.state, "ready")) {
          const two = await api.GET("/things", {
            ...run.step("two", { expect: "2xx" }),
          });
          next = two.data.next;
        }

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id, next };
      `,
    },
    {
      name: "forward on failure: what the failed step gives is not there",
      given: threeSteps("", "onFailure: [{ name: past, type: goto, stepId: three }]"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        const two = await api.GET("/things", {
          ...run.step("two"),
        });

        let next: string | null | undefined;
        if (two.ok) next = two.data.next;

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id, next };
      `,
    },
    {
      name: "to the next step on failure, without what this one binds",
      given: threeSteps(
        "",
        "onFailure: [{ name: on, type: goto, stepId: three, criteria: [{ condition: $statusCode == 404 }] }]",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
        });
        const id = run.required(one, "id");

        const two = await api.GET("/things", {
          ...run.step("two", { expect: ["2xx", 404] }),
        });

        let next: string | null | undefined;
        if (two.status !== 404) next = two.data.next;

        await api.DELETE("/things/{id}", {
          ...run.step("three", { expect: "2xx", unread: true }),
          params: { path: { id } },
        });

        return { id, next };
      `,
    },
    {
      name: "backward on failure, under a criterion",
      given: threeSteps(
        "",
        "",
        "onFailure: [{ name: back, type: goto, stepId: one, criteria: [{ condition: $statusCode == 404 }] }]",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        for (;;) {
          const one = await api.POST("/things", {
            ...run.step("one", { expect: "2xx" }),
          });
          const id = run.required(one, "id");

          const two = await api.GET("/things", {
            ...run.step("two", { expect: "2xx" }),
          });

          const three = await api.DELETE("/things/{id}", {
            ...run.step("three", { expect: ["2xx", 404], unread: true }),
            params: { path: { id } },
          });
          if (three.status === 404) continue;

          return { id, next: two.data.next };
        }
      `,
    },
    {
      name: "to a step that is not there",
      given: threeSteps("onSuccess: [{ name: on, type: goto, stepId: tree }]"),
      want: `
        4:120 error unknown-step there is no step 'tree'
          | Did you mean 'three'?
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("past the steps between, whose outputs are undefined then", async () => {
    const call = await running.load(threeSteps(`onSuccess: [{ name: past, type: goto, stepId: three, ${ready} }]`));
    expectEnd(await call({ replies: [made("a", "ready"), { status: 204 }] }), {
      sent: ["POST /things", "DELETE /things/a"],
      result: { id: "a", next: undefined },
    });
    expectEnd(await call({ replies: [made("a"), { body: { things: [], next: "n" } }, { status: 204 }] }), {
      sent: ["POST /things", "GET /things", "DELETE /things/a"],
      result: { id: "a", next: "n" },
    });
  });

  test("away from a failure instead of an error", async () => {
    const call = await running.load(threeSteps("", "onFailure: [{ name: past, type: goto, stepId: three }]"));
    expectEnd(await call({ replies: [made("a"), { status: 404 }, { status: 204 }] }), {
      sent: ["POST /things", "GET /things", "DELETE /things/a"],
      result: { id: "a", next: undefined },
    });
  });

  test("back to an earlier step, whose values are then those of its latest pass", async () => {
    const back = "onFailure: [{ name: back, type: goto, stepId: one, criteria: [{ condition: $statusCode == 404 }] }]";
    const list = { body: { things: [] } };
    const replies = [made("a"), list, { status: 404 }, made("b"), list, { status: 204 }];
    const ran = await running.run(threeSteps("", "", back), { replies });
    expectEnd(ran, {
      sent: ["POST /things", "GET /things", "DELETE /things/a", "POST /things", "GET /things", "DELETE /things/b"],
      result: { id: "b", next: undefined },
    });
  });

  test("back to a step that cannot be compiled, which is all that there is to say", async () => {
    const arazzo = yaml`
      workflows:
      - workflowId: test
        steps:
        - { stepId: one, operationId: mke }
        - { stepId: two, operationId: list, onSuccess: [{ name: back, type: goto, stepId: one, ${ready} }] }
    `;
    const { findings } = await compiler.compile({
      arazzo: arazzo.replace("state == 'ready'", "next == 'n'"),
      openapi: things,
    });
    expect(findings).toEqual([
      "4:33 error unknown-operation no source description has an operation 'mke' | Did you mean 'make'?",
    ]);
  });

  test("back until the steps are more than a run may have", async () => {
    const back = "onFailure: [{ name: back, type: goto, stepId: one }]";
    const { error, sent } = await running.run(threeSteps("", "", back), {
      replies: ({ method }) => (method === "DELETE" ? { status: 404 } : made("a")),
      options: { maxSteps: 7 },
    });
    expect(sent.length).toBe(7);
    expect(error).toMatchObject({ name: "StepLimitError", code: "step-limit", stepId: "two", limit: 7 });
  });
});

compiler.testTypes();
