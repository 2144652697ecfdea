import { expect, test } from "vitest";
import { misfit, type Shape } from "../../templates/runtime/answers/shape.js";

test.each<[shape: Shape, value: unknown, complaint: string | undefined]>([
  ["any", undefined, undefined],
  ["text", 5, undefined],
  ["text", null, "no text at $response.body"],
  [{ a: { b: "text" } }, { a: { b: true } }, undefined],
  [{ a: { b: "text" } }, { a: [] }, "no object at $response.body#/a"],
  [{ "a/b": {} }, { "a/b": 1 }, "no object at $response.body#/a~1b"],
  [["any", { a: "text" }], [null, { a: "x" }], undefined],
  [["any", { a: "text" }], [null, { a: {} }], "no text at $response.body#/1/a"],
])("of the shape %j, %j is %s", (shape, value, complaint) => {
  expect(misfit(value, shape)).toBe(complaint);
});
