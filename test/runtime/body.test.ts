import { expect, test } from "vitest";
import { encodeText } from "../../templates/runtime/encoding/body.js";

test.each([
  ["application/json", { a: [1, null] }, '{"a":[1,null]}'],
  ["Application/JSON; charset=utf-8", "text", '"text"'],
  ["application/scim+json", null, "null"],
  ["application/x-www-form-urlencoded", { A: 1, B: undefined }, "A=1"],
  ["application/x-www-form-urlencoded;charset=UTF-8", { A: "é" }, "A=%C3%A9"],
  ["application/x-www-form-urlencoded", "A=ready+made", "A=ready+made"],
  ["text/plain", "text", "text"],
  ["application/octet-stream", "text", "text"],
])("%s of %o", (type, body, want) => {
  expect(encodeText(body, type)).toBe(want);
});

test.each([
  ["text/plain", { a: 1 }],
  ["application/octet-stream", new Uint8Array(2)],
  ["application/x-www-form-urlencoded", null],
  ["application/x-www-form-urlencoded", 5],
  ["multipart/form-data", "text"],
  ["multipart/form-data", new FormData()],
  ["", { a: 1 }],
])("%s of %o is refused", (type, body) => {
  expect(() => encodeText(body, type)).toThrow(`this body cannot be sent as ${type}`);
});
