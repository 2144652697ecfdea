import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** Goes through pages, each asked for with the cursor of the one before. */
const pages = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: page
      x-poll: false
      operationId: list
      parameters: [{ name: cursor, in: query, value: $steps.page.outputs.next }]
      outputs: { next: $response.body#/next, things: $response.body#/things }
      onSuccess: [{ name: more, type: goto, stepId: page, criteria: [{ condition: $response.body#/next != null }] }]
    outputs: { last: $steps.page.outputs.things }
`;

/** Makes things until one is ready, and reads it then. */
const untilReady = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: make
      requestBody: { payload: { name: $steps.two.outputs.name } }
      outputs: { id: $response.body#/id }
    - stepId: two
      operationId: look
      parameters: [{ name: id, in: path, value: $steps.one.outputs.id }]
      outputs: { name: $response.body#/name, state: $response.body#/state }
      onSuccess: [{ name: again, type: goto, stepId: one, criteria: [{ condition: $response.body#/state != 'ready' }] }]
    outputs: { id: $steps.one.outputs.id, name: $steps.two.outputs.name }
`;

describe("a loop", () => {
  testEach([
    {
      name: "of one step, which takes the cursor of its pass before",
      given: pages,
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      let next: string | null | undefined;

      for (;;) {
        const page = await api.GET("/things", {
          ...run.step("page", { expect: "2xx" }),
          params: { query: { cursor: next ?? undefined } },
        });
        next = page.data.next;
        if (next == null) return { last: page.data.things };
      }
    `,
    },
    {
      name: "of two steps, the first of which reads what the second gave in the pass before",
      given: untilReady,
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      let name: string | undefined;

      for (;;) {
        const one = await api.POST("/things", {
          ...run.step("one", { expect: "2xx" }),
          body: { name },
        });
        const id = run.required(one, "id");

        const two = await api.GET("/things/{id}", {
          ...run.step("two", { expect: "2xx" }),
          params: { path: { id } },
        });
        name = two.data.name;
        if (isOneOf(two.data.state, "ready")) return { id, name };
      }
    `,
    },
    {
      name: "inside of another",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - { stepId: one, operationId: make, outputs: { id: $response.body#/id } }
          - stepId: two
            operationId: make
            outputs: { id: $response.body#/id }
            onFailure: [{ name: again, type: goto, stepId: two, criteria: [{ condition: $statusCode == 503 }] }]
          - stepId: three
            operationId: make
            onSuccess:
            - { name: inner, type: goto, stepId: two, criteria: [{ condition: $response.body#/state == 'new' }] }
            - { name: outer, type: goto, stepId: one, criteria: [{ condition: $response.body#/state == 'broken' }] }
          outputs: { one: $steps.one.outputs.id, two: $steps.two.outputs.id }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        repeatOne: for (;;) {
          const one = await api.POST("/things", {
            ...run.step("one", { expect: "2xx" }),
          });

          for (;;) {
            const two = await api.POST("/things", {
              ...run.step("two", { expect: ["2xx", 503] }),
            });
            if (two.status === 503) continue;

            const three = await api.POST("/things", {
              ...run.step("three", { expect: "2xx" }),
            });
            const { state } = three.data;
            if (isOneOf(state, "new")) continue;
            if (isOneOf(state, "broken")) continue repeatOne;

            return { one: one.data.id, two: two.data.id };
          }
        }
      `,
    },
    {
      name: "that is left by a goto past its end",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: one
            operationId: make
            onSuccess: [{ name: out, type: goto, stepId: three, criteria: [{ condition: $response.body#/state == 'ready' }] }]
          - stepId: two
            operationId: make
            onSuccess: [{ name: back, type: goto, stepId: one }]
          - { stepId: three, operationId: list, outputs: { next: $response.body#/next } }
          outputs: { next: $steps.three.outputs.next }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        for (;;) {
          const one = await api.POST("/things", {
            ...run.step("one", { expect: "2xx" }),
          });
          if (isOneOf(one.data.state, "ready")) break;

          await api.POST("/things", {
            ...run.step("two", { expect: "2xx", unread: true }),
          });
        }

        const three = await api.GET("/things", {
          ...run.step("three", { expect: "2xx" }),
        });

        return { next: three.data.next };
      `,
    },
    {
      name: "that nothing leads out of is refused",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - { stepId: one, operationId: make }
          - { stepId: two, operationId: make, onSuccess: [{ name: back, type: goto, stepId: one }] }
          - { stepId: three, operationId: list }
      `,
      want: `
        5:51 error endless-loop nothing but an error ends this loop, of 'one', 'two'
          | Give the action 'criteria', or let another one end the workflow or lead out.
        6:15 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "of one step that only goes back to itself is refused",
      given: yaml`
        workflows:
        - workflowId: test
          steps: [{ stepId: one, operationId: make, onSuccess: [{ name: again, type: goto, stepId: one }] }]
      `,
      want: `
        3:57 error endless-loop nothing but an error ends this loop, of 'one'
          | Give the action 'criteria', or let another one end the workflow or lead out.
      `,
    },
    {
      name: "beside a way to the end is refused, too: no run that comes to it ends",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: one
            operationId: make
            onSuccess: [{ name: done, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
          - { stepId: two, operationId: make, onSuccess: [{ name: again, type: goto, stepId: two }] }
      `,
      want: `
        7:51 error endless-loop nothing but an error ends this loop, of 'two'
          | Give the action 'criteria', or let another one end the workflow or lead out.
      `,
    },
    {
      name: "that only a failure leads out of is none without end",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: one
            operationId: make
            onSuccess: [{ name: again, type: goto, stepId: one }]
            onFailure: [{ name: full, type: end, criteria: [{ condition: $statusCode == 409 }] }]
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        for (;;) {
          const one = await api.POST("/things", {
            ...run.step("one", { expect: ["2xx", 409], unread: true }),
          });
          if (one.status === 409) return {};
        }
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("goes through pages until there are no more", async () => {
    const page = (id: string, next: string | null) => ({ body: { things: [{ id, state: "new" }], next } });
    expectEnd(await running.run(pages, { replies: [page("a", "2"), page("b", "3 & 4"), page("c", null)] }), {
      sent: ["GET /things", "GET /things?cursor=2", "GET /things?cursor=3%20%26%204"],
      result: { last: [{ id: "c", state: "new" }] },
    });
  });

  test("reads what its pass before gave", async () => {
    const replies = [made("a"), thing("a", "new", "first"), made("b"), thing("b", "ready", "second")];
    expectEnd(await running.run(untilReady, { replies }), {
      sent: ["POST /things {}", "GET /things/a", 'POST /things {"name":"first"}', "GET /things/b"],
      result: { id: "b", name: "second" },
    });
  });

  test("ends in an error after 1,000 steps", async () => {
    const { sent, error } = await running.run(pages, { replies: [{ body: { things: [], next: "again" } }] });
    expect(sent.length).toBe(1_000);
    expect(error).toMatchObject({ name: "StepLimitError", limit: 1_000, stepId: "page" });
    expect(String(error)).toContain("not at its end after 1000 steps; if it needs more, set options.maxSteps");
  });
});

test("what a step gave in an earlier pass of a loop is there in a later one in which it fails", async () => {
  const call = await running.load(yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: make
        outputs: { id: $response.body#/id }
        onFailure: [{ name: past, type: goto, stepId: two, criteria: [{ condition: $statusCode == 409 }] }]
      - stepId: two
        operationId: list
        onFailure: [{ name: again, type: goto, stepId: one, criteria: [{ condition: $statusCode == 404 }] }]
      - stepId: three
        operationId: look
        parameters: [{ name: id, in: path, value: $steps.one.outputs.id }]
        onSuccess: [{ name: anew, type: goto, stepId: one, criteria: [{ condition: $response.body#/state == 'new' }] }]
  `);
  const list = { body: { things: [] } };
  const replies = [
    made("a"),
    { status: 404 },
    { status: 409 },
    list,
    thing("a"),
    { status: 409 },
    list,
    thing("a", "ready"),
  ];
  const again = ["POST /things", "GET /things", "GET /things/a"];
  expectEnd(await call({ replies }), { sent: ["POST /things", "GET /things", ...again, ...again], result: {} });
});

test("the steps of a loop may all read what may not be there behind it", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: make
        outputs: { name: $response.body#/name }
        onFailure: [{ name: past, type: goto, stepId: four }]
      - { stepId: two, operationId: look, parameters: [{ name: id, in: path, value: $steps.one.outputs.name }] }
      - stepId: three
        operationId: look
        parameters: [{ name: id, in: path, value: $steps.one.outputs.name }]
        onFailure: [{ name: again, type: goto, stepId: two }]
      - { stepId: four, operationId: list }
      outputs: { name: $steps.one.outputs.name }
  `;
  const { workflow } = await compiler.compile({ arazzo, openapi: things });
  expect(workflow().statements).toContain("let name: string | undefined;");
});

compiler.testTypes();
