import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorkflows, type RunnableWorkflow } from "../../generator/runnable.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { orders } from "../serve/orders.js";

const steps = `  steps:
  - stepId: create
    operationId: createOrder
    requestBody: { contentType: application/json, payload: { article: $inputs.article } }
    successCriteria: [{ condition: $statusCode == 201 }]
    outputs: { id: $response.body#/id, status: $response.body#/status }
`;

function arazzo(workflows: string): string {
  return `arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
workflows:
${workflows}`;
}

function described(workflows: string, name: string): RunnableWorkflow {
  const folder = makeFolder({
    "arazzo.yaml": completedArazzo(arazzo(workflows)),
    "orders.yaml": completedApi(orders),
  });
  try {
    const documents = [join(folder, "arazzo.yaml")];
    const { workflows: found, findings } = openWorkflows({ documents, overlays: [], sources: new Map() }, name);
    const [workflow] = found;
    if (workflow === undefined) throw new Error(JSON.stringify(findings.map(({ message }) => message)));
    return workflow;
  } finally {
    removeFolder(folder);
  }
}

test.each([
  {
    name: "texts, numbers and lists, with what is said of them",
    given: `{ type: object, required: [article], properties: { article: { type: string, description: What to order. }, note: { type: string, default: none }, tags: { type: array, items: { type: string } } } }`,
    want: {
      type: "object",
      properties: {
        article: { type: "string", description: expect.stringMatching(/^What to order\./) },
        note: { type: "string", description: expect.stringContaining("Default: ") },
        tags: { type: "array", items: { type: "string" } },
      },
      required: ["article"],
      additionalProperties: false,
    },
  },
  {
    name: "lists of values, objects, and what may be null",
    given: `{ type: object, required: [article], properties: { article: { type: string }, kind: { enum: [gift, own] }, person: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: false }, until: { type: [string, "null"] } } }`,
    want: {
      properties: {
        kind: { type: "string", enum: ["gift", "own"] },
        person: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
        until: { anyOf: expect.arrayContaining([{ type: "string" }, { type: "null" }]) },
      },
    },
  },
])("the schema of inputs: $name", ({ given, want }) => {
  const { input } = described(`- workflowId: order\n  inputs: ${given}\n${steps}`, "order");

  expect(input).toMatchObject(want);
});

test("the schema of what is returned: the fields of all endings, and `outcome`", () => {
  const workflow = `- workflowId: order
  inputs: { type: object, required: [article], properties: { article: { type: string } } }
${steps}    onSuccess:
    - { name: lost, type: end, criteria: [{ condition: $response.body#/status == 'canceled' }] }
  outputs: { id: $steps.create.outputs.id, status: $steps.create.outputs.status }
`;
  const { output } = described(workflow, "order");

  expect(output).toMatchObject({
    type: "object",
    properties: { outcome: { type: "string", enum: ["lost", "completed"] }, id: { type: "string" }, status: {} },
    required: expect.arrayContaining(["outcome"]),
  });
});

test("the requests that it may make, those of workflows that it calls included, and what they do", () => {
  const own = `- workflowId: order
  inputs: { type: object, required: [article], properties: { article: { type: string } } }
${steps}  outputs: { id: $steps.create.outputs.id }
- workflowId: order-and-read
  inputs: { type: object, required: [article], properties: { article: { type: string } } }
  steps:
  - stepId: make
    workflowId: order
    parameters: [{ name: article, value: $inputs.article }]
    outputs: { id: $outputs.id }
  - stepId: read
    operationId: getOrder
    parameters: [{ name: orderId, in: path, value: $steps.make.outputs.id }]
`;
  const { requests, onlyReads } = described(own, "orderAndRead");

  expect(onlyReads).toBe(false);
  expect(requests).toEqual([
    {
      step: "make/create",
      method: "POST",
      url: "https://orders.example.com/v1/orders",
      changes: false,
      effect: "unsafe",
    },
    {
      step: "read",
      method: "GET",
      url: "https://orders.example.com/v1/orders/{orderId}",
      changes: false,
      effect: "safe",
    },
  ]);
});
