import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 6: expressions and conditions.

const compiler = new Compiler();

const canary = "globalThis.PWNED = 1";

describe("an expression that tries to break out", () => {
  const invalid = (text: string): readonly string[] => [`refused: invalid-expression ${text}`];

  test.each([
    {
      name: "by a bracket",
      given: `$inputs["a"]; ${canary}; //`,
      want: invalid(`'$inputs["a"]; ${canary}; //': unexpected ';' after the expression`),
    },
    {
      name: "by a call",
      given: `$response.body(${canary})`,
      want: invalid(`'$response.body(${canary})': unexpected '(' after the expression`),
    },
    {
      name: "in a pointer",
      given: `$response.body#/"]; ${canary}; ["`,
      want: [
        `refused: unknown-pointer '$response.body#/"]; ${canary}; ["': the schema knows no '"]; ${canary}; ["' there`,
      ],
    },
    {
      name: "in the name of a header",
      given: `$response.header."]; ${canary}`,
      want: invalid(`'$response.header."]; ${canary}': expected a header name`),
    },
    {
      name: "in the name of a query parameter",
      given: `$request.query."]; ${canary}`,
      want: [
        `refused: unknown-parameter '$request.query."]; ${canary}': the step 'one' sends no query parameter '"]; ${canary}'`,
      ],
    },
    {
      name: "in the text around another",
      given: `x{$inputs.a}\`; ${canary}; \``,
      want: ["POST /things", JSON.stringify({ sid: `xA\`; ${canary}; \`` })],
    },
    {
      name: "in the text around another, by another template",
      given: `\${globalThis.PWNED=1}{$inputs.a}`,
      want: ["POST /things", JSON.stringify({ sid: "${globalThis.PWNED=1}A" })],
    },
    {
      name: "in its braces",
      given: `x{$inputs.a;${canary}}`,
      want: invalid(`'x{$inputs.a;${canary}}': unexpected ';' after the expression`),
    },
    {
      name: "by what every object has",
      given: "$inputs.constructor",
      want: ["refused: unknown-input '$inputs.constructor': the workflow declares no input 'constructor'"],
    },
    {
      name: "by a pointer to the prototype",
      given: "$response.body#/__proto__/polluted",
      want: ["refused: unknown-pointer '$response.body#/__proto__/polluted': the schema knows no '__proto__' there"],
    },
    {
      name: "by a pointer to the constructor",
      given: "$response.body#/constructor/constructor",
      want: [
        "refused: unknown-pointer '$response.body#/constructor/constructor': the schema knows no 'constructor' there",
      ],
    },
  ])("$name", async ({ given, want }) => {
    const inputs = { type: "object", properties: { a: { type: "string", default: "A" } } };
    const arazzo = arazzoOf({ workflow: { inputs }, step: { outputs: { sid: given } } });
    expect(shown(await attack(compiler, { arazzo, openapi: openapiOf() }))).toEqual(want);
  });
});

describe("a condition that tries to break out", () => {
  const passes = ["POST /things", `{"sid":"TH1"}`];
  const fails = ["POST /things", expect.stringMatching(/^StepFailedError: .* answered 200; expected: /s)];
  const invalid = (text: string): readonly string[] => [`refused: invalid-condition ${text}`];
  const query = { type: "jsonpath", context: "$response.body" };
  const pattern = { type: "regex", context: "$response.body#/sid" };

  test.each([
    {
      name: "by a statement",
      criterion: { condition: `$statusCode == 200); ${canary}; (` },
      want: invalid("expected an operator or the end of the condition"),
    },
    {
      name: "by an assignment",
      criterion: { condition: canary },
      want: invalid("'globalThis' is neither text in quotes nor a runtime expression"),
    },
    {
      name: "by a call",
      criterion: { condition: "$statusCode == eval('1')" },
      want: invalid("there is no function 'eval' in conditions"),
    },
    { name: "in its text", criterion: { condition: `$response.body#/sid != '"; ${canary}; //'` }, want: passes },
    {
      name: "by a number",
      criterion: { condition: "$statusCode == 0x1; x()" },
      want: invalid("not a number of JSON"),
    },
    {
      name: "in the text of a JSONPath",
      criterion: { ...query, condition: `$[?@.sid != '"; ${canary}; //']` },
      want: passes,
    },
    {
      name: "by a name in a JSONPath",
      criterion: { ...query, condition: `$[?@['"]; ${canary}; ["'] == 1]` },
      want: [
        `refused: unknown-pointer '$response.body#/"]; ${canary}; ["': the schema knows no '"]; ${canary}; ["' there`,
      ],
    },
    {
      name: "by a script in a JSONPath",
      criterion: { ...query, condition: `$[(${canary})]` },
      want: invalid("not a JSONPath query: unexpected token '(' in bracketed selection"),
    },
    {
      name: "by the work of a JSONPath",
      criterion: { ...query, condition: `$${"..*".repeat(8)}` },
      want: invalid("the query has 8 times '..', of which at most 4 can be run"),
    },
    {
      name: "by a slash in a regular expression",
      criterion: { ...pattern, condition: `T/; ${canary}; /H` },
      want: fails,
    },
    {
      name: "by two lines in a regular expression",
      criterion: { ...pattern, condition: `^T\n${canary}\u2028|TH1$` },
      want: passes,
    },
    {
      name: "by a class in a regular expression",
      criterion: { ...pattern, condition: `[/]; ${canary}; /|TH1` },
      want: passes,
    },
    {
      name: "by what a regular expression embeds",
      criterion: { ...pattern, condition: "^{$inputs.a}$" },
      want: fails,
    },
  ])("$name", async ({ criterion, want }) => {
    const inputs = { type: "object", properties: { a: { type: "string", default: "(a+)+|TH1" } } };
    const arazzo = arazzoOf({ workflow: { inputs }, step: { successCriteria: [criterion] } });
    expect(shown(await attack(compiler, { arazzo, openapi: openapiOf() }))).toEqual(want);
  });
});
