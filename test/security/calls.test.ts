import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { serve, type Reply } from "../runtime/support/server.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 9: inputs and answers, when the function is called.

const compiler = new Compiler();

const parameter = (where: string): object => ({ name: "x", in: where, required: true, schema: { type: "string" } });

function calling(where: "path" | "header", given: unknown) {
  return attack(compiler, {
    arazzo: arazzoOf({
      workflow: { inputs: { type: "object", properties: { x: { type: "string" } } } },
      step: { parameters: [{ name: "x", in: where, value: "$inputs.x" }] },
    }),
    openapi: openapiOf({
      path: where === "path" ? "/things/{x}/parts" : "/things",
      operation: { parameters: [parameter(where)] },
    }),
    input: { x: given },
  });
}

const refused = (why: string): readonly string[] => [`InvalidInputError: workflow test: input x ${why}`];

describe("a path parameter that is", () => {
  test.each<{ name: string; given: unknown; want: readonly string[] }>([
    { name: "..", given: "..", want: refused(`climbs the path: ".."`) },
    { name: ".", given: ".", want: refused(`climbs the path: "."`) },
    { name: "%2e%2e", given: "%2e%2e", want: refused(`climbs the path: "%2e%2e"`) },
    { name: "../../x", given: "../../x", want: refused(`climbs the path: "../../x"`) },
    { name: "empty", given: "", want: refused("is empty") },
    { name: "undefined", given: undefined, want: refused("is missing") },
    { name: "an object", given: { toString: () => ".." }, want: refused("is no text or number") },
    { name: "a list", given: [".."], want: refused("is no text or number") },
    { name: "a/b", given: "a/b", want: ["POST /things/a%2Fb/parts", `{"sid":"TH1"}`] },
    { name: "a?b#c", given: "a?b#c", want: ["POST /things/a%3Fb%23c/parts", `{"sid":"TH1"}`] },
  ])("$name", async ({ given, want }) => {
    expect(shown(await calling("path", given))).toEqual(want);
  });
});

describe("the value of a header with", () => {
  test.each([
    { name: "CR LF", given: "a\r\nauthorization: b" },
    { name: "CR", given: "a\rb" },
    { name: "LF", given: "a\nb" },
    { name: "NUL", given: "a\0b" },
  ])("$name", async ({ given }) => {
    expect(shown(await calling("header", given))).toEqual(refused("holds what no header can"));
  });
});

describe("an input with", () => {
  test.each([
    { name: "the name of the prototype", given: '{"x":{"__proto__":{"polluted":true},"a":1}}' },
    { name: "constructor", given: '{"x":{"constructor":{"prototype":{"polluted":true}}}}' },
  ])("$name", async ({ given }) => {
    const schema = { type: "object", properties: { x: { type: "object", additionalProperties: true } } };
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({ workflow: { inputs: schema }, step: { requestBody: { payload: { x: "$inputs.x" } } } }),
      openapi: openapiOf({ body: schema }),
      input: JSON.parse(given),
    });
    expect(shown(outcome)).toEqual([`POST /things ${given}`, `{"sid":"TH1"}`]);
    expect("polluted" in {}).toBe(false);
  });
});

describe("an answer that is", () => {
  const bad = (why: string): readonly string[] => [
    "POST /things",
    expect.stringContaining(`InvalidAnswerError: workflow test, step one: POST /things answered 200${why}`),
  ];

  test.each<{ name: string; reply: Reply; want: readonly string[] }>([
    {
      name: "huge",
      reply: { body: { sid: "x".repeat(5_000) } },
      want: bad(", but no more: the answer is larger than 4000 bytes"),
    },
    { name: "empty", reply: {}, want: bad(" with no body") },
    {
      name: "truncated",
      reply: {
        raw: (response) => {
          response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
          response.write('{"sid":', () => response.destroy());
        },
      },
      want: [
        "POST /things",
        expect.stringMatching(/^UnknownOutcomeError: .* POST \/things answered 200, but no more: /),
      ],
    },
    {
      name: "not JSON though it says so",
      reply: { body: "<html>" },
      want: bad(" with no readable JSON: <html>"),
    },
    {
      name: "JSON though it does not say so",
      reply: { headers: { "content-type": "text/plain" }, body: { sid: "TH1" } },
      want: ["POST /things", `{"sid":"TH1"}`],
    },
    {
      name: "JSON with the name of the prototype",
      reply: { body: '{"sid":"TH1","__proto__":{"polluted":true}}' },
      want: ["POST /things", `{"sid":"TH1"}`],
    },
    {
      name: "JSON that never closes",
      reply: { body: "[".repeat(3_000) },
      want: bad(" with no readable JSON: [[["),
    },
  ])("$name", async ({ reply, want }) => {
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({}),
      openapi: openapiOf(),
      replies: [reply],
      options: { maxAnswerSize: 4_000 },
    });
    expect(shown(outcome)).toEqual(want);
    expect("polluted" in {}).toBe(false);
  });

  test("a redirect to another host", async () => {
    const other = await serve([{ body: { sid: "evil" } }]);
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({}),
      openapi: openapiOf(),
      replies: [{ status: 307, headers: { location: `${other.url}/things` } }],
    });
    const why = "POST /things answered 307 (redirects are not followed)";
    expect(shown(outcome)).toEqual(["POST /things", `StepFailedError: workflow test, step one: ${why}`]);
    expect(other.requests).toEqual([]);
  });
});
