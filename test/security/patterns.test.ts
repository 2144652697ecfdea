import { describe, expect, test } from "vitest";
import { PatternJudge } from "../../generator/arazzo/index.js";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { compile } from "../support/compile.js";
import { attack } from "./attack.js";
import { Compiler } from "../support/compiler.js";
import { hardPattern } from "./hard-pattern.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 6: regular expressions, and the queries that match them.

const compiler = new Compiler();

async function findingsOf(step: object, settings: { readonly deny?: readonly ["slow-pattern"] } = {}): Promise<string> {
  const inputs = { type: "object", properties: { a: {} } };
  const arazzo = JSON.stringify(arazzoOf({ workflow: { inputs }, step }));
  const { findings } = await compile({ arazzo, openapi: JSON.stringify(openapiOf({ body: {} })), ...settings });
  return findings.join("\n");
}

const criterion = (given: object): object => ({ successCriteria: [{ context: "$response.body", ...given }] });

describe("a pattern that ends soon is not warned of:", () => {
  test.each([
    "^SM[0-9a-f]{32}$",
    "[0-9a-f]{32}$",
    "^(\\.\\d+)*$",
    "^\\+[1-9]\\d{1,14}$",
    "^(?:[^,]+,)*[^,]+$",
    "sent|read",
  ])("%s", async (pattern) => {
    expect(await findingsOf(criterion({ type: "regex", condition: pattern }))).not.toContain("slow-pattern");
    const selector = `$..[?search(@.sid, ${JSON.stringify(pattern)})]`;
    const outputs = { sid: { context: "$response.body", selector, type: "jsonpath" } };
    expect(await findingsOf({ outputs })).not.toContain("slow-pattern");
  });
});

describe("a pattern that can take for ever, or is not shown not to, is an error if slow-pattern is denied:", () => {
  const patterns = [
    "^a*a*a*a*a*a*b$",
    "\\s+$x",
    "^(a+)+$",
    "^(a|a)*$",
    "^(a*)*b$",
    "^(.*a){30}$",
    "(a{1,50}){1,50}$",
    "^{$inputs.a}(a+)+$",
    "(?<=a+)b",
  ];
  const calls = [
    "match(@, '(a+)+')",
    "search(@, 'x*x*$')",
    "match(@, $.pattern)",
    "@.a && !search(@.b, '^(a|a)*$')",
    "count(@[?match(@, '(a+)+')]) > 1",
  ];
  const queries = calls.map((call) => `$..[?${call}]`);

  test.each([
    ...patterns.map((condition) => ({
      name: `the regular expression ${condition}`,
      step: criterion({ type: "regex", condition }),
    })),
    ...[...queries, "$[?search(@.sid, '{$inputs.a}')]"].map((condition) => ({
      name: `the condition ${condition}`,
      step: criterion({ type: "jsonpath", condition }),
    })),
    ...queries.map((selector) => ({
      name: `the selector ${selector}`,
      step: { outputs: { sid: { context: "$response.body", selector, type: "jsonpath" } } },
    })),
    ...queries.map((selector) => ({
      name: `the value ${selector} of a payload`,
      step: { requestBody: { payload: { a: { context: "$inputs.a", selector, type: "jsonpath" } } } },
    })),
  ])("$name", async ({ step }) => {
    expect(await findingsOf(step)).toMatch(/ warning slow-pattern /);
    expect(await findingsOf(step, { deny: ["slow-pattern"] })).toMatch(/ error slow-pattern /);
  });
});

const target = (query: string, value: unknown): object => ({
  requestBody: {
    contentType: "application/json",
    payload: value,
    replacements: [{ target: query, targetSelectorType: "jsonpath", value: 1 }],
  },
});

describe("a query that the generator itself runs, in the target of a replacement, is refused", () => {
  test.each([
    {
      name: "for its pattern",
      step: target("$[?match(@, '(a+)+')]", { b: `${"a".repeat(50)}!` }),
      want: "error unsupported-feature '$[?match(@, '(a+)+')]': matching '(a+)+' can take for ever, and the query is run by the generator",
    },
    {
      name: "for the values that it looks at",
      step: target(
        "$[?$..x]",
        Array.from({ length: 5_000 }, () => []),
      ),
      want: "error unsupported-feature '$[?$..x]': it looks at more than 1,000,000 values",
    },
  ])("$name", async ({ step, want }) => {
    expect(await findingsOf(step)).toContain(want);
  });
});

test("patterns that are hard to judge share the time there is for all", () => {
  const judge = new PatternJudge(500);
  const complaints = Array.from({ length: 100 }, (_, index) => judge.complaintAbout(hardPattern(index), "u"));
  expect(complaints.filter((complaint) => complaint?.startsWith("cannot be shown to end soon"))).toHaveLength(100);
  expect(complaints[99]).toBe(
    "cannot be shown to end soon: looking at the patterns before it took the 0.5 s there are for all",
  );
});

test("what no time is left for is not shown to end", () => {
  const judge = new PatternJudge(0);
  expect(judge.complaintAbout("a", "u")).toBe(
    "cannot be shown to end soon: looking at the patterns before it took the 0 s there are for all",
  );
});

describe("a query ends in an error when it meets", () => {
  const wide = Array.from({ length: 5_000 }, () => []);
  const deep = lists(100);
  const selecting = (selector: string): object => ({
    outputs: { sid: { context: "$response.body", selector, type: "jsonpath" } },
  });
  const list = { type: "object", properties: { items: { type: "array", items: {} } } };

  test.each([
    {
      name: "a long list, in a condition",
      step: criterion({ type: "jsonpath", condition: "$[?$..x]" }),
      body: wide,
      query: "$[?$..x]",
      why: "it looks at more than 1000000 values",
    },
    {
      name: "lists inside of lists, in a condition",
      step: criterion({ type: "jsonpath", condition: "$..id" }),
      body: deep,
      query: "$..id",
      why: "recursion limit reached",
    },
    {
      name: "a long list, in an output",
      step: selecting("$..[?$..x]"),
      body: wide,
      query: "$..[?$..x]",
      why: "it looks at more than 1000000 values",
    },
    {
      name: "a long list, in the items of one",
      step: selecting("$.items[?@..[?@..[?@..['x']]]]"),
      body: { items: [nested(200, 40)] },
      query: "$[?@..[?@..[?@..['x']]]]",
      why: "it looks at more than 1000000 values",
    },
  ])("$name", async ({ step, body, query, why }) => {
    const schema = query.startsWith("$[?@..") ? list : {};
    const responses = { 200: { description: "x", content: { "application/json": { schema } } } };
    for (const [method, kept] of [
      ["post", ["one"]],
      ["get", []],
    ] as const) {
      const openapi = openapiOf({ method, operation: { responses } });
      const outputs = "outputs" in step ? {} : { workflow: { outputs: {} } };
      const replies = [{ status: 200, body: typeof body === "string" ? body : JSON.stringify(body) }];
      const { error, refused } = await attack(compiler, {
        arazzo: arazzoOf({ step: { outputs: {}, ...step }, ...outputs }),
        openapi,
        replies,
      });
      expect(refused).toEqual([]);
      expect(error).toMatchObject({
        name: "QueryLimitError",
        code: "query-limit",
        query,
        limit: 1_000_000,
        stepId: "one",
      });
      expect(error).toHaveProperty(
        "message",
        expect.stringContaining(`the query ${query} cannot be run to its end: ${why}`),
      );
      expect(Object.keys(checkpointOf(error))).toEqual(kept);
    }
  });
});

test("an answer of lists inside of lists cannot be used, whatever reads it", async () => {
  const responses = { 200: { description: "x", content: { "application/json": { schema: {} } } } };
  const openapi = openapiOf({ operation: { responses } });
  const arazzo = arazzoOf({
    step: { outputs: {}, ...criterion({ type: "jsonpath", condition: "$[?@ == $[1]]" }) },
    workflow: { outputs: {} },
  });
  const replies = [{ status: 200, body: `[${lists(100_000)},${lists(100_000)}]` }];
  const { error, refused } = await attack(compiler, { arazzo, openapi, replies });
  expect(refused).toEqual([]);
  expect(error).toMatchObject({ code: "invalid-answer" });
});

/** JSON of lists, each in the other. */
function lists(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

/** Lists of `width` empty lists and one more like it, so many levels deep. */
function nested(width: number, depth: number): unknown {
  const items = Array.from({ length: width }, (): unknown => []);
  return depth === 0 ? items : [...items, nested(width, depth - 1)];
}

function checkpointOf(error: unknown): object {
  return isWorkflowError(error) ? error.checkpoint.answers : {};
}
