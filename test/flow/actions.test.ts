import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "poll-inferred", "unsafe-retry", "unreachable-action"] });
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
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { expect: "2xx" }),
        });
        const { id } = first.data;
        if (isOneOf(first.data.state, "ready")) return { outcome: "early", first: id };

        const second = await api.POST("/things", {
          ...run.step("second", { expect: "2xx" }),
        });

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
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { expect: ["2xx", 409], unread: true }),
        });
        if (first.status === 409) return { outcome: "there" };

        await api.GET("/things", {
          ...run.step("second", { expect: "2xx", unread: true }),
        });

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

describe("workflow actions", () => {
  testEach([
    {
      name: "stand behind those of the step, which override them by name",
      given: yaml`
        workflows:
        - workflowId: test
          failureActions:
          - { name: busy, type: end, criteria: [{ condition: $statusCode == 503 }] }
          - { name: there, type: end, criteria: [{ condition: $statusCode == 409 }] }
          successActions:
          - { name: done, type: end, criteria: [{ condition: $statusCode == 201 }] }
          steps:
          - stepId: first
            operationId: make
            onFailure: [{ name: there, type: goto, stepId: last, criteria: [{ condition: $statusCode == 409 }] }]
          - { stepId: second, operationId: drop, parameters: [{ name: id, in: path, value: x }] }
          - { stepId: last, operationId: make }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { expect: ["2xx", 409, 503], unread: true }),
        });
        if (first.status !== 409) {
          if (first.status === 503) return { outcome: "busy" };
          if (first.status === 201) return { outcome: "done" };

          const second = await api.DELETE("/things/{id}", {
            ...run.step("second", { expect: ["2xx", 409, 503], unread: true }),
            params: { path: { id: "x" } },
          });
          if (second.status === 503) return { outcome: "busy" };
          if (second.status === 409) return { outcome: "there" };
          if (second.status === 201) return { outcome: "done" };
        }

        const last = await api.POST("/things", {
          ...run.step("last", { expect: ["2xx", 409, 503], unread: true }),
        });
        if (last.status === 503) return { outcome: "busy" };
        if (last.status === 409) return { outcome: "there" };
        if (last.status === 201) return { outcome: "done" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "are components of the document, and those of a step",
      given: yaml`
        components:
          failureActions:
            busy: { name: busy, type: retry, retryAfter: 0.5, retryLimit: 2, criteria: [{ condition: $statusCode == 503 }] }
            there: { name: there, type: end }
          successActions:
            ready: { name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }
        workflows:
        - workflowId: test
          failureActions: [{ reference: $components.failureActions.there }]
          steps:
          - stepId: first
            operationId: make
            onFailure: [{ reference: $components.failureActions.busy }]
            onSuccess: [{ reference: $components.successActions.ready }]
          - { stepId: second, operationId: drop, parameters: [{ name: id, in: path, value: x }] }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const retry = run.retry("first");
        for (;;) {
          const first = await api.POST("/things", {
            ...retry.attempt(),
          });
          if (first.status === 503 && (await retry.again(first.response, { name: "busy", limit: 2, after: 500 }))) {
            continue;
          }
          if (!first.ok) return { outcome: "there" };
          if (isOneOf(first.data.state, "ready")) return { outcome: "ready" };
          break;
        }

        const second = await api.DELETE("/things/{id}", {
          ...run.step("second", { unread: true }),
          params: { path: { id: "x" } },
        });
        if (!second.ok) return { outcome: "there" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "are not reached behind one of the step that is always taken",
      given: yaml`
        workflows:
        - workflowId: test
          failureActions: [{ name: other, type: end }]
          steps: [{ stepId: first, operationId: make, onFailure: [{ name: own, type: end }] }]
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { unread: true }),
        });
        if (!first.ok) return { outcome: "own" };

        return { outcome: "completed" };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("are taken in the order of the document, the step's first", async () => {
    const call = await running.load(yaml`
      workflows:
      - workflowId: test
        failureActions:
        - { name: there, type: end, criteria: [{ condition: $statusCode == 409 }] }
        - { name: other, type: end, criteria: [{ condition: $statusCode >= 400 }] }
        steps:
        - stepId: first
          operationId: make
          onFailure:
          - { name: other, type: end, criteria: [{ condition: $statusCode == 404 }] }
    `);
    const outcomes = [];
    for (const status of [404, 409]) outcomes.push((await call({ replies: [{ status }] })).result);
    expect(outcomes).toEqual([{ outcome: "other" }, { outcome: "there" }]);
    // The workflow's action of the name that the step has is overridden, whether or not the step's criteria hold.
    expect((await call({ replies: [{ status: 400 }] })).error).toMatchObject({ code: "step-failed", status: 400 });
  });
});

compiler.testTypes();
