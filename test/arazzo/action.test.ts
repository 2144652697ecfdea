import { describe, expect, test } from "vitest";
import { read, withAction } from "./support/read.js";

interface Row {
  readonly given: string;
  readonly want: readonly string[];
}

describe("success actions", () => {
  const table: readonly Row[] = [
    { given: "- { name: a, type: end }", want: [] },
    { given: "- { name: a, type: goto, stepId: s }", want: [] },
    { given: "- { name: a, type: goto, workflowId: w }", want: [] },
    { given: "- { name: a, type: end, criteria: [{ condition: $statusCode == 200 }] }", want: [] },
    { given: "- { name: a, type: goto }", want: ["13: invalid-document: a `goto` needs a `stepId` or a `workflowId`"] },
    {
      given: "- { name: a, type: goto, stepId: s, workflowId: w }",
      want: ["13: invalid-document: an action goes to a step or to a workflow, not to both"],
    },
    {
      given: "- { name: a, type: end, stepId: s }",
      want: ["13: invalid-document: an `end` goes nowhere, and has no `stepId` | Did you mean `type: goto`?"],
    },
    {
      given: "- { name: a, type: retry }",
      want: ["13: invalid-document: `type` has to be `end` or `goto`, not `retry`"],
    },
    {
      given: "- { name: a, type: end, retryLimit: 1 }",
      want: ["13: invalid-document: `retryLimit` is no field that is known here"],
    },
    { given: "- { type: end }", want: ["13: invalid-document: `name` is missing"] },
    {
      given: "- { name: a, type: end }\n- { name: b, type: end }\n- { name: a, type: end }",
      want: ["15: duplicate-id: the list has the action `a` already | Rename one of them."],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    const found = read(withAction("onSuccess", given)).findings.map((line) => line.replace(/ \| Known here.*/, ""));
    expect(found).toEqual(want);
  });
});

describe("failure actions", () => {
  const table: readonly Row[] = [
    { given: "- { name: a, type: end }", want: [] },
    { given: "- { name: a, type: goto, stepId: s }", want: [] },
    { given: "- { name: a, type: retry }", want: [] },
    { given: "- { name: a, type: retry, retryAfter: 0.5, retryLimit: 0 }", want: [] },
    { given: "- { name: a, type: retry, stepId: s }", want: [] },
    { given: "- { name: a, type: retry, workflowId: w, retryAfter: 1 }", want: [] },
    {
      given: "- { name: a, type: retry, workflowId: w, stepId: s }",
      want: ["13: invalid-document: an action goes to a step or to a workflow, not to both"],
    },
    {
      given: "- { name: a, type: end, retryAfter: 1, retryLimit: 1 }",
      want: [
        "13: invalid-document: `retryAfter` belongs to an action of type `retry`",
        "13: invalid-document: `retryLimit` belongs to an action of type `retry`",
      ],
    },
    {
      given: "- { name: a, type: retry, retryAfter: -1 }",
      want: ["13: invalid-document: `retryAfter` has to be at least 0"],
    },
    {
      given: "- { name: a, type: retry, retryLimit: 1.5 }",
      want: ["13: invalid-document: `retryLimit` has to be a whole number, not `1.5`"],
    },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(withAction("onFailure", given)).findings).toEqual(want));
});

describe("parameters of actions, in 1.1", () => {
  const table: readonly Row[] = [
    { given: "- { name: a, type: goto, workflowId: w, parameters: [{ name: b, value: 1 }] }", want: [] },
    {
      given: "- { name: a, type: goto, stepId: s, parameters: [{ name: b, value: 1 }] }",
      want: ["13: invalid-document: only a workflow takes the parameters of an action"],
    },
    {
      given: "- { name: a, type: goto, workflowId: w, parameters: [{ name: b, in: query, value: 1 }] }",
      want: [
        "13: invalid-document: a parameter of an action has no `in` | Leave `in` away: the parameter becomes an input of the workflow.",
      ],
    },
    {
      given: "- { name: a, type: goto, workflowId: w, parameters: [{ name: b, value: 1 }, { name: b, value: 2 }] }",
      want: ["13: duplicate-id: the list has the parameter `b` already | Rename one of them."],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(read(withAction("onSuccess", given, "1.1.0")).findings).toEqual(want);
  });
});
