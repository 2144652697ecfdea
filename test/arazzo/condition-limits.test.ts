import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFailure, parseCondition, parseExpression, parseJsonPath } from "../../generator/arazzo/index.js";

const types = ["simple", "regex", "jsonpath"] as const;

const deep = (open: string, count: number, middle: string, close: string): string =>
  open.repeat(count) + middle + close.repeat(count);

describe("depth and length end in a failure", () => {
  const table: readonly { readonly name: string; readonly given: string; readonly type: (typeof types)[number] }[] = [
    { name: "10,000 parentheses", given: deep("(", 10_000, "$statusCode", ")"), type: "simple" },
    { name: "1,000 parentheses", given: deep("(", 1_000, "$statusCode", ")"), type: "simple" },
    { name: "5,000 times not", given: `${"!".repeat(5_000)}$statusCode`, type: "simple" },
    { name: "braces", given: deep("{ ", 1_000, "1 == 1", " }"), type: "simple" },
    { name: "10,000 parentheses in a filter", given: `$[?${deep("(", 10_000, "@.a", ")")}]`, type: "jsonpath" },
    { name: "1,000 parentheses in a filter", given: `$[?${deep("(", 1_000, "@.a", ")")}]`, type: "jsonpath" },
    { name: "5,000 times not in a filter", given: `$[?${"!".repeat(5_000)}@.a]`, type: "jsonpath" },
    { name: "1,000 filters in each other", given: deep("$[?@", 1_000, "", "]"), type: "jsonpath" },
    { name: "1,000 parentheses in a predicate", given: `${deep("(", 1_000, "$.a", ")")} == 1`, type: "jsonpath" },
    { name: "1,000 groups behind a quote", given: `'${deep("(", 1_000, "a", ")")}`, type: "regex" },
    { name: "1,000 groups", given: deep("(", 1_000, "a", ")"), type: "regex" },
    { name: "10,000 groups", given: deep("(", 10_000, "a", ")"), type: "regex" },
  ];
  test.each(table)("$name", ({ given, type }) => {
    const found = parseCondition({ condition: given, context: "$response.body", type });
    expect(isFailure(found) && found.message).toMatch(
      /^nested more than 100 levels deep$|is longer than 10000 characters$/,
    );
  });

  test("an expression too long for the matcher of names", () => {
    const found = parseExpression(`$inputs.${"a".repeat(1_000_000)}`);
    expect(isFailure(found) && found.message).toBe("the expression is longer than 10000 characters");
  });

  test("a query too long for the library", () => {
    const found = parseJsonPath(`$${".a".repeat(10_000)}`);
    expect(isFailure(found) && found.message).toBe("the query is longer than 10000 characters");
  });

  test("long is not deep", () => {
    for (const type of ["simple", "jsonpath"] as const) {
      const one = type === "simple" ? "$statusCode" : "$.a";
      const condition = Array.from({ length: 500 }, () => `${one} == 1`).join(" || ");
      const parsed = parseCondition({ condition, context: "$response.body", type });
      const tree = isFailure(parsed) ? parsed : parsed.condition;
      expect(tree.kind === "or" && tree.operands.length).toBe(500);
    }
  });
});

describe("a failure at the end of a text lies within it", () => {
  const table: readonly { readonly given: string; readonly type: (typeof types)[number] }[] = [
    { given: "1 == length(", type: "jsonpath" },
    { given: "1 == count( ", type: "jsonpath" },
    { given: "1 == count($.a", type: "jsonpath" },
    { given: "1 ==", type: "simple" },
    { given: "(1", type: "simple" },
    { given: "(", type: "regex" },
  ];
  test.each(table)("$type: $given", ({ given, type }) => {
    const found = parseCondition({ condition: given, context: "$response.body", type });
    expect(isFailure(found) && found.end).toBe(given.length);
  });
});

const pieces = [
  ..."()[]{}.,*?@!&|=<>'\"\\+-^ ",
  ..."$ $.a $.status @.b $[? [*] .. == != <= && || {$inputs.a} {$ } $statusCode $inputs.a $response.body#/a".split(" "),
  ...`null true 12 -1.5e3 'x' "y" count( length( match(@.a,'x') .length (a+)+ \\d {2,} a|b \\p{L} 😀 __proto__`.split(
    " ",
  ),
  "\u2028",
  "\u0000",
];

test("no text makes a parser throw, and failures lie within it", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...types), (condition, type) => {
      const found = parseCondition({ condition, context: "$response.body", type });
      if (!isFailure(found)) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThanOrEqual(found.start);
      expect(found.end).toBeLessThanOrEqual(found.field === "condition" ? condition.length : 100);
      expect(found.message).not.toBe("");
    }),
    { numRuns: 10_000, seed: 20_261_121 },
  );
});
