import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

/** An API of orders, which tells the app of them as the fragments say. */
function orders({ callbacks = "", webhooks = "", components = "" }): string {
  return yaml`
    openapi: 3.1.0
    info: { title: Orders, version: "1" }
    servers: [{ url: https://orders.example.com }]
    paths:
      /orders:
        post:
          operationId: make
          responses: { "201": { $ref: "#/components/responses/Order" } }
          ${callbacks}
      /orders/{id}:
        get:
          operationId: read
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          responses: { "200": { $ref: "#/components/responses/Order" } }
    ${webhooks}
    components:
      ${components}
      responses:
        Order:
          description: The order.
          content:
            application/json:
              schema:
                type: object
                required: [id, state]
                properties: { id: { type: string }, state: { type: string } }
      schemas:
        Payment:
          type: object
          required: [orderId]
          properties:
            orderId: { type: string }
            by: { type: string, enum: [card, cash] }
  `;
}

/** Makes an order, and waits until the API tells that it is paid. */
const waiting = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: make
      operationId: make
      outputs: { id: $response.body#/id }
    - stepId: wait
      operationId: read
      parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      x-poll: { interval: 1000 }
      x-callback: { event: order-paid, match: $steps.make.outputs.id }
      onSuccess: [{ name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }]
`;

const payment = "content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } }";
const sent = `requestBody: { ${payment} }, responses: { "204": { description: Taken. } }`;
const typed = yaml`
  /** What the API sends to the app, by the names of callbacks and webhooks. */
  export type ApiCallbacks = components["schemas"]["what is sent to the app"];
`;

describe("what an API sends to the app is typed", () => {
  testEach([
    {
      name: "where it is a webhook",
      given: orders({ webhooks: `webhooks: { order-paid: { post: { ${sent} } }, other: { post: { ${sent} } } }` }),
      want: '{ "order-paid": components["schemas"]["Payment"] }',
    },
    {
      name: "where it is a callback of an operation",
      given: orders({ callbacks: `callbacks: { order-paid: { "{$request.query.url}": { post: { ${sent} } } } }` }),
      want: '{ "order-paid": components["schemas"]["Payment"] }',
    },
    {
      name: "where references lead to it",
      given: orders({
        callbacks: "callbacks: { order-paid: { $ref: '#/components/callbacks/Paid' } }",
        components: [
          `callbacks: { Paid: { "{$request.query.url}": { $ref: '#/components/pathItems/Paid' } } }`,
          `pathItems: { Paid: { put: { requestBody: { $ref: '#/components/requestBodies/Paid' } } } }`,
          `requestBodies: { Paid: { ${payment} } }`,
        ].join("\n      "),
      }),
      want: '{ "order-paid": components["schemas"]["Payment"] }',
    },
    {
      name: "where it is a form",
      given: orders({
        webhooks: `webhooks: { order-paid: { post: { requestBody: { content: { application/x-www-form-urlencoded: {
          schema: { type: object, properties: { by: { type: string, enum: [card, cash] } } } } } } } } }`,
      }),
      want: '{ "order-paid": { by?: "card" | "cash" | Undocumented | undefined } }',
    },
  ])(async ({ given, want }) => {
    const { files } = await compiler.compile({ arazzo: waiting, openapi: given });
    const types = files.get("apis/api.ts") ?? "";
    expectText(/^\/\*\* What the API sends[^\n]*\nexport[^\n]*$/m.exec(types)?.[0] ?? types, typed);
    expect(propertyOf(types)).toBe(want);
    expect(files.get("index.ts")).toContain("ApiCallbacks");
  });

  test.each([
    ["nothing of that name", `webhooks: { order-shipped: { post: { ${sent} } } }`],
    ["no body", 'webhooks: { order-paid: { post: { responses: { "204": { description: Taken. } } } } }'],
    ["no method", "webhooks: { order-paid: {} }"],
    ["a body of another kind", "webhooks: { order-paid: { post: { requestBody: { content: { text/plain: {} } } } } }"],
  ])("and not where the document has %s", async (_what, webhooks) => {
    const { findings, files } = await compiler.compile({ arazzo: waiting, openapi: orders({ webhooks }) });
    expect(findings).toEqual([]);
    expect(files.get("apis/api.ts")).not.toContain("sent to the app");
  });
});

/** The type of the component, on one line. */
function propertyOf(types: string): string {
  const [, body = ""] = /"what is sent to the app": (\{[^]*?\});?\n {2}/.exec(types.replaceAll(/\n {6,}/g, " ")) ?? [];
  return body.replaceAll(/\s+/g, " ").replace(/;( })/g, "$1");
}

compiler.testTypes();
