import { afterEach, expect, test } from "vitest";
import { orders } from "./orders.js";
import { serve, type Served } from "./served.js";

const signed = { headers: { Authorization: "Bearer t" } };
const open: Served[] = [];

async function started(...given: Parameters<typeof serve>): Promise<Served> {
  const api = await serve(...given);
  open.push(api);
  return api;
}

afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

test("what was made can be read, changed, listed and deleted", async () => {
  const { ask } = await started({ "orders.yaml": orders });
  const json = { article: "pen", quantity: 2, giftFor: { name: "Ann" } };
  const made = await ask("POST /v1/orders", { json, ...signed });

  const order = { id: "O477949", article: "pen", quantity: 2, gift_for: { name: "Ann" }, status: "placed" };
  expect(made).toMatchObject({ status: 201, body: order });
  expect(made.headers.get("location")).toBe("/v1/orders/O477949");
  expect((await ask("GET /v1/orders", signed)).body).toEqual({ orders: [order], total: 1, next: null });
  const changed = { ...order, quantity: 5 };
  expect((await ask("PATCH /v1/orders/O477949", { json: { Quantity: 5 }, ...signed })).body).toEqual(changed);
  expect((await ask("GET /v1/orders/O477949", signed)).body).toEqual({ ...changed, status: "packed" });
  expect(await ask("DELETE /v1/orders/O477949", signed)).toMatchObject({ status: 204, body: "" });
  expect((await ask("GET /v1/orders/O477949", signed)).status).toBe(404);
  expect((await ask("DELETE /v1/orders/O477949", signed)).status).toBe(404);
  expect((await ask("GET /v1/orders", signed)).body).toEqual({ orders: [], total: 0, next: null });
});

test("each thing has an id of its own, and the first of every server the same", async () => {
  const ids = async ({ ask }: Served): Promise<unknown> => {
    const json = { article: "pen" };
    return [await ask("POST /v1/orders", { json, ...signed }), await ask("POST /v1/orders", { json, ...signed })].map(
      ({ body }) => body,
    );
  };
  const first = await ids(await started({ "orders.yaml": orders }));

  expect(new Set([first].flat().map((one) => JSON.stringify(one))).size).toBe(2);
  expect(await ids(await started({ "orders.yaml": orders }))).toEqual(first);
});

const states: readonly {
  readonly name: string;
  readonly sequences?: Readonly<Record<string, readonly string[]>>;
  readonly overlay?: string;
  readonly patch?: object;
  readonly want: readonly string[];
}[] = [
  {
    name: "its enum, up to the first value that says that all went well",
    want: ["placed", "packed", "shipped", "delivered", "delivered"],
  },
  {
    name: "what was chosen for its name",
    sequences: { status: ["packed", "canceled"] },
    want: ["packed", "canceled", "canceled"],
  },
  {
    name: "what was chosen for its schema, before all else",
    sequences: { status: ["packed"], "Order.status": ["shipped", "returned"] },
    want: ["shipped", "returned"],
  },
  {
    name: "what its schema says, here by an overlay",
    overlay: `overlay: 1.0.0
info: { title: Statuses, version: 1.0.0 }
actions:
- target: $.components.schemas.Order.properties.status
  update: { x-sequence: [placed, returned] }
`,
    want: ["placed", "returned", "returned"],
  },
  {
    name: "nothing more, once it was set to a value outside of it",
    patch: { status: "canceled" },
    want: ["placed", "canceled", "canceled"],
  },
  { name: "the rest, once it was set to a value in it", patch: { status: "shipped" }, want: ["placed", "delivered"] },
];

test.each(states)("a status goes through $name", async ({ sequences, overlay, patch, want }) => {
  const files = { "orders.yaml": orders, ...(overlay !== undefined && { "a.overlay.yaml": overlay }) };
  const { ask } = await started(files, sequences);
  const { body, headers } = await ask("POST /v1/orders", { json: { article: "pen" }, ...signed });
  const path = headers.get("location");
  if (patch !== undefined) await ask(`PATCH ${path}`, { json: patch, ...signed });
  const seen = [body];
  while (seen.length < want.length) seen.push((await ask(`GET ${path}`, signed)).body);

  expect(seen).toMatchObject(want.map((status) => ({ status })));
});

test("`/_requests` tells what was asked, without what signs it, and forgets it with all that was made", async () => {
  const { ask, requests } = await started({ "orders.yaml": orders });
  await ask("POST /v1/orders", { json: { article: "pen" }, ...signed });
  await ask("GET /v1/orders?limit=5&api_key=hush", signed);
  await ask("GET /v1/nowhere", signed);

  expect(await requests()).toMatchObject([
    {
      method: "POST",
      path: "/v1/orders",
      query: {},
      headers: { authorization: "***", "content-type": "application/json" },
      body: { article: "pen" },
      api: "orders",
      operation: "createOrder",
      status: 201,
    },
    { method: "GET", query: { limit: "5", api_key: "***" }, operation: "listOrders", status: 200 },
    { path: "/v1/nowhere", status: 404 },
  ]);
  expect((await ask("DELETE /_requests")).status).toBe(204);
  expect(await requests()).toEqual([]);
  expect((await ask("GET /v1/orders", signed)).body).toMatchObject({ orders: [] });
  expect((await ask("POST /v1/orders", { json: { article: "pen" }, ...signed })).body).toMatchObject({ id: "O477949" });
});
