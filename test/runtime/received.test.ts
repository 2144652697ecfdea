import { expect, test } from "vitest";
import { plainHeaders, received } from "../../templates/runtime/answers/response.js";
import { withShown } from "../../templates/runtime/client/secrets.js";

const json = { "content-type": "application/json" };
const url = "https://api.example.com/a";

test.each([
  { name: "JSON", status: 200, body: '{"a":1}', want: '{"a":1}' },
  { name: "a success that is no JSON", status: 200, body: "<a/>", want: "" },
  { name: "an error that is no JSON", status: 500, body: "<a/>", want: "<a/>" },
  { name: "an error without a body", status: 500, body: "", want: "", length: "0" },
])("$name is read as $want", async ({ status, body, want, length = null }) => {
  const answer = received({ status, headers: json, body }, url);
  expect(await answer.text()).toBe(want);
  expect(answer.headers.get("Content-Length")).toBe(length);
  expect([answer.headers.get("Content-Type"), answer.headers.get("x-none")]).toEqual(["application/json", null]);
});

test("JSON is read as that", async () => {
  expect(await received({ status: 200, headers: json, body: "[1]" }, url).json()).toEqual([1]);
});

test("text that nobody takes for JSON stays as it is", async () => {
  expect(await received({ status: 200, headers: {}, body: "<a/>" }, url, false).text()).toBe("<a/>");
});

test("bytes are read as they came", async () => {
  const answer = received({ status: 200, headers: {}, body: "AAH/", encoding: "base64" }, url);
  expect(new Uint8Array(await (await answer.blob()).arrayBuffer())).toEqual(new Uint8Array([0, 1, 255]));
  expect(await answer.text()).toBe("");
});

test("what may be shown stands beside an answer only where it is another", () => {
  const answer = { status: 200, headers: { a: "secret" }, body: "text" };
  expect(withShown(answer, { ...answer })).toBe(answer);
  const headers = { a: "***" };
  expect(withShown(answer, { ...answer, headers })).toEqual({ ...answer, shown: { headers, body: "text" } });
  expect(withShown(answer, { ...answer, body: "***" }).shown).toEqual({ headers: answer.headers, body: "***" });
});

test("headers that came several times are one text each", () => {
  const headers = new Headers([
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
    ["x-a", "1"],
  ]);
  expect(plainHeaders(headers)).toEqual({ "set-cookie": "a=1, b=2", "x-a": "1" });
});
