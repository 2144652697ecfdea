import { afterAll, describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { hostileTexts } from "../support/hostile.js";
import { Loaded } from "../support/load.js";

// Expressions and conditions that hold texts which try to break out of the code that is made of them.

const compiler = new Compiler();
// The library for JSONPath takes no control characters, in escapes neither.
const texts = hostileTexts.filter((text) => text !== "\ud800" && !text.includes("\u0000"));

const names = ["sid", "code", ...texts];
const schema = { type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])) };

const openapi = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Given", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/things": {
      post: {
        operationId: "make",
        responses: { 200: { description: "Made.", content: { "application/json": { schema } } } },
      },
    },
  },
});

/** Judges by one condition and ends by another, and reads the property of that name. */
function workflowOf(text: string, index: number): object {
  const pointer = text.replaceAll("~", "~0").replaceAll("/", "~1");
  const simple = `$response.body#/sid == '${text.replaceAll("'", "''")}'`;
  const query = `$[?@.code == ${JSON.stringify(text)}]`;
  return {
    workflowId: `test${index}`,
    steps: [
      {
        stepId: "one",
        operationId: "make",
        successCriteria: [{ condition: simple }],
        outputs: { named: `$response.body#/${pointer}` },
        onSuccess: [
          {
            name: "found",
            type: "end",
            criteria: [{ condition: query, context: "$response.body", type: "jsonpath" }],
          },
        ],
      },
    ],
    outputs: { named: "$steps.one.outputs.named" },
  };
}

const arazzo = JSON.stringify({
  arazzo: "1.0.1",
  info: { title: "Given", version: "1" },
  sourceDescriptions: [{ name: "api", url: "./openapi.yaml", type: "openapi" }],
  workflows: texts.map(workflowOf),
});

const { findings, files } = await compiler.compile({ arazzo, openapi });
const loaded = new Loaded(files);
afterAll(() => loaded.remove());

test("such expressions are no errors", () => {
  expect(findings).toEqual([]);
});

describe.each(texts.map((text, index) => ({ text, index })))("$text in a condition and in a pointer", (given) => {
  const { text, index } = given;

  test("is compared and read to the letter, and runs nowhere", async () => {
    const workflow = await loaded.fn(`test${index}`);
    const answered = (sid: string): Promise<unknown> => {
      const fetch = async (): Promise<Response> =>
        new Response(
          `{ "sid": ${JSON.stringify(sid)}, "code": ${JSON.stringify(sid)}, ${JSON.stringify(text)}: "read" }`,
        );
      return workflow({}, { fetch });
    };

    expect(await answered(text)).toEqual({ outcome: "found", named: "read" });
    await expect(answered(`${text}.`)).rejects.toThrow("step one");
    expect("PWNED" in globalThis).toBe(false);
  });
});

compiler.testTypes();
