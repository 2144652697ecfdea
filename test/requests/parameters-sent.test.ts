import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { sent, type Case } from "./sent.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });

/** A query parameter `q`, and what is given for it. */
function query(name: string, parameter: string, value: string, want: string, rest: Partial<Case> = {}): Case {
  return {
    name,
    operation: `parameters: [{ name: q, in: query, ${parameter} }]`,
    step: `parameters: [{ name: q, in: query, value: ${value} }]`,
    want,
    ...rest,
  };
}

/** A path parameter `p`, and what is given for it. */
function path(name: string, parameter: string, value: string, want: string, rest: Partial<Case> = {}): Case {
  return {
    name,
    at: "get /things/{p}/end",
    operation: `parameters: [{ name: p, in: path, required: true, ${parameter} }]`,
    step: `parameters: [{ name: p, in: path, value: ${value} }]`,
    want,
    ...rest,
  };
}

const text = "schema: { type: string }";
const list = "schema: { type: array, items: { type: string } }";
const object = "schema: { type: object, properties: { R: { type: integer }, G: { type: integer } } }";

describe("a query parameter arrives", () => {
  testEach<Case>([
    query("as text", text, "blue", "GET /things?q=blue"),
    query("encoded", text, "'a b&c=d+é/ü'", "GET /things?q=a%20b%26c%3Dd%2B%C3%A9%2F%C3%BC"),
    query("though it is empty", text, "''", "GET /things?q="),
    query("as a number", "schema: { type: integer }", "5", "GET /things?q=5"),
    query("as true", "schema: { type: boolean }", "true", "GET /things?q=true"),
    query("as a number for a text", text, "5", "GET /things?q=5"),
    query("as a list, its name repeated", list, "[a, b]", "GET /things?q=a&q=b"),
    query("as a list, joined by commas", `explode: false, ${list}`, "[a, 'b,c']", "GET /things?q=a,b%2Cc"),
    query("as a list, joined by spaces", `style: spaceDelimited, ${list}`, "[a, b]", "GET /things?q=a%20b"),
    query("as a list, joined by pipes", `style: pipeDelimited, ${list}`, "[a, b]", "GET /things?q=a%7Cb"),
    query("not at all where the list is empty", list, "[]", "GET /things"),
    query("as an object, each field by its name", object, "{ R: 1, G: 2 }", "GET /things?R=1&G=2"),
    query("as an object, joined by commas", `explode: false, ${object}`, "{ R: 1, G: 2 }", "GET /things?q=R,1,G,2"),
    query(
      "as an object, each field in brackets",
      `style: deepObject, ${object}`,
      "{ R: 1, G: 2 }",
      "GET /things?q%5BR%5D=1&q%5BG%5D=2",
    ),
    query("with reserved characters", `allowReserved: true, ${text}`, "'a/b?c'", "GET /things?q=a/b?c"),
    query(
      "as JSON",
      "content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } }",
      "{ a: 1 }",
      "GET /things?q=%7B%22a%22%3A1%7D",
    ),
    query("from an input", text, "$inputs.x", "GET /things?q=blue", {
      inputs: "{ x: { type: string } }",
      input: { x: "blue" },
    }),
    query("not at all where the input is not given", text, "$inputs.x", "GET /things", {
      inputs: "{ x: { type: string } }",
    }),
    query("from a list that is an input", list, "$inputs.x", "GET /things?q=a&q=b", {
      inputs: "{ x: { type: array, items: { type: string } } }",
      input: { x: ["a", "b"] },
    }),
    query("as a text with an input in it", text, "'to {$inputs.x}!'", "GET /things?q=to%20you!", {
      inputs: "{ x: { type: string } }",
      input: { x: "you" },
    }),
    {
      name: "beside others, each in its own style",
      operation: `parameters:
- { name: a, in: query, explode: false, ${list} }
- { name: b, in: query, ${list} }
- { name: c, in: query, ${text} }`,
      step: `parameters:
- { name: a, in: query, value: [1, 2] }
- { name: b, in: query, value: [3, 4] }
- { name: c, in: query, value: five }`,
      want: "GET /things?a=1,2&b=3&b=4&c=five",
    },
    {
      name: "as the whole query",
      operation: `parameters:
- name: all
  in: querystring
  content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string }, b: { type: string } } } } }`,
      step: `parameters: [{ name: all, in: querystring, value: "a=1&b={$inputs.x}" }]`,
      inputs: "{ x: { type: string } }",
      input: { x: "c d&e" },
      want: "GET /things?a=1&b=c%20d%26e",
    },
  ])(async (row) => expectText(await sent(compiler, row), row.want));
});

describe("a path parameter arrives", () => {
  testEach<Case>([
    path("as text", text, "blue", "GET /things/blue/end"),
    path("encoded", text, "'a/b c?'", "GET /things/a%2Fb%20c%3F/end"),
    path("as a list", list, "[a, 'b,c']", "GET /things/a,b%2Cc/end"),
    path("as a list with a dot", `style: label, ${list}`, "[a, b]", "GET /things/.a,b/end"),
    path("as a list with dots", `style: label, explode: true, ${list}`, "[a, b]", "GET /things/.a.b/end"),
    path("as a list with its name", `style: matrix, ${list}`, "[a, b]", "GET /things/;p=a,b/end"),
    path("as a list, its name repeated", `style: matrix, explode: true, ${list}`, "[a, b]", "GET /things/;p=a;p=b/end"),
    path("as an object", object, "{ R: 1, G: 2 }", "GET /things/R,1,G,2/end"),
    path("as an object, exploded", `explode: true, ${object}`, "{ R: 1, G: 2 }", "GET /things/R=1,G=2/end"),
    path("from an input", "schema: { type: integer }", "$inputs.x", "GET /things/7/end", {
      inputs: "{ x: { type: integer } }",
      input: { x: 7 },
    }),
  ])(async (row) => expectText(await sent(compiler, row), row.want));
});

describe("a header or cookie arrives", () => {
  testEach<Case & { readonly header: string }>([
    {
      name: "as text",
      header: "x-a",
      operation: `parameters: [{ name: X-A, in: header, ${text} }]`,
      step: "parameters: [{ name: X-A, in: header, value: a b }]",
      want: "GET /things\na b",
    },
    {
      name: "whatever the case of its name",
      header: "x-a",
      operation: `parameters: [{ name: X-A, in: header, ${text} }]`,
      step: "parameters: [{ name: x-a, in: header, value: a }]",
      want: "GET /things\na",
    },
    {
      name: "as a list",
      header: "x-a",
      operation: `parameters: [{ name: X-A, in: header, ${list} }]`,
      step: "parameters: [{ name: X-A, in: header, value: [a, b] }]",
      want: "GET /things\na, b",
    },
    {
      name: "as a number",
      header: "x-a",
      operation: "parameters: [{ name: X-A, in: header, schema: { type: number } }]",
      step: "parameters: [{ name: X-A, in: header, value: 1.5 }]",
      want: "GET /things\n1.5",
    },
    {
      name: "as cookies",
      header: "cookie",
      operation: `parameters: [{ name: a, in: cookie, ${text} }, { name: b, in: cookie, ${text} }]`,
      step: "parameters: [{ name: a, in: cookie, value: 1 }, { name: b, in: cookie, value: 'x;y' }]",
      want: "GET /things\na=1; b=x%3By",
    },
  ])(async ({ header, ...row }) => expectText(await sent(compiler, row, [header]), row.want));
});

compiler.testTypes();
