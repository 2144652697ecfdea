import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const orders = yaml`
  paths:
    /orders:
      post:
        operationId: make
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties: { article: { type: string }, notifyUrl: { type: string }, note: { type: string } }
        responses: { "200": { $ref: "#/components/responses/Order" } }
    /orders/{id}:
      get:
        operationId: read
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "200": { $ref: "#/components/responses/Order" } }
  components:
    responses:
      Order:
        description: The order.
        content:
          application/json:
            schema:
              type: object
              required: [id, state]
              properties: { id: { type: string }, state: { type: string }, number: { type: integer } }
`;

const paid = "{ name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }";

/** Makes an order, and waits until it is paid. */
function waiting(payload: string, callback: string): string {
  return yaml`
    workflows:
    - workflowId: test
      inputs: { properties: { notifyUrl: { type: string } } }
      steps:
      - stepId: make
        operationId: make
        ${payload}
        outputs: { id: $response.body#/id, number: $response.body#/number }
      - stepId: wait
        operationId: read
        parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
        x-poll: { interval: 1000 }
        x-callback: ${callback}
        onSuccess: [${paid}]
  `;
}

const toBody = (fields: string): string => `requestBody: { payload: { ${fields} } }`;
const callback = "{ event: order-paid, match: $steps.make.outputs.id, url: notifyUrl }";

/** The function, with the body of its first request and what the callback is about. */
function written(body: string, about = "id", bound = 'const id = run.required(make, "id");'): string {
  return yaml`
    const api = run.api<Api>("https://api.example.com", { source: "api" });

    const make = await api.POST("/orders", {
      ...run.step("make", { expect: "2xx" }),
      body: ${body},
    });
    ${bound.replace("\n", "\n    ")}

    const polling = run.polling("wait", { interval: 1_000 });
    await polling.wokenBy("order-paid", ${about});
    for (;;) {
      const wait = await api.GET("/orders/{id}", {
        ...polling.attempt({ expect: "2xx" }),
        params: { path: { id } },
      });
      if (sameText(wait.data.state, "paid")) return {};
      await polling.wait({});
    }
  `;
}

describe("a step that a callback wakes", () => {
  testEach([
    {
      name: "hands on the URL that the caller gives, or else that of the run",
      given: waiting(toBody("article: pen, notifyUrl: $inputs.notifyUrl"), callback),
      want: written('{ article: "pen", notifyUrl: input.notifyUrl ?? callbackUrl(run) }'),
    },
    {
      name: "hands on the URL of the run where the document gives none",
      given: waiting(toBody("article: pen"), callback),
      want: written('{ article: "pen", notifyUrl: callbackUrl(run) }'),
    },
    {
      name: "leaves alone the URL that the document gives",
      given: waiting(toBody("notifyUrl: https://x.example"), callback),
      want: written('{ notifyUrl: "https://x.example" }'),
    },
    {
      name: "hands on no URL where the API knows it",
      given: waiting(toBody("article: pen"), "{ event: order-paid, match: $steps.make.outputs.id }"),
      want: written('{ article: "pen" }'),
    },
    {
      name: "is told what it is about as text",
      given: waiting(toBody("article: pen"), "{ event: order-paid, match: $steps.make.outputs.number }"),
      want: written(
        '{ article: "pen" }',
        "String(number)",
        'const id = run.required(make, "id");\nconst number = run.required(make, "number");',
      ),
    },
    {
      name: "needs a field that the request takes",
      given: waiting(toBody("article: pen"), "{ event: order-paid, match: $steps.make.outputs.id, url: notifyURL }"),
      want: `
        13:74 error unusable-callback the body of 'make' has no field 'notifyURL'
          | Did you mean 'notifyUrl'?
      `,
    },
    {
      name: "needs a body that takes the field",
      given: waiting("description: Make it.", callback),
      want: `
        13:74 error unusable-callback the step 'make' sends no fields that the URL of callbacks could be one of
          | Give it a 'payload' that is an object, or leave 'url' away.
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: orders }, (workflow) => workflow.statements), want);
  });
});

compiler.testTypes();
