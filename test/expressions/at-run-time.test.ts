import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { Loaded } from "../support/load.js";
import { failureOf, quick } from "../runtime/support/options.js";
import { serve, type Reply } from "../runtime/support/server.js";
import { yaml } from "../support/yaml.js";

const api = yaml`
  paths:
    /things:
      get:
        operationId: list
        parameters: [{ name: PageToken, in: query, schema: { type: string } }]
        responses: { "200": { description: A page., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } } }
      post:
        operationId: create
        parameters: [{ name: X-Trace, in: header, schema: { type: string } }]
        requestBody: { required: true, content: { application/json: { schema: { type: object, required: [Name], properties: { Name: { type: string }, Kind: { type: string, enum: [a, b] }, Tags: { type: array, items: { type: string } }, Any: {} } } } } }
        responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    /things/{Sid}:
      get:
        operationId: fetch
        parameters: [{ name: Sid, in: path, required: true, schema: { type: string } }]
        responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    /texts:
      get: { operationId: text, responses: { "200": { description: Text., content: { text/csv: { schema: { type: string } } } } } }
      post: { operationId: silent, responses: { "202": { description: Later. } } }
  components:
    schemas:
      Thing: { type: object, required: [id], properties: { id: { type: string }, state: { type: string }, any: {}, labels: { type: object, additionalProperties: { type: string } }, shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }] } } }
      Circle: { type: object, required: [radius], properties: { radius: { type: number } } }
      Square: { type: object, required: [side], properties: { side: { type: number } } }
      Page: { type: object, required: [things], properties: { things: { type: array, items: { $ref: "#/components/schemas/Thing" } }, next: { type: [string, "null"] } } }
`;

const workflows = yaml`
  arazzo: 1.1.0
  $self: https://example.com/things.arazzo.yaml
  workflows:
  - workflowId: everything
    inputs: { required: [name], properties: { name: { type: string }, deep: {} } }
    steps:
    - stepId: create
      operationPath: "{$sourceDescriptions.api.url}#/paths/~1things/post"
      parameters: [{ name: X-Trace, in: header, value: "t-{$inputs.name}" }]
      requestBody: { contentType: application/json, payload: { Name: $inputs.name, Kind: a, Tags: [x, $inputs.name] } }
      outputs:
        url: $url
        method: $method
        status: $statusCode
        location: $response.header.Location
        body: $response.body
        trace: $request.header.x-trace
        sent: $request.body
        tag: $request.body#/Tags/1
        deep: $response.body#/any/list/1/name
        label: $response.body#/labels/color
        own: $response.body#/labels/constructor
        side: $response.body#/shape/side
        input: $inputs.deep.a.0
        text: "{$method} {$inputs.name} {$response.body#/labels} {$statusCode}"
    - stepId: fetch
      operationId: fetch
      parameters: [{ name: Sid, in: path, value: $steps.create.outputs#/body/id }]
      outputs: { sid: $request.path.Sid, url: $url }
    outputs:
      all: $steps.create.outputs
      fetched: $steps.fetch.outputs
      again: $outputs.all.text
      source: $sourceDescriptions.api.url
      self: $self
  - workflowId: pages
    steps:
    - stepId: page
      operationId: list
      x-poll: false
      parameters: [{ name: PageToken, in: query, value: $steps.page.outputs.next }]
      outputs: { next: $response.body#/next, sent: $request.query.PageToken, ids: { context: $response.body, selector: "$.things[*].id", type: jsonpath } }
      onSuccess: [{ name: more, type: goto, stepId: page, criteria: [{ condition: $response.body.next != null }] }]
    outputs: { lastSent: $steps.page.outputs.sent, ids: $steps.page.outputs.ids }
  - workflowId: picks
    steps:
    - stepId: page
      operationId: list
      outputs:
        first: { context: $response.body, selector: /things/0/id, type: jsonpointer }
        last: { context: $response.body, selector: "$.things[-1].id", type: jsonpath }
        done: { context: $response.body, selector: "$.things[?@.state == 'done'].id", type: jsonpath }
        states: { context: $response.body, selector: "$.things[*].state", type: jsonpath }
        deep: { context: $response.body, selector: "$..radius", type: jsonpath }
    - stepId: use
      operationId: create
      requestBody:
        payload:
          Name: { context: $steps.page.outputs, selector: /first, type: jsonpointer }
          Tags: $steps.page.outputs.done
          Any: { context: $steps.page.outputs.deep, selector: "$[0]", type: jsonpath }
    - stepId: last
      operationId: fetch
      parameters: [{ name: Sid, in: path, value: $steps.page.outputs.last }]
    outputs: { all: $steps.page.outputs }
  - workflowId: maybe
    steps:
    - stepId: create
      operationId: create
      requestBody: { payload: { Name: a } }
      outputs: { id: $response.body#/id }
      onSuccess: [{ name: skip, type: goto, stepId: last, criteria: [{ condition: $response.body.state == 'done' }] }]
    - stepId: fetch
      operationId: fetch
      parameters: [{ name: Sid, in: path, value: $steps.create.outputs.id }]
      outputs: { method: $method, id: $response.body#/id }
    - stepId: last
      operationId: list
    outputs: { method: $steps.fetch.outputs.method, id: $steps.fetch.outputs.id }
  - workflowId: texts
    steps:
    - { stepId: silent, operationId: silent, outputs: { status: $statusCode } }
    - { stepId: text, operationId: text, outputs: { all: $response.body } }
    outputs: { status: $steps.silent.outputs.status, all: $steps.text.outputs.all }
`;

let loaded: Loaded;
beforeAll(async () => {
  const { findings, files } = await compile({ arazzo: workflows, openapi: api });
  expect(findings.filter((finding) => / (error|warning) /.test(finding))).toEqual([]);
  loaded = new Loaded(files);
});

afterAll(() => loaded.remove());

async function run(
  name: string,
  input: Readonly<Record<string, unknown>>,
  replies: readonly Reply[],
): Promise<{ readonly result: Promise<unknown>; readonly asked: () => readonly string[]; readonly url: string }> {
  const { url, requests } = await serve(replies);
  const fn = await loaded.fn(name);
  const result = fn(input, { baseUrl: url, runner: quick().runner });
  result.catch(() => undefined);
  return {
    result,
    url,
    asked: () => requests.map(({ method, url: path, body }) => `${method} ${path} ${body}`.trim()),
  };
}

const thing = {
  id: "TH1",
  any: { list: ["a", { name: "deep" }] },
  labels: { color: "red" },
  shape: { side: 3 },
};

describe("everything that a step knows", () => {
  test("comes out as it went in", async () => {
    const headers = { Location: "/things/TH1" };
    const { result, asked, url } = await run("everything", { name: "Ann", deep: { a: ["first"] } }, [
      { status: 201, headers, body: thing },
      { body: { id: "TH1" } },
    ]);
    expect(await result).toEqual({
      all: {
        url: `${url}/things`,
        method: "POST",
        status: 201,
        location: "/things/TH1",
        body: thing,
        trace: "t-Ann",
        sent: { Name: "Ann", Kind: "a", Tags: ["x", "Ann"] },
        tag: "Ann",
        deep: "deep",
        label: "red",
        own: undefined,
        side: 3,
        input: "first",
        text: 'POST Ann {"color":"red"} 201',
      },
      fetched: { sid: "TH1", url: `${url}/things/TH1` },
      again: 'POST Ann {"color":"red"} 201',
      source: "./openapi.yaml",
      self: "https://example.com/things.arazzo.yaml",
    });
    expect(asked()).toEqual(['POST /things {"Name":"Ann","Kind":"a","Tags":["x","Ann"]}', "GET /things/TH1"]);
  });

  test("is missing where the answer does not have it, and nothing breaks", async () => {
    const { result } = await run("everything", { name: "Ann" }, [
      { status: 201, body: { id: "TH1", any: "text", shape: { radius: 1 } } },
      { body: { id: "TH1" } },
    ]);
    expect(await result).toMatchObject({ all: { location: null, text: "POST Ann  201" } });
    const { all } = (await result) as { all: Record<string, unknown> };
    expect([all["deep"], all["label"], all["own"], all["side"], all["input"]]).toEqual(Array(5).fill(undefined));
  });

  test("is demanded where a later step needs it", async () => {
    const { result, asked } = await run("everything", { name: "Ann" }, [{ status: 201, body: {} }]);
    expect(await failureOf(result)).toMatchObject({ name: "MissingOutputError", stepId: "create" });
    expect(asked()).toHaveLength(1);
  });
});

test("what was sent is what was sent, also when the answer has changed what would be sent next", async () => {
  const { result, asked } = await run("pages", {}, [
    { body: { things: [{ id: "1" }], next: "p2" } },
    { body: { things: [{ id: "2" }], next: "p3" } },
    { body: { things: [{ id: "3" }, { id: "4" }], next: null } },
  ]);
  expect(await result).toEqual({ lastSent: "p3", ids: ["3", "4"] });
  expect(asked()).toEqual(["GET /things", "GET /things?PageToken=p2", "GET /things?PageToken=p3"]);
});

describe("Selector Objects pick", () => {
  const page = {
    things: [
      { id: "1", state: "done" },
      { id: "2", shape: { radius: 7 } },
      { id: "3", state: "done" },
    ],
  };
  test("single values, lists, and what a filter finds", async () => {
    const { result, asked } = await run("picks", {}, [{ body: page }, { status: 201, body: thing }, { body: thing }]);
    expect(await result).toEqual({
      all: { first: "1", last: "3", done: ["1", "3"], states: ["done", "done"], deep: [7] },
    });
    expect(asked()).toEqual(["GET /things", 'POST /things {"Name":"1","Tags":["1","3"],"Any":7}', "GET /things/3"]);
  });

  test("nothing from an empty list, and what needs it says so", async () => {
    const { result } = await run("picks", {}, [{ body: { things: [] } }]);
    expect(await failureOf(result)).toMatchObject({ name: "MissingOutputError" });
  });
});

describe("an output of a step that may not have run", () => {
  test("is there where it has", async () => {
    const { result } = await run("maybe", {}, [
      { status: 201, body: { id: "1" } },
      { body: { id: "2" } },
      { body: { things: [] } },
    ]);
    expect(await result).toEqual({ method: "GET", id: "2" });
  });

  test("is missing where it has not, constants too", async () => {
    const { result, asked } = await run("maybe", {}, [
      { status: 201, body: { id: "1", state: "DONE" } },
      { body: { things: [] } },
    ]);
    expect(await result).toEqual({ method: undefined, id: undefined });
    expect(asked()).toEqual(['POST /things {"Name":"a"}', "GET /things"]);
  });
});

test("an answer that is documented as text is text, and one that is documented without a body may be empty", async () => {
  const headers = { "content-type": "text/csv" };
  const { result } = await run("texts", {}, [{ status: 202 }, { headers, body: "a,b\n1,2" }]);
  expect(await result).toEqual({ status: 202, all: "a,b\n1,2" });
});
