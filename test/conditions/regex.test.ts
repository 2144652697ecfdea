import { describe, expect, test } from "vitest";
import { Code } from "../../generator/emit/code.js";
import { expectText, testEach } from "../support/compiler.js";
import { compiler, criterion, testConditions, toldOf, type Case } from "./support/cases.js";

const own = compiler();

function regex(given: string, context: string, want: string): Case & { readonly want: string } {
  return { name: `${given} on ${context}`, given: criterion("regex", given, context), want };
}

testConditions("the context is matched as text, and what is missing matches nothing,", own, [
  regex("^2\\d{2}$", "$statusCode", "/^2\\d{2}$/u.test(String(one.status))"),
  regex("^(active|closed)$", "$response.body#/state", "/^(active|closed)$/u.test(one.data.state)"),
  regex("^\\d+$", "$response.body#/price", "price != null && /^\\d+$/u.test(price)"),
  regex("^\\d+$", "$response.body#/limit", "limit != null && /^\\d+$/u.test(String(limit))"),
  regex("true", "$inputs.flag", "input.flag != null && /true/u.test(String(input.flag))"),
  regex('"name"', "$response.body#/owner", 'owner != null && /"name"/u.test(toText(owner))'),
  regex("x", "$response.body#/any", "any != null && /x/u.test(toText(any))"),
]);

testConditions("patterns are literals wherever TypeScript takes them for one,", own, [
  regex("a/b\\/[/]", "$response.body#/id", "/a\\/b\\/[\\/]/u.test(one.data.id)"),
  regex("^\\d+\\-\\d+$", "$response.body#/id", "/^\\d+\\-\\d+$/.test(one.data.id)"),
  regex("\\p{L}+", "$response.body#/id", "/\\p{L}+/u.test(one.data.id)"),
  regex("\\p{Script=Latin}+", "$response.body#/id", `matchesPattern(one.data.id, "\\\\p{Script=Latin}+", "u")`),
  regex("(a)\\2\\-", "$response.body#/id", `matchesPattern(one.data.id, "(a)\\\\2\\\\-", "")`),
  regex("\\07", "$response.body#/price", `matchesPattern(one.data.price, "\\\\07", "")`),
]);

describe("a pattern", () => {
  testEach([
    {
      name: "that can backtrack for ever is warned about, and taken",
      given: criterion("regex", "^(a+)+$", "$response.body#/id"),
      want: `
        1:13 warning slow-pattern matching '^(a+)+$' can take for ever
          | Let no two repetitions match the same text one after the other or inside of one another.
        /^(a+)+$/u.test(one.data.id)
      `,
    },
    {
      name: "matches what is embedded in it to the letter: our rule",
      given: criterion("regex", "^({$inputs.text})-\\d$", "$response.body#/id"),
      want: `
        1:12 warning embedded-pattern the value of '$inputs.text' is matched to the letter, not as a regular expression
          | Compare with '==', or write the expression out.
        matchesPattern(one.data.id, \`^(\${asPattern(input.text)})-\\\\d$\`, "u")
      `,
    },
    {
      name: "embeds nothing in a class of characters",
      given: criterion("regex", "^[{$inputs.text}]$", "$response.body#/id"),
      want: `
        1:16 error unsupported-feature an expression cannot be embedded here
          | It can stand wherever a group could: outside of '[…]' and '{…}', and not behind a backslash.
      `,
    },
    {
      name: "that is none is refused",
      given: criterion("regex", "^(a", "$response.body#/id"),
      want: "1:13 error invalid-condition not a regular expression: unterminated group",
    },
    {
      name: "is asked of what there is",
      given: criterion("regex", "^a", "$response.body#/idd"),
      want: `
        3:10 error unknown-pointer '$response.body#/idd': the schema knows no 'idd' there
          | Did you mean 'id'?
      `,
    },
    {
      name: "that no status matches is refused",
      given: criterion("regex", "^OK$", "$statusCode"),
      want: "1:12 error impossible-condition no status satisfies '^OK$'",
    },
  ])(async (row) => expectText(await toldOf(own, row), row.want));
});

describe("a literal of a regular expression", () => {
  test.each([
    { name: "a slash", given: "a/b", sample: "a/b", want: "/a\\/b/u" },
    { name: "an escaped slash", given: "a\\/b", sample: "a/b", want: "/a\\/b/u" },
    { name: "a backslash before a slash", given: "a\\\\/b", sample: "a\\/b", want: "/a\\\\\\/b/u" },
    { name: "a slash in a class", given: "[/]", sample: "/", want: "/[\\/]/u" },
    { name: "nothing", given: "", sample: "", want: "/(?:)/u" },
    {
      name: "line terminators",
      given: "a\nb\rc\u2028d\u2029e",
      sample: "a\nb\rc\u2028d\u2029e",
      want: "/a\\u000ab\\u000dc\\u2028d\\u2029e/u",
    },
    {
      name: "what nobody sees",
      given: "a\u202e\u200bb\u0000",
      sample: "a\u202e\u200bb\u0000",
      want: "/a\\u202e\\u200bb\\u0000/u",
    },
    { name: "half a character", given: "a\ud800b", sample: "a\ud800b", want: "/a\\ud800b/u" },
    { name: "a character of two units", given: "a😀b", sample: "a😀b", want: "/a😀b/u" },
    {
      name: "what would end it",
      given: "x/;globalThis.PWNED=1;/",
      sample: "x/;globalThis.PWNED=1;/",
      want: "/x\\/;globalThis.PWNED=1;\\//u",
    },
  ])("of $name", ({ given, sample, want }) => {
    const literal = Code.pattern(given, "u").toString();
    expect(literal).toBe(want);
    expect(new RegExp(literal.slice(1, -2), "u").test(sample)).toBe(true);
  });

  test("keeps a line break behind a backslash for what it is", () => {
    const literal = Code.pattern("a\\\nb", "").toString();
    expect(literal).toBe("/a\\u000ab/");
    expect(new RegExp(literal.slice(1, -1)).test("a\nb")).toBe(true);
  });
});

own.testTypes();
