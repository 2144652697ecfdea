import { describe, expect, test } from "vitest";
import { read, withAction, withStep } from "./support/read.js";

describe("what only 1.1 has is refused in 1.0, with the way out", () => {
  const table: readonly {
    readonly name: string;
    readonly given: (version: string) => string;
    readonly want: string;
  }[] = [
    {
      name: "$self",
      given: (version) => `$self: https://a.example/b\n${withStep("operationId: op", { version })}`,
      want: "1: invalid-document: `$self` is a field",
    },
    {
      name: "timeout",
      given: (version) => withStep("operationId: op\ntimeout: 100", { version }),
      want: "12: invalid-document: `timeout` of a step is a field",
    },
    {
      name: "dependsOn",
      given: (version) => withStep("operationId: op\ndependsOn: [other]", { version }),
      want: "12: invalid-document: `dependsOn` of a step is a field",
    },
    {
      name: "parameters of actions",
      given: (version) =>
        withAction(
          "onSuccess",
          "- { name: a, type: goto, workflowId: w, parameters: [{ name: b, value: 1 }] }",
          version,
        ),
      want: "13: invalid-document: `parameters` of an action is a field",
    },
    {
      name: "querystring",
      given: (version) =>
        withStep("operationId: op\nparameters: [{ name: q, in: querystring, value: a=b }]", { version }),
      want: "12: invalid-document: `in: querystring` is a part",
    },
    {
      name: "Selector Objects",
      given: (version) =>
        withStep("operationId: op\noutputs:\n  a: { context: $response.body, selector: $.a, type: jsonpath }", {
          version,
        }),
      want: "13: invalid-document: a Selector Object is a part",
    },
    {
      name: "targetSelectorType",
      given: (version) =>
        withStep(
          "operationId: op\nrequestBody:\n  replacements: [{ target: $.a, targetSelectorType: jsonpath, value: 1 }]",
          {
            version,
          },
        ),
      want: "13: invalid-document: `targetSelectorType` is a field",
    },
    {
      name: "versions of expression types",
      given: (version) =>
        withStep(
          "operationId: op\nsuccessCriteria:\n  - { condition: $.a, context: $response.body, type: { type: jsonpath, version: rfc9535 } }",
          { version },
        ),
      want: "13: invalid-document: `rfc9535` is a part",
    },
  ];
  test.each(table)("$name", ({ given, want }) => {
    expect(read(given("1.0.1")).findings).toEqual([
      `${want} of Arazzo 1.1, and this document is 1.0 | Set \`arazzo: 1.1.0\`.`,
    ]);
    expect(read(given("1.1.0")).findings).toEqual([]);
  });
});

describe("what is not supported is refused by name, at its line", () => {
  const table: readonly {
    readonly name: string;
    readonly given: string;
    readonly want: readonly string[];
    readonly at: string;
  }[] = [
    {
      name: "AsyncAPI sources",
      given: withStep("operationId: op", { version: "1.1.0" }).replace("openapi", "asyncapi"),
      want: ["6: unsupported-feature: a source description of AsyncAPI is not supported"],
      at: "asyncapi",
    },
    {
      name: "AsyncAPI steps",
      given: withStep("channelPath: '{$sourceDescriptions.api.url}#/channels/a'", { version: "1.1.0" }),
      want: ["11: unsupported-feature: `channelPath` is a field of steps on AsyncAPI, which is not supported"],
      at: "channelPath",
    },
    {
      name: "AsyncAPI actions",
      given: withStep("operationId: op\naction: send", { version: "1.1.0" }),
      want: ["12: unsupported-feature: `action` is a field of steps on AsyncAPI, which is not supported"],
      at: "action",
    },
    {
      name: "XPath criteria",
      given: withStep(
        "operationId: op\nsuccessCriteria:\n  - condition: /a\n    context: $response.body\n    type: xpath",
      ),
      want: [
        "15: unsupported-feature: XPath is not supported | Only `jsonpath`, `regex`, `simple` and JSON Pointers are compiled: ask XML as a text, by `regex`.",
      ],
      at: "xpath",
    },
    {
      name: "JSONPath before its RFC",
      given: withAction(
        "onFailure",
        "- name: a\n  type: end\n  criteria:\n    - condition: $.a\n      context: $response.body\n      type: { type: jsonpath, version: draft-goessner-dispatch-jsonpath-00 }",
      ),
      want: [
        "18: unsupported-feature: JSONPath in its version `draft-goessner-dispatch-jsonpath-00` is not supported | Write the query as RFC 9535 has it, and `type: jsonpath`.",
      ],
      at: "draft-goessner-dispatch-jsonpath-00",
    },
    {
      name: "XPath in a Selector Object, deep in a payload",
      given: withStep(
        "operationId: op\nrequestBody:\n  payload:\n    a:\n      - b: { context: $response.body, selector: /a, type: xpath }",
        { version: "1.1.0" },
      ),
      want: [
        "15: unsupported-feature: XPath is not supported | Only `jsonpath`, `regex`, `simple` and JSON Pointers are compiled: ask XML as a text, by `regex`.",
      ],
      at: "xpath",
    },
  ];
  test.each(table)("$name", ({ given, want, at }) => {
    const { findings, places } = read(given);
    expect(findings).toEqual(want);
    expect(places).toEqual([at]);
  });

  test("in 1.0 an object like a Selector Object is a value like any other", () => {
    const payload = "{ context: $response.body, selector: /a, type: xpath }";
    expect(read(withStep(`operationId: op\nrequestBody: { payload: ${payload} }`)).findings).toEqual([]);
  });
});

describe("names have to be unique", () => {
  test("of sources, workflows and steps", () => {
    const text = `
arazzo: 1.0.1
info: { title: T, version: 1.0.0 }
sourceDescriptions:
  - { name: a, url: a.yml }
  - { name: a, url: b.yml }
workflows:
  - workflowId: w
    steps:
      - { stepId: s, operationId: op }
      - { stepId: s, operationId: op }
  - workflowId: w
    steps: [{ stepId: s, operationId: op }]
`.trimStart();
    expect(read(text).findings).toEqual([
      "5: duplicate-id: another source description is called `a` | Rename one of them.",
      "10: duplicate-id: another step of the workflow is called `s` | Rename one of them.",
      "11: duplicate-id: another workflow is called `w` | Rename one of them.",
    ]);
  });
});
