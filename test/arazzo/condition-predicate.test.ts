import { describe, expect, test } from "vitest";
import { parseCondition, type ConditionText } from "../../generator/arazzo/index.js";
import { show, showCondition } from "./support/show.js";

function read(condition: string): string | readonly string[] {
  const parsed = parseCondition({ condition, context: "$response.body", type: "jsonpath" });
  return show<ConditionText>(parsed, ({ dialect, condition: tree }) => `${dialect} ${showCondition(tree)}`);
}

interface Row {
  readonly given: string;
  readonly want: string;
}

const body = "$response.body:";

describe("comparisons over `$` paths are no queries, and are read all the same", () => {
  const table: readonly Row[] = [
    { given: '$.status == "delivered"', want: `predicate (==:predicate ${body}/status "delivered")` },
    {
      given: '$.status == "failed" || $.status == "undelivered"',
      want: `predicate (or (==:predicate ${body}/status "failed") (==:predicate ${body}/status "undelivered"))`,
    },
    { given: "'a' == $.status", want: `predicate (==:predicate "a" ${body}/status)` },
    { given: "$.access_token != null", want: `predicate (!=:predicate ${body}/access_token null)` },
    { given: "$.a[0].b != null", want: `predicate (!=:predicate ${body}/a/0/b null)` },
    { given: "$['a b'][\"c\"].d-e == 1", want: `predicate (==:predicate ${body}/a b/c/d-e 1)` },
    { given: "$.items.length > 0", want: `predicate (>:predicate (length ${body}/items) 0)` },
    { given: "$.items.length() > 0", want: `predicate (>:predicate (length ${body}/items) 0)` },
    { given: "length($.items) > 0", want: `predicate (>:predicate (length ${body}/items) 0)` },
    { given: "count($.items[*]) > 0", want: `predicate (>:predicate (count-each ${body}/items) 0)` },
    { given: "count( $.items ) >= 2", want: `predicate (>=:predicate (count ${body}/items) 2)` },
    { given: "$.length > 0", want: `predicate (>:predicate (length ${body}) 0)` },
    { given: "$['length'] > 0", want: `predicate (>:predicate ${body}/length 0)` },
    { given: "$ != null", want: `predicate (!=:predicate ${body} null)` },
    {
      given: "!($.a == 1) && $.b",
      want: `predicate (and (not (==:predicate ${body}/a 1)) (test:predicate ${body}/b))`,
    },
    { given: "$.a == 'it\\'s \\u00e9'", want: `predicate (==:predicate ${body}/a "it's é")` },
    { given: "$.amount == {$inputs.amount}", want: `predicate (==:predicate ${body}/amount $inputs.amount)` },
    { given: "$.amount == $inputs.amount", want: `predicate (==:predicate ${body}/amount $inputs.amount)` },
    { given: "$.s == 'x{$inputs.s}'", want: `predicate (==:predicate ${body}/s (text "x{$inputs.s}"))` },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));

  test("they are exact", () => {
    const parsed = parseCondition({ condition: "$.a == 'x'", context: "$response.body", type: "jsonpath" });
    expect(parsed).toMatchObject({ dialect: "predicate", condition: { ignoreCase: false, rules: "predicate" } });
  });
});

describe("failures", () => {
  const table: readonly { readonly given: string; readonly want: readonly string[] }[] = [
    { given: "", want: ["^", "a JSONPath query begins with `$`"] },
    { given: "[?@.a]", want: ["^", "a JSONPath query begins with `$`"] },
    { given: "$[?@.a == 'x", want: ["            ^", "not a JSONPath query: unclosed string"] },
    { given: "$.a[", want: ["    ^", "not a JSONPath query: unclosed bracketed selection"] },
    { given: "$.a = 1", want: ["    ^", "`=` is no operator of conditions", "Write `==`."] },
    { given: "@.a == 1", want: ["^", "`@` stands inside of a filter only", "Write `$`."] },
    {
      given: "$.a[*] == 1",
      want: [
        "^^^^^^",
        "a path with `*` selects many values, and cannot be compared as one",
        "Write `count($.a[*]) > 0`, or a filter: `[?@ == …]`.",
      ],
    },
    {
      given: "$.a[*].b == 1",
      want: [
        "^^^^^^^",
        "only a path of names and indexes can be compared",
        "Move the comparison into a filter: `$[?@… == …]`.",
      ],
    },
    { given: "$.a == 1 &&", want: ["           ^", "expected a value"] },
    { given: "count(1) > 0", want: ["      ^", "expected a path, such as `$.items`"] },
    { given: "count($.a > 0", want: ["         ^", "expected `)`"] },
    {
      given: "size($.a) > x",
      want: [
        "            ^",
        "`x` is neither text in quotes nor a runtime expression",
        "Text goes in single quotes: `'x'`.",
      ],
    },
    { given: "max($.a) > 0", want: ["^^^", "there is no function `max` in conditions"] },
    { given: "$.a == {$inputs.}", want: ["                ^", "expected an input name"] },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toEqual(want));

  test("a failure behind an embedded expression stands in the original text", () => {
    expect(read("$[?@.a == '{$inputs.a}' && ]")).toEqual([
      "                           ^",
      expect.stringMatching(/^not a JSONPath query: /),
    ]);
  });
});
