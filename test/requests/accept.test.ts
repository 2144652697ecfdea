import { expect, onTestFinished, test } from "vitest";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

const compiler = new Compiler();
const schema = "schema: { type: object, properties: { id: { type: string } } }";
const json = "application/json, */*;q=0.1";

/** The responses of the operation, and the `Accept` of the request. */
const rows: readonly {
  readonly name: string;
  readonly given: string;
  readonly want: string;
  readonly type?: string;
  /** Whether it is said that the answer is a stream. */
  readonly isStream?: boolean;
}[] = [
  { name: "JSON", given: `"200": { description: Ok., content: { application/json: { ${schema} } } }`, want: json },
  {
    name: "XML and JSON, of which JSON is read",
    given: `"200": { description: Ok., content: { application/xml: { ${schema} }, application/json: { ${schema} } } }`,
    want: json,
  },
  {
    name: "JSON of kinds of its own",
    given: `"200": { description: Ok., content: { text/xml: {}, application/vnd.a+json: { ${schema} }, "application/hal+json; v=1": {} } }`,
    want: "application/vnd.a+json, application/hal+json",
    type: "application/vnd.a+json",
  },
  {
    name: "text",
    given: '"200": { description: Ok., content: { text/csv: { schema: { type: string } } } }',
    want: "text/csv",
    type: "text/csv",
  },
  {
    name: "a file",
    given: '"200": { description: Ok., content: { image/png: {}, image/*: {} } }',
    want: "image/png, image/*",
    type: "image/png",
  },
  {
    name: "a stream of events, or JSON",
    given: `"200": { description: Ok., content: { text/event-stream: {}, application/json: { ${schema} } } }`,
    want: json,
  },
  ...[
    "text/event-stream",
    "application/x-ndjson",
    "application/jsonl",
    "application/json-seq",
    "application/stream+json",
  ].map((type) => ({
    name: `a stream, ${type}`,
    given: `"200": { description: Ok., content: { ${type}: { ${schema} } } }`,
    want: type,
    type,
    isStream: true,
  })),
  {
    name: "anything",
    given: `"200": { description: Ok., content: { "*/*": { ${schema} } } }`,
    want: json,
  },
  { name: "nothing", given: '"204": { description: Done. }', want: json },
  {
    name: "an error of another kind, which is not asked for",
    given: `"200": { description: Ok., content: { application/json: { ${schema} } } }, "400": { description: No., content: { application/problem+xml: {} } }`,
    want: json,
  },
];

test.each(rows)("where the answer is $name, the request accepts $want", async ({ given, want, type, isStream }) => {
  const openapi = `
paths:
  /x:
    get: { operationId: get, responses: { ${given} } }
`;
  const arazzo = `
workflows:
- workflowId: test
  steps: [{ stepId: a, operationId: get }]
`;
  const { files, findings } = await compiler.compile({ openapi, arazzo });
  expect(findings.map((finding) => finding.includes(" streamed-answer "))).toEqual(isStream === true ? [true] : []);
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const server = await serve([{ headers: { "content-type": type ?? "application/json" }, body: "{}" }]);
  await (
    await loaded.fn("test")
  )({}, to(server.url));
  expect(server.requests.map(({ headers }) => headers["accept"])).toEqual([want]);
});

compiler.testTypes();
