import { describe, expect, test } from "vitest";
import { type CallbackOf, createApiHandler, createWakeups } from "../../templates/callbacks/index.js";
import { toHandler, toListener } from "./serving.js";

/** As it is generated. */
interface OrdersCallbacks {
  "order-paid": { orderId: string; by?: "card" | "cash" | undefined };
  "order-shipped": { orderId: string; parcels: number };
}

const headers = { "content-type": "application/json", "x-shop-secret": "the-secret" };

function handling(): { handler: ReturnType<typeof createApiHandler>; told: string[]; woken: string[] } {
  const [told, woken]: [string[], string[]] = [[], []];
  const { listen, wake } = createWakeups();
  listen("order-paid 17", () => woken.push("17"));
  const handler = createApiHandler<OrdersCallbacks>({
    verify: ({ header }) => header("x-shop-secret") === "the-secret",
    nameOf: ({ event }) => (event === "paid" ? "order-paid" : event === "shipped" ? "order-shipped" : undefined),
    onEvent(callback: CallbackOf<OrdersCallbacks>) {
      if (callback.name === "order-shipped") told.push(`${callback.body.parcels + 1} parcels`);
      else told.push(`paid by ${callback.body.by?.toUpperCase()}`);
      wake(`${callback.name} ${callback.body.orderId}`);
    },
  });
  return { handler, told, woken };
}

describe.each([
  ["a function", toHandler],
  ["a listener", toListener],
])("as %s", (_what, send) => {
  test.each([
    { what: "a callback of the document", body: { event: "paid", orderId: "17", by: "card" }, told: ["paid by CARD"] },
    { what: "another of them", body: { event: "shipped", orderId: "18", parcels: 1 }, told: ["2 parcels"] },
    { what: "none of them, which is taken", body: { event: "lost", orderId: "17" }, told: [] },
  ])("$what", async ({ body, told: want }) => {
    const { handler, told, woken } = handling();
    expect(await send(handler, { headers, body: JSON.stringify(body) })).toEqual({ status: 204, text: "" });
    expect(told).toEqual(want);
    expect(woken).toEqual(body.event === "paid" ? ["17"] : []);
  });

  test("what the app does not take for the API's is told to nobody", async () => {
    const { handler, told } = handling();
    const forged = { headers: { ...headers, "x-shop-secret": "a guess" }, body: '{"event":"paid"}' };
    expect(await send(handler, forged)).toMatchObject({ status: 403 });
    expect(told).toEqual([]);
  });
});
