// Written by hand in the shape of generated functions: three steps, of which the first may also be refused.
import { askFor } from "../../../templates/runtime/run/deferred.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../../templates/runtime/twilio/index.js";
import { expectCompleted, nestedRun, settleCall } from "../../../templates/runtime/run/nested.js";
import type { paths as MessagingApi } from "./messaging.js";
import { createOne } from "./workflows.js";

const server = "https://api.twilio.com/2010-04-01";

/** Makes something unless it is there, reads, and makes something more, which is tried twice. */
export async function makeLookMake(options?: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("make-look-make", options);
  const messaging = run.api<MessagingApi>(server);

  await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("make", { expect: [201, 409] }),
    params: { path: { AccountSid: "AC1" } },
    body: { To: "+1" },
  });

  const look = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("look", { expect: 200 }),
    params: { path: { AccountSid: "AC1", Sid: "SM1" } },
  });

  const retry = run.retry("more");
  for (;;) {
    const more = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
      ...run.step("more", { expect: [201, 503], shape: { sid: "text" } }),
      params: { path: { AccountSid: "AC1" } },
      body: { To: run.required(look, "sid") },
    });
    if (more.status === 503 && (await retry.again(more.response, { name: "busy", limit: 1, after: 10 }))) continue;
    if (!more.ok) run.fail(more);
    if (more.data.sid === "SM0") run.fail(more, "sid is not SM0");
    return run.required(more, "sid");
  }
}

/** Goes on to ask, and to call another workflow, when the first one that it calls fails. */
export async function makeOrAsk(ask: (known: object) => Promise<string>, options?: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("make-or-ask", options);
  const first = await settleCall(run, "first", makeLookMake(nestedRun(run, "first")));
  if (first.error === undefined) return first.outputs;
  const to = await askFor(run, "second", "to", ask, {});
  const second = await settleCall(run, "second", createOne(to, nestedRun(run, "second")));
  expectCompleted(second);
  return second.outputs;
}
