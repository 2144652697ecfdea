import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { to, failureOf } from "../runtime/support/options.js";
import { serve, type Reply } from "../runtime/support/server.js";
import { Loaded } from "../support/load.js";
import { yaml } from "../support/yaml.js";
import { compiler, criterion, documentOf, things, type Case } from "./support/cases.js";

interface Row extends Case {
  readonly name: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** What the body has beside what every thing has, or all of it where it is no object. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly want: boolean;
}

const thing = { id: "a-1", state: "active", done: true, count: 5, date: "2026-06-01T00:00:00Z", level: 1 };

type Details = Omit<Row, "name" | "given" | "want">;

function simple(condition: string, want: boolean, details: Details = {}): Row {
  return { name: condition, given: criterion("simple", condition), want, ...details };
}

function path(condition: string, want: boolean, details: Details & { readonly context?: string } = {}): Row {
  const { context, ...others } = details;
  return { name: condition, given: criterion("jsonpath", condition, context), want, ...others };
}

function regex(condition: string, context: string, want: boolean, details: Details = {}): Row {
  return { name: `${condition} on ${context}`, given: criterion("regex", condition, context), want, ...details };
}

const rows: readonly Row[] = [
  // Text without regard to case.
  simple("$response.body#/id == 'A-1'", true),
  simple("$response.body#/id != 'A-1'", false),
  simple("$response.body#/state == 'ACTIVE' || $response.body#/count == 6", true),
  simple("$inputs.mode == 'fast'", true, { input: { mode: "Fast" } }),
  simple("$response.body#/id == $inputs.text", true, { input: { text: "A-1" } }),
  simple("$response.body#/id == $inputs.text", false),
  simple("$response.body#/id == 'a-{$inputs.number}'", true, { input: { number: 1 } }),
  simple("$response.body#/any == 'Straße'", true, { body: { any: "STRASSE" } }),
  // Numeric text beside numbers.
  simple("$statusCode == '200'", true),
  simple("$response.body#/price == 5", true, { body: { price: "5.00" } }),
  simple("$response.body#/price == 0", false, { body: { price: null } }),
  simple("$response.body#/price == 0", false, { body: { price: "" } }),
  simple("$response.body#/price < 10", true, { body: { price: "9" } }),
  simple("$response.body#/price < '10'", true, { body: { price: "9" } }),
  simple("$response.body#/price < '10'", false, { body: { price: "nine" } }),
  simple("$response.body#/any == 5", true, { body: { any: "5" } }),
  simple("$response.body#/any == '5'", true, { body: { any: 5 } }),
  simple("$response.body#/id == '1'", false, { body: { id: "01" } }),
  simple("$response.header.X-Count >= 3", true, { headers: { "x-count": "12" } }),
  simple("$response.header.X-Count >= 3", false),
  // Order, and what has none.
  simple("$response.body#/limit < 5", false),
  simple("!($response.body#/limit < 5)", true),
  simple("$response.body#/limit >= 0", false),
  simple("$response.body#/limit > -1", false),
  simple("$response.body#/nothing <= 5", false, { body: { nothing: null } }),
  simple("$response.body#/date > '2026-05-31'", true),
  simple("$response.body#/ended > '2026-05-31'", false),
  simple("$response.body#/ended > $response.body#/date", true, { body: { ended: "2026-06-01t00:00:01z" } }),
  simple("$response.body#/id > 'A-0'", true),
  // Null and what is absent.
  simple("$response.body#/price == null", true),
  simple("$response.body#/price == null", true, { body: { price: null } }),
  simple("$response.body#/price != null", true, { body: { price: "" } }),
  simple("$response.body#/owner == null", true),
  simple("$response.body#/nothing == $inputs.number", true, { body: { nothing: null } }),
  simple("$response.body#/limit == $inputs.number", true),
  simple("$response.body#/pets == $response.body#/tags", true),
  // Truth.
  simple("$response.body#/maybe", false),
  simple("!$response.body#/maybe", true),
  simple("$response.body#/maybe != false", true),
  simple("$response.body#/count", false, { body: { count: 0 } }),
  simple("$response.body#/id", false, { body: { id: "" } }),
  simple("$response.body#/owner", true, { body: { owner: {} } }),
  // Precedence.
  simple("$response.body#/done || $response.body#/done && $response.body#/count == 0", true),
  simple("($response.body#/done || $response.body#/done) && $response.body#/count == 0", false),
  simple("!($response.body#/done == true && $response.body#/count > 5)", true),
  simple("!(!$response.body#/done || $response.body#/id == 'A-1')", false),

  // Comparisons over paths.
  path(`$.id == "A-1"`, false),
  path(`$.id == "a-1" && $.count > 4`, true),
  path("$.price == null", true),
  path("$.price == $.ended", true, { body: { price: null } }),
  path("$.pets.length == 0", false),
  path("$.pets.length == 0", true, { body: { pets: [] } }),
  path("$.pets.length < 3", false),
  path("count($.pets) < 3", true),
  path("$.id.length == 2", true, { body: { id: "😀😀" } }),
  path("$.any > 5", false, { body: { any: "6" } }),
  path("$.any > 5", true, { body: { any: 6 } }),
  path("$.owner == $.any", true, { body: { owner: { name: "Tom" }, any: { name: "Tom" } } }),
  // Queries of RFC 9535.
  path("$.limit", false),
  path("$.nothing", true, { body: { nothing: null } }),
  path("$.owner", true, { body: { owner: {} } }),
  path("$.pets[*]", false, { body: { pets: [] } }),
  path("$.labels.*", true, { body: { labels: { a: "b" } } }),
  path("$[?@.state == 'active']", true),
  path("$[?@.maybe]", true, { body: { maybe: false } }),
  path("$[?@.price == null]", false),
  path("$[?@.price == null]", true, { body: { price: null } }),
  path("$[?@.limit == @.nothing]", true),
  path("$[?@.limit == @.nothing]", false, { body: { nothing: null } }),
  path("$[?@.limit <= @.nothing]", true),
  path("$[?count(@.owner) > 0]", true, { body: { owner: {} } }),
  path("$[?@.id == '{$inputs.text}']", false, { input: { text: "x' || @.id != '" } }),
  path("$.pets[?@.sold == true]", true, { body: { pets: [{ name: "a" }, { name: "b", sold: true }] } }),
  path("$.pets[?@.sold == true]", false),
  path("$.pets[?@.price > $.limit]", true, { body: { pets: [{ name: "a", price: 2 }], limit: 1 } }),
  path("$.tags[?@ == 'new']", true, { body: { tags: ["old", "new"] } }),
  path("$.labels[?@ == 'new']", true, { body: { labels: { a: "new" } } }),
  path("$[?@.name == 'Tom']", true, { operationId: "list", body: [{ name: "Tim" }, { name: "Tom" }] }),
  path("$[?@.name == 'Tom']", false, { operationId: "list", body: [] }),
  path("$[?@.a == 'x']", true, { context: "$inputs.any", input: { any: { a: "x" } } }),
  path("$[?@.a == 'x']", true, { context: "$inputs.any", input: { any: [{ a: "y" }, { a: "x" }] } }),
  path("$[?@.a != 'x']", false, { context: "$inputs.any" }),
  path("$..name", true, { body: { owner: { name: "Tom" } } }),
  path("$..name", false),
  path("$.pets[-1]", false, { body: { pets: [] } }),
  path("$.pets[?match(@.name, 'T.m')]", true, { body: { pets: [{ name: "Tom" }] } }),
  path("$..['{$inputs.text}']", true, { input: { text: "it's" }, body: { any: { "it's": 1 } } }),
  path("$..['{$inputs.text}']", false, { input: { text: "'] || $..['id" } }),
  path("$.tags[{$inputs.number}]", true, { input: { number: 1 }, body: { tags: ["a", "b"] } }),
  path("$.tags[{$inputs.number}]", false, { input: { number: 2 }, body: { tags: ["a", "b"] } }),

  // Regular expressions.
  regex("^2\\d{2}$", "$statusCode", true),
  regex("^a-\\d$", "$response.body#/id", true),
  regex("^A-\\d$", "$response.body#/id", false),
  regex("", "$response.body#/price", false, { body: { price: null } }),
  regex("", "$response.body#/price", true, { body: { price: "" } }),
  regex("^null$", "$response.body#/price", false, { body: { price: null } }),
  regex("^true$", "$inputs.flag", true, { input: { flag: true } }),
  regex('"name":"T', "$response.body#/owner", true, { body: { owner: { name: "Tom" } } }),
  regex("a/b\\/[/]", "$response.body#/id", true, { body: { id: "a/b//" } }),
  regex("^({$inputs.text})$", "$response.body#/id", true, { input: { text: "a.*+" }, body: { id: "a.*+" } }),
  regex("^({$inputs.text})$", "$response.body#/id", false, { input: { text: ".*" } }),
  regex("^x{$inputs.text}?$", "$response.body#/id", true, { body: { id: "x" } }),
  regex("^\\p{Script=Latin}-\\d$", "$response.body#/id", true),
];

describe("a condition", () => {
  let loaded: Loaded;

  beforeAll(async () => {
    const { files, findings } = await compiler().compile({ arazzo: documentOf(rows), openapi: things });
    expect(files.size, findings.join("\n")).toBeGreaterThan(0);
    loaded = new Loaded(files);
  });

  afterAll(() => loaded.remove());

  test.each(rows.map((row, index) => ({ ...row, index, title: `${row.want ? "holds" : "fails"}: ${row.name}` })))(
    "$title",
    async ({ index, input = {}, body, headers = {}, want }) => {
      const reply: Reply = { headers, body: Array.isArray(body) ? body : { ...thing, ...Object(body) } };
      const server = await serve([reply]);
      const fn = await loaded.fn(`case${index + 1}`);
      expect(await fn(input, to(server.url))).toEqual({ outcome: want ? "yes" : "no" });
      expect(server.requests).toHaveLength(1);
    },
  );
});

describe("a step whose success is no 2xx", () => {
  const arazzo = yaml`
    workflows:
    - workflowId: gone
      steps:
      - stepId: one
        operationId: read
        successCriteria: [{ condition: $statusCode == 404 }]
        outputs: { code: $response.body#/code }
        onFailure:
        - { name: there, type: end, criteria: [{ condition: $response.body#/state == 'active' }] }
      outputs: { code: $steps.one.outputs.code }
    - workflowId: known
      steps:
      - stepId: one
        operationId: read
        successCriteria: [{ condition: $statusCode < 500 }]
        outputs: { id: $response.body#/id, code: $response.body#/code }
      outputs: { id: $steps.one.outputs.id, code: $steps.one.outputs.code }
    - workflowId: both
      steps:
      - stepId: one
        operationId: read
        successCriteria: [{ condition: $statusCode == 200 || $statusCode == 404 && $response.body#/code == 7 }]
        outputs: { id: $response.body#/id }
      outputs: { id: $steps.one.outputs.id }
  `;
  let loaded: Loaded;

  beforeAll(async () => {
    const { files, findings } = await compiler().compile({ arazzo, openapi: things });
    expect(files.size, findings.join("\n")).toBeGreaterThan(0);
    loaded = new Loaded(files);
  });

  afterAll(() => loaded.remove());

  async function run(name: string, reply: Reply): Promise<unknown> {
    const server = await serve([reply]);
    const fn = await loaded.fn(name);
    return fn({}, to(server.url, { retries: 0 }));
  }

  test.each([
    { name: "gone", reply: { status: 404, body: { code: 7 } }, want: { outcome: "completed", code: 7 } },
    { name: "gone", reply: { status: 200, body: thing }, want: { outcome: "there" } },
    { name: "known", reply: { status: 200, body: thing }, want: { id: "a-1" } },
    { name: "known", reply: { status: 404, body: { code: 7 } }, want: { code: 7 } },
    { name: "both", reply: { status: 200, body: thing }, want: { id: "a-1" } },
    { name: "both", reply: { status: 404, body: { code: 7 } }, want: {} },
  ])("$name succeeds with $reply.status", async ({ name, reply, want }) => {
    expect(await run(name, reply)).toEqual(want);
  });

  test.each([
    { name: "gone", reply: { status: 500, body: { code: 7 } }, status: 500, outcome: "not-done" },
    { name: "gone", reply: { status: 200, body: { ...thing, state: "closed" } }, status: 200, outcome: "not-done" },
    { name: "known", reply: { status: 503, body: { code: 7 } }, status: 503, outcome: "not-done" },
    { name: "both", reply: { status: 404, body: { code: 8 } }, status: 404, outcome: "not-done" },
  ])("$name fails with $reply.status", async ({ name, reply, status, outcome }) => {
    const error = await failureOf(run(name, reply));
    expect(error).toMatchObject({ name: "StepFailedError", stepId: "one", status, outcome });
  });

  // What is no 2xx is kept once the run goes on behind it, and behind the last step it does not.
  test("ends the same way again, by one more read, where it was the last", async () => {
    const server = await serve([{ status: 404, body: { code: 7 } }]);
    const gone = await loaded.fn("gone");
    const kept: unknown[] = [];
    const first = await gone({}, { ...to(server.url), onCheckpoint: (checkpoint: unknown) => kept.push(checkpoint) });
    expect(await gone({}, { ...to(server.url), resume: kept.at(-1) })).toEqual(first);
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });
});
