import { describe, expect, test } from "vitest";
import { read, withStep } from "./support/read.js";

interface Row {
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

describe("a step has one target", () => {
  const table: readonly Row[] = [
    { name: "an operation by id", given: "operationId: op", want: [] },
    { name: "an operation by path", given: "operationPath: '{$sourceDescriptions.api.url}#/paths/~1a/get'", want: [] },
    { name: "a workflow", given: "workflowId: w", want: [] },
    {
      name: "none",
      given: "description: nothing",
      want: ["10: invalid-document: a step needs an `operationId`, an `operationPath` or a `workflowId`"],
    },
    {
      name: "two",
      given: "operationId: op\nworkflowId: w",
      want: ["12: invalid-document: a step has one of `operationId` and `workflowId`, not both"],
    },
    {
      name: "the other two",
      given: "operationPath: a\noperationId: op",
      want: ["11: invalid-document: a step has one of `operationId` and `operationPath`, not both"],
    },
    {
      name: "a workflow with a body and polling",
      given: "workflowId: w\nrequestBody: { payload: 1 }\nx-poll: false",
      want: [
        "12: invalid-document: a step that calls a workflow has no request body | A workflow takes its inputs from `parameters`.",
        "13: invalid-document: only a step that calls an operation can be polled",
      ],
    },
  ];
  test.each(table)("$name", ({ given, want }) => expect(read(withStep(given)).findings).toEqual(want));
});

describe("fields", () => {
  const table: readonly Row[] = [
    {
      name: "no criteria at all, written out",
      given: "operationId: op\nsuccessCriteria: []",
      want: ["12: invalid-document: `successCriteria` has to have at least 1 entry"],
    },
    {
      name: "a replacement without a value",
      given: "operationId: op\nrequestBody: { replacements: [{ target: /a }] }",
      want: ["12: invalid-document: `value` is missing"],
    },
    {
      name: "null is a value",
      given: "operationId: op\nrequestBody: { replacements: [{ target: /a, value: null }] }",
      want: [],
    },
    {
      name: "x-poll",
      given: "operationId: op\nx-poll: { interval: 0, faktor: 2 }",
      want: [
        "12: invalid-document: `interval` has to be more than 0",
        "12: invalid-document: `faktor` is no field that is known here | Did you mean `factor`?",
      ],
    },
    {
      name: "x-poll that shrinks",
      given: "operationId: op\nx-poll: { interval: 500, maxInterval: 100 }",
      want: ["12: invalid-document: `maxInterval` is less than `interval`"],
    },
    {
      name: "x-callback",
      given: "operationId: op\nx-callback: { event: order paid, match: $response.body#/id, urls: [a] }",
      want: [
        "12: invalid-document: an event is called by letters, digits, `.`, `-` and `_`",
        "12: invalid-document: `match` has to be an output of an earlier step, such as `$steps.send.outputs.sid`",
        "12: invalid-document: `urls` is no field that is known here | Did you mean `url`?",
      ],
    },
    {
      name: "x-callback of a step that calls a workflow",
      given: "workflowId: w\nx-callback: { event: paid, match: $steps.a.outputs.id }",
      want: ["12: invalid-document: only a step that calls an operation waits for a callback"],
    },
    { name: "x-poll forbidden", given: "operationId: op\nx-poll: false", want: [] },
  ];
  test.each(table)("$name", ({ given, want }) => expect(read(withStep(given)).findings).toEqual(want));
});

describe("parameters", () => {
  const place = "Add `in: path`, `in: query`, `in: header` or `in: cookie`.";
  const table: readonly Row[] = [
    { name: "of an operation", given: "operationId: op\nparameters:\n  - { name: a, in: query, value: 1 }", want: [] },
    { name: "of a workflow", given: "workflowId: w\nparameters:\n  - { name: a, value: 1 }", want: [] },
    {
      name: "null is a value",
      given: "operationId: op\nparameters:\n  - { name: a, in: query, value: null }",
      want: [],
    },
    {
      name: "without a value",
      given: "operationId: op\nparameters:\n  - { name: a, in: query }",
      want: ["13: invalid-document: `value` is missing"],
    },
    {
      name: "in a place that does not exist",
      given: "operationId: op\nparameters:\n  - { name: a, in: heder, value: 1 }",
      want: [
        "13: invalid-document: `in` has to be `path`, `query`, `querystring`, `header` or `cookie`, not `heder` | Did you mean `header`?",
      ],
    },
    {
      name: "of an operation, without a place",
      given: "operationId: op\nparameters:\n  - { name: a, value: 1 }",
      want: [`13: invalid-document: the parameter \`a\` of an operation does not say where it goes | ${place}`],
    },
    {
      name: "twice",
      given:
        "operationId: op\nparameters:\n  - { name: a, in: query, value: 1 }\n  - { name: a, in: header, value: 1 }\n  - { name: A, in: header, value: 1 }\n  - { name: A, in: query, value: 1 }\n  - { name: a, in: query, value: 2 }",
      want: [
        "15: duplicate-id: the list has the parameter `A` in `header` already | Rename one of them.",
        "17: duplicate-id: the list has the parameter `a` in `query` already | Rename one of them.",
      ],
    },
  ];
  test.each(table)("$name", ({ given, want }) => expect(read(withStep(given)).findings).toEqual(want));

  test("of the workflow, without a place, where a step calls an operation", () => {
    const workflow = "parameters:\n  - { name: a, value: 1 }";
    expect(read(withStep("operationId: op", { workflow })).findings).toEqual([
      `13: invalid-document: the parameter \`a\` of an operation does not say where it goes | ${place}`,
    ]);
    expect(read(withStep("workflowId: w", { workflow })).findings).toEqual([]);
  });
});

const judgedBy = (criterion: string): string => `operationId: op\nsuccessCriteria:\n  - ${criterion}`;

describe("criteria", () => {
  const table: readonly Row[] = [
    { name: "simple", given: judgedBy("condition: $statusCode == 200"), want: [] },
    { name: "simple, said so", given: judgedBy("{ condition: $statusCode == 200, type: simple }"), want: [] },
    { name: "regex", given: judgedBy("{ condition: ^2, type: regex, context: $statusCode }"), want: [] },
    {
      name: "no condition",
      given: judgedBy("context: $statusCode"),
      want: ["13: invalid-document: `condition` is missing"],
    },
    {
      name: "no context",
      given: judgedBy("{ condition: $.a, type: jsonpath }"),
      want: [
        "13: invalid-document: a condition of type `jsonpath` needs a `context` | Add the value that it is applied to, such as `context: $response.body`.",
      ],
    },
    {
      name: "a type that does not exist",
      given: judgedBy("{ condition: $.a, type: jsonpth, context: $response.body }"),
      want: [
        "13: invalid-document: `type` has to be `simple`, `regex`, `jsonpath` or `xpath`, not `jsonpth` | Did you mean `jsonpath`?",
      ],
    },
    {
      name: "a version that does not exist",
      given: judgedBy("{ condition: $.a, type: { type: jsonpath, version: v1 }, context: $response.body }"),
      want: [
        "13: invalid-document: the type `jsonpath` has no such version | Known here: `rfc9535`, `draft-goessner-dispatch-jsonpath-00`.",
      ],
    },
    {
      name: "a JSON Pointer",
      given: judgedBy("{ condition: /a, type: { type: jsonpointer, version: rfc6901 }, context: $response.body }"),
      want: ["13: invalid-document: a JSON Pointer is no condition"],
    },
  ];
  test.each(table)("$name", ({ given, want }) => expect(read(withStep(given)).findings).toEqual(want));
});
