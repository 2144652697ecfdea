import { describe, expect, test } from "vitest";
import { resolveReusable } from "../../generator/arazzo/index.js";
import { read, withStep } from "./support/read.js";

const rest = `
components:
  parameters:
    page: { name: page, in: query, value: 1 }
    bare: { name: bare, value: $inputs.bare }
  successActions:
    my.notify: { name: notify, type: end }
  failureActions:
    again: { name: again, type: retry }
`;

describe("references to components", () => {
  const table: readonly { readonly name: string; readonly given: string; readonly want: readonly string[] }[] = [
    {
      name: "of each kind",
      given: `
        operationId: op
        parameters: [{ reference: $components.parameters.page, value: 2 }]
        onSuccess: [{ reference: $components.successActions.my.notify }]
        onFailure: [{ reference: $components.failureActions.again }]
      `,
      want: [],
    },
    {
      name: "fields beside it are ignored",
      given: "operationId: op\nparameters: [{ reference: $components.parameters.page, note: mine }]",
      want: [],
    },
    {
      name: "to nothing",
      given: "operationId: op\nparameters: [{ reference: $components.parameters.pages }]",
      want: ["12: unknown-component: the components have no `pages` among their parameters | Did you mean `page`?"],
    },
    {
      name: "to what every object has",
      given: "operationId: op\nparameters: [{ reference: $components.parameters.constructor }]",
      want: [
        "12: unknown-component: the components have no `constructor` among their parameters | Known here: `page`, `bare`.",
      ],
    },
    {
      name: "of another kind",
      given: "operationId: op\nonSuccess: [{ reference: $components.failureActions.again }]",
      want: [
        "12: unknown-component: `$components.failureActions.again` is no reference to successActions | Write `$components.successActions.<name>`.",
      ],
    },
    {
      name: "that is no expression",
      given: "operationId: op\nonSuccess: [{ reference: $component.successActions.notify }]",
      want: [
        "12: invalid-expression: `$component.successActions.notify`: `$component` is no runtime expression | Did you mean `$components`?",
      ],
    },
    {
      name: "with a value for an action",
      given: "operationId: op\nonFailure: [{ reference: $components.failureActions.again, value: 1 }]",
      want: ["12: invalid-document: only a reference to a parameter sets a `value`"],
    },
    {
      name: "the same twice, once in full",
      given: `
        operationId: op
        parameters: [{ name: page, in: query, value: 1 }, { reference: $components.parameters.page }]
      `,
      want: ["12: duplicate-id: the list has the parameter `page` in `query` already | Rename one of them."],
    },
    {
      name: "a parameter without a place, for an operation",
      given: "operationId: op\nparameters: [{ reference: $components.parameters.bare }]",
      want: [
        "12: invalid-document: the parameter `bare` of an operation does not say where it goes | Add `in: path`, `in: query`, `in: header` or `in: cookie`.",
      ],
    },
    {
      name: "a parameter without a place, for a workflow",
      given: "workflowId: w\nparameters: [{ reference: $components.parameters.bare }]",
      want: [],
    },
  ];
  test.each(table)("$name", ({ given, want }) => expect(read(withStep(given, { rest })).findings).toEqual(want));
});

describe("resolving", () => {
  const { arazzo } = read(withStep("operationId: op", { rest }));
  if (arazzo === undefined) throw new Error("expected a document");
  const at = ["workflows", 0, "steps", 0, "parameters", 0];

  test("an entry in full", () => {
    const entry = { name: "a", in: "query", value: 1 } as const;
    expect(resolveReusable(arazzo, "parameters", entry, at)).toEqual({ value: entry, at, valueAt: [...at, "value"] });
  });
  test("a reference", () => {
    const place = ["components", "parameters", "page"];
    expect(resolveReusable(arazzo, "parameters", { reference: "$components.parameters.page" }, at)).toEqual({
      value: { name: "page", in: "query", value: 1 },
      at: place,
      valueAt: [...place, "value"],
    });
  });
  test("a reference with a value of its own", () => {
    expect(resolveReusable(arazzo, "parameters", { reference: "$components.parameters.page", value: 7 }, at)).toEqual({
      value: { name: "page", in: "query", value: 7 },
      at: ["components", "parameters", "page"],
      valueAt: [...at, "value"],
    });
  });
  test("an action", () => {
    const found = resolveReusable(arazzo, "failureActions", { reference: "$components.failureActions.again" }, at);
    expect(found?.value).toEqual({ name: "again", type: "retry" });
  });
});

describe("our extensions of inputs", () => {
  test.each([
    { given: "{ type: string, x-deferred: true }", want: [] },
    { given: "{ type: string, x-default: $credentials.accountSid }", want: [] },
    { given: "true", want: [] },
    { given: "{ x-deferred: yes }", want: ["15: invalid-document: `x-deferred` has to be true or false"] },
    {
      given: "{ x-default: $credentials.authToken }",
      want: ["15: invalid-document: `x-default` has to be `$credentials.accountSid`"],
    },
    {
      given: "{ x-deferred: true, x-default: $credentials.accountSid }",
      want: ["15: invalid-document: an input that comes later has no `x-default`"],
    },
  ])("$given", ({ given, want }) => {
    const workflow = `inputs:\n  type: object\n  properties:\n    code: ${given}`;
    expect(read(withStep("operationId: op", { workflow })).findings).toEqual(want);
  });
});
