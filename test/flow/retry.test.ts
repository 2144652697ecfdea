import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "unsafe-retry"] });
const running = new Running(compiler);

/** One step with failure actions, and one behind it. */
function failing(...actions: readonly string[]): string {
  return yaml`
    arazzo: 1.1.0
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        description: Makes it.
        operationId: make
        outputs: { id: $response.body#/id }
        onFailure: [${actions.join(", ")}]
      - { stepId: two, operationId: list }
      outputs: { id: $steps.one.outputs.id }
    - workflowId: clean-up
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      steps: [{ stepId: drop, operationId: drop, parameters: [{ name: id, in: path, value: $inputs.id }] }]
  `;
}

/** A step that is tried until it is done, and one for when it never is. */
function waiting(success: string, again: string): string {
  return yaml`
    workflows:
    - workflowId: test
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      steps:
      - stepId: look
        operationId: look
        parameters: [{ name: id, in: path, value: $inputs.id }]
        successCriteria: [${success}, { condition: $response.body#/state == 'ready' }]
        outputs: { id: $response.body#/id }
        onFailure:
        - { name: not-yet, type: retry, retryLimit: 9, retryAfter: 1, criteria: [${again}] }
        - { name: never, type: goto, stepId: drop, criteria: [${success}] }
      - { stepId: two, operationId: list, onSuccess: [{ name: listed, type: end }] }
      - { stepId: drop, operationId: drop, parameters: [{ name: id, in: path, value: $inputs.id }] }
      outputs: { id: $steps.look.outputs.id }
  `;
}

const busy = "criteria: [{ condition: $statusCode == 503 }]";

describe("a retry", () => {
  testEach([
    {
      name: "is one, at once, where nothing else is said",
      given: failing("{ name: again, type: retry }"),
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      let id: string;

      // Makes it.
      const retry = run.retry("one");
      for (;;) {
        const one = await api.POST("/things", {
          ...retry.attempt(),
        });
        if (!one.ok && (await retry.again(one.response, { name: "again", limit: 1, after: 0 }))) continue;
        if (!one.ok) run.fail(one);
        id = one.data.id;
        break;
      }

      await api.GET("/things", {
        ...run.step("two", { expect: "2xx", unread: true }),
      });

      return { id };
    `,
    },
    {
      name: "reads what came before it",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - { stepId: one, operationId: list, outputs: { next: $response.body#/next } }
          - stepId: two
            operationId: list
            parameters: [{ name: cursor, in: query, value: $steps.one.outputs.next }]
            onFailure: [{ name: again, type: retry, ${busy} }]
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const one = await api.GET("/things", {
          ...run.step("one", { expect: "2xx" }),
        });

        const retry = run.retry("two");
        for (;;) {
          const two = await api.GET("/things", {
            ...retry.attempt({ expect: ["2xx", 503], unread: true }),
            params: { query: { cursor: one.data.next ?? undefined } },
          });
          if (two.status === 503 && (await retry.again(two.response, { name: "again", limit: 1, after: 0 }))) continue;
          if (!two.ok) run.fail(two);

          return {};
        }
      `,
    },
    {
      name: "has a limit, a pause and criteria, and others behind it when it is exhausted",
      given: failing(
        `{ name: busy, type: retry, retryAfter: 1.5, retryLimit: 3, ${busy} }`,
        "{ name: slow, type: retry, retryAfter: 10 }",
        "{ name: given-up, type: end }",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        // Makes it.
        const retry = run.retry("one");
        for (;;) {
          const one = await api.POST("/things", {
            ...retry.attempt(),
          });
          if (one.status === 503 && (await retry.again(one.response, { name: "busy", limit: 3, after: 1_500 }))) {
            continue;
          }
          if (!one.ok) {
            if (await retry.again(one.response, { name: "slow", limit: 1, after: 10_000 })) continue;

            return { outcome: "given-up" };
          }
          id = one.data.id;
          break;
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed", id };
      `,
    },
    {
      name: "asks once whether the step has succeeded, and reads what it answered there",
      given: waiting("{ condition: $statusCode == 200 }", "{ condition: $statusCode == 200 }"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        const retry = run.retry("look");
        for (;;) {
          const look = await api.GET("/things/{id}", {
            ...retry.attempt({ expect: 200 }),
            params: { path: { id: input.id } },
          });
          if (isOneOf(look.data.state, "ready")) {
            id = look.data.id;
            break;
          }
          if (await retry.again(look.response, { name: "not-yet", limit: 9, after: 1_000 })) continue;

          await api.DELETE("/things/{id}", {
            ...run.step("drop", { expect: "2xx", unread: true }),
            params: { path: { id: input.id } },
          });

          return { outcome: "completed" };
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { outcome: "listed", id };
      `,
    },
    {
      name: "asks for the success as a whole where an action asks for more than one kind of status",
      given: waiting("{ condition: $statusCode == 200 }", "{ condition: $statusCode == 200 || $statusCode == 404 }"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        const retry = run.retry("look");
        for (;;) {
          const look = await api.GET("/things/{id}", {
            ...retry.attempt({ expect: [200, 404] }),
            params: { path: { id: input.id } },
          });
          if (look.status === 200 && isOneOf(look.data?.state, "ready")) {
            id = look.data.id;
            break;
          }
          if (await retry.again(look.response, { name: "not-yet", limit: 9, after: 1_000 })) continue;
          if (look.status !== 200) run.fail(look);

          await api.DELETE("/things/{id}", {
            ...run.step("drop", { expect: "2xx", unread: true }),
            params: { path: { id: input.id } },
          });

          return { outcome: "completed" };
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { outcome: "listed", id };
      `,
    },
    {
      name: "may be none",
      given: failing(`{ name: never, type: retry, retryLimit: 0 }`, "{ name: given-up, type: end }"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        // Makes it.
        const retry = run.retry("one");
        for (;;) {
          const one = await api.POST("/things", {
            ...retry.attempt(),
          });
          if (!one.ok) {
            if (await retry.again(one.response, { name: "never", limit: 0, after: 0 })) continue;

            return { outcome: "given-up" };
          }
          id = one.data.id;
          break;
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed", id };
      `,
    },
    {
      name: "by way of another step runs that first, its own actions aside",
      given: failing(`{ name: again, type: retry, stepId: two, ${busy} }`),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        // Makes it.
        const retry = run.retry("one");
        for (;;) {
          const one = await api.POST("/things", {
            ...retry.attempt({ expect: ["2xx", 503] }),
          });
          if (one.status === 503 && (await retry.again(one.response, { name: "again", limit: 1, after: 0 }))) {
            await api.GET("/things", {
              ...run.step("two", { expect: "2xx", unread: true }),
            });
            continue;
          }
          if (!one.ok) run.fail(one);
          id = one.data.id;
          break;
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { id };
      `,
    },
    {
      name: "by way of the step itself is one like any other",
      given: failing(`{ name: again, type: retry, stepId: one, ${busy} }`),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        // Makes it.
        const retry = run.retry("one");
        for (;;) {
          const one = await api.POST("/things", {
            ...retry.attempt({ expect: ["2xx", 503] }),
          });
          if (one.status === 503 && (await retry.again(one.response, { name: "again", limit: 1, after: 0 }))) continue;
          if (!one.ok) run.fail(one);
          id = one.data.id;
          break;
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { id };
      `,
    },
    {
      name: "by way of a workflow calls that first",
      given: failing(
        `{ name: again, type: retry, workflowId: clean-up, parameters: [{ name: id, value: left-over }], ${busy} }`,
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;

        // Makes it.
        const retry = run.retry("one");
        for (;;) {
          const one = await api.POST("/things", {
            ...retry.attempt({ expect: ["2xx", 503] }),
          });
          if (one.status === 503 && (await retry.again(one.response, { name: "again", limit: 1, after: 0 }))) {
            await cleanUp({ id: "left-over" }, nestedRun(run, "one", { action: "again" }));
            continue;
          }
          if (!one.ok) run.fail(one);
          id = one.data.id;
          break;
        }

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return { id };
      `,
    },
    {
      name: "by way of a step that is not there",
      given: failing("{ name: again, type: retry, stepId: too }"),
      want: `
        9:53 error unknown-step there is no step 'too'
          | Did you mean 'two'?
      `,
    },
    {
      name: "by way of a workflow that is not there",
      given: failing("{ name: again, type: retry, workflowId: cleanup }"),
      want: `
        9:57 error unknown-workflow the document has no workflow 'cleanup'
          | Did you mean 'clean-up'?
      `,
    },
    {
      name: "by way of a workflow that needs more",
      given: failing("{ name: again, type: retry, workflowId: clean-up, parameters: [{ name: ID, value: x }] }"),
      want: `
        9:57 error missing-input the workflow 'clean-up' requires the input 'id'
          | Add '{ name: id, value: … }' to the parameters.
        9:88 error unknown-input the workflow 'clean-up' declares no input 'ID'
          | Did you mean 'id'?
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("waits as the action says, as often as it may, and then lets the next action have its turn", async () => {
    const actions = [
      `{ name: busy, type: retry, retryAfter: 1.5, retryLimit: 2, ${busy} }`,
      "{ name: slow, type: retry, retryAfter: 10 }",
      "{ name: given-up, type: end }",
    ];
    const call = await running.load(failing(...actions));
    const ran = await call({ replies: [{ status: 503 }] });
    expectEnd(ran, { sent: Array(4).fill("POST /things"), result: { outcome: "given-up" } });
    expect(ran.waits).toEqual([
      ["one#2#wait", 1_500],
      ["one#3#wait", 1_500],
      ["one#4#wait", 10_000],
    ]);
    const late = await call({ replies: [{ status: 503 }, made("a"), { body: { things: [] } }] });
    expectEnd(late, {
      sent: ["POST /things", "POST /things", "GET /things"],
      result: { outcome: "completed", id: "a" },
    });
  });

  test("counts each action by itself", async () => {
    const other = "criteria: [{ condition: $statusCode == 409 }]";
    const actions = [`{ name: busy, type: retry, ${busy} }`, `{ name: there, type: retry, ${other} }`];
    const replies = [{ status: 503 }, { status: 409 }, { status: 503 }];
    const { sent, error } = await running.run(failing(...actions), { replies });
    expect(sent.length).toBe(3);
    expect(error).toMatchObject({ code: "step-failed", stepId: "one", status: 503 });
  });

  test("heeds Retry-After, in seconds or as a date, whatever the action says", async () => {
    const call = await running.load(failing("{ name: again, type: retry, retryAfter: 1.5 }"));
    const after = async (header: string) => {
      const { waits } = await call({ replies: [{ status: 503, headers: { "retry-after": header } }, made("a")] });
      return waits[0]?.[1];
    };
    expect(await after("7")).toBe(7_000);
    expect(await after(new Date(0).toUTCString())).toBe(0);
    expect(await after("soon")).toBe(1_500);
  });

  test("tells of itself", async () => {
    const events: unknown[] = [];
    await running.run(failing("{ name: again, type: retry, retryAfter: 2, retryLimit: 2 }"), {
      replies: [{ status: 409 }, { status: 500 }, made("a")],
      options: { onStep: (event: unknown) => events.push(event) },
    });
    expect(events.filter((event) => JSON.stringify(event).includes('"retry"'))).toEqual([
      { type: "retry", workflowId: "test", stepId: "one", id: "one", attempt: 1, status: 409, ms: 2_000 },
      { type: "retry", workflowId: "test", stepId: "one", id: "one#2", attempt: 2, status: 500, ms: 2_000 },
    ]);
  });

  test("of a step that is polled asks again, and does not judge the same answer twice", async () => {
    const given = yaml`
      workflows:
      - workflowId: test
        steps:
        - stepId: one
          operationId: look
          parameters: [{ name: id, in: path, value: a }]
          onFailure: [{ name: again, type: retry, retryAfter: 1, ${busy} }]
          onSuccess: [{ name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
    `;
    const replies = [{ status: 503 }, thing("a"), { status: 503 }, thing("a", "ready")];
    const { sent, waits, error } = await running.run(given, { replies });
    expect(error).toBeUndefined();
    expect(sent.length).toBe(4);
    expect(waits).toEqual([
      ["one/poll-2#wait", 1_000],
      ["one/poll-3/wait", 3_000],
      ["one/poll-4#wait", 1_000],
    ]);
  });

  test("by way of a step runs that before each new try, and again in its own turn", async () => {
    const given = failing(`{ name: again, type: retry, stepId: two, retryLimit: 2, ${busy} }`);
    const list = { body: { things: [] } };
    const ran = await running.run(given, { replies: [{ status: 503 }, list, { status: 503 }, list, made("a"), list] });
    expectEnd(ran, {
      sent: ["POST /things", "GET /things", "POST /things", "GET /things", "POST /things", "GET /things"],
      result: { id: "a" },
    });
  });

  test("by way of a step that is not run otherwise keeps what that one gave", async () => {
    const given = yaml`
      workflows:
      - workflowId: test
        steps:
        - stepId: one
          operationId: make
          onSuccess: [{ name: done, type: end }]
          onFailure: [{ name: again, type: retry, stepId: two }]
        - { stepId: two, operationId: make, outputs: { id: $response.body#/id } }
        outputs: { id: $steps.two.outputs.id }
    `;
    const ran = await running.run(given, { replies: [{ status: 503 }, made("b"), made("a")] });
    expectEnd(ran, { sent: Array(3).fill("POST /things"), result: { id: "b" } });
  });

  test("by way of a step ends in the error of that step if it fails", async () => {
    const given = failing(`{ name: again, type: retry, stepId: two, ${busy} }`);
    const { sent, error } = await running.run(given, { replies: [{ status: 503 }, { status: 404 }] });
    expect(sent).toEqual(["POST /things", "GET /things"]);
    expect(error).toMatchObject({ code: "step-failed", stepId: "two", status: 404 });
  });

  test("by way of a workflow calls it before each new try", async () => {
    const action = `{ name: again, type: retry, workflowId: clean-up, parameters: [{ name: id, value: x }], ${busy} }`;
    const replies = [{ status: 503 }, { status: 204 }, made("a"), { body: { things: [] } }];
    expectEnd(await running.run(failing(action), { replies }), {
      sent: ["POST /things", "DELETE /things/x", "POST /things", "GET /things"],
      result: { id: "a" },
    });
  });

  test("begins to count anew when its step is gone back to", async () => {
    const given = yaml`
      workflows:
      - workflowId: test
        steps:
        - stepId: one
          operationId: make
          onFailure: [{ name: again, type: retry }]
        - stepId: two
          operationId: make
          onSuccess: [{ name: back, type: goto, stepId: one, criteria: [{ condition: $response.body#/state == 'new' }] }]
    `;
    const replies = [{ status: 500 }, made("a"), made("b"), { status: 500 }, made("c"), made("d", "ready")];
    const { sent, error } = await running.run(given, { replies });
    expect(error).toBeUndefined();
    expect(sent.length).toBe(6);
  });
});

describe("values that the detour of a retry gives", () => {
  const given = yaml`
    workflows:
    - workflowId: test
      steps:
      - { stepId: token, operationId: make, outputs: { id: $response.body#/id } }
      - stepId: use
        operationId: look
        parameters: [{ name: id, in: path, value: $steps.token.outputs.id }]
        onFailure: [{ name: renew, type: retry, stepId: token, criteria: [{ condition: $statusCode == 404 }] }]
        outputs: { state: $response.body#/state }
      outputs: { id: $steps.token.outputs.id, state: $steps.use.outputs.state }
  `;

  testEach([
    {
      name: "are those that the next try sends",
      given,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const token = await api.POST("/things", {
          ...run.step("token", { expect: "2xx" }),
        });
        let id: string = run.required(token, "id");

        const retry = run.retry("use");
        for (;;) {
          const use = await api.GET("/things/{id}", {
            ...retry.attempt({ expect: ["2xx", 404] }),
            params: { path: { id } },
          });
          if (use.status === 404 && (await retry.again(use.response, { name: "renew", limit: 1, after: 0 }))) {
            const token = await api.POST("/things", {
              ...run.step("token", { expect: "2xx" }),
            });
            id = run.required(token, "id");
            continue;
          }
          if (!use.ok) run.fail(use);

          return { id, state: use.data.state };
        }
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("are those that the next try sends", async () => {
    const replies = [made("old"), { status: 404 }, made("fresh"), { body: { id: "fresh", state: "ready" } }];
    expectEnd(await running.run(given, { replies }), {
      sent: ["POST /things", "GET /things/old", "POST /things", "GET /things/fresh"],
      result: { id: "fresh", state: "ready" },
    });
  });
});

test("an attempt that failed gives the next one no outputs", async () => {
  const given = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: page
        operationId: list
        parameters: [{ name: cursor, in: query, value: $steps.page.outputs.next }]
        successCriteria: [{ condition: $statusCode == 200 }, { condition: $response.body#/next == null }]
        onFailure: [{ name: again, type: retry, criteria: [{ condition: $statusCode == 200 }] }]
        outputs: { next: $response.body#/next }
      - stepId: more
        operationId: make
        onSuccess: [{ name: back, type: goto, stepId: page, criteria: [{ condition: $response.body#/state == 'new' }] }]
      outputs: { next: $steps.page.outputs.next }
  `;
  const replies = [{ body: { things: [], next: "a" } }, { body: { things: [] } }, made("a", "ready")];
  expectEnd(await running.run(given, { replies }), {
    sent: ["GET /things", "GET /things", "POST /things"],
    result: {},
  });
});

test("a step that runs before another one's retry has a variable there only for what is read there", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: first
        operationId: list
        onSuccess: [{ name: on, type: goto, stepId: last, criteria: [{ condition: $statusCode == 200 }] }]
      - { stepId: second, operationId: make, onFailure: [{ name: again, type: retry, stepId: first }] }
      - { stepId: last, operationId: list }
  `;
  const text = await compiler.told({ arazzo, openapi: things }, ({ statements }) => statements);
  expect(text.match(/const first = /g)).toHaveLength(1);
  expect(text.match(/run\.step\("first"/g)).toHaveLength(2);
});

compiler.testTypes();
