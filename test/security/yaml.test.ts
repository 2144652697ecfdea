import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 8: what YAML itself can do.

const compiler = new Compiler();

/** The document with lines at its end. */
function withLines(lines: string): string {
  return `${stringify(arazzoOf({}))}${lines}\n`;
}

const bomb = Array.from({ length: 30 }, (_, level) => `  - &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]`);

describe("a document with", () => {
  const read = ["POST /things", `{"sid":"TH1"}`];
  const large = (what: string): readonly string[] => [`refused: document-too-large ${what}`];
  const unsupported = (what: string): readonly string[] => [`refused: unsupported-yaml ${what}`];
  const tag = (name: string): readonly string[] =>
    unsupported(`The tag '${name}' has no equal in JSON, or does not fit its value`);
  const twice = (key: string): readonly string[] => [`refused: syntax-error The key '${key}' stands here twice`];

  test.each([
    {
      name: "an alias bomb",
      given: withLines(["x-bomb:", "  - &a0 [lol]", ...bomb].join("\n")),
      want: large("The aliases up to here stand for more than 1,000,000 values"),
    },
    { name: "a key twice", given: withLines("workflows: []"), want: twice("workflows") },
    { name: "a key twice, far inside", given: withLines("x-a: { b: 1, b: 2 }"), want: twice("b") },
    {
      name: "a merge key",
      given: withLines("x-a: &a { b: 1 }\nx-c: { <<: *a }"),
      want: unsupported("Merge keys ('<<') are no part of YAML 1.2"),
    },
    {
      name: "a tag that makes functions",
      given: withLines("x-a: !!js/function 'function () { globalThis.PWNED = 1 }'"),
      want: tag("!!js/function"),
    },
    {
      name: "a tag that makes objects",
      given: withLines("x-a: !ruby/object:Gem { a: 1 }"),
      want: tag("!ruby/object:Gem"),
    },
    {
      name: "the name of the prototype as a key",
      given: withLines("x-a: { __proto__: { polluted: true } }"),
      want: read,
    },
    { name: "a text of 9 MB", given: withLines(`x-a: "${"x".repeat(9_000_000)}"`), want: read },
    {
      name: "more than 10 MB",
      given: withLines(`x-a: "${"x".repeat(10 * 1024 * 1024)}"`),
      want: [expect.stringMatching(/^refused: document-too-large .* bytes; at most 10 MB are read$/)],
    },
    { name: "a byte order mark", given: `\ufeff# A comment\n${withLines("")}`, want: read },
    { name: "CR LF at the end of its lines", given: withLines("").replaceAll("\n", "\r\n"), want: read },
    {
      name: "a depth of 10,000",
      given: withLines(`x-a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`),
      want: large("The document is nested more than 200 levels deep"),
    },
  ])("$name", async ({ given, want }) => {
    const outcome = await attack(compiler, { arazzo: given, openapi: openapiOf() });
    expect(shown(outcome)).toEqual(want);
    expect("polluted" in {}).toBe(false);
  });
});

test("a payload with the name of the prototype is sent to the letter", async () => {
  const payload = '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":"x"}}';
  const arazzo = stringify(arazzoOf({ step: { requestBody: { payload: "PAYLOAD" } } })).replace("PAYLOAD", payload);
  const outcome = await attack(compiler, { arazzo, openapi: openapiOf({ body: {} }) });
  expect(shown(outcome)).toEqual([`POST /things ${payload}`, `{"sid":"TH1"}`]);
  expect("polluted" in {}).toBe(false);
});
