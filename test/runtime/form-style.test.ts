import { expect, test } from "vitest";
import { styledForm } from "../../templates/runtime/encoding/form-style.js";

const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
const write = styledForm({ list: { explode: false } });

test.each([
  { name: "fields are written in their styles", given: { list: ["a", "b"], a: ["c", "d"] }, want: "list=a,b&a=c&a=d" },
  { name: "what is written already stays as it is", given: "list=a&list=b", want: "list=a&list=b" },
])("$name", async ({ given, want }) => {
  expect(await write(given, headers)()).toEqual({ body: want });
});

test("what is no form is refused", () => {
  expect(() => write(null, headers)()).toThrow("this body cannot be sent as application/x-www-form-urlencoded");
});
