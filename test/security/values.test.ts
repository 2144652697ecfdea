import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 5: values, and names that are only quoted.

const compiler = new Compiler();

const texts = [
  { name: "a double quote", given: `"; globalThis.PWNED = 1; //` },
  { name: "a single quote", given: `'; globalThis.PWNED = 1; //` },
  { name: "a backtick", given: "`; globalThis.PWNED = 1; //" },
  { name: "a newline", given: "a\nglobalThis.PWNED = 1" },
  { name: "a backslash and a quote", given: `\\"; globalThis.PWNED = 1; //` },
  { name: "__proto__", given: "__proto__" },
];

describe("an enum value, a const, a default, a query parameter and a property with", () => {
  test.each(texts)("$name", async ({ given }) => {
    const properties = Object.fromEntries<object>([
      ["listed", { type: "string", enum: [given, "other"] }],
      ["fixed", { const: given }],
      ["standard", { type: "string", default: given }],
      [given, { type: "string", default: given }],
    ]);
    const payload = Object.fromEntries([
      ["listed", "$inputs.listed"],
      ["fixed", given],
      ["standard", "$inputs.standard"],
      [given, given],
    ]);
    const answer = { type: "object", properties: Object.fromEntries([[given, { type: "string", enum: [given] }]]) };
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({
        workflow: {
          inputs: {
            type: "object",
            properties: {
              listed: { type: "string", enum: [given, "other"] },
              standard: { type: "string", default: given },
            },
          },
        },
        step: {
          parameters: [{ name: given, in: "query", value: given }],
          requestBody: { payload },
          successCriteria: [{ condition: "$statusCode == 200" }],
          outputs: { sid: `$response.body#/${given.replaceAll("~", "~0").replaceAll("/", "~1")}` },
        },
      }),
      openapi: openapiOf({
        body: { type: "object", properties },
        operation: {
          parameters: [{ name: given, in: "query", schema: { type: "string", default: given } }],
          responses: { 200: { description: "Made.", content: { "application/json": { schema: answer } } } },
        },
      }),
      input: { listed: given },
      replies: [{ body: Object.fromEntries([[given, given]]) }],
    });
    const sent = Object.fromEntries([
      ["listed", given],
      ["fixed", given],
      ["standard", given],
      [given, given],
    ]);
    const query = `${encoded(given)}=${encoded(given)}`;
    expect(shown(outcome)).toEqual([`POST /things?${query} ${JSON.stringify(sent)}`, JSON.stringify({ sid: given })]);
  });
});

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", "%27");
}

describe("a header whose name has", () => {
  const refused = (name: string): readonly string[] => [
    `refused: invalid-document '${name}' is no name that a header can have`,
  ];

  test.each([
    { name: "a double quote", given: `x"y`, want: refused(`x"y`) },
    { name: "a newline", given: "x\r\nauthorization: y", want: refused("x␍␊authorization: y") },
    { name: "a space", given: "x y", want: refused("x y") },
    { name: "letters and a hyphen", given: "X-Y", want: ["POST /things", `{"sid":"TH1"}`] },
  ])("$name", async ({ given, want }) => {
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({ step: { parameters: [{ name: given, in: "header", value: "z" }] } }),
      openapi: openapiOf({ operation: { parameters: [{ name: given, in: "header", schema: { type: "string" } }] } }),
    });
    expect(shown(outcome)).toEqual(want);
  });
});

describe("a media type that has", () => {
  const refused = (type: string): readonly string[] => [`refused: invalid-document '${type}' is no media type`];

  test.each([
    {
      name: "a double quote",
      given: `application/"; globalThis.PWNED = 1`,
      want: refused(`application/"; globalThis.PWNED = 1`),
    },
    {
      name: "a newline",
      given: "application/json\r\nauthorization: x",
      want: refused("application/json␍␊authorization: x"),
    },
    {
      name: "a parameter in quotes",
      given: `application/json; charset="utf-8"`,
      want: [`POST /things {"a":"b"}`, `{"sid":"TH1"}`, `application/json; charset="utf-8"`],
    },
  ])("$name", async ({ given, want }) => {
    const schema = { type: "object", properties: { a: { type: "string" } } };
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({ step: { requestBody: { contentType: given, payload: { a: "b" } } } }),
      openapi: openapiOf({ operation: { requestBody: { content: { [given]: { schema } } } } }),
    });
    expect([...shown(outcome), ...outcome.sent.map(({ headers }) => headers["content-type"])]).toEqual(want);
  });
});

const code = "0;globalThis.PWNED=1";

describe("a number that is a text of code:", () => {
  test.each(["minimum", "maximum", "exclusiveMinimum", "multipleOf", "maxLength", "minItems", "maxProperties"])(
    "%s of a schema stands for nothing",
    async (keyword) => {
      const schema = { type: "integer", [keyword]: code };
      const outcome = await attack(compiler, {
        arazzo: arazzoOf({
          workflow: { inputs: { type: "object", properties: { a: schema } } },
          step: { requestBody: { payload: { a: "$inputs.a" } } },
        }),
        openapi: openapiOf({ body: { type: "object", properties: { a: schema } } }),
        input: { a: 1 },
      });
      expect(shown(outcome)).toEqual([`POST /things {"a":1}`, `{"sid":"TH1"}`]);
      expect(outcome.files.get("workflows/test.ts")).not.toContain("PWNED");
    },
  );

  test.each([
    { name: "retryAfter", step: { onFailure: [{ name: "again", type: "retry", retryAfter: code }] } },
    { name: "retryLimit", step: { onFailure: [{ name: "again", type: "retry", retryLimit: code }] } },
    { name: "timeout", step: { timeout: code } },
    { name: "interval", step: { "x-poll": { interval: code } } },
  ])("$name of a step is refused", async ({ name, step }) => {
    const outcome = await attack(compiler, { arazzo: arazzoOf({ step }), openapi: openapiOf() });
    expect(shown(outcome)).toEqual([`refused: invalid-document '${name}' has to be a number, not text`]);
  });
});

compiler.testTypes();
