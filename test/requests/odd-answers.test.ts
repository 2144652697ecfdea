import { expect, onTestFinished, test } from "vitest";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { to } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { type AnyWorkflow, Loaded } from "../support/load.js";

const compiler = new Compiler();

/** A workflow that reads the answer of `POST /make`, in one of the ways in which generated code does. */
interface Case {
  readonly name: string;
  /** The schema of the answer, in YAML. */
  readonly schema: string;
  /** What stands at the step that gets it, in YAML. */
  readonly step: string;
  /** What stands behind it in the workflow, in YAML. */
  readonly behind?: string;
  /** What is documented beside the 201, in YAML. */
  readonly responses?: string;
  /** @default 201 */
  readonly status?: number;
  /** What comes after all that is as documented. */
  readonly good: unknown;
  /** How the run ends with each odd body: the code of its error, or else what it returns. */
  readonly want: Readonly<Record<keyof typeof oddities, unknown>>;
  readonly more?: Readonly<Record<string, { readonly body: unknown; readonly want: unknown }>>;
}

/** What comes in place of the answer. */
const oddities = {
  null: { body: "null" },
  list: { body: "[]" },
  number: { body: "5" },
  text: { body: '"x"' },
  object: { body: "{}" },
  truncated: { body: '{"a": {"b"' },
  empty: {},
  nothing: { status: 204 },
} as const satisfies Readonly<Record<string, Reply>>;

const invalid = "invalid-answer";
const all = every(invalid);
const failed = every("step-failed");
const deep =
  "{ type: object, required: [a], properties: { a: { type: object, required: [b], properties: { b: { type: object, required: [c], properties: { c: { type: string } } } } } } }";
const flat = "{ type: object, properties: { c: { type: string } } }";
const list =
  "{ type: object, required: [items], properties: { items: { type: array, items: { type: object, required: [a], properties: { a: { type: object, required: [state], properties: { state: { type: string } } } } } } } }";
const optionalList = list.replace("required: [items], ", "");

const cases: readonly Case[] = [
  {
    name: "nothing of it",
    schema: deep,
    step: "successCriteria: [{ condition: $statusCode == 201 }]",
    good: { a: { b: { c: "x" } } },
    want: { ...every({}), nothing: "step-failed" },
    more: {
      "a page": { body: "<p>Done.</p>", want: {} },
      "brackets that never close": { body: "[".repeat(3_000), want: {} },
    },
  },
  {
    name: "nothing of it but an output that nobody asks for",
    schema: deep,
    step: "outputs: { c: $response.body#/a/b/c }",
    behind: "- { stepId: two, operationId: find, parameters: [{ name: q, in: query, value: x }] }",
    good: { a: { b: { c: "x" } } },
    want: { ...every({}) },
  },
  {
    name: "nothing of it but a header",
    schema: deep,
    step: "outputs: { type: $response.header.X-Made }",
    behind: "outputs: { type: $steps.one.outputs.type }",
    good: { a: { b: { c: "x" } } },
    want: { ...every({ type: null }) },
  },
  {
    name: "an output that may be missing",
    schema: flat,
    step: "outputs: { c: $response.body#/c }",
    behind: "outputs: { c: $steps.one.outputs.c }",
    good: { c: "x" },
    want: { ...all, object: {}, nothing: {} },
    more: { "a page": { body: "<p>Done.</p>", want: invalid } },
  },
  {
    name: "an output deep inside",
    schema: deep,
    step: "outputs: { c: $response.body#/a/b/c }",
    behind: "outputs: { c: $steps.one.outputs.c }",
    good: { a: { b: { c: "x" } } },
    want: { ...all },
    more: {
      "a parent that is null": { body: { a: null }, want: invalid },
      "a parent that is a number": { body: { a: { b: 5 } }, want: invalid },
      "a parent that is a list": { body: { a: { b: [] } }, want: invalid },
    },
  },
  {
    name: "several outputs",
    schema: "{ type: object, properties: { c: { type: string }, d: { type: string } } }",
    step: "outputs: { c: $response.body#/c, d: $response.body#/d }\n    onSuccess: [{ name: far, type: end, criteria: [{ condition: $response.body#/c == 'x' && $response.body#/d == 'y' }] }]",
    behind: "outputs: { c: $steps.one.outputs.c, d: $steps.one.outputs.d }",
    good: { c: "1", d: "2" },
    want: { ...all, object: { outcome: "completed" }, nothing: { outcome: "completed" } },
  },
  {
    name: "a value for the next step",
    schema: flat,
    step: "outputs: { c: $response.body#/c }",
    behind: "- { stepId: two, operationId: find, parameters: [{ name: q, in: query, value: $steps.one.outputs.c }] }",
    good: { c: "x" },
    want: { ...all, object: "missing-output", nothing: "missing-output" },
  },
  {
    name: "a value inside of a text",
    schema: "{ type: object, required: [c], properties: { c: { type: string } } }",
    step: "outputs: { c: $response.body#/c }",
    behind:
      "- { stepId: two, operationId: find, parameters: [{ name: q, in: query, value: 'client:{$steps.one.outputs.c}' }] }",
    good: { c: "x" },
    want: { ...all },
    more: {
      "an object in place of a text": { body: { c: { toString: 1 } }, want: invalid },
      "nothing in place of a text": { body: { c: null }, want: invalid },
    },
  },
  {
    name: "a condition on the body",
    schema: deep,
    step: "successCriteria: [{ condition: $statusCode == 201 }, { condition: $response.body#/a/b/c == 'x' }]",
    good: { a: { b: { c: "x" } } },
    want: { ...all, nothing: "step-failed" },
  },
  {
    name: "a condition of an action",
    schema: deep,
    step: "onSuccess: [{ name: far, type: end, criteria: [{ condition: $response.body#/a/b/c == 'x' }] }]",
    good: { a: { b: { c: "x" } } },
    want: { ...all },
  },
  {
    name: "a pattern",
    schema: deep,
    step: "successCriteria: [{ condition: '^x', type: regex, context: $response.body#/a/b/c }]",
    good: { a: { b: { c: "x" } } },
    want: { ...all },
  },
  {
    name: "items of a list",
    schema: list,
    step: "successCriteria: [{ context: $response.body, type: jsonpath, condition: \"$.items[?@.a.state == 'x']\" }]",
    good: { items: [{ a: { state: "x" } }] },
    want: { ...all },
    more: {
      "an object in place of the list": { body: { items: {} }, want: invalid },
      "items that are null": { body: { items: [null, 5, {}, { a: null }] }, want: "step-failed" },
    },
  },
  {
    name: "items of a list that may be missing",
    schema: optionalList,
    step: "successCriteria: [{ context: $response.body, type: jsonpath, condition: \"$.items[?@.a.state == 'x']\" }]",
    good: { items: [{ a: { state: "x" } }] },
    want: { ...all, object: "step-failed", nothing: "step-failed" },
    more: {
      "an object in place of the list": { body: { items: {} }, want: "step-failed" },
      "a text in place of the list": { body: { items: "x" }, want: "step-failed" },
    },
  },
  {
    name: "how long a list is",
    schema: list,
    step: "successCriteria: [{ context: $response.body, type: jsonpath, condition: $.items.length > 0 }]",
    good: { items: [{ a: { state: "x" } }] },
    want: { ...all },
    more: { "no list": { body: { items: null }, want: invalid } },
  },
  {
    name: "the members of a map",
    schema:
      "{ type: object, required: [m], properties: { m: { type: object, additionalProperties: { type: object, required: [state], properties: { state: { type: string } } } } } }",
    step: "successCriteria: [{ context: $response.body, type: jsonpath, condition: \"$.m[?@.state == 'x']\" }]",
    good: { m: { k: { state: "x" } } },
    want: { ...all },
    more: { "members that are null": { body: { m: { k: null } }, want: "step-failed" } },
  },
  {
    name: "the members of a map that is the whole answer",
    schema:
      "{ type: object, additionalProperties: { type: object, required: [state], properties: { state: { type: string } } } }",
    step: "successCriteria: [{ context: $response.body, type: jsonpath, condition: \"$[?@.state == 'x']\" }]",
    good: { k: { state: "x" } },
    want: { ...all, object: "step-failed", nothing: "step-failed" },
    more: {
      "a member that passes": { body: { j: { state: "y" }, k: { state: "x" } }, want: {} },
      "members that are null": { body: { k: null }, want: "step-failed" },
    },
  },
  {
    name: "a list as a whole",
    schema: "{ type: array, items: { type: object, required: [c], properties: { c: { type: string } } } }",
    step: "outputs: { c: $response.body#/0/c }",
    behind: "outputs: { c: $steps.one.outputs.c }",
    good: [{ c: "x" }],
    want: { ...all, list: {} },
    more: { "an item that is null": { body: [null], want: {} } },
  },
  {
    name: "what the items of a list hold",
    schema: list,
    step: "outputs: { c: { context: $response.body, selector: '$.items[*].a', type: jsonpath } }",
    behind: "outputs: { c: $steps.one.outputs.c }",
    good: { items: [{ a: { state: "x" } }] },
    want: { ...all, object: { c: [] }, nothing: { c: [] } },
    more: { "items that are null": { body: { items: [null, 5] }, want: { c: [] } } },
  },
  {
    name: "what a failure says",
    schema: flat,
    status: 400,
    responses: '"400": { description: No., content: { application/json: { schema: ' + deep + " } } }",
    step: "onFailure: [{ name: known, type: end, criteria: [{ condition: $response.body#/a/b/c == 'x' }] }]",
    good: {},
    want: { ...failed, nothing: { outcome: "completed" } },
  },
  {
    name: "an error that nobody documents, of which it is asked what it is not",
    schema: flat,
    status: 409,
    step: `onFailure: [{ name: known, type: end, criteria: [{ context: $response.body, type: jsonpath, condition: "$[?!(@.c == 'x')]" }] }]`,
    good: { c: "y" },
    want: {
      ...every({ outcome: "known" }),
      null: "step-failed",
      list: "step-failed",
      empty: "step-failed",
      nothing: { outcome: "completed" },
    },
  },
];

test.each(cases)("$name", { timeout: 30_000 }, async (given) => {
  const replies = new Map<string, Reply>([
    ...Object.entries(oddities),
    ...Object.entries(given.more ?? {}).map(([name, { body }]) => [name, { body }] as const),
  ]);
  const more = Object.entries(given.more ?? {}).map(([name, { want }]) => [name, want] as const);
  const want = { ...given.want, ...Object.fromEntries(more) };
  const fn = await workflowOf(given);
  const ended: Record<string, unknown> = {};
  for (const [name, reply] of replies) ended[name] = await ending(fn, { status: given.status ?? 201, ...reply });
  expect(ended).toEqual(want);
  expect(await ending(fn, { status: given.status ?? 201, body: given.good })).not.toBe(invalid);
});

compiler.testTypes();

async function workflowOf(given: Case): Promise<AnyWorkflow> {
  const { files, findings } = await compiler.compile({ arazzo: arazzo(given), openapi: openapi(given) });
  if (files.size === 0) throw new Error(findings.join("\n"));
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  return loaded.fn("test");
}

/** What the run returns, or the code of the error that it ends in, which has a checkpoint. */
async function ending(fn: AnyWorkflow, reply: Reply): Promise<unknown> {
  const { url } = await serve(({ method }) => (method === "POST" ? reply : { body: {} }));
  try {
    return await fn({}, to(url, { retries: 0 }));
  } catch (error) {
    if (!isWorkflowError(error)) return error;
    expect(error.checkpoint).toMatchObject({ workflow: "test" });
    return error.code;
  }
}

function every<Want>(want: Want): Record<keyof typeof oddities, Want> {
  return {
    null: want,
    list: want,
    number: want,
    text: want,
    object: want,
    truncated: want,
    empty: want,
    nothing: want,
  };
}

function openapi({ schema, responses = "" }: Case): string {
  return `
paths:
  /make:
    post:
      operationId: make
      responses:
        "201": { description: Done., content: { application/json: { schema: ${schema} } } }
        ${responses}
  /find:
    get:
      operationId: find
      parameters: [{ name: q, in: query, required: true, schema: { type: string } }]
      responses: { "200": { description: Done., content: { application/json: { schema: { type: object } } } } }
`;
}

function arazzo({ step, behind = "" }: Case): string {
  return `
arazzo: 1.1.0
workflows:
- workflowId: test
  steps:
  - stepId: one
    operationId: make
    ${step}
  ${behind}
`;
}
