import { describe, expect, expectTypeOf, test } from "vitest";
import { at } from "../../templates/runtime/values/at.js";
import { each } from "../../templates/runtime/values/each.js";
import { openWorkflow } from "../../templates/runtime/index.js";
import { queryItems } from "../../templates/runtime/values/jsonpath.js";

interface Circle {
  radius: number;
}

interface Square {
  side: number;
  corners?: { x: number }[] | null | undefined;
}

const anything: unknown = { list: [{ name: "a" }, null], "0": "zero", text: "abc" };

describe("at a path there is", () => {
  test.each<{ path: readonly (string | number)[]; want: unknown }>([
    { path: [], want: anything },
    { path: ["list", 0, "name"], want: "a" },
    { path: ["list", 1, "name"], want: undefined },
    { path: ["list", 7], want: undefined },
    { path: ["list", "0"], want: undefined },
    { path: ["list", "length"], want: undefined },
    { path: ["0"], want: "zero" },
    { path: [0], want: "zero" },
    { path: ["text", "length"], want: undefined },
    { path: ["constructor"], want: undefined },
    { path: ["__proto__", "toString"], want: undefined },
    { path: ["nothing", "deeper"], want: undefined },
  ])("$path: $want", ({ path, want }) => {
    expect(at(anything, ...path)).toBe(want);
  });

  test("an own property of any name", () => {
    const value: unknown = JSON.parse('{ "__proto__": { "polluted": true } }');
    expect(at(value, "__proto__", "polluted")).toBe(true);
  });

  test("what the type says", () => {
    const shape = { side: 2, corners: [{ x: 1 }] } as Circle | Square | null;
    expectTypeOf(at(shape, "side")).toEqualTypeOf<number | undefined>();
    expectTypeOf(at(shape, "corners", 0, "x")).toEqualTypeOf<number | undefined>();
    expectTypeOf(at(shape, "colour")).toEqualTypeOf<undefined>();
    expectTypeOf(at(anything, "a", 0)).toBeUnknown();
    expect(at(shape, "corners", 0, "x")).toBe(1);
  });
});

describe("of each item there is", () => {
  const items: (Circle | Square)[] = [{ radius: 1 }, { side: 2 }, { side: 3, corners: [{ x: 4 }] }];

  test("what it has, and nothing of those that have nothing", () => {
    expectTypeOf(each(items, "side")).toEqualTypeOf<number[]>();
    expect(each(items, "side")).toEqual([2, 3]);
    expect(each(items, "corners", 0, "x")).toEqual([4]);
  });

  test("itself", () => {
    expect(each(items)).toEqual(items);
  });

  test("nothing where there is no list", () => {
    expect(each(undefined, "side")).toEqual([]);
    expect(each(null, "side")).toEqual([]);
  });

  test("`null` where that is what it has", () => {
    expect(each([{ a: null }, {}], "a")).toEqual([null]);
  });
});

describe("of the items a query selects", () => {
  const run = openWorkflow("test");
  const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
  test.each([
    { query: "$[?@.n > 1]", want: [{ n: 2 }, { n: 3 }] },
    { query: "$[-1]", want: [{ n: 3 }] },
    { query: "$[::-1]", want: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    { query: "$[0, 2]", want: [{ n: 1 }, { n: 3 }] },
    { query: "$[7]", want: [] },
  ])("$query", ({ query, want }) => {
    expect(queryItems(run, items, query)).toEqual(want);
  });

  test("none where there is no list", () => {
    expect(queryItems(run, undefined, "$[0]")).toEqual([]);
    expect(queryItems(run, JSON.parse('{ "0": 1 }'), "$[0]")).toEqual([]);
  });
});
