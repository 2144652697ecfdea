import { expect, onTestFinished, test } from "vitest";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { compile } from "../support/compile.js";
import { Loaded } from "../support/load.js";

const openapi = `
paths:
  /things:
    post:
      operationId: make
      responses:
        "200": { description: Made., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer, format: int64 }, ids: { type: array, items: { type: integer, format: int64 } }, note: { type: string } } } } } }
        "400": { description: No., content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } }
  /things/{id}:
    get:
      operationId: find
      parameters:
      - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
      - { name: q, in: query, schema: { type: integer, format: int64 } }
      - { name: note, in: query, schema: { type: string } }
      responses: { "200": { description: Found. } }
  /forms:
    post:
      operationId: fill
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { id: { type: integer, format: int64 } } } } } }
      responses: { "200": { description: Filled. } }
`;

const arazzo = `
arazzo: 1.1.0
workflows:
- workflowId: test
  steps:
  - stepId: one
    operationId: make
    outputs: { id: $response.body#/id, last: $response.body#/ids/0, note: $response.body#/note }
  - stepId: two
    operationId: find
    parameters:
    - { name: id, in: path, value: $steps.one.outputs.id }
    - { name: q, in: query, value: $steps.one.outputs.last }
    - { name: note, in: query, value: 'no {$steps.one.outputs.id}' }
  - stepId: three
    operationId: fill
    requestBody: { payload: { id: $steps.one.outputs.id } }
  - stepId: four
    workflowId: other
    parameters: [{ name: id, value: $steps.one.outputs.id }]
  outputs: { id: $steps.one.outputs.id, note: $steps.one.outputs.note }
- workflowId: other
  inputs: { type: object, required: [id], properties: { id: { type: integer, format: int64 } } }
  steps:
  - stepId: one
    operationId: find
    parameters: [{ name: id, in: path, value: $inputs.id }]
`;

test.each([
  ["9007199254740993", "9007199254740993"],
  ["-9007199254740993", "-9007199254740993"],
  ["123456789012345678901234567890", "123456789012345678901234567890"],
  ["9007199254740991", 9007199254740991],
  ["1234567890123456.5", 1234567890123456.5],
  ["7", 7],
])("the number %s goes from an answer into requests as it is", { timeout: 30_000 }, async (digits, id) => {
  const { files, findings } = await compile({ arazzo, openapi });
  if (files.size === 0) throw new Error(findings.join("\n"));
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const note = `"no 9007199254740993", \\ 12345678901234567`;
  const body = `{ "id": ${digits}, "ids": [${digits}], "note": ${JSON.stringify(note)} }`;
  const { url, requests } = await serve(({ url: path }) => ({ body: path === "/things" ? body : {} }));
  const fn = await loaded.fn("test");
  expect(await fn({}, to(url))).toEqual({ id, note });
  expect(requests.slice(1).map((request) => `${request.method} ${request.url} ${request.body}`)).toEqual([
    `GET /things/${digits}?q=${digits}&note=no%20${digits} `,
    `POST /forms id=${digits}`,
    `GET /things/${digits} `,
  ]);
});

test("a text with long numbers that is no JSON stays as it is", { timeout: 30_000 }, async () => {
  const { files } = await compile({ arazzo, openapi });
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const { url } = await serve([{ status: 400, body: "order 9007199254740993 failed" }]);
  const fn = await loaded.fn("test");
  const error = await fn({}, to(url)).catch((thrown: unknown) => thrown);
  expect(isWorkflowError(error) && "body" in error && error.body).toBe("order 9007199254740993 failed");
});
