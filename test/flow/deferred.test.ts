import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** Sends a code to somebody, and checks it: the code cannot be there when the workflow starts. */
function verifying(code: string, rest = ""): string {
  return yaml`
    workflows:
    - workflowId: verify
      inputs:
        type: object
        required: [to]
        properties:
          to: { type: string }
          code: { description: What the phone shows., x-deferred: true, ${code} }
      steps:
      - stepId: send
        description: Sends the code.
        operationId: make
        requestBody: { payload: { name: $inputs.to } }
        outputs: { id: $response.body#/id }
      - stepId: check
        description: Checks it.
        operationId: look
        parameters: [{ name: id, in: path, value: $inputs.code }]
        outputs: { state: $response.body#/state }
        ${rest}
      outputs: { id: $steps.send.outputs.id, state: $steps.check.outputs.state }
  `;
}

const show = ({ input, statements }: { readonly input: string; readonly statements: string }): string =>
  `${input}\n${statements}`;

describe("an input that is given later", () => {
  testEach([
    {
      name: "is asked for when its step is reached, and told what is known by then",
      given: verifying("type: string"),
      want: `
        8:7 note input-required the input 'code' is not among those that are required, and yet something needs it
          | Add 'code' to the required inputs, or give it a default.
        export interface VerifyInput {
          to: string;
          /** What the phone shows. */
          code: Deferred<
            string,
            {
              id: string;
            }
          >;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        // Sends the code.
        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
          body: { name: input.to },
        });
        const { id } = send.data;

        // Checks it.
        const code = await askFor(run, "check", "code", input.code, { id });
        const check = await api.GET("/things/{id}", {
          ...run.step("check", { expect: "2xx" }),
          params: { path: { id: code } },
        });

        return { id, state: check.data.state };
      `,
    },
    {
      name: "is asked for in each pass through its step",
      given: verifying(
        "type: string",
        "onFailure: [{ name: wrong, type: retry, retryLimit: 2, criteria: [{ condition: $statusCode == 404 }] }]",
      ),
      want: `
        8:7 note input-required the input 'code' is not among those that are required, and yet something needs it
          | Add 'code' to the required inputs, or give it a default.
        export interface VerifyInput {
          to: string;
          /** What the phone shows. */
          code: Deferred<
            string,
            {
              id: string;
            }
          >;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        // Sends the code.
        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
          body: { name: input.to },
        });
        const { id } = send.data;

        // Checks it.
        const retry = run.retry("check");
        for (;;) {
          const code = await askFor(run, "check", "code", input.code, { id });
          const check = await api.GET("/things/{id}", {
            ...retry.attempt({ expect: ["2xx", 404] }),
            params: { path: { id: code } },
          });
          if (check.status === 404 && (await retry.again(check.response, { name: "wrong", limit: 2, after: 0 }))) {
            continue;
          }
          if (!check.ok) run.fail(check);

          return { id, state: check.data.state };
        }
      `,
    },
    {
      name: "has a default",
      given: verifying("type: string, default: none"),
      want: `
        export interface VerifyInput {
          to: string;
          /**
           * What the phone shows.
           *
           * @default "none"
           */
          code?:
            | Deferred<
                string,
                {
                  id: string;
                }
              >
            | undefined;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });
        const code = input.code ?? "none";

        // Sends the code.
        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
          body: { name: input.to },
        });
        const { id } = send.data;

        // Checks it.
        const givenCode = await askFor(run, "check", "code", code, { id });
        const check = await api.GET("/things/{id}", {
          ...run.step("check", { expect: "2xx" }),
          params: { path: { id: givenCode } },
        });

        return { id, state: check.data.state };
      `,
    },
    {
      name: "is read again behind its step",
      given: yaml`
        workflows:
        - workflowId: test
          inputs: { type: object, properties: { code: { type: string, x-deferred: true } } }
          steps:
          - { stepId: send, operationId: make, outputs: { id: $response.body#/id } }
          - stepId: check
            operationId: make
            requestBody: { payload: { name: $inputs.code } }
            onFailure: [{ name: past, type: goto, stepId: last }]
          - { stepId: middle, operationId: look, parameters: [{ name: id, in: path, value: $inputs.code }] }
          - { stepId: last, operationId: list }
          outputs: { id: $steps.send.outputs.id, code: $inputs.code }
      `,
      want: `
        export interface TestInput {
          code: Deferred<
            string,
            {
              id: string;
            }
          >;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
        });
        const { id } = send.data;

        const code = await askFor(run, "check", "code", input.code, { id });
        const check = await api.POST("/things", {
          ...run.step("check", { unread: true }),
          body: { name: code },
        });
        if (check.ok) {
          await api.GET("/things/{id}", {
            ...run.step("middle", { expect: "2xx", unread: true }),
            params: { path: { id: code } },
          });
        }

        await api.GET("/things", {
          ...run.step("last", { expect: "2xx", unread: true }),
        });

        return { id, code };
      `,
    },
    {
      name: "is an object, of which a part is read",
      given: verifying("type: object, required: [pin], properties: { pin: { type: string } }")
        .replace("$inputs.code", "$inputs.code#/pin")
        .replace("required: [to]", "required: [to, code]"),
      want: `
        export interface VerifyInput {
          to: string;
          /** What the phone shows. */
          code: Deferred<
            {
              pin: string;
            },
            {
              id: string;
            }
          >;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        // Sends the code.
        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
          body: { name: input.to },
        });
        const { id } = send.data;

        // Checks it.
        const code = await askFor(run, "check", "code", input.code, { id });
        const check = await api.GET("/things/{id}", {
          ...run.step("check", { expect: "2xx" }),
          params: { path: { id: code.pin } },
        });

        return { id, state: check.data.state };
      `,
    },
    {
      name: "goes on to a workflow that asks for it itself",
      given: `${verifying("type: string")}\n${yaml`
        - workflowId: outer
          inputs: { type: object, properties: { to: { type: string }, code: { type: string, x-deferred: true } } }
          steps:
          - stepId: verify
            workflowId: verify
            parameters: [{ name: to, value: $inputs.to }, { name: code, value: $inputs.code }]
      `}`,
      workflow: "outer",
      want: `
        8:7 note input-required the input 'code' is not among those that are required, and yet something needs it
          | Add 'code' to the required inputs, or give it a default.
        export interface OuterInput {
          to: string;
          code: Deferred<
            string,
            {
              id: string;
            }
          >;
        }
        run.api("https://api.example.com", { source: "api" });

        await verify({ to: input.to, code: input.code }, nestedRun(run, "verify"));

        return {};
      `,
    },
    {
      name: "goes to a workflow that wants it at once, and is asked for before",
      given: yaml`
        workflows:
        - workflowId: test
          inputs: { type: object, properties: { code: { type: string, x-deferred: true } } }
          steps:
          - { stepId: send, operationId: make, outputs: { id: $response.body#/id } }
          - { stepId: check, workflowId: other, parameters: [{ name: code, value: $inputs.code }] }
          outputs: { id: $steps.send.outputs.id }
        - workflowId: other
          inputs: { type: object, properties: { code: { type: string } } }
          steps: [{ stepId: check, operationId: make, requestBody: { payload: { name: $inputs.code } } }]
      `,
      want: `
        export interface TestInput {
          code?:
            | Deferred<
                string,
                {
                  id: string;
                }
              >
            | undefined;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const send = await api.POST("/things", {
          ...run.step("send", { expect: "2xx" }),
        });
        const { id } = send.data;

        const code = await askFor(run, "check", "code", input.code, { id });
        await other({ code }, nestedRun(run, "check"));

        return { id };
      `,
    },
    {
      name: "cannot come later than the first step",
      given: yaml`
        workflows:
        - workflowId: test
          inputs: { type: object, properties: { code: { type: string, x-deferred: true } } }
          steps: [{ stepId: check, operationId: make, requestBody: { payload: { name: $inputs.code } } }]
      `,
      want: `
        3:63 warning deferred-too-early the input 'code' cannot come later: the step 'check', which sends it, is the first
          | Remove 'x-deferred', or let a step come before.
        export interface TestInput {
          code?: Deferred<string, Record<string, never>> | undefined;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const code = await askFor(run, "check", "code", input.code, {});
        await api.POST("/things", {
          ...run.step("check", { expect: "2xx", unread: true }),
          body: { name: code },
        });

        return {};
      `,
    },
    {
      name: "cannot be read before anything has asked for it",
      given: verifying("type: string").replace(
        "    outputs: { id: $response.body#/id }\n",
        "    onSuccess: [{ name: x, type: end, criteria: [{ condition: $inputs.code == '1' }] }]\n    outputs: { id: $response.body#/id }\n",
      ),
      want: `
        8:7 note input-required the input 'code' is not among those that are required, and yet something needs it
          | Add 'code' to the required inputs, or give it a default.
        14:63 error forward-reference '$inputs.code': the input is given later, when a step that sends it is reached
          | Read it in a step behind that one, or not at all.
      `,
    },
  ])(async ({ given, want, ...row }) => {
    const { findings, files, workflow } = await compiler.compile({ arazzo: given, openapi: things });
    const id = "workflow" in row ? row.workflow : undefined;
    const said = findings.map((finding) => finding.replace(" | ", "\n  | "));
    expectText([...said, ...(files.size > 0 ? [show(workflow(id))] : [])].join("\n"), want);
  });

  test("is a value, like any other", async () => {
    const ran = await running.run(verifying("type: string"), {
      input: { to: "me", code: "123" },
      replies: [made("V1"), thing("123", "ready")],
    });
    expectEnd(ran, { sent: ['POST /things {"name":"me"}', "GET /things/123"], result: { id: "V1", state: "ready" } });
  });

  test("is a function, that is asked when its step is reached", async () => {
    const asked: unknown[] = [];
    const call = await running.load(verifying("type: string"));
    const code = async (known: unknown) => {
      asked.push(known);
      return "456";
    };
    const ran = await call({ input: { to: "me", code }, replies: [made("V1"), thing("456", "ready")] });
    expectEnd(ran, { sent: ['POST /things {"name":"me"}', "GET /things/456"], result: { id: "V1", state: "ready" } });
    expect(asked).toEqual([{ id: "V1" }]);
    const failed = await call({ input: { to: "me", code }, replies: [{ status: 400 }] });
    expect(failed.error).toMatchObject({ stepId: "send" });
    expect(asked.length).toBe(1);
  });

  test("is asked for again after a wrong answer", async () => {
    const given = verifying(
      "type: string",
      "onFailure: [{ name: wrong, type: retry, retryLimit: 2, criteria: [{ condition: $statusCode == 404 }] }]",
    );
    const codes = ["1", "2", "3"];
    const ran = await running.run(given, {
      input: { to: "me", code: () => codes.shift() },
      replies: [made("V1"), { status: 404 }, { status: 404 }, thing("3", "ready")],
    });
    expectEnd(ran, {
      sent: ['POST /things {"name":"me"}', "GET /things/1", "GET /things/2", "GET /things/3"],
      result: { id: "V1", state: "ready" },
    });
  });

  test("is not asked for again on resuming, where its step has been answered", async () => {
    const given = verifying("type: string").replace(
      "  outputs: { id: $steps",
      "  - { stepId: last, operationId: list }\n  outputs: { id: $steps",
    );
    const call = await running.load(given);
    const code = () => "456";
    const failed = await call({ input: { to: "me", code }, replies: [made("V1"), thing("456"), { status: 500 }] });
    const { checkpoint } = failed.error as { checkpoint: { given: object } };
    expect(checkpoint.given).toEqual({ "check?code": "456" });
    const resumed = await call({
      input: {
        to: "me",
        code: () => {
          throw new Error("asked twice");
        },
      },
      replies: [{ body: { things: [] } }],
      options: { resume: JSON.parse(JSON.stringify(checkpoint)) },
    });
    expectEnd(resumed, { sent: ["GET /things"], result: { id: "V1", state: "new" } });
  });

  test("is asked for again on resuming, where its step was refused", async () => {
    const call = await running.load(verifying("type: string"));
    const replies = [made("V1"), { status: 404 }];
    const failed = await call({ input: { to: "me", code: () => "wrong" }, replies });
    const { checkpoint } = failed.error as { checkpoint: object };
    expect(checkpoint).not.toHaveProperty("given");
    const input = { to: "me", code: () => "right" };
    const resumed = await call({ input, replies: [thing("right")], options: { resume: checkpoint } });
    expectEnd(resumed, { sent: ["GET /things/right"], result: { id: "V1", state: "new" } });
  });

  test("ends the run in an error where nobody has it", async () => {
    const call = await running.load(verifying("type: string"));
    const code = () => {
      throw new Error("went away");
    };
    const { error } = await call({ input: { to: "me", code }, replies: [made("V1")] });
    expect(error).toMatchObject({ code: "invalid-input", stepId: "check" });
    expect(String(error)).toContain("nobody gave the input code: went away");
    expect(error).toHaveProperty("checkpoint.answers.send");
  });

  test("is not waited for when the run is aborted", async () => {
    const call = await running.load(verifying("type: string"));
    const abort = new AbortController();
    const code = () => {
      abort.abort();
      return new Promise(() => undefined);
    };
    const { error } = await call({
      input: { to: "me", code },
      replies: [made("V1")],
      options: { signal: abort.signal },
    });
    expect(error).toMatchObject({ code: "aborted", stepId: "check" });
  });

  test("goes on to a workflow that asks for it itself, with what is known there", async () => {
    const given = `${verifying("type: string")}\n${yaml`
      - workflowId: outer
        inputs: { type: object, properties: { to: { type: string }, code: { type: string, x-deferred: true } } }
        steps:
        - stepId: verify
          workflowId: verify
          parameters: [{ name: to, value: $inputs.to }, { name: code, value: $inputs.code }]
    `}`;
    const asked: unknown[] = [];
    const code = (known: unknown) => {
      asked.push(known);
      return "7";
    };
    const input = { to: "me", code };
    const ran = await running.run(given, { fn: "outer", input, replies: [made("V1"), thing("7")] });
    expectEnd(ran, { sent: ['POST /things {"name":"me"}', "GET /things/7"], result: {} });
    expect(asked).toEqual([{ id: "V1" }]);
  });
});

compiler.testTypes();
