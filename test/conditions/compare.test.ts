import { describe, expect, test } from "vitest";
import {
  compareExactly,
  compareLoosely,
  countOf,
  isOneOf,
  itemsOf,
  lengthOf,
  sameText,
  sameValue,
  sizeOf,
  toNumber,
} from "../../templates/runtime/values/compare.js";
import { openWorkflow } from "../../templates/runtime/index.js";
import { queryJson, queryLiteral, queryText } from "../../templates/runtime/values/jsonpath.js";
import { asPattern, matchesPattern, toText } from "../../templates/runtime/values/pattern.js";

describe("isOneOf", () => {
  type State = "sent" | "failed" | `undocumented: ${string}` | null | undefined;
  test.each<[State, boolean]>([
    ["sent", true],
    ["failed", true],
    [null, false],
    [undefined, false],
  ])("of %j is %j", (state, want) => {
    expect(isOneOf(state, "sent", "failed")).toBe(want);
  });

  test("asks without regard to case, as the document of an API need not be kept to", () => {
    const { state }: { state: State } = JSON.parse('{ "state": "Sent" }');
    expect([isOneOf(state, "sent"), isOneOf(state, "failed")]).toEqual([true, false]);
  });

  test("tells the compiler which it is, and takes no others", () => {
    const take = (state: State): "failed" | "other" => {
      if (isOneOf(state, "failed")) return state;
      // @ts-expect-error that is not in the list
      return isOneOf(state, "sennt") ? "other" : "other";
    };
    expect(take("failed")).toBe("failed");
  });
});

describe("sameText", () => {
  test.each<[unknown, unknown, boolean]>([
    ["a", "A", true],
    ["a", "b", false],
    ["Straße", "STRASSE", true],
    ["ΟΔΟΣ", "οδος", true],
    ["5", 5, true],
    [5, "5.0", true],
    ["5", "5.0", false],
    [5, "five", false],
    [0, "", false],
    [0, null, false],
    [0, false, false],
    [1, true, false],
    [null, undefined, true],
    [null, "null", false],
    [undefined, "", false],
    [true, true, true],
    [true, "true", false],
    [[1, { a: "x" }], [1, { a: "x" }], true],
    [[1], ["1"], false],
    [{}, [], false],
  ])("of %j and %j is %j", (a, b, want) => {
    expect(sameText(a, b)).toBe(want);
    expect(sameText(b, a)).toBe(want);
  });
});

describe("sameValue", () => {
  test.each<[unknown, unknown, boolean]>([
    ["a", "a", true],
    ["a", "A", false],
    [5, "5", false],
    [null, undefined, false],
    [undefined, undefined, true],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [null, {}, false],
    [JSON.parse('{"__proto__":1}'), {}, false],
  ])("of %j and %j is %j", (a, b, want) => {
    expect(sameValue(a, b)).toBe(want);
    expect(sameValue(b, a)).toBe(want);
  });
});

describe("compareLoosely", () => {
  test.each<[unknown, unknown, number]>([
    [1, 2, -1],
    ["9", "10", -1],
    ["9", 10, -1],
    ["b", "A", 1],
    ["a", "A", 0],
    ["2026-01-31", "2026-02-01", -1],
    ["nine", "10", 1],
    ["5.0", "5", 0],
    ["nine", 10, Number.NaN],
    [null, 1, Number.NaN],
    [undefined, undefined, Number.NaN],
    [true, false, Number.NaN],
    [[], 1, Number.NaN],
  ])("of %j and %j is %j", (a, b, want) => {
    expect(Math.sign(compareLoosely(a, b))).toBe(want);
  });
});

describe("compareExactly", () => {
  test.each<[unknown, unknown, number]>([
    [1, 2, -1],
    ["9", "10", 1],
    ["a", "A", 1],
    ["9", 10, Number.NaN],
    [null, null, 0],
    [undefined, undefined, 0],
    [null, undefined, Number.NaN],
    [true, true, 0],
    [true, false, Number.NaN],
    [[1], [1], 0],
  ])("of %j and %j is %j", (a, b, want) => {
    expect(Math.sign(compareExactly(a, b))).toBe(want);
  });
});

test.each<[unknown, number]>([
  [5, 5],
  ["5", 5],
  ["-1.50", -1.5],
  ["1e3", 1000],
  ["", Number.NaN],
  [" 5", Number.NaN],
  ["0x10", Number.NaN],
  ["+1555", Number.NaN],
  ["Infinity", Number.NaN],
  [null, Number.NaN],
  [true, Number.NaN],
  [[5], Number.NaN],
])("toNumber of %j is %j", (given, want) => {
  expect(toNumber(given)).toBe(want);
});

test.each<[unknown, { length: number; size: number; count: number; items: number }]>([
  ["a😀", { length: 2, size: 0, count: 1, items: 1 }],
  [[1, 2, 3], { length: 3, size: 3, count: 3, items: 3 }],
  [[], { length: 0, size: 0, count: 0, items: 0 }],
  [
    { a: 1, b: 2 },
    { length: 2, size: 2, count: 1, items: 1 },
  ],
  [5, { length: Number.NaN, size: 0, count: 1, items: 1 }],
  [null, { length: Number.NaN, size: 0, count: 1, items: 0 }],
  [undefined, { length: Number.NaN, size: 0, count: 0, items: 0 }],
])("what is counted of %j is %j", (given, want) => {
  const { length } = itemsOf(given);
  expect({ length: lengthOf(given), size: sizeOf(given), count: countOf(given), items: length }).toEqual(want);
});

describe("a pattern", () => {
  test.each<[unknown, string, boolean]>([
    ["abc", "^a", true],
    [200, "^2\\d{2}$", true],
    [true, "^true$", true],
    [{ a: [1] }, '^{"a":\\[1\\]}$', true],
    ["", "^$", true],
    [null, "^$", false],
    [undefined, "undefined", false],
    ["abc", "(", false],
  ])("of %j matches %j: %j", (given, pattern, want) => {
    expect(matchesPattern(given, pattern, "")).toBe(want);
  });

  test.each(["a.*+?^${}()|[]\\/-", "-", "\n\u2028", "😀", "\ud800", "0", "", "x{2}"])(
    "is never made of %j",
    (given) => {
      for (const flags of ["", "u"] as const) {
        expect(matchesPattern(given, `^${asPattern(given)}$`, flags)).toBe(true);
        expect(matchesPattern(`${given}${given}`, `^${asPattern(given)}{2}$`, flags)).toBe(true);
        expect(matchesPattern(`${given}!`, `^${asPattern(given)}$`, flags)).toBe(false);
      }
    },
  );

  test.each<[unknown, string]>([
    ["a", "a"],
    [1.5, "1.5"],
    [false, "false"],
    [[1, "a"], '[1,"a"]'],
    [null, ""],
    [undefined, ""],
  ])("toText of %j is %j", (given, want) => {
    expect(toText(given)).toBe(want);
  });
});

describe("a query", () => {
  const run = openWorkflow("test");
  const body = { a: [{ b: "it's" }, { b: 'a"\\\n' }, { b: 2 }] };

  test.each(["it's", 'a"\\\n'])("takes %j for nothing but text, in quotes of both kinds", (given) => {
    expect(queryJson(run, body, `$.a[?@.b == '${queryText(given)}'].b`)).toEqual([given]);
    expect(queryJson(run, body, `$.a[?@.b == "${queryText(given)}"].b`)).toEqual([given]);
    expect(queryJson(run, body, `$.a[?@.b == ${queryLiteral(given)}].b`)).toEqual([given]);
  });

  test.each<[unknown, string]>([
    [2, "2"],
    [true, "true"],
    ["a", '"a"'],
    [null, "null"],
    [undefined, "null"],
    [[1], "null"],
  ])("has %j as %j", (given, want) => {
    expect(queryLiteral(given)).toBe(want);
  });

  test("selects nothing where there is nothing, or the query is none", () => {
    expect(queryJson(run, undefined, "$")).toEqual([]);
    expect(queryJson(run, null, "$")).toEqual([]);
    expect(queryJson(run, body, "$[")).toEqual([]);
    expect(queryJson(run, body, "$.a[-1].b")).toEqual([2]);
  });
});
