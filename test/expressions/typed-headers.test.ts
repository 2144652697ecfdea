import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureOf, quick } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { yaml } from "../support/yaml.js";

// A header of an answer is a text on the wire, and what its document says that it is in code.

const compiler = new Compiler();

const api = yaml`
  paths:
    /things:
      get:
        operationId: list
        responses:
          "200":
            description: A page.
            headers:
              X-Total-Count: { schema: { type: integer } }
              X-Rate: { schema: { type: [number, "null"] } }
              X-Limit: { $ref: "#/components/headers/Limit" }
              X-More: { schema: { type: boolean } }
              X-Level: { schema: { enum: [1, 2] } }
              X-Only: { schema: { const: true } }
              X-Next: { required: true, schema: { type: integer } }
              X-Odd: { schema: { type: integer } }
              X-Sent: { schema: { type: string, format: date-time } }
              X-Tags: { schema: { type: array, items: { type: integer } } }
              X-Any: { schema: {} }
              X-Bare: { description: Nothing is said of it. }
              Last-Modified: { schema: { type: string } }
          "206":
            description: A part of it.
            headers: { X-Total-Count: { schema: { type: integer } }, X-Odd: { schema: { type: string } } }
          "429": { description: Later., headers: { Retry-After: { schema: { type: integer } } } }
    /pages:
      get:
        operationId: page
        parameters: [{ name: offset, in: query, required: true, schema: { type: integer } }]
        responses: { "200": { description: A page. } }
  components: { headers: { Limit: { schema: { type: integer } } } }
`;

const oneStep = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: list
      operationId: list
      outputs: { x: <given> }
    outputs: { x: $steps.list.outputs.x }
`;

describe("a header that is documented as", () => {
  const text = (name: string): string[] => ["x: string | null;", `return { x: list.response.headers.get("${name}") };`];
  const as = (name: string, kind: string): string[] => [
    `x: ${kind} | null;`,
    `return { x: headerAs(run, list.response, "${name}", "${kind}", "list") };`,
  ];
  testEach<{ name: string; given: string; want: string[] }>([
    { name: "an integer is a number", given: "X-Next", want: as("X-Next", "number") },
    { name: "a number or null is a number", given: "X-Rate", want: as("X-Rate", "number") },
    { name: "a number elsewhere is a number", given: "X-Limit", want: as("X-Limit", "number") },
    { name: "a boolean is a boolean", given: "X-More", want: as("X-More", "boolean") },
    { name: "one of some numbers is a number", given: "X-Level", want: as("X-Level", "number") },
    { name: "the one boolean is a boolean", given: "X-Only", want: as("X-Only", "boolean") },
    { name: "a number in another case is a number", given: "x-next", want: as("x-next", "number") },
    { name: "a number by all answers that have it", given: "X-Total-Count", want: as("X-Total-Count", "number") },
    { name: "a number by some answers, and a text by others, is a text", given: "X-Odd", want: text("X-Odd") },
    { name: "a date is a text", given: "X-Sent", want: text("X-Sent") },
    { name: "a list is a text", given: "X-Tags", want: text("X-Tags") },
    { name: "anything is a text", given: "X-Any", want: text("X-Any") },
    { name: "nothing in particular is a text", given: "X-Bare", want: text("X-Bare") },
    { name: "a number of another answer is a text", given: "Retry-After", want: text("Retry-After") },
    { name: "an HTTP date is a text", given: "Last-Modified", want: text("Last-Modified") },
  ])(async ({ given, want }) => {
    const arazzo = oneStep.replace("<given>", `$response.header.${given}`);
    const told = await compiler.told({ arazzo, openapi: api }, ({ output, afterwards }) =>
      [/x: .*;/.exec(output)?.[0], /return .*;/.exec(afterwards)?.[0]].join("\n"),
    );
    expectText(told, want.join("\n"));
  });
});

const pages = yaml`
  workflows:
  - workflowId: pages
    steps:
    - stepId: first
      operationId: list
      outputs: { next: $response.header.X-Next, more: $response.header.X-More, total: $response.header.X-Total-Count }
      onSuccess: [{ name: empty, type: end, criteria: [{ condition: $response.header.X-Total-Count == 0 }] }]
    - stepId: second
      operationId: page
      parameters: [{ name: offset, in: query, value: $steps.first.outputs.next }]
    outputs: { more: $steps.first.outputs.more, total: $steps.first.outputs.total }
  - workflowId: later
    steps:
    - stepId: list
      operationId: list
      onFailure:
      - { name: soon, type: end, criteria: [{ condition: $response.header.Retry-After < 60 }] }
      - { name: late, type: end }
`;

describe("at run time", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    const { findings, files } = await compiler.compile({ arazzo: pages, openapi: api });
    expect(findings).toEqual([]);
    loaded = new Loaded(files);
  });
  afterAll(() => loaded.remove());

  const good = { "X-Next": " 20 ", "X-More": "true", "X-Total-Count": "31" };
  const refused = (name: string, kind: string): object => ({
    name: "InvalidAnswerError",
    stepId: "first",
    status: 200,
    body: "",
    message: expect.stringContaining(`step first: the header ${name} of the answer is no ${kind}`),
  });
  const cases: {
    name: string;
    fn?: string;
    first: Reply;
    want?: object;
    asked?: string[];
    fails?: object;
  }[] = [
    {
      name: "it is what it is documented to be",
      first: { headers: good },
      want: { outcome: "completed", more: true, total: 31 },
      asked: ["/things", "/pages?offset=20"],
    },
    {
      name: "what is not there is null",
      first: { headers: { "X-Next": "-1.5e1" } },
      want: { outcome: "completed", more: null, total: null },
      asked: ["/things", "/pages?offset=-15"],
    },
    {
      name: "what is empty is not there",
      first: { headers: { ...good, "X-More": "" } },
      want: { outcome: "completed", more: null, total: 31 },
      asked: ["/things", "/pages?offset=20"],
    },
    {
      name: "an integer that no number holds goes on as it came",
      first: { headers: { ...good, "X-Next": "90071992547409931" } },
      want: { outcome: "completed", more: true, total: 31 },
      asked: ["/things", "/pages?offset=90071992547409931"],
    },
    {
      name: "a condition compares it as a number",
      first: { headers: { ...good, "X-Total-Count": "0" } },
      want: { outcome: "empty", more: true, total: 0 },
      asked: ["/things"],
    },
    {
      name: "what a later step needs is demanded",
      first: { headers: { "X-More": "true" } },
      fails: { name: "MissingOutputError", expression: "$steps.first.outputs.next", stepId: "first" },
      asked: ["/things"],
    },
    ...["many", "1, 2", "0x10", "true", "NaN", '"20"', "null"].map((text) => ({
      name: `${text} is no number`,
      first: { headers: { ...good, "X-Next": text } },
      fails: refused("X-Next", "number"),
      asked: ["/things"],
    })),
    ...["yes", "1", "TRUE"].map((text) => ({
      name: `${text} is no boolean`,
      first: { headers: { ...good, "X-More": text } },
      fails: refused("X-More", "boolean"),
    })),
    {
      name: "an answer that fails the step has texts",
      fn: "later",
      first: { status: 429, headers: { "Retry-After": "5" } },
      want: { outcome: "soon" },
    },
    {
      name: "and they may be anything",
      fn: "later",
      first: { status: 429, headers: { "Retry-After": "Sat, 28 Nov 2026 12:00:00 GMT" } },
      want: { outcome: "late" },
    },
  ];
  test.each(cases)("$name", async ({ fn = "pages", first, want, fails, asked }) => {
    const { url, requests } = await serve([{ body: {}, ...first }, { body: {} }]);
    const call = await loaded.fn(fn);
    const result = call({}, { baseUrl: url, runner: quick().runner, retries: 0 });
    if (fails) expect(await failureOf(result)).toMatchObject(fails);
    else expect(await result).toEqual(want);
    if (asked) expect(requests.map((request) => request.url)).toEqual(asked);
  });
});

compiler.testTypes();
