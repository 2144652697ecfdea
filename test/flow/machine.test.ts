import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "unsafe-retry"] });
const running = new Running(compiler);

const state = (value: string): string => `criteria: [{ condition: $response.body#/state == '${value}' }]`;

/** The first step leads into the middle of a loop of the second and third one. */
const tangled = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: make
      outputs: { id: $response.body#/id }
      onSuccess: [{ name: in, type: goto, stepId: three, ${state("ready")} }]
    - stepId: two
      operationId: make
      requestBody: { payload: { name: $steps.one.outputs.id, note: $steps.three.outputs.name } }
      outputs: { id: $response.body#/id }
    - stepId: three
      operationId: make
      outputs: { name: $response.body#/name }
      onSuccess:
      - { name: back, type: goto, stepId: two, ${state("new")} }
      - { name: done, type: end, ${state("broken")} }
      onFailure:
      - { name: again, type: retry, retryAfter: 1, criteria: [{ condition: $statusCode == 503 }] }
      - { name: start, type: goto, stepId: one, criteria: [{ condition: $statusCode == 409 }] }
    outputs: { one: $steps.one.outputs.id, two: $steps.two.outputs.id }
`;

describe("steps that lead into the middle of each other's loops", () => {
  testEach([
    {
      name: "become the cases of a switch in a loop",
      given: tangled,
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      let id: string | undefined;
      let twoId: string | undefined;
      let name: string | undefined;

      let next: "one" | "two" | "three" = "one";
      steps: for (;;) {
        switch (next) {
          case "one": {
            const one = await api.POST("/things", {
              ...run.step("one", { expect: "2xx" }),
            });
            id = one.data.id;
            if (isOneOf(one.data.state, "ready")) {
              next = "three";
              continue steps;
            }
            next = "two";
            continue steps;
          }
          case "two": {
            const two = await api.POST("/things", {
              ...run.step("two", { expect: "2xx" }),
              body: { name: id, note: name },
            });
            twoId = two.data.id;
            next = "three";
            continue steps;
          }
          case "three": {
            const retry = run.retry("three");
            for (;;) {
              const three = await api.POST("/things", {
                ...retry.attempt({ expect: ["2xx", 409, 503] }),
              });
              if (three.status === 503 && (await retry.again(three.response, { name: "again", limit: 1, after: 1_000 }))) {
                continue;
              }
              if (three.status === 409) {
                next = "one";
                continue steps;
              }
              if (!three.ok) run.fail(three);
              const { state } = three.data;
              name = three.data.name;
              if (isOneOf(state, "new")) {
                next = "two";
                continue steps;
              }
              if (isOneOf(state, "broken")) return { outcome: "done", one: id, two: twoId };

              return { outcome: "completed", one: id, two: twoId };
            }
          }
        }
      }
    `,
    },
    {
      name: "wait between two tries of one that is polled",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: one
            operationId: make
            outputs: { id: $response.body#/id }
            onSuccess: [{ name: in, type: goto, stepId: three, ${state("ready")} }]
          - stepId: two
            x-poll: { interval: 500 }
            operationId: look
            parameters: [{ name: id, in: path, value: x }]
          - stepId: three
            operationId: make
            onSuccess: [{ name: back, type: goto, stepId: two, ${state("new")} }]
          outputs: { id: $steps.one.outputs.id }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string | undefined;

        const polling = run.polling("two", { interval: 500 });
        let next: "one" | "two" | "three" = "one";
        steps: for (;;) {
          switch (next) {
            case "one": {
              const one = await api.POST("/things", {
                ...run.step("one", { expect: "2xx" }),
              });
              id = one.data.id;
              if (isOneOf(one.data.state, "ready")) {
                next = "three";
                continue steps;
              }
              next = "two";
              continue steps;
            }
            case "two": {
              await api.GET("/things/{id}", {
                ...polling.attempt({ expect: "2xx", unread: true }),
                params: { path: { id: "x" } },
              });
              next = "three";
              continue steps;
            }
            case "three": {
              const three = await api.POST("/things", {
                ...run.step("three", { expect: "2xx" }),
              });
              if (isOneOf(three.data.state, "new")) {
                await polling.wait({ id });
                next = "two";
                continue steps;
              }

              return { id };
            }
          }
        }
      `,
    },
    {
      name: "may call workflows, and ask for inputs",
      given: yaml`
        workflows:
        - workflowId: test
          inputs: { type: object, properties: { code: { type: string, x-deferred: true } } }
          steps:
          - stepId: one
            operationId: make
            onSuccess: [{ name: in, type: goto, stepId: three, ${state("ready")} }]
          - { stepId: two, workflowId: other, parameters: [{ name: name, value: $inputs.code }] }
          - stepId: three
            operationId: make
            requestBody: { payload: { name: $inputs.code } }
            onSuccess: [{ name: back, type: goto, stepId: two, ${state("new")} }]
          outputs: { id: $steps.two.outputs.id }
        - workflowId: other
          inputs: { type: object, properties: { name: { type: string } } }
          steps:
          - { stepId: make, operationId: make, requestBody: { payload: { name: $inputs.name } }, outputs: { id: $response.body#/id } }
          outputs: { id: $steps.make.outputs.id }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string | undefined;
        let code: string | undefined;

        let next: "one" | "two" | "three" = "one";
        steps: for (;;) {
          switch (next) {
            case "one": {
              const one = await api.POST("/things", {
                ...run.step("one", { expect: "2xx" }),
              });
              if (isOneOf(one.data.state, "ready")) {
                next = "three";
                continue steps;
              }
              next = "two";
              continue steps;
            }
            case "two": {
              code = await askFor(run, "two", "code", input.code, { id });
              const two = await other({ name: code }, nestedRun(run, "two"));
              id = two.id;
              next = "three";
              continue steps;
            }
            case "three": {
              code = await askFor(run, "three", "code", input.code, { id });
              const three = await api.POST("/things", {
                ...run.step("three", { expect: "2xx" }),
                body: { name: code },
              });
              if (isOneOf(three.data.state, "new")) {
                next = "two";
                continue steps;
              }

              return { id };
            }
          }
        }
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("run as the actions say", async () => {
    const call = await running.load(tangled);
    expectEnd(await call({ replies: [made("a", "ready"), { status: 201, body: { id: "c", state: "ready" } }] }), {
      sent: ["POST /things", "POST /things"],
      result: { outcome: "completed", one: "a", two: undefined },
    });
    const named = (id: string, value: string, name: string) => ({ status: 201, body: { id, state: value, name } });
    const replies = [made("a"), made("b"), named("c", "new", "N"), made("d"), named("e", "broken", "M")];
    expectEnd(await call({ replies }), {
      sent: [
        "POST /things",
        'POST /things {"name":"a"}',
        "POST /things",
        'POST /things {"name":"a","note":"N"}',
        "POST /things",
      ],
      result: { outcome: "done", one: "a", two: "d" },
    });
  });

  test("retry, and begin again", async () => {
    const call = await running.load(tangled);
    const replies = [
      made("a", "ready"),
      { status: 503 },
      { status: 409 },
      made("b", "ready"),
      { status: 503 },
      made("c", "ready"),
    ];
    const ran = await call({ replies });
    expectEnd(ran, { sent: Array(6).fill("POST /things"), result: { outcome: "completed", one: "b", two: undefined } });
    expect(ran.waits.map(([, ms]) => ms)).toEqual([1_000, 1_000]);
  });
});

compiler.testTypes();
