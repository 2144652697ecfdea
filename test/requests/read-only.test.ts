import { expect, onTestFinished, test } from "vitest";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

const compiler = new Compiler();

const openapi = `
openapi: 3.0.3
paths:
  /orders:
    get:
      operationId: get
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
    put:
      operationId: put
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
    post:
      operationId: post
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Secret" } } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Secret" } } } } }
components:
  schemas:
    Id: { type: string, readOnly: true }
    Order:
      type: object
      required: [id, note, by]
      properties:
        id: { $ref: "#/components/schemas/Id" }
        note: { type: string }
        by: { type: object, required: [at], properties: { at: { type: string, readOnly: true }, name: { type: string } } }
    Secret:
      allOf:
      - { type: object, properties: { id: { type: string, readOnly: true }, pin: { type: string, writeOnly: true } } }
      - { required: [id, pin] }
`;

const order = { id: "7", note: "n", by: { at: "now", name: "Ann" } };

/** The steps of a workflow, what is said of them, what is sent, and what is returned. */
const rows: readonly {
  readonly name: string;
  readonly steps: string;
  readonly said?: readonly string[];
  readonly sent: readonly string[];
  readonly returned?: unknown;
}[] = [
  {
    name: "what is readOnly need not be sent, at any depth",
    steps: `
  - { stepId: a, operationId: put, requestBody: { payload: { note: n, by: { name: Ann } } }, outputs: { out: $response.body#/id } }`,
    sent: ['PUT {"note":"n","by":{"name":"Ann"}}'],
    returned: { out: "7" },
  },
  {
    name: "it is not sent where the step gives it, which is said",
    steps: `
  - { stepId: a, operationId: put, requestBody: { payload: { id: x, note: n, by: { at: y, name: Ann } } }, outputs: { out: $response.body#/by/at } }`,
    said: [
      "9:62 warning unknown-field the body of 'put' has a field 'id' that is 'readOnly': answers hold it, and no request does | Assumed: it is not sent.",
      "9:84 warning unknown-field the field 'by' has a field 'at' that is 'readOnly': answers hold it, and no request does | Assumed: it is not sent.",
    ],
    sent: ['PUT {"note":"n","by":{"name":"Ann"}}'],
    returned: { out: "now" },
  },
  {
    name: "nor where an answer is sent back as a whole",
    steps: `
  - { stepId: a, operationId: get, outputs: { out: $response.body } }
  - { stepId: b, operationId: put, requestBody: { payload: $steps.a.outputs.out, replacements: [{ target: /note, value: new }] } }`,
    sent: ["GET ", 'PUT {"note":"new","by":{"name":"Ann"}}'],
    returned: { out: order },
  },
  {
    name: "what is writeOnly has to be sent, and what requires it may stand elsewhere",
    steps: `
  - { stepId: a, operationId: post, requestBody: { payload: { pin: "1" } }, outputs: { out: $response.body#/id } }`,
    sent: ["POST pin=1"],
    returned: { out: "7" },
  },
  {
    name: "a step that reads what is writeOnly is told so",
    steps: `
  - { stepId: a, operationId: post, requestBody: { payload: { pin: "1" } }, outputs: { out: $response.body#/pin } }`,
    said: [
      "9:93 warning unknown-pointer '$response.body#/pin': 'pin' is 'writeOnly': requests hold it, and no answer does | Assumed: answers hold it all the same.",
    ],
    sent: ["POST pin=1"],
    returned: {},
  },
];

test.each(rows)("$name", async ({ steps, said = [], sent, returned = {} }) => {
  const arazzo = `
arazzo: 1.1.0
info: { title: Given, version: 1.0.0 }
sourceDescriptions: [{ name: api, url: ./openapi.yaml, type: openapi }]
workflows:
- workflowId: test
  outputs: { out: $steps.a.outputs.out }
  steps:${steps}
`;
  const { files, findings } = await compiler.compile({ openapi, arazzo, assume: true });
  expect(findings).toEqual(said);
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const server = await serve([{ body: order }]);
  const fn = await loaded.fn("test");
  expect(await fn({}, to(server.url))).toEqual(returned);
  expect(server.requests.map(({ method, body }) => `${method} ${body}`)).toEqual(sent);
});

compiler.testTypes();
