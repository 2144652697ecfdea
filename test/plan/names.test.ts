import { describe, expect, test } from "vitest";
import { runtimeNames } from "../../generator/ir/runtime-files.js";
import { Scope } from "../../generator/link/names.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";
import { things } from "./names-api.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

describe("variables", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      inputs: { properties: { run: { default: 1 }, api: { default: 2 }, first-name: { default: 3 }, "2nd": { default: 4 } } }
      steps:
      - stepId: <given>
        operationId: make
        requestBody: { payload: { a: $inputs.run, b: $inputs.api, c: $inputs.first-name, d: $inputs.2nd } }
        outputs: { input: $response.body#/input, run: $response.body#/run, a-b: $response.body#/a-b, a_b: $response.body#/a_b }
      outputs: { w: $steps.<given>.outputs.input, x: $steps.<given>.outputs.input, y: $steps.<given>.outputs.a-b, z: $steps.<given>.outputs.a-b }
  `;

  testEach([
    {
      name: "of a step with the name of a word of the language",
      given: "class",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const classStep
        const { input: classStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of an argument",
      given: "input",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const inputStep
        const { input: inputStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of the run",
      given: "run",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const runStep
        const { input: runStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of the client",
      given: "api",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const apiStep
        const { input: apiStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of an input",
      given: "first-name",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const firstNameStep
        const { input: firstNameStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with a digit first",
      given: "1st-step",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const value1stStep
        const { input: value1stStepInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of a global",
      given: "Promise",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const promise
        const { input: promiseInput, "a-b": aB }
      `,
    },
    {
      name: "of a step with the name of the runtime's function",
      given: "openWorkflow",
      want: `
        const example
        const { run: runInput
        const { api
        const { "first-name": firstName
        const { "2nd": value2nd
        const openWorkflowStep
        const { input: openWorkflowStepInput, "a-b": aB }
      `,
    },
  ])(async ({ given, want }) => {
    const arazzo = document.replaceAll("<given>", () => given);
    const variables = (statements: string): string => (statements.match(/^const .*?(?= =)/gm) ?? []).join("\n");
    expectText(await compiler.told({ arazzo, openapi: things }, ({ statements }) => variables(statements)), want);
  });

  test.each(runtimeNames)("of a step are not called like %s of the runtime", (name) => {
    expect(new Scope().take(name, `${name}Step`)).toBe(`${name}Step`);
  });

  test("of two steps whose names become one", async () => {
    const { workflow } = await compiler.compile({
      arazzo: yaml`
        workflows:
        - workflowId: test
          steps:
          - { stepId: send-it, operationId: make, outputs: { id: $response.body#/id } }
          - { stepId: sendIt, operationId: make, outputs: { id: $response.body#/id } }
          outputs: { a: $steps.send-it.outputs.id, b: $steps.sendIt.outputs.id }
      `,
      openapi: things,
    });
    expect(workflow().statements).toContain("return { a: sendIt.data.id, b: sendItStep.data.id };");
  });
});

describe("names of sources", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      steps: [{ stepId: one, operationId: make }]
    sourceDescriptions: [{ name: <given>, url: ./openapi.yaml, type: openapi }]
  `;

  testEach([
    {
      name: "with a hyphen",
      given: "twilio-messaging",
      want: `
        apis/twilio-messaging.ts
        const twilioMessaging = run.api<TwilioMessaging>("https://api.example.com", { source: "twilio-messaging" });
      `,
    },
    {
      name: "in camel case",
      given: "messagingApi",
      want: `
        apis/messaging-api.ts
        const messaging = run.api<MessagingApi>("https://api.example.com", { source: "messagingApi" });
      `,
    },
    {
      name: "in capitals",
      given: "SMS",
      want: `
        apis/sms.ts
        const sms = run.api<SMS>("https://api.example.com", { source: "SMS" });
      `,
    },
    {
      name: "that is a type of the generated file",
      given: "TestInput",
      want: `
        apis/test-input-paths.ts
        const testInput = run.api<TestInputPaths>("https://api.example.com", { source: "TestInput" });
      `,
    },
    {
      name: "that is a global type",
      given: "promise",
      want: `
        apis/promise-paths.ts
        const promise = run.api<PromisePaths>("https://api.example.com", { source: "promise" });
      `,
    },
    {
      name: "that is a type of the runtime",
      given: "workflow-options",
      want: `
        apis/workflow-options-paths.ts
        const workflowOptions = run.api<WorkflowOptionsPaths>("https://api.example.com", { source: "workflow-options" });
      `,
    },
    {
      name: "with a digit first",
      given: "2010-api",
      want: `
        apis/api2010-api.ts
        const value2010 = run.api<Api2010Api>("https://api.example.com", { source: "2010-api" });
      `,
    },
    {
      name: "that is a device of Windows",
      given: "con",
      want: `
        apis/con-api.ts
        const con = run.api<Con>("https://api.example.com", { source: "con" });
      `,
    },
    {
      name: "that is a path",
      given: "../../x",
      want: `
        apis/x.ts
        const x = run.api<X>("https://api.example.com", { source: "../../x" });
      `,
    },
    {
      name: "that is code",
      given: `"a;globalThis.PWNED=1"`,
      want: `
        apis/aglobal-this-pwned1.ts
        const aGlobalThisPWNED1 = run.api<AGlobalThisPWNED1>("https://api.example.com", { source: "a;globalThis.PWNED=1" });
      `,
    },
    {
      name: "that is the types' own helper",
      given: "components",
      want: `
        apis/components.ts
        const components = run.api<Components>("https://api.example.com", { source: "components" });
      `,
    },
    {
      name: "that is __proto__",
      given: "__proto__",
      want: `
        apis/proto.ts
        const proto = run.api<Proto>("https://api.example.com", { source: "__proto__" });
      `,
    },
  ])(async ({ given, want }) => {
    const { findings, files, workflow } = await compiler.compile({ arazzo: within(document, given), openapi: things });
    const apis = [...files.keys()].filter((name) => name.startsWith("apis/"));
    const client = files.size > 0 ? [workflow().statements.split("\n")[0] ?? ""] : [];
    expectText([...findings.map((line) => line.replace(" | ", "\n  | ")), ...apis, ...client].join("\n"), want);
  });
});

compiler.testTypes();
