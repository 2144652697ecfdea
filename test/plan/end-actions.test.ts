import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { type GeneratedWorkflow, showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
        responses:
          "200":
            description: Made.
            content:
              application/json:
                schema:
                  type: object
                  required: [id, state]
                  properties: { id: { type: string }, state: { type: string, enum: [new, ready, broken] }, code: { type: integer } }
`;

const document = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: first
      operationId: make
      outputs: { id: $response.body#/id, state: $response.body#/state }
      <first>
    - stepId: last
      operationId: make
      outputs: { id: $response.body#/id, state: $response.body#/state, code: $response.body#/code }
      <given>
    outputs: { firstId: $steps.first.outputs.id, lastId: $steps.last.outputs.id }
`;

const nothing = "description: Make one.";

const whenReady = yaml`
  - name: ready
    type: end
    criteria: [{ condition: $response.body#/state == 'ready' }]
`;

const whenBroken = yaml`
  - name: broken
    type: end
    criteria: [{ condition: $response.body#/state == 'broken' }]
`;

function onSuccess(...actions: readonly string[]): string {
  return `onSuccess:\n${actions.join("\n")}`;
}

describe("the last step ends", () => {
  testEach([
    {
      name: "by itself",
      given: nothing,
      want: `
        export interface TestOutput {
          firstId: string;
          lastId: string;
        }
        return { firstId: first.data.id, lastId: last.data.id };
      `,
    },
    {
      name: "always",
      given: onSuccess("- { name: done, type: end }"),
      want: `
        export interface TestOutput {
          firstId: string;
          lastId: string;
        }
        return { firstId: first.data.id, lastId: last.data.id };
      `,
    },
    {
      name: "under a criterion, else by itself",
      given: onSuccess(whenReady),
      want: `
        export interface TestOutput {
          outcome: "ready" | "completed";
          firstId: string;
          lastId: string;
        }
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready")) return { outcome: "ready", firstId: id, lastId };

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
    {
      name: "under one of two",
      given: onSuccess(whenReady, whenBroken),
      want: `
        export interface TestOutput {
          outcome: "ready" | "broken" | "completed";
          firstId: string;
          lastId: string;
        }
        const { id: lastId, state } = last.data;
        if (isOneOf(state, "ready")) return { outcome: "ready", firstId: id, lastId };
        if (isOneOf(state, "broken")) return { outcome: "broken", firstId: id, lastId };

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
    {
      name: "under comparisons that prove what it returns",
      given: onSuccess(
        `- { name: over, type: end, criteria: [{ context: $response.body, type: jsonpath, condition: '$.id == "a" || $.id == "b"' }] }`,
        "- { name: open, type: end }",
      ),
      want: `
        2:93 note jsonpath-predicate '$.id == "a" || $.id == "b"' is no JSONPath query; it is read as a comparison
          | Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.
        export type TestOutput = {
          firstId: string;
        } & (
          | {
              outcome: "over";
              lastId: "a" | "b";
            }
          | {
              outcome: "open";
              lastId: string;
            }
        );
        const { id: lastId } = last.data;
        if (lastId === "a" || lastId === "b") return { outcome: "over", firstId: id, lastId };

        return { outcome: "open", firstId: id, lastId };
      `,
    },
    {
      name: "under a criterion, else always",
      given: onSuccess(whenReady, "- { name: other, type: end }"),
      want: `
        export interface TestOutput {
          outcome: "ready" | "other";
          firstId: string;
          lastId: string;
        }
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready")) return { outcome: "ready", firstId: id, lastId };

        return { outcome: "other", firstId: id, lastId };
      `,
    },
    {
      name: "under two criteria at once",
      given: onSuccess(
        "- name: ready\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }, { condition: $response.body#/code == 3 }]",
      ),
      want: `
        export interface TestOutput {
          outcome: "ready" | "completed";
          firstId: string;
          lastId: string;
        }
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready") && last.data.code === 3) {
          return { outcome: "ready", firstId: id, lastId };
        }

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
    {
      name: "under two actions that have one name",
      given: onSuccess(whenReady, whenReady),
      want: "5:9 error duplicate-id the list has the action 'ready' already\n  | Rename one of them.",
    },
    {
      name: "always, with others behind it that are never reached",
      given: onSuccess("- { name: done, type: end }", whenReady),
      want: `
        3:9 warning unreachable-action the action 'ready' is never taken: 'done' before it is always taken
          | Put it before 'done', or give 'done' criteria.
        export interface TestOutput {
          firstId: string;
          lastId: string;
        }
        return { firstId: first.data.id, lastId: last.data.id };
      `,
    },
    {
      name: "as completed, like a workflow that ends by itself",
      given: onSuccess("- name: completed\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }]"),
      want: `
        export interface TestOutput {
          firstId: string;
          lastId: string;
        }
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready")) return { firstId: id, lastId };

        return { firstId: id, lastId };
      `,
    },
    {
      name: "under a name that is no identifier",
      given: onSuccess(
        "- name: all's well, isn't it?\n  type: end\n  criteria: [{ condition: $response.body#/state == 'ready' }]",
      ),
      want: `
        export interface TestOutput {
          outcome: "all's well, isn't it?" | "completed";
          firstId: string;
          lastId: string;
        }
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready")) return { outcome: "all's well, isn't it?", firstId: id, lastId };

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document.replace("<first>", nothing), given), openapi: things };
    const show = (workflow: GeneratedWorkflow): string => `${workflow.output}\n${behind("last", workflow)}`;
    expectText(await compiler.told(documents, show), want);
  });
});

describe("a step in the middle ends", () => {
  const inTheMiddle = document.replace("<given>", nothing).replace("<first>", "<given>");
  testEach([
    {
      name: "under a criterion",
      given: onSuccess(whenReady),
      want: `
        export type TestOutput = {
          firstId: string;
        } & (
          | {
              outcome: "ready";
            }
          | {
              outcome: "completed";
              lastId: string;
            }
        );
        const { id } = first.data;
        if (isOneOf(first.data.state, "ready")) return { outcome: "ready", firstId: id };

        // Make one.
        const last = await api.POST("/things", {
          ...run.step("last", { expect: "2xx" }),
        });

        return { outcome: "completed", firstId: id, lastId: last.data.id };
      `,
    },
    {
      name: "always",
      given: onSuccess("- { name: done, type: end }"),
      want: `
        outside 9:13 warning unreachable-step no way leads to the step 'last'
          | Remove it, or let a 'goto' lead to it.
        outside 13:56 warning output-never-set nothing sets the output 'lastId': no way leads to the step 'last'
          | Remove the output, or let something lead to the step.
        export interface TestOutput {
          firstId: string;
        }
        return { firstId: first.data.id };
      `,
    },
    {
      name: "under a criterion of what its answer has not",
      given: onSuccess("- name: ready\n  type: end\n  criteria: [{ condition: $response.body#/stat == 'ready' }]"),
      want: `
        4:27 error unknown-pointer '$response.body#/stat': the schema knows no 'stat' there
          | Did you mean 'state'?
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(inTheMiddle, given), openapi: things };
    const show = (workflow: GeneratedWorkflow): string => `${workflow.output}\n${behind("first", workflow)}`;
    expectText(await compiler.told(documents, show), want);
  });
});

describe("both steps end", () => {
  const inBoth = document.replace("<first>", () => onSuccess(whenBroken).replaceAll("\n", "\n    "));
  testEach([
    {
      name: "under criteria, each with the outputs that it knows",
      given: onSuccess(whenReady),
      want: `
        export type TestOutput = {
          firstId: string;
        } & (
          | {
              outcome: "broken";
            }
          | {
              outcome: "ready" | "completed";
              lastId: string;
            }
        );
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { expect: "2xx" }),
        });
        const { id } = first.data;
        if (isOneOf(first.data.state, "broken")) return { outcome: "broken", firstId: id };

        const last = await api.POST("/things", {
          ...run.step("last", { expect: "2xx" }),
        });
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "ready")) return { outcome: "ready", firstId: id, lastId };

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
    {
      name: "under criteria and one name, which is one outcome that may lack what only one of them has",
      given: onSuccess(whenBroken),
      want: `
        export type TestOutput = {
          firstId: string;
        } & (
          | {
              outcome: "broken";
              lastId?: string | undefined;
            }
          | {
              outcome: "completed";
              lastId: string;
            }
        );
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await api.POST("/things", {
          ...run.step("first", { expect: "2xx" }),
        });
        const { id } = first.data;
        if (isOneOf(first.data.state, "broken")) return { outcome: "broken", firstId: id };

        const last = await api.POST("/things", {
          ...run.step("last", { expect: "2xx" }),
        });
        const { id: lastId } = last.data;
        if (isOneOf(last.data.state, "broken")) return { outcome: "broken", firstId: id, lastId };

        return { outcome: "completed", firstId: id, lastId };
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(inBoth, given), openapi: things };
    expectText(await compiler.told(documents, showing("output", "statements")), want);
  });
});

/** The statements behind the judgement of a step. */
function behind(step: string, { statements }: GeneratedWorkflow): string {
  return (statements.split(`run.step("${step}"`)[1] ?? "").replace(/^[^]*?^\}\);\n(?:run\.expect.*;\n)?/m, "").trim();
}

compiler.testTypes();
