import { describe, expect, test } from "vitest";
import { isFailure, parseCondition, type CriterionText } from "../../generator/arazzo/index.js";
import { showFailure } from "./support/show.js";

describe("what a criterion lacks or cannot be", () => {
  const table: readonly {
    readonly name: string;
    readonly given: CriterionText;
    readonly field: string;
    readonly want: readonly string[];
    readonly unsupported?: true;
  }[] = [
    {
      name: "no context",
      given: { condition: "$.a", type: "jsonpath" },
      field: "context",
      want: ["^", "a condition of type `jsonpath` needs a `context`"],
    },
    {
      name: "a context that is no expression",
      given: { condition: "$.a", type: "jsonpath", context: "$respones.body" },
      field: "context",
      want: ["^^^^^^^^^", "`$respones` is no runtime expression", "Did you mean `$response`?"],
    },
    {
      name: "XPath",
      given: { condition: "/a", type: "xpath", context: "$response.body" },
      field: "type",
      want: ["^^^^^", "`xpath` is not supported"],
      unsupported: true,
    },
    {
      name: "XPath by version",
      given: { condition: "/a", type: { type: "xpath", version: "xpath-30" }, context: "$response.body" },
      field: "type",
      want: ["^^^^^^^^", "`xpath-30` is not supported"],
      unsupported: true,
    },
    {
      name: "JSONPath before its RFC",
      given: {
        condition: "$.a",
        type: { type: "jsonpath", version: "draft-goessner-dispatch-jsonpath-00" },
        context: "$response.body",
      },
      field: "type",
      want: ["^".repeat(35), "`draft-goessner-dispatch-jsonpath-00` is not supported"],
      unsupported: true,
    },
  ];
  test.each(table)("$name", ({ given, field, want, unsupported }) => {
    const found = parseCondition(given);
    if (!isFailure(found)) throw new Error("expected a failure");
    expect(found.field).toBe(field);
    expect(found.unsupported).toBe(unsupported);
    expect(showFailure(found)).toEqual(want);
  });

  test("the version that is the default", () => {
    const named = { type: "jsonpath", version: "rfc9535" };
    const criterion = { condition: "$.a", context: "$response.body" };
    const { slow: _, ...unnamed } = { slow: undefined, ...parseCondition({ ...criterion, type: "jsonpath" }) };
    expect(parseCondition({ ...criterion, type: named })).toMatchObject(unnamed);
  });
});
