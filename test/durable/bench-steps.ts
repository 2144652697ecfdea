import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../templates/runtime/twilio/index.js";
import type { paths as MessagingApi } from "../runtime/support/messaging.js";

/** What is measured: empty steps of an engine, and the steps of a workflow that read, or write. */
export type Measured = "empty" | "read" | "write";

/** How many steps one run has. */
export const STEPS = 200;

/** So many steps that only read, or that write, whose requests are answered at once. */
export async function steps(kind: "read" | "write", given: WorkflowOptions): Promise<number> {
  const options: WorkflowOptions = {
    ...given,
    credentials: { accountSid: "AC1", authToken: "the-auth-token" },
    fetch: async () => Response.json({ sid: "SM1", status: "sent" }, { status: kind === "read" ? 200 : 201 }),
  };
  const run: WorkflowRun = openWorkflow("steps", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const path = { AccountSid: "AC1", Sid: "SM1" };
  for (let step = 0; step < STEPS; step++) {
    if (kind === "read") {
      const read = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
        ...run.step("read"),
        params: { path },
      });
      if (read.status !== 200) run.fail(read);
    } else {
      const write = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
        ...run.step("write"),
        params: { path },
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: { To: "+15558675310", From: "+15017122661", Body: "Your table is ready at eight." },
      });
      if (write.status !== 201) run.fail(write);
    }
  }
  return STEPS;
}

/** An answer as an engine keeps it. */
export const answer = { status: 200, headers: { "content-type": "application/json" }, body: '{"sid":"SM1"}' };
