import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });
const running = new Running(compiler);

/** A workflow that calls one of two others: one with one ending, one with two. */
function calling(step: string, rest = ""): string {
  return yaml`
    arazzo: 1.1.0
    workflows:
    - workflowId: test
      inputs: { type: object, properties: { name: { type: string }, text: { type: string }, count: { type: integer } } }
      ${step.trim().replaceAll("\n", "\n      ")}
    - workflowId: make-one
      summary: Makes a thing.
      inputs:
        type: object
        required: [name]
        properties:
          name: { type: string }
          note: { type: string }
          kind: { type: string, enum: [a, b], default: a }
      steps:
      - stepId: make
        operationId: make
        requestBody: { payload: { name: $inputs.name, note: $inputs.note } }
        outputs: { id: $response.body#/id, state: $response.body#/state, thing: $response.body }
      outputs: { id: $steps.make.outputs.id, state: $steps.make.outputs.state, thing: $steps.make.outputs.thing }
    - workflowId: find
      inputs: { type: object, properties: { id: { type: string } } }
      steps:
      - stepId: look
        operationId: look
        parameters: [{ name: id, in: path, value: $inputs.id }]
        onSuccess: [{ name: found, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
        onFailure: [{ name: missing, type: end, criteria: [{ condition: $statusCode == 404 }] }]
        outputs: { id: $response.body#/id, name: $response.body#/name }
      - { stepId: list, operationId: list, outputs: { next: $response.body#/next } }
      outputs: { id: $steps.look.outputs.id, name: $steps.look.outputs.name, next: $steps.list.outputs.next }
    ${rest.trim().replaceAll("\n", "\n    ")}
  `;
}

const callMake = yaml`
  steps:
  - stepId: first
    workflowId: make-one
    parameters: [{ name: name, value: $inputs.name }]
  - stepId: second
    operationId: look
    parameters: [{ name: id, in: path, value: $steps.first.outputs.id }]
  outputs: { id: $steps.first.outputs.id, state: $steps.first.outputs.state }
`;

describe("a step calls a workflow", () => {
  testEach([
    {
      name: "and reads its outputs by their names",
      given: calling(callMake),
      want: `
      const api = run.api<Api>("https://api.example.com", { source: "api" });

      // Makes a thing.
      const first = await makeOne({ name: input.name }, nestedRun(run, "first"));
      const id = run.present(first.id, "first", "$outputs.id");

      await api.GET("/things/{id}", {
        ...run.step("second", { expect: "2xx", unread: true }),
        params: { path: { id } },
      });

      return { id, state: first.state };
    `,
    },
    {
      name: "and gives its outputs names of its own",
      given: calling(yaml`
        steps:
        - stepId: first
          description: Makes the first one.
          workflowId: make-one
          parameters: [{ name: name, value: one }, { name: kind, value: b }]
          outputs: { made: $outputs.id, whole: $outputs.thing, text: "It is {$outputs.state}." }
        outputs: { made: $steps.first.outputs.made, text: $steps.first.outputs.text, inner: $steps.first.outputs.whole#/name }
      `),
      want: `
        run.api("https://api.example.com", { source: "api" });

        // Makes the first one.
        const first = await makeOne({ name: "one", kind: "b" }, nestedRun(run, "first"));

        return { made: first.id, text: \`It is \${first.state}.\`, inner: first.thing?.name };
      `,
    },
    {
      name: "with several endings: what only some of them have is undefined in the others",
      given: calling(yaml`
        steps:
        - { stepId: find, workflowId: find, parameters: [{ name: id, value: $inputs.name }] }
        - stepId: use
          operationId: make
          requestBody: { payload: { name: $steps.find.outputs.id, note: $steps.find.outputs.next } }
        outputs: { id: $steps.find.outputs.id, how: $steps.find.outputs.outcome }
      `),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const findStep = await find({ id: input.name }, nestedRun(run, "find"));
        const id = "id" in findStep ? findStep.id : undefined;

        await api.POST("/things", {
          ...run.step("use", { expect: "2xx", unread: true }),
          body: { name: id, note: ("next" in findStep ? findStep.next : undefined) ?? undefined },
        });

        return { id, how: findStep.outcome };
      `,
    },
    {
      name: "and goes on by how that ended",
      given: calling(yaml`
        steps:
        - stepId: find
          workflowId: find
          parameters: [{ name: id, value: x }]
          onSuccess:
          - { name: nothing, type: end, criteria: [{ condition: $outputs.outcome == 'missing' }] }
        - { stepId: use, operationId: list }
      `),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const findStep = await find({ id: "x" }, nestedRun(run, "find"));
        if (findStep.outcome === "missing") return { outcome: "nothing" };

        await api.GET("/things", {
          ...run.step("use", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed" };
      `,
    },
    {
      name: "and goes on by an ending that there is not",
      given: calling(yaml`
        steps:
        - stepId: find
          workflowId: find
          parameters: [{ name: id, value: x }]
          onSuccess: [{ name: nothing, type: end, criteria: [{ condition: $outputs.outcome == 'mising' }] }]
        - { stepId: use, operationId: list }
      `),
      want: `
        9:89 error impossible-condition never true: "mising" is none of the values that the schema lists: "missing", "found", "completed"
          | Did you mean 'missing'?
      `,
    },
    {
      name: "and asks more of it than that it comes to its end",
      given: calling(yaml`
        steps:
        - stepId: first
          workflowId: make-one
          parameters: [{ name: name, value: x }]
          successCriteria: [{ condition: $outputs.state == 'ready' }]
        - { stepId: use, operationId: list }
        outputs: { id: $steps.first.outputs.id }
      `),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        // Makes a thing.
        const first = await makeOne({ name: "x" }, nestedRun(run, "first"));
        expectResult(run, "first", isOneOf(first.state, "ready"), "$outputs.state == 'ready'");

        await api.GET("/things", {
          ...run.step("use", { expect: "2xx", unread: true }),
        });

        return { id: first.id };
      `,
    },
    {
      name: "with parameters of the workflow that it takes, and without those that it does not",
      given: calling(yaml`
        parameters:
        - { name: note, in: query, value: shared }
        - { name: name, in: query, value: overridden }
        - { name: other, in: query, value: 1 }
        steps:
        - { stepId: first, workflowId: make-one, parameters: [{ name: name, value: own }] }
      `),
      want: `
        run.api("https://api.example.com", { source: "api" });

        // Makes a thing.
        await makeOne({ name: "own", note: "shared" }, nestedRun(run, "first"));

        return {};
      `,
    },
    {
      name: "twice in a loop",
      given: calling(yaml`
        steps:
        - stepId: first
          workflowId: make-one
          parameters: [{ name: name, value: $steps.first.outputs.id }]
          onSuccess: [{ name: again, type: goto, stepId: first, criteria: [{ condition: $outputs.state == 'new' }] }]
        outputs: { id: $steps.first.outputs.id }
      `),
      want: `
        8:39 warning output-maybe-unset the input 'name' needs '$steps.first.outputs.id', and the step 'first' may not have run by then
          | Let every way that leads here go through that step.
        run.api("https://api.example.com", { source: "api" });

        let id: string | undefined;

        for (;;) {
          // Makes a thing.
          const first = await makeOne({ name: run.present(id, "first", "$outputs.id") }, nestedRun(run, "first"));
          id = first.id;
          if (!isOneOf(first.state, "new")) return { id };
        }
      `,
    },
    {
      name: "and the others read what it was given",
      given: calling(yaml`
        steps:
        - { stepId: first, workflowId: make-one, parameters: [{ name: name, value: $inputs.name }] }
        - stepId: use
          operationId: make
          requestBody: { payload: { name: $workflows.make-one.inputs.name, note: $workflows.make-one.inputs.kind } }
        outputs: { id: $workflows.make-one.outputs.id, own: $workflows.test.inputs.name }
      `),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        // Makes a thing.
        const first = await makeOne({ name: input.name }, nestedRun(run, "first"));

        await api.POST("/things", {
          ...run.step("use", { expect: "2xx", unread: true }),
          body: { name: input.name, note: "a" },
        });

        return { id: first.id, own: input.name };
      `,
    },
    {
      name: "without a summary, and without inputs",
      given: calling(
        "steps: [{ stepId: first, workflowId: plain }]",
        "- { workflowId: plain, steps: [{ stepId: list, operationId: list }] }",
      ),
      want: `
        run.api("https://api.example.com", { source: "api" });

        await plain({}, nestedRun(run, "first"));

        return {};
      `,
    },
    {
      name: "of the name of its function",
      given: calling(
        yaml`
          steps:
          - { stepId: plain, workflowId: plain }
          - { stepId: dependencies, operationId: list }
          outputs: { next: $steps.plain.outputs.next }
        `,
        yaml`
          - workflowId: plain
            steps: [{ stepId: list, operationId: list, outputs: { next: $response.body#/next } }]
            outputs: { next: $steps.list.outputs.next }
        `,
      ),
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const plainStep = await plain({}, nestedRun(run, "plain"));

        await api.GET("/things", {
          ...run.step("dependencies", { expect: "2xx", unread: true }),
        });

        return { next: plainStep.next };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("which is imported from its own file", async () => {
    const { workflow, files } = await compiler.compile({ arazzo: calling(callMake), openapi: things });
    expect(workflow("test").imports.split("\n").at(-1)).toBe('import { makeOne } from "./make-one.js";');
    expect([...files.keys()].filter((name) => name.startsWith("workflows/"))).toEqual([
      "workflows/test.ts",
      "workflows/make-one.ts",
      "workflows/find.ts",
    ]);
  });
});

describe("what a step gives to a workflow", () => {
  const given = (...parameters: readonly string[]) =>
    calling(`steps: [{ stepId: first, workflowId: make-one, parameters: [${parameters.join(", ")}] }]`);

  testEach([
    {
      name: "is missing",
      given: given(),
      want: `
      5:40 error missing-input the workflow 'make-one' requires the input 'name'
        | Add '{ name: name, value: … }' to the parameters.
    `,
    },
    {
      name: "is unknown",
      given: given("{ name: name, value: x }", "{ name: nane, value: y }"),
      want: `
      5:97 error unknown-input the workflow 'make-one' declares no input 'nane'
        | Did you mean 'name'?
    `,
    },
    {
      name: "is of another type",
      given: given("{ name: name, value: $inputs.count }"),
      want: `
        export interface TestInput {
          name?: string | undefined;
          text?: string | undefined;
          count: number;
        }
        run.api("https://api.example.com", { source: "api" });

        // Makes a thing.
        await makeOne({ name: String(input.count) }, nestedRun(run, "first"));

        return {};
      `,
    },
    {
      name: "is a list",
      given: given("{ name: name, value: [1] }"),
      want: "5:84 error type-conflict the input 'name' takes text, not a list",
    },
    {
      name: "is a list, where the input may be anything but goes where text is wanted",
      given: yaml`
        workflows:
        - workflowId: test
          steps: [{ stepId: first, workflowId: make-one, parameters: [{ name: name, value: [a] }] }]
        - workflowId: make-one
          inputs: { type: object, properties: { name: {} } }
          steps: [{ stepId: one, operationId: make, requestBody: { payload: { name: $inputs.name } } }]
      `,
      want: "3:84 error type-conflict the input 'name' takes text, not a list",
    },
    {
      name: "is none of the values that the input lists",
      given: given("{ name: name, value: x }", "{ name: kind, value: c }"),
      want: `
      5:110 error value-outside-enum the input 'kind' does not take "c"
        | Known here: 'a', 'b'.
    `,
    },
    {
      name: "is read from what has not run",
      given: given("{ name: name, value: $steps.first.outputs.id }"),
      want: `
      5:84 error forward-reference '$steps.first.outputs.id': the step 'first' is this step
        | Take the value from a step that has run before, or move the step.
    `,
    },
    {
      name: "says where it goes, which means nothing here",
      given: given("{ name: name, in: query, value: x }"),
      want: `
        export interface TestInput {
          name?: string | undefined;
          text?: string | undefined;
          count?: number | undefined;
        }
        run.api("https://api.example.com", { source: "api" });

        // Makes a thing.
        await makeOne({ name: "x" }, nestedRun(run, "first"));

        return {};
      `,
    },
    {
      name: "makes an input of the caller required",
      given: given("{ name: name, value: $inputs.text }"),
      want: `
        export interface TestInput {
          name?: string | undefined;
          text: string;
          count?: number | undefined;
        }
        run.api("https://api.example.com", { source: "api" });

        // Makes a thing.
        await makeOne({ name: input.text }, nestedRun(run, "first"));

        return {};
      `,
    },
  ])(async ({ given, want }) => {
    const show = ({ input, statements }: { readonly input: string; readonly statements: string }): string =>
      `${input}\n${statements}`;
    expectText(await compiler.told({ arazzo: given, openapi: things }, show), want);
  });
});

describe("a workflow that is named as a step", () => {
  testEach([
    {
      name: "is not there",
      given: calling("steps: [{ stepId: first, workflowId: make-two }]"),
      want: `
      5:40 error unknown-workflow the document has no workflow 'make-two'
        | Known here: 'test', 'make-one', 'find'.
    `,
    },
    {
      name: "is of a source that is not there",
      given: calling("steps: [{ stepId: first, workflowId: $sourceDescriptions.apis.x }]"),
      want: `
      5:40 error unknown-source there is no source description 'apis'
        | Did you mean 'api'?
    `,
    },
    {
      name: "is of a source that has operations",
      given: calling("steps: [{ stepId: first, workflowId: $sourceDescriptions.api.make }]"),
      want: "5:40 error unknown-workflow the source description 'api' is an OpenAPI document, which has no workflows",
    },
    {
      name: "is no reference",
      given: calling("steps: [{ stepId: first, workflowId: $inputs.name }]"),
      want: "5:40 error invalid-expression '$inputs.name': expected a workflowId, or '$sourceDescriptions.<name>.' before it",
    },
    {
      name: "is the workflow itself",
      given: calling("steps: [{ stepId: first, workflowId: test }]"),
      want: `
      5:40 error workflow-cycle the workflow leads back to itself: 'test' → 'test'
        | A loop goes back to a step of the same workflow: 'type: goto' with a 'stepId'.
    `,
    },
    {
      name: "comes back by way of another",
      given: calling(
        "steps: [{ stepId: first, workflowId: other }]",
        "- { workflowId: other, steps: [{ stepId: back, operationId: list, onFailure: [{ name: x, type: goto, workflowId: test }] }] }",
      ),
      want: `
        32:114 error workflow-cycle the workflow leads back to itself: 'test' → 'other' → 'test'
          | A loop goes back to a step of the same workflow: 'type: goto' with a 'stepId'.
      `,
    },
    {
      name: "has no output of the name",
      given: calling(yaml`
        steps: [{ stepId: first, workflowId: make-one, parameters: [{ name: name, value: x }] }]
        outputs: { id: $steps.first.outputs.ids }
      `),
      want: `
        6:18 error unknown-output '$steps.first.outputs.ids': the workflow 'make-one' has no output 'ids'
          | Did you mean 'id'?
      `,
    },
    {
      name: "has no answer of its own",
      given: calling(yaml`
        steps:
        - stepId: first
          workflowId: make-one
          parameters: [{ name: name, value: x }]
          successCriteria: [{ condition: $statusCode == 200 }]
      `),
      want: `
        9:36 error forward-reference '$statusCode': there is no answer at this point
          | The step calls a workflow, which has outputs and no answer: read '$outputs.<name>'. It fails by itself where one of that workflow's steps does.
      `,
    },
    {
      name: "has an output of the name that says how it ended",
      given: calling(
        "steps: [{ stepId: first, workflowId: other }]",
        yaml`
          - workflowId: other
            steps:
            - stepId: list
              operationId: list
              outputs: { next: $response.body#/next }
              onFailure: [{ name: x, type: end }]
            outputs: { outcome: $steps.list.outputs.next }
        `,
      ),
      want: `
        38:14 error name-collision the workflow has several endings, and 'outcome' is the field that says how it ended
          | Give the output another name.
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });
});

describe("a workflow that is called", () => {
  test("makes its requests in its turn, with what it was given", async () => {
    expectEnd(
      await running.run(calling(callMake), { input: { name: "n" }, replies: [made("a", "ready"), thing("a")] }),
      {
        sent: ['POST /things {"name":"n"}', "GET /things/a"],
        result: { id: "a", state: "ready" },
      },
    );
  });

  test("fails with an error that says where, and that a run can resume from", async () => {
    const call = await running.load(calling(callMake));
    const failed = await call({ input: { name: "n" }, replies: [made("a"), { status: 404 }] });
    expect(failed.error).toMatchObject({
      code: "step-failed",
      workflowId: "test",
      stepId: "second",
      stepPath: "second",
    });
    const { checkpoint } = failed.error as { checkpoint: { answers: object } };
    expect(Object.keys(checkpoint.answers)).toEqual(["first/make"]);
    // What the called workflow has done is not done again.
    expectEnd(await call({ input: { name: "n" }, replies: [thing("a")], options: { resume: checkpoint } }), {
      sent: ["GET /things/a"],
      result: { id: "a", state: "new" },
    });
  });

  test("fails in a step of its own", async () => {
    const { error } = await running.run(calling(callMake), { input: { name: "n" }, replies: [{ status: 400 }] });
    expect(error).toMatchObject({
      code: "step-failed",
      workflowId: "make-one",
      stepId: "make",
      stepPath: "first/make",
    });
  });

  test("does not know what became of a request: the run resumes when told to send it again", async () => {
    const call = await running.load(calling(callMake));
    const lost = await call({ input: { name: "n" }, replies: [{ raw: (response) => response.destroy() }] });
    expect(String(lost.error)).toContain('resume with resend: ["first/make"]');
    const { checkpoint } = lost.error as { checkpoint: object };
    const options = { resume: checkpoint };
    const again = await call({ input: { name: "n" }, replies: [made("a")], options });
    expect(again).toMatchObject({ sent: [], error: { code: "unknown-outcome", stepPath: "first/make" } });
    const told = await call({
      input: { name: "n" },
      replies: [made("a"), thing("a")],
      options: { ...options, resend: ["first/make"] },
    });
    expectEnd(told, { sent: ['POST /things {"name":"n"}', "GET /things/a"], result: { id: "a", state: "new" } });
  });

  test("tells of its steps, each with an id of its own", async () => {
    const events: { readonly id: string; readonly type: string; readonly workflowId: string }[] = [];
    const given = calling(yaml`
      steps:
      - { stepId: one, workflowId: make-one, parameters: [{ name: name, value: x }] }
      - { stepId: a/b#c, workflowId: make-one, parameters: [{ name: name, value: y }] }
    `);
    await running.run(given, { replies: [made("a")], options: { onStep: (event: never) => events.push(event) } });
    expect(events.filter(({ type }) => type === "end").map(({ id, workflowId }) => [workflowId, id])).toEqual([
      ["make-one", "one/make"],
      ["make-one", "a%2Fb%23c/make"],
    ]);
  });

  test("counts its steps among those of the run", async () => {
    const { error, sent } = await running.run(calling(callMake), {
      input: { name: "n" },
      replies: [made("a")],
      options: { maxSteps: 2 },
    });
    expect(sent.length).toBe(1);
    expect(error).toMatchObject({ code: "step-limit", stepId: "second", limit: 2 });
  });

  test("fails the step where its outputs fail the criteria", async () => {
    const given = calling(yaml`
      steps:
      - stepId: first
        workflowId: make-one
        parameters: [{ name: name, value: x }]
        successCriteria: [{ condition: $outputs.state == 'ready' }]
    `);
    const call = await running.load(given);
    expect((await call({ replies: [made("a", "ready")] })).error).toBeUndefined();
    const { error } = await call({ replies: [made("a")] });
    expect(error).toMatchObject({ code: "criterion-failed", stepId: "first", criterion: "$outputs.state == 'ready'" });
  });

  test("leaves undefined what its ending does not have", async () => {
    const given = calling(yaml`
      steps:
      - { stepId: find, workflowId: find, parameters: [{ name: id, value: x }] }
      outputs: { id: $steps.find.outputs.id, next: $steps.find.outputs.next, how: $steps.find.outputs.outcome }
    `);
    const call = await running.load(given);
    const results = [];
    for (const replies of [
      [thing("x", "ready")],
      [{ status: 404 }],
      [thing("x", "new"), { body: { things: [], next: "n" } }],
    ]) {
      const { result, error } = await call({ replies });
      results.push(error ?? result);
    }
    expect(results).toEqual([{ id: "x", how: "found" }, { how: "missing" }, { id: "x", next: "n", how: "completed" }]);
  });
});

test("an output cannot be called like what every object has", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: list
        outputs: { next: $response.body#/next }
        onFailure: [{ name: completed, type: goto, workflowId: other }]
      outputs: { toString: $steps.one.outputs.next }
    - workflowId: other
      steps: [{ stepId: make, operationId: make }]
  `;
  const { findings } = await compiler.compile({ arazzo, openapi: things });
  expect(findings).toEqual([
    "8:14 error invalid-name an output cannot be called 'toString', as every object has something of this name | Give it another name.",
  ]);
});

compiler.testTypes();
