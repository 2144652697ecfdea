import { expect, test } from "vitest";
import { digest } from "../../templates/runtime/journal/digest.js";

test.for<{ one: unknown; other: unknown; isSame: boolean }>([
  { one: { a: 1, b: [{ c: 2, d: 3 }] }, other: { b: [{ d: 3, c: 2 }], a: 1 }, isSame: true },
  { one: { at: new Date(0) }, other: { at: "1970-01-01T00:00:00.000Z" }, isSame: true },
  { one: { a: undefined, b: null }, other: { b: null }, isSame: true },
  { one: [1, 2], other: [2, 1], isSame: false },
  { one: new Blob(["a"], { type: "text/plain" }), other: new Blob(["b"], { type: "text/plain" }), isSame: true },
  { one: new Blob(["a"]), other: new Blob(["ab"]), isSame: false },
])("digest: $one and $other", ({ one, other, isSame }) => {
  expect(digest("salt", one) === digest("salt", other)).toBe(isSame);
});
