import { afterAll, expect, onTestFinished, test } from "vitest";
import { to, failureOf } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { yaml } from "../support/yaml.js";

const openapi = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
        responses: { "204": { description: Made. } }
    /things/{id}:
      post:
        operationId: change
        parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: X-Tag, in: header, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties:
                  n: { type: number }
                  flag: { type: boolean }
                  kind: { type: string, enum: [a, b] }
                  list: { type: array, items: { type: string } }
                  more: { type: object, properties: { a: { type: string } } }
                  any: {}
                  none: { type: [string, "null"] }
        responses: { "204": { description: Done. } }
`;

const arazzo = yaml`
  workflows:
  - workflowId: test
    inputs:
      type: object
      required: [id, n, none]
      properties:
        id: { type: string }
        name: { type: string }
        tag: { type: string }
        n: { type: number }
        flag: { type: boolean }
        kind: {}
        list: { type: array, items: { type: string } }
        more: { type: object }
        any: {}
        none: { type: [string, "null"] }
        code: { type: string, x-deferred: true }
    steps:
    - stepId: make
      operationId: make
      requestBody: { payload: { name: $inputs.name } }
    - stepId: change
      operationId: change
      parameters:
      - { name: id, in: path, value: $inputs.id }
      - { name: X-Tag, in: header, value: $inputs.tag }
      requestBody:
        payload:
          n: $inputs.n
          flag: $inputs.flag
          kind: $inputs.kind
          list: $inputs.list
          more: $inputs.more
          any: $inputs.any
          none: $inputs.none
    - stepId: confirm
      operationId: make
      requestBody: { payload: { name: $inputs.code } }
`;

const { files, findings, workflow } = await new Compiler().compile({ arazzo, openapi });
const loaded = new Loaded(files);
afterAll(() => loaded.remove());

test("a function holds each of its inputs to its kind, and to the place that it goes to", () => {
  expect(findings).toEqual([]);
  expect(workflow().inputKinds.split(", ")).toEqual([
    '{ id: "path"',
    'name: "string?"',
    'tag: "header?"',
    'n: "number"',
    'flag: "boolean?"',
    'kind: "string?"',
    'list: "array?"',
    'more: "object?"',
    'any: "any?"',
    'none: "string | null"',
    'code: "string | function?" }',
  ]);
});

test.each([
  [{ id: "..", n: 1, none: null }, 'input id climbs the path: ".."'],
  [{ id: "", n: 1, none: null }, "input id is empty"],
  [{ n: 1, none: null }, "input id is missing"],
  [{ id: true, n: 1, none: null }, "input id is no text or number"],
  [{ id: Number.NaN, n: 1, none: null }, "input id is no text or number"],
  [{ id: "a", n: "1", none: null }, "input n must be of type number, not string"],
  [{ id: "a", n: 1, none: null, tag: "a\nb" }, "input tag holds what no header can"],
])("what the second step could not send keeps the first from being sent: %o", async (given, message) => {
  const server = await serve([{ status: 204 }]);
  const run = await loaded.fn("test");
  expect(await failureOf(run(given, to(server.url)))).toMatchObject({
    code: "invalid-input",
    message: `workflow test: ${message}`,
  });
  expect(server.requests).toEqual([]);
});

test("what is right is sent", async () => {
  const server = await serve([{ status: 204 }]);
  const run = await loaded.fn("test");
  await run({ id: "a", n: 1, none: null, tag: "t", code: async () => "c" }, to(server.url));
  expect(server.requests.map(({ url, body }) => [url, body])).toEqual([
    ["/things", "{}"],
    ["/things/a", '{"n":1,"none":null}'],
    ["/things", '{"name":"c"}'],
  ]);
});

test("a function without inputs checks none", async () => {
  const bare = yaml`
    workflows:
    - workflowId: test
      steps:
      - { stepId: make, operationId: make, requestBody: { payload: { name: a } } }
  `;
  const compiled = await new Compiler().compile({ arazzo: bare, openapi });
  expect(compiled.workflow().text).not.toContain("run.inputs");
});

test("numbers and truth values go to paths and headers that take them", async () => {
  const typed = yaml`
    paths:
      /things/{count}/{on}:
        get:
          operationId: look
          parameters:
          - { name: count, in: path, required: true, schema: { type: integer } }
          - { name: "on", in: path, required: true, schema: { type: boolean } }
          - { name: X-Count, in: header, schema: { type: integer } }
          - { name: X-On, in: header, schema: { type: boolean } }
          responses: { "204": { description: Seen. } }
  `;
  const look = yaml`
    workflows:
    - workflowId: test
      inputs:
        type: object
        required: [count, flag]
        properties:
          count: { type: integer }
          flag: { type: boolean }
          most: { type: integer }
          quick: { type: boolean }
      steps:
      - stepId: look
        operationId: look
        parameters:
        - { name: count, in: path, value: $inputs.count }
        - { name: "on", in: path, value: $inputs.flag }
        - { name: X-Count, in: header, value: $inputs.most }
        - { name: X-On, in: header, value: $inputs.quick }
  `;
  const compiled = await new Compiler().compile({ arazzo: look, openapi: typed });
  expect(compiled.workflow().inputKinds).toBe(
    '{ count: "path", flag: "path | boolean", most: "number?", quick: "boolean?" }',
  );
  const typedFiles = new Loaded(compiled.files);
  onTestFinished(() => typedFiles.remove());
  const run = await typedFiles.fn("test");
  const server = await serve([{ status: 204 }]);
  await run({ count: 5, flag: true, most: 7, quick: false }, to(server.url));
  expect(server.requests.map(({ url }) => url)).toEqual(["/things/5/true"]);
  expect(server.requests[0]?.headers).toMatchObject({ "x-count": "7", "x-on": "false" });
  for (const given of [{ count: Number.NaN }, { count: true }, { flag: Number.NaN }, { most: "7" }]) {
    const error = await failureOf(run({ count: 5, flag: true, ...given }, to(server.url)));
    expect(error).toMatchObject({ code: "invalid-input", stepId: undefined });
  }
  expect(server.requests).toHaveLength(1);
});

test("a list of a negative number is written so that every parser takes it", async () => {
  const { workflow } = await new Compiler().compile({
    arazzo: arazzo.replace(
      "list: { type: array, items: { type: string } }",
      "list: { type: array, items: { const: -3 } }",
    ),
    openapi: openapi.replace("items: { type: string }", "items: { type: number }"),
  });

  expect(workflow("test").text).toContain("list?: Array<-3> | undefined;");
});
