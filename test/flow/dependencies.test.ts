import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });
const running = new Running(compiler);

const logIn = yaml`
  - workflowId: log-in
    inputs: { type: object, required: [user], properties: { user: { type: string }, note: { type: string } } }
    steps:
    - stepId: make
      operationId: make
      requestBody: { payload: { name: $inputs.user, note: $inputs.note } }
      outputs: { token: $response.body#/id, name: $response.body#/name }
      onFailure: [{ name: known, type: end, criteria: [{ condition: $statusCode == 409 }] }]
    outputs: { token: $steps.make.outputs.token, name: $steps.make.outputs.name }
`;

const plain = yaml`
  - workflowId: plain
    steps: [{ stepId: list, operationId: list, outputs: { next: $response.body#/next } }]
    outputs: { next: $steps.list.outputs.next }
`;

/** A workflow that depends on others. */
function depending(workflow: string, ...others: readonly string[]): string {
  return [
    "arazzo: 1.1.0",
    "workflows:",
    "- workflowId: test",
    ...workflow.split("\n").map((line) => `  ${line}`),
    ...others,
  ].join("\n");
}

const uses = yaml`
  dependsOn: [log-in, plain]
  steps:
  - stepId: use
    operationId: look
    parameters: [{ name: id, in: path, value: $workflows.log-in.outputs.token }]
  outputs:
    next: $workflows.plain.outputs.next
    how: $workflows.log-in.outputs.outcome
    who: $workflows.log-in.inputs.user
`;

describe("a workflow that depends on others", () => {
  testEach([
    {
      name: "takes what they returned, and what they were given where it reads that",
      given: depending(uses, logIn, plain),
      want: `
      /** What {@link test} takes of the workflows that have to be completed before it. */
      export interface TestDependencies {
        /** What the workflow log-in returned. */
        logIn: LogInOutput;
        /** What it was given. */
        logInInput: LogInInput;
        /** What the workflow plain returned. */
        plain: PlainOutput;
      }

      /** What {@link test} returns. */
      export interface TestOutput {
        next?: string | null | undefined;
        how: "known" | "completed";
        who: string;
      }

      /** @generated from workflow test (arazzo.yaml#/workflows/0) */
      export async function test(
        input: TestInput,
        dependencies: TestDependencies,
        options?: WorkflowOptions<"api">,
      ): Promise<TestOutput> {
        const run: WorkflowRun = openWorkflow("test", options, { version: "…" });
        run.inputs(input, {}, dependencies);
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        await api.GET("/things/{id}", {
          ...run.step("use", { expect: "2xx", unread: true }),
          params: {
            path: {
              id: run.present(
                "token" in dependencies.logIn ? dependencies.logIn.token : undefined,
                "use",
                "$workflows.log-in.outputs.token",
              ),
            },
          },
        });

        return { next: dependencies.plain.next, how: dependencies.logIn.outcome, who: dependencies.logInInput.user };
      }
    `,
    },
    {
      name: "takes what they returned though it does not read it: it is a proof that they have been completed",
      given: depending("dependsOn: [plain]\nsteps: [{ stepId: use, operationId: list }]", plain),
      want: `
        /** What {@link test} takes of the workflows that have to be completed before it. */
        export interface TestDependencies {
          /** What the workflow plain returned. */
          plain: PlainOutput;
        }

        /** What {@link test} returns. */
        export interface TestOutput {}

        /** @generated from workflow test (arazzo.yaml#/workflows/0) */
        export async function test(
          input: TestInput,
          dependencies: TestDependencies,
          options?: WorkflowOptions<"api">,
        ): Promise<TestOutput> {
          const run: WorkflowRun = openWorkflow("test", options, { version: "…" });
          run.inputs(input, {}, dependencies);
          const api = run.api<Api>("https://api.example.com", { source: "api" });

          await api.GET("/things", {
            ...run.step("use", { expect: "2xx", unread: true }),
          });

          return {};
        }
      `,
    },
    {
      name: "names one that is not there",
      given: depending("dependsOn: [plan]\nsteps: [{ stepId: use, operationId: list }]", plain),
      want: `
        4:15 error unknown-workflow the document has no workflow 'plan'
          | Did you mean 'plain'?
      `,
    },
    {
      name: "depends on itself",
      given: depending("dependsOn: [test]\nsteps: [{ stepId: use, operationId: list }]"),
      want: "4:15 error workflow-cycle the workflow leads back to itself: 'test' → 'test'",
    },
    {
      name: "depends on one that depends on it",
      given: depending(
        "dependsOn: [other]\nsteps: [{ stepId: use, operationId: list }]",
        "- { workflowId: other, dependsOn: [test], steps: [{ stepId: use, operationId: list }] }",
      ),
      want: "6:36 error workflow-cycle the workflow leads back to itself: 'test' → 'other' → 'test'",
    },
    {
      name: "reads one that it does not depend on",
      given: depending(
        "steps: [{ stepId: use, operationId: list }]\noutputs: { next: $workflows.plain.outputs.next }",
        plain,
      ),
      want: `
        5:20 error unknown-workflow '$workflows.plain.outputs.next': the workflow 'plain' is neither called before nor depended on
          | Call it in a step before, or add it to the 'dependsOn' of the workflow.
      `,
    },
    {
      name: "reads what that does not return",
      given: depending(
        "dependsOn: [plain]\nsteps: [{ stepId: use, operationId: list }]\noutputs: { next: $workflows.plain.outputs.nxt, who: $workflows.plain.inputs.who }",
        plain,
      ),
      want: `
        6:20 error unknown-output '$workflows.plain.outputs.nxt': the workflow 'plain' has no output 'nxt'
          | Did you mean 'next'?
        6:55 error unknown-input '$workflows.plain.inputs.who': the workflow 'plain' declares no input 'who'
          | If that is a text to be sent as it stands, let it be the 'default' of an input.
      `,
    },
  ])(async ({ given, want }) => {
    const show = (text: string): string =>
      text
        .replace(/^.*?(?=\n\/\*\* What \{@link test\} takes of|\n\/\*\* What \{@link test\} returns)/s, "")
        .replace(/(?<=version: ")[0-9a-f]{8}/, "…")
        .trim();
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ text }) => show(text)), want);
  });

  test("is called with them", async () => {
    const ran = await running.run(depending(uses, logIn, plain), {
      dependencies: { logIn: { outcome: "completed", token: "t" }, logInInput: { user: "me" }, plain: { next: "n" } },
      replies: [thing("t")],
    });
    expectEnd(ran, { sent: ["GET /things/t"], result: { next: "n", how: "completed", who: "me" } });
  });

  test("fails where what it needs is not among what they returned", async () => {
    const { sent, error } = await running.run(depending(uses, logIn, plain), {
      dependencies: { logIn: { outcome: "known" }, logInInput: { user: "me" }, plain: {} },
      replies: [thing("t")],
    });
    expect(sent).toEqual([]);
    expect(error).toMatchObject({
      code: "missing-output",
      stepId: "use",
      expression: "$workflows.log-in.outputs.token",
    });
  });

  test("is exported with the type of what it takes", async () => {
    const { files } = await compiler.compile({ arazzo: depending(uses, logIn, plain), openapi: things });
    expect(files.get("index.ts")).toContain(
      'export { test, type TestInput, type TestDependencies, type TestOutput } from "./workflows/test.js";',
    );
  });
});

describe("a workflow that depends on others, as a step,", () => {
  const outer = (steps: string, more = ""): string =>
    depending(
      `${more}steps:\n${steps}`,
      ...[logIn, plain],
      yaml`
      - workflowId: needy
        ${uses.replaceAll("\n", "\n        ")}
    `,
    );

  testEach([
    {
      name: "is given what the steps before have called",
      given: outer(yaml`
        - { stepId: first, workflowId: log-in, parameters: [{ name: user, value: me }] }
        - { stepId: second, workflowId: plain }
        - { stepId: third, workflowId: needy }
      `),
      want: `
        run.api("https://api.example.com", { source: "api" });

        const first = await logIn({ user: "me" }, nestedRun(run, "first"));

        const second = await plain({}, nestedRun(run, "second"));

        await needy({}, { logIn: first, logInInput: { user: "me" }, plain: second }, nestedRun(run, "third"));

        return {};
      `,
    },
    {
      name: "is given what the caller depends on itself",
      given: outer(
        "- { stepId: second, workflowId: plain }\n- { stepId: third, workflowId: needy }",
        "dependsOn: [log-in]\n",
      ),
      want: `
        run.api("https://api.example.com", { source: "api" });

        const second = await plain({}, nestedRun(run, "second"));

        await needy(
          {},
          { logIn: dependencies.logIn, logInInput: dependencies.logInInput, plain: second },
          nestedRun(run, "third"),
        );

        return {};
      `,
    },
    {
      name: "cannot be called before they are completed",
      given: outer("- { stepId: third, workflowId: needy }\n- { stepId: second, workflowId: plain }"),
      want: `
        5:34 error unmet-dependency 'needy' depends on 'log-in', which is not sure to have been completed here
          | Call it in a step before, or add it to the 'dependsOn' of the workflow.
        5:34 error unmet-dependency 'needy' depends on 'plain', which is not sure to have been completed here
          | Call it in a step before, or add it to the 'dependsOn' of the workflow.
      `,
    },
    {
      name: "cannot be called where they may have been skipped",
      given: outer(
        yaml`
          - { stepId: zero, operationId: make, onFailure: [{ name: on, type: goto, stepId: third }] }
          - { stepId: second, workflowId: plain }
          - { stepId: third, workflowId: needy }
        `,
        "dependsOn: [log-in]\n",
      ),
      want: `
        8:34 error unmet-dependency 'needy' depends on 'plain', which is not sure to have been completed here
          | Call it in a step before, or add it to the 'dependsOn' of the workflow.
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, ({ statements }) => statements), want);
  });

  test("reads what they did", async () => {
    const given = outer(yaml`
      - { stepId: first, workflowId: log-in, parameters: [{ name: user, value: me }] }
      - { stepId: second, workflowId: plain }
      - { stepId: third, workflowId: needy }
    `).replace("  steps:", "  outputs: { who: $steps.third.outputs.who, next: $steps.third.outputs.next }\n  steps:");
    const replies = [made("t"), { body: { things: [], next: "n" } }, thing("t")];
    expectEnd(await running.run(given, { replies }), {
      sent: ['POST /things {"name":"me"}', "GET /things", "GET /things/t"],
      result: { who: "me", next: "n" },
    });
  });
});

describe("a step that depends on others", () => {
  const steps = (dependsOn: string, first = ""): string =>
    depending(
      yaml`
        dependsOn: [plain]
        steps:
        - { stepId: one, operationId: make, ${first} }
        - { stepId: two, operationId: make }
        - { stepId: three, operationId: make, dependsOn: [${dependsOn}] }
        - { stepId: four, operationId: make }
      `,
      logIn,
      plain,
    );

  testEach([
    {
      name: "comes behind them",
      given: steps("one, two, $workflows.plain.steps.list, $workflows.test.steps.one"),
      want: "is compiled",
    },
    {
      name: "comes before them",
      given: steps("four"),
      want: `
      8:53 error unmet-dependency 'three' depends on 'four', which is never completed by then
        | Steps run in the order of the document: move one of them, or the 'goto' that leads past it.
    `,
    },
    {
      name: "is one of them",
      given: steps("three"),
      want: `
      8:53 error unmet-dependency 'three' depends on 'three', which is never completed by then
        | Steps run in the order of the document: move one of them, or the 'goto' that leads past it.
    `,
    },
    {
      name: "comes behind one that may be skipped",
      given: steps("two", "onFailure: [{ name: past, type: goto, stepId: three }]"),
      want: `
        8:53 error unmet-dependency 'three' depends on 'two', which is not sure to be completed by then
          | Steps run in the order of the document: move one of them, or the 'goto' that leads past it.
      `,
    },
    {
      name: "names none",
      given: steps("too"),
      want: `
      8:53 error unknown-step there is no step 'too'
        | Did you mean 'two'?
    `,
    },
    {
      name: "names a step of a workflow that has not been completed",
      given: steps("$workflows.log-in.steps.make"),
      want: `
      8:53 error unmet-dependency the workflow 'log-in' is not sure to have been completed by then
        | Call it in a step before, or add it to the 'dependsOn' of the workflow.
    `,
    },
    {
      name: "names no step of a workflow",
      given: steps("$workflows.plain.steps.lists"),
      want: `
      8:53 error unknown-step the workflow 'plain' has no step 'lists'
        | Did you mean 'list'?
    `,
    },
    {
      name: "names a workflow that is not there",
      given: steps("$workflows.plan.steps.list"),
      want: `
      8:53 error unknown-workflow the document has no workflow 'plan'
        | Did you mean 'plain'?
    `,
    },
    {
      name: "names something else",
      given: steps("$steps.one"),
      want: `
      8:53 error invalid-expression expected a stepId, or the way to one in another workflow
        | Write '$workflows.<workflowId>.steps.<stepId>' or '$sourceDescriptions.<name>.<workflowId>.steps.<stepId>'.
    `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, () => "is compiled"), want);
  });
});

test("a step has a time for its request", async () => {
  const given = depending("steps: [{ stepId: use, operationId: list, timeout: 20 }]");
  const { workflow } = await compiler.compile({ arazzo: given, openapi: things });
  expect(workflow().statements).toContain('...run.step("use", { expect: "2xx", unread: true, timeout: 20 }),');
  const { error } = await running.run(given, { replies: [{ raw: () => undefined }] });
  expect(String(error)).toContain("no whole answer within 20 ms");
});

compiler.testTypes();
