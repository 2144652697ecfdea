import { afterEach, expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { Loaded } from "../support/load.js";
import { orders } from "./orders.js";
import { serve, type Served } from "./served.js";

const workflow = `arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
workflows:
- workflowId: follow-order
  inputs:
    type: object
    required: [article]
    properties: { article: { type: string } }
  steps:
  - stepId: create
    operationId: createOrder
    requestBody: { contentType: application/json, payload: { article: $inputs.article } }
    successCriteria: [{ condition: $statusCode == 201 }]
    outputs: { id: $response.body#/id }
  - stepId: follow
    operationId: getOrder
    x-poll: { interval: 1, factor: 1, maxInterval: 1, deadline: 30000 }
    parameters:
    - { name: orderId, in: path, value: $steps.create.outputs.id }
    successCriteria: [{ condition: $statusCode == 200 }]
    onSuccess:
    - name: arrived
      type: end
      criteria: [{ condition: $response.body#/status == 'delivered' }]
    - name: lost
      type: end
      criteria: [{ condition: $response.body#/status == 'canceled' }]
    outputs: { status: $response.body#/status }
  outputs:
    id: $steps.create.outputs.id
    status: $steps.follow.outputs.status
`;

let api: Served | undefined;
let loaded: Loaded | undefined;

afterEach(async () => {
  loaded?.remove();
  await api?.close();
});

test.each([
  { name: "one address", suffix: "", sequences: {}, want: { outcome: "arrived", status: "delivered" }, reads: 3 },
  {
    name: "one address for all hosts",
    suffix: "/{host}",
    sequences: { "Order.status": ["placed", "canceled"] },
    want: { outcome: "lost", status: "canceled" },
    reads: 1,
  },
])("a workflow runs to its end against $name", async ({ suffix, sequences, want, reads }) => {
  const { files, findings } = await compile({ arazzo: workflow, openapi: orders, files: { "orders.yaml": orders } });
  expect(findings).toEqual([]);
  loaded = new Loaded(files);
  const followOrder = await loaded.fn("followOrder");
  api = await serve({ "orders.yaml": orders }, sequences);

  const options = { baseUrl: `${api.url}${suffix}`, credentials: { orders: { bearer: "t" } } };
  expect(await followOrder({ article: "pen" }, options)).toEqual({ ...want, id: "O477949" });
  expect((await api.requests()).map(({ operation }) => operation)).toEqual([
    "createOrder",
    ...Array.from({ length: reads }, () => "getOrder"),
  ]);
});
