import { expect, test } from "vitest";
import { InvalidInputError, openWorkflow } from "../../templates/runtime/twilio/index.js";

const circle: { self?: unknown } = {};
circle.self = circle;

test.each<[kind: string, good: readonly unknown[], bad: readonly (readonly [given: unknown, complaint: string])[]]>([
  [
    "string",
    ["", "a", "é😀"],
    [
      [undefined, "is missing"],
      [null, "must be of type string, not null"],
      [5, "must be of type string, not number"],
      [["a"], "must be of type string, not array"],
      ["\udc00", "ends amid a character"],
    ],
  ],
  ["string?", ["a", undefined], [[null, "must be of type string, not null"]]],
  [
    "number",
    // An integer that no number holds comes as the digits that an answer had.
    [0, -1.5, "9007199254740993"],
    [
      ["5", "must be of type number, not string"],
      [Number.NaN, "must be of type number, not NaN"],
    ],
  ],
  ["boolean", [false], [["false", "must be of type boolean, not string"]]],
  ["array", [[], ["a"]], [[{}, "must be of type array, not object"]]],
  [
    "object",
    [{}, new Blob(["x"])],
    [
      [[], "must be of type object, not array"],
      [circle, "cannot be written as JSON"],
      [{ n: 1n }, "cannot be written as JSON"],
    ],
  ],
  ["string | null", ["a", null], [[true, "must be of type string or null, not boolean"]]],
  ["string | function", ["a", () => "b"], [[1, "must be of type string or function, not number"]]],
  [
    "any",
    [null, 1, "a", {}],
    [
      [undefined, "is missing"],
      [circle, "cannot be written as JSON"],
    ],
  ],
  [
    "path",
    ["AC1", 5],
    [
      [undefined, "is missing"],
      ["", "is empty"],
      ["..", 'climbs the path: ".."'],
      ["a/%2E%2e/b", 'climbs the path: "a/%2E%2e/b"'],
      [{}, "is no text or number"],
      [true, "is no text or number"],
      [Symbol("a"), "is no text or number"],
      [Number.NaN, "is no text or number"],
      [Number.NEGATIVE_INFINITY, "is no text or number"],
      ["\ud800", "ends amid a character"],
    ],
  ],
  ["path | boolean", [true, false, "a"], [[Number.NaN, "is no text or number"]]],
  ["path?", [undefined, "AC1"], [["", "is empty"]]],
  [
    "header",
    ["a b\té"],
    [
      ["a\r\nX: y", "holds what no header can"],
      ["€", "holds what no header can"],
      [1, "must be of type string, not number"],
    ],
  ],
  ["header | number", ["a", 5], [["a\r\nX: y", "holds what no header can"]]],
])("an input of the kind %s", (kind, good, bad) => {
  for (const given of good) expect(() => openWorkflow("w").inputs({ it: given }, { it: kind })).not.toThrow();
  for (const [given, complaint] of bad) {
    const check = (): void => openWorkflow("w").inputs({ it: given }, { it: kind });
    expect(check).toThrow(expect.objectContaining({ message: `workflow w: input it ${complaint}` }));
    expect(check).toThrow(InvalidInputError);
  }
});

test("all complaints are told at once", () => {
  const given: { a?: string; b: number; c?: string } = { b: 1 };
  const check = (): void => openWorkflow("w").inputs(given, { a: "string", b: "string?", c: "path?" });
  expect(check).toThrow("workflow w: input a is missing; b must be of type string, not number");
});

test("callers without types may give anything", () => {
  // @ts-expect-error the types refuse it too
  expect(() => openWorkflow("w").inputs(undefined, { a: "string" })).toThrow("input a is missing");
});
