import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** A step that calls a workflow which makes a thing and reads it, and has actions for its failure. */
function recovering(actions: string, rest = ""): string {
  return yaml`
    arazzo: 1.1.0
    workflows:
    - workflowId: test
      steps:
      - stepId: sign-up
        workflowId: make-and-look
        parameters: [{ name: name, value: n }]
        onFailure: [${actions}]
        ${rest}
      - { stepId: after, operationId: list }
      outputs: { id: $steps.sign-up.outputs.id, next: $steps.sign-up.outputs.name }
    - workflowId: make-and-look
      inputs: { type: object, properties: { name: { type: string } } }
      steps:
      - stepId: make
        operationId: make
        requestBody: { payload: { name: $inputs.name } }
        outputs: { id: $response.body#/id }
      - stepId: look
        operationId: look
        parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
        outputs: { name: $response.body#/name, state: $response.body#/state }
      outputs: { id: $steps.make.outputs.id, name: $steps.look.outputs.name, state: $steps.look.outputs.state }
  `;
}

const again = "{ name: again, type: retry, retryAfter: 3, retryLimit: 2 }";

describe("the failure of a workflow that a step calls", () => {
  testEach([
    {
      name: "ends the caller as planned",
      given: recovering("{ name: failed, type: end }"),
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));
      if (signUp.error !== undefined) return { outcome: "failed" };

      await api.GET("/things", {
        ...run.step("after", { expect: "2xx", unread: true }),
      });

      return { outcome: "completed", id: signUp.outputs.id, next: signUp.outputs.name };
    `,
    },
    {
      name: "is tried again",
      given: recovering(again),
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      let id: string;
      let name: string | undefined;

      const retry = run.retry("sign-up");
      for (;;) {
        const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));
        if (signUp.error !== undefined && (await retry.again(signUp.error, { name: "again", limit: 2, after: 3_000 }))) {
          continue;
        }
        expectCompleted(signUp);
        id = signUp.outputs.id;
        name = signUp.outputs.name;
        break;
      }

      await api.GET("/things", {
        ...run.step("after", { expect: "2xx", unread: true }),
      });

      return { id, next: name };
    `,
    },
    {
      name: "leads where its success leads, so that nobody asks how it ended",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - { stepId: one, workflowId: other, onFailure: [{ name: on, type: goto, stepId: two }] }
          - { stepId: two, operationId: list }
        - workflowId: other
          steps: [{ stepId: make, operationId: make }]
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        await settleCall(run, "one", other({}, nestedRun(run, "one")));

        await api.GET("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
        });

        return {};
      `,
    },
    {
      name: "leads elsewhere",
      given: recovering("{ name: past, type: goto, stepId: after }"),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));

        let id: string | undefined;
        let name: string | undefined;
        if (signUp.error === undefined) {
          id = signUp.outputs.id;
          name = signUp.outputs.name;
        }

        await api.GET("/things", {
          ...run.step("after", { expect: "2xx", unread: true }),
        });

        return { id, next: name };
      `,
    },
    {
      name: "is also what fails the criteria of the step",
      given: recovering(
        `${again}, { name: failed, type: end }`,
        "successCriteria: [{ condition: $outputs.state == 'ready' }]",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let id: string;
        let name: string | undefined;

        const retry = run.retry("sign-up");
        for (;;) {
          const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));
          if (signUp.error !== undefined || !isOneOf(signUp.outputs?.state, "ready")) {
            if (await retry.again(signUp.error, { name: "again", limit: 2, after: 3_000 })) continue;

            return { outcome: "failed" };
          }
          id = signUp.outputs.id;
          name = signUp.outputs.name;
          break;
        }

        await api.GET("/things", {
          ...run.step("after", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed", id, next: name };
      `,
    },
    {
      name: "and what it returned are asked for by one action",
      given: recovering(
        "{ name: broken, type: end, criteria: [{ condition: $outputs.state == 'broken' }] }",
        "successCriteria: [{ condition: $steps.sign-up.outputs.state == 'ready' }]",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));
        if (isOneOf(signUp.outputs?.state, "broken")) return { outcome: "broken" };
        expectCompleted(signUp);
        expectResult(run, "sign-up", isOneOf(signUp.outputs.state, "ready"), "$steps.sign-up.outputs.state == 'ready'");

        await api.GET("/things", {
          ...run.step("after", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed", id: signUp.outputs.id, next: signUp.outputs.name };
      `,
    },
    {
      name: "has no status that an action could ask for",
      given: recovering("{ name: failed, type: end, criteria: [{ condition: $statusCode == 404 }] }"),
      want: `
        8:68 error forward-reference '$statusCode': there is no answer at this point
          | The step calls a workflow, which has outputs and no answer: read '$outputs.<name>'. It fails by itself where one of that workflow's steps does.
      `,
    },
    {
      name: "leaves nothing behind that an action could ask for, where the step demands no more than an end",
      given: recovering("{ name: failed, type: end, criteria: [{ condition: $outputs.state == 'new' }] }"),
      want: `
        8:68 error forward-reference '$outputs.state': a workflow that has failed has returned nothing
          | The step has no success criteria, so that it fails only where that workflow does: ask for it in those, or in 'onSuccess'.
      `,
    },
    {
      name: "is none that an action of the workflow asks the status of: that is for the other steps",
      given: recovering("{ name: failed, type: end }").replace(
        "outputs: { id: $steps.sign-up",
        "failureActions: [{ name: busy, type: retry, criteria: [{ condition: $statusCode == 429 }] }]\n  outputs: { id: $steps.sign-up",
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const signUp = await settleCall(run, "sign-up", makeAndLook({ name: "n" }, nestedRun(run, "sign-up")));
        if (signUp.error !== undefined) return { outcome: "failed" };

        const retry = run.retry("after");
        for (;;) {
          const after = await api.GET("/things", {
            ...retry.attempt({ expect: ["2xx", 429], unread: true }),
          });
          if (after.status === 429 && (await retry.again(after.response, { name: "busy", limit: 1, after: 0 }))) {
            continue;
          }
          if (!after.ok) run.fail(after);

          return { outcome: "completed", id: signUp.outputs.id, next: signUp.outputs.name };
        }
      `,
    },
    {
      name: "is none that an action of the workflow asks the status of, where no other step has one",
      given: yaml`
        workflows:
        - workflowId: test
          steps: [{ stepId: one, workflowId: other }]
          failureActions: [{ name: busy, type: retry, criteria: [{ condition: $statusCode == 429 }] }]
        - workflowId: other
          steps: [{ stepId: list, operationId: list }]
      `,
      want: `
        4:28 warning unreachable-action the action 'busy' is never taken: its criteria ask for an answer, and every step calls a workflow
          | Put it into the workflows that make the requests, or ask for what these return.
        run.api("https://api.example.com", { source: "api" });

        await other({}, nestedRun(run, "one"));

        return {};
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("ends the caller as planned", async () => {
    const call = await running.load(recovering("{ name: failed, type: end }"));
    const failed = { sent: ['POST /things {"name":"n"}'], result: { outcome: "failed" } };
    expectEnd(await call({ replies: [{ status: 400 }] }), failed);
    const list = { body: { things: [] } };
    expectEnd(await call({ replies: [made("a"), thing("a", "new", "x"), list] }), {
      sent: ['POST /things {"name":"n"}', "GET /things/a", "GET /things"],
      result: { outcome: "completed", id: "a", next: "x" },
    });
  });

  test("is tried again from the beginning of the called workflow, each time with ids of its own", async () => {
    const call = await running.load(recovering(again));
    const post = 'POST /things {"name":"n"}';
    const replies = [made("a"), { status: 404 }, made("b"), thing("b"), { body: { things: [] } }];
    const ran = await call({ replies });
    expectEnd(ran, { sent: [post, "GET /things/a", post, "GET /things/b", "GET /things"], result: { id: "b" } });
    expect(ran.waits).toEqual([["sign-up#2#wait", 3_000]]);
  });

  test("is what the run ends in when no action is left", async () => {
    const call = await running.load(recovering(again));
    const { sent, error } = await call({ replies: [{ status: 400 }] });
    expect(sent.length).toBe(3);
    expect(error).toMatchObject({ code: "step-failed", workflowId: "make-and-look", stepPath: "sign-up/make" });
  });

  test("is remembered: a run that resumes goes the same way, and waits and sends nothing twice", async () => {
    const call = await running.load(recovering(again));
    const replies = [made("a"), { status: 404 }, made("b"), thing("b"), { status: 500 }];
    const failed = await call({ replies });
    expect(failed.error).toMatchObject({ stepId: "after", status: 500 });
    const { checkpoint } = failed.error as { checkpoint: { answers: object } };
    expect(Object.keys(checkpoint.answers)).toEqual([
      "sign-up/make",
      "sign-up/look",
      "sign-up#2/make",
      "sign-up#2/look",
    ]);
    const resumed = await call({ replies: [{ body: { things: [] } }], options: { resume: checkpoint } });
    expectEnd(resumed, { sent: ["GET /things"], result: { id: "b" } });
    expect(resumed.waits).toEqual([]);
  });

  test("is remembered although its request wrote and was answered with a 500", async () => {
    const call = await running.load(recovering(again));
    const failed = await call({ replies: [{ status: 500 }, made("b"), { status: 404 }, { status: 500 }] });
    expect(failed.error).toMatchObject({ stepPath: "sign-up/make", status: 500 });
    const { checkpoint } = failed.error as { checkpoint: { answers: object; unknown: readonly string[] } };
    expect(Object.keys(checkpoint.answers)).toEqual(["sign-up/make", "sign-up#2/make", "sign-up#2/look"]);
    expect(checkpoint.unknown).toEqual(["sign-up#3/make"]);
  });

  test("is none where nobody knows what has been done: that ends the run", async () => {
    const call = await running.load(recovering("{ name: failed, type: end }"));
    const { error } = await call({ replies: [{ raw: (response) => response.destroy() }] });
    expect(error).toMatchObject({ code: "unknown-outcome", stepPath: "sign-up/make" });
  });

  test("is none where the run is aborted, or has no steps left", async () => {
    const call = await running.load(recovering("{ name: failed, type: end }"));
    const aborted = await call({ replies: [made("a")], options: { signal: AbortSignal.abort() } });
    expect(aborted.error).toMatchObject({ code: "aborted" });
    const limited = await call({ replies: [made("a")], options: { maxSteps: 2 } });
    expect(limited.error).toMatchObject({ code: "step-limit", stepPath: "sign-up/look" });
  });

  test("is also what fails the criteria of the step", async () => {
    const criteria = "successCriteria: [{ condition: $outputs.state == 'ready' }]";
    const call = await running.load(recovering(`${again}, { name: failed, type: end }`, criteria));
    const ended = await call({ replies: ({ method }) => (method === "POST" ? made("a") : thing("a")) });
    expect(ended.sent.length).toBe(6);
    expect(ended.result).toEqual({ outcome: "failed" });
    const list = { body: { things: [] } };
    const replies = [made("a"), thing("a"), made("b"), thing("b", "ready"), list];
    expect((await call({ replies })).result).toMatchObject({ outcome: "completed", id: "b" });
  });
});

describe("the time that a step has for the workflow that it calls", () => {
  // Long enough for a request on this machine, whatever else it does.
  const timed = recovering("{ name: late, type: end }", "timeout: 1000");
  const never = { raw: () => undefined };

  testEach([
    {
      name: "goes with the call",
      given: timed,
      want: `
    const signUp = await settleCall(
      run,
      "sign-up",
      makeAndLook({ name: "n" }, nestedRun(run, "sign-up", { timeout: 1000 })),
    );
    if (signUp.error !== undefined) return { outcome: "late" };

    await api.GET("/things", {
      ...run.step("after", { expect: "2xx", unread: true }),
    });

    return { outcome: "completed", id: signUp.outputs.id, next: signUp.outputs.name }
  `,
    },
  ])(async ({ given, want }) => {
    const first = (text: string): string => text.slice(text.indexOf("const signUp"), text.indexOf("\n  if"));
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => first(statements)), want);
  });

  test("fails the step, where it is known what has been done", async () => {
    const call = await running.load(timed);
    const late = await call({ replies: ({ method }) => (method === "POST" ? made("a") : never) });
    expectEnd(late, { sent: ['POST /things {"name":"n"}', "GET /things/a"], result: { outcome: "late" } });
  });

  test("ends the run, where a request that writes was under way", async () => {
    const call = await running.load(timed);
    const { error } = await call({ replies: [never] });
    expect(error).toMatchObject({ code: "aborted", stepPath: "sign-up/make" });
    expect(error).toHaveProperty("checkpoint.unknown", ["sign-up/make"]);
  });
});

compiler.testTypes();
