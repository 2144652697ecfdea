// Written by hand in the shape of generated functions: one step that makes an order, with an idempotency key.
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../../templates/runtime/twilio/index.js";

export interface OrdersApi {
  "/orders": {
    post: {
      parameters: { header?: { "Idempotency-Key"?: string | undefined } };
      requestBody: { content: { "application/json": { article: string } } };
      responses: { 201: { content: { "application/json": { id: string } } } };
    };
  };
}

/** Orders an article; a 503 is tried twice more by an action of the workflow. */
export async function order(article: string, options?: WorkflowOptions, key?: string): Promise<string> {
  const run: WorkflowRun = openWorkflow("order", options);
  const orders = run.api<OrdersApi>("https://api.twilio.com");
  const retry = run.retry("order");
  for (;;) {
    const made = await orders.POST("/orders", {
      ...run.step("order", { idempotencyKey: "Idempotency-Key" }),
      params: { header: { "Idempotency-Key": key } },
      body: { article },
    });
    if (!made.ok && (await retry.again(made.response, { name: "again", limit: 2, after: 1 }))) continue;
    if (!made.ok) run.fail(made);
    return made.data.id;
  }
}
