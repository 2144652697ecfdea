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

describe("a query of names and indexes asks whether the value exists", () => {
  const table: readonly Row[] = [
    { given: "$", want: `jsonpath (test:rfc9535 ${body})` },
    { given: "$.a.b", want: `jsonpath (test:rfc9535 ${body}/a/b)` },
    { given: "$['a b'][0]", want: `jsonpath (test:rfc9535 ${body}/a b/0)` },
    { given: "$.items.length", want: `jsonpath (test:rfc9535 ${body}/items/length)` },
    { given: "$.pets[*]", want: `jsonpath (>:rfc9535 (count-each ${body}/pets) 0)` },
    { given: " $.a.b\n", want: `jsonpath (test:rfc9535 ${body}/a/b)` },
    { given: "$.*", want: `jsonpath (>:rfc9535 (count-each ${body}) 0)` },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

const both = (where: string): string => {
  const self = where.replaceAll("@", body);
  return `jsonpath (some ${body} ${where} (self ${self}))`;
};

describe("a filter on the root also tests the context itself", () => {
  const table: readonly Row[] = [
    { given: "$[?@.status == 'x']", want: both('(==:rfc9535 @/status "x")') },
    { given: '$[?(@.status == "x")]', want: both('(==:rfc9535 @/status "x")') },
    { given: "$[?'x' != @['status']]", want: both('(!=:rfc9535 "x" @/status)') },
    { given: "$[?@.n >= 1.5 && @.n < 3]", want: both("(and (>=:rfc9535 @/n 1.5) (<:rfc9535 @/n 3))") },
    {
      given: "$[?@.a || @.b || !@.c]",
      want: both("(or (test:rfc9535 @/a) (test:rfc9535 @/b) (not (test:rfc9535 @/c)))"),
    },
    { given: "$[?!(@.a == null)]", want: both("(not (==:rfc9535 @/a null))") },
    { given: "$[?@.a == true || @.a == false]", want: both("(or (==:rfc9535 @/a true) (==:rfc9535 @/a false))") },
    // The example of the specification.
    { given: "$[?count(@.pets) > 0]", want: both("(>:rfc9535 (count @/pets) 0)") },
    { given: "$[?count(@.pets[*]) > 0]", want: both("(>:rfc9535 (count-each @/pets) 0)") },
    { given: "$[?length(@.pets) > 0]", want: both("(>:rfc9535 (length @/pets) 0)") },
    { given: "$[?value(@.a) == 1]", want: both("(==:rfc9535 @/a 1)") },
    { given: "$[?@.pets[*]]", want: both("(>:rfc9535 (count-each @/pets) 0)") },
    { given: "$[?@ == 1]", want: both("(==:rfc9535 @ 1)") },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("a filter below the root tests elements", () => {
  const table: readonly Row[] = [
    {
      given: "$.pets[?@.status == 'sold']",
      want: `jsonpath (some ${body}/pets (==:rfc9535 @/status "sold"))`,
    },
    { given: "$.a[0].b[?@.n > $.limit]", want: `jsonpath (some ${body}/a/0/b (>:rfc9535 @/n ${body}/limit))` },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("whatever else a query asks is left to the library", () => {
  const table: readonly string[] = [
    "$..status",
    "$.a[-1]",
    "$.a[1:3]",
    "$.a['b', 'c']",
    "$.a[?@.b == 1].c",
    "$..a[?@.b == 1]",
    "$.a[?match(@.b, 'x.*')]",
    "$.a[?@..b]",
    "$.a[?@[?@.c == 1]]",
    "$.a[?length(@.b) == count(@..c)]",
  ];
  test.each(table)("%s", (given) => expect(read(given)).toBe(`jsonpath (query $response.body ${given})`));

  test("with its parsed tree", () => {
    const parsed = parseCondition({ condition: "$..a[-1]", context: "$response.body", type: "jsonpath" });
    const name = { kind: "name", name: "a" };
    const segments = [
      { descendant: true, selectors: [name] },
      { descendant: false, selectors: [{ kind: "index", index: -1 }] },
    ];
    expect(parsed).toMatchObject({ condition: { parsed: { segments } } });
  });
});

describe("embedded expressions are bound as values", () => {
  const table: readonly Row[] = [
    { given: '$[?(@.status == "{$inputs.s}")]', want: both('(==:rfc9535 @/status (text "{$inputs.s}"))') },
    { given: "$[?@.status == 'a-{$inputs.s}-b']", want: both('(==:rfc9535 @/status (text "a-{$inputs.s}-b"))') },
    { given: "$[?@.price > {$steps.p.outputs.min}]", want: both("(>:rfc9535 @/price $steps.p.outputs.min)") },
    {
      given: "$[?@.a == {$inputs.a} && @.b == '{$inputs.b}']",
      want: both('(and (==:rfc9535 @/a $inputs.a) (==:rfc9535 @/b (text "{$inputs.b}")))'),
    },
    { given: "$[?@.a == 'embedded{$inputs.a}']", want: both('(==:rfc9535 @/a (text "embedded{$inputs.a}"))') },
    // As a name it cannot be told before the run.
    { given: "$['{$inputs.key}']", want: "jsonpath (query $response.body $['{$inputs.key}'])" },
    { given: "$[?@['{$inputs.key}'] == 1]", want: "jsonpath (query $response.body $[?@['{$inputs.key}'] == 1])" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));

  test("what is left to the library has its parts, and no tree", () => {
    const parsed = parseCondition({ condition: "$..['{$url}']", context: "$response.body", type: "jsonpath" });
    expect(parsed).toMatchObject({
      condition: {
        kind: "jsonpath",
        parsed: undefined,
        parts: [
          { kind: "text", text: "$..['" },
          { kind: "expression", expression: { kind: "url" }, start: 6, end: 10 },
          { kind: "text", text: "']" },
        ],
      },
    });
  });
});

test("parts know where they stand", () => {
  const text = `$[?@.status == 'x' && count(@.pets) > {$inputs.n}]`;
  const parsed = parseCondition({ condition: text, context: "$response.body", type: "jsonpath" });
  if (parsed.kind === "failure" || parsed.condition.kind !== "filter") throw new Error("expected a filter");
  const { where } = parsed.condition;
  const spans =
    where.kind === "and"
      ? where.operands.flatMap((part) => (part.kind === "compare" ? [part, part.left, part.right] : []))
      : [];
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    "@.status == 'x'",
    "@.status",
    "'x'",
    "count(@.pets) > {$inputs.n}",
    "count(@.pets)",
    "{$inputs.n}",
  ]);
});
