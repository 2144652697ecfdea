import { expect, test } from "vitest";
import { typeText } from "../../generator/site/type-text.js";
import type { Type } from "../../generator/types/type.js";

test.each<[want: string, given: Type]>([
  ["string", { kind: "openString" }],
  ["number[]", { kind: "array", items: { kind: "number" } }],
  ["Collected<string>[]", { kind: "array", items: { kind: "collected", of: { kind: "string" } } }],
])("a page shows %s", (want, given) => {
  expect(typeText(given)).toBe(want);
});
