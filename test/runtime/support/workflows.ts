// Written by hand in the shape of generated functions; see generated/workflows.
import { accountSidOf } from "../../../templates/runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../../templates/runtime/twilio/index.js";
import type { paths as MessagingApi } from "./messaging.js";

type Status = "queued" | "sent" | "delivered" | "failed" | null | undefined;

export interface SendAndTrackInput {
  accountSid?: string | undefined;
  to: string;
  from?: string | undefined;
  body?: string | undefined;
}

export interface SendAndTrackOutput {
  outcome: "delivered" | "failed";
  messageSid: string;
  finalStatus: Status;
}

/** Two steps: a POST, and a GET that is polled. */
export async function sendAndTrack(input: SendAndTrackInput, options?: WorkflowOptions): Promise<SendAndTrackOutput> {
  const run: WorkflowRun = openWorkflow("send-and-track", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const accountSid = input.accountSid ?? accountSidOf(run);

  const sendMessage = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage", { expect: 201 }),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: input.body },
  });
  const messageSid = run.required(sendMessage, "sid");

  const polling = run.polling("checkStatus", { interval: 1_000, deadline: 300_000 });
  for (;;) {
    const checkStatus = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
      ...polling.attempt({ expect: 200 }),
      params: { path: { AccountSid: accountSid, Sid: messageSid } },
    });
    const { status } = checkStatus.data;
    if (status === "delivered") return { outcome: "delivered", messageSid, finalStatus: status };
    if (status === "failed") return { outcome: "failed", messageSid, finalStatus: status };
    await polling.wait({ messageSid, finalStatus: status });
  }
}

export interface TidyInput {
  sid: string;
  tags: string[];
}

/** Three steps that show the other shapes: a JSON body, a query with a header, and no body in the answer. */
export async function tidy(input: TidyInput, options?: WorkflowOptions): Promise<{ left: number }> {
  const run: WorkflowRun = openWorkflow("tidy", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");

  await messaging.PATCH("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("tag", { expect: 200 }),
    params: { path: { AccountSid: "AC1", Sid: input.sid } },
    headers: { "Content-Type": "application/json" },
    body: { tags: input.tags },
  });

  await messaging.DELETE("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("remove", { expect: 204 }),
    params: { path: { AccountSid: "AC1", Sid: input.sid } },
  });

  const list = await messaging.GET("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("list", { expect: 200 }),
    params: {
      path: { AccountSid: "AC1" },
      query: { To: "+1 555", PageSize: 20 },
      header: { "X-Trace": input.sid },
    },
  });
  const messages = run.required(list, "messages");
  return { left: messages.length };
}

/** One step that only reads. */
export async function fetchOne(sid: string, options?: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("fetch-one", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const fetchMessage = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("fetchMessage", { expect: 200 }),
    params: { path: { AccountSid: "AC1", Sid: sid } },
  });
  return run.required(fetchMessage, "sid");
}

/** One step that must not happen twice. */
export async function createOne(to: string, options?: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("create-one", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const createMessage = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("createMessage", { expect: 201 }),
    params: { path: { AccountSid: "AC1" } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: to },
  });
  return run.required(createMessage, "sid");
}

/** One step that may happen twice without harm. */
export async function removeOne(sid: string, options?: WorkflowOptions): Promise<void> {
  const run: WorkflowRun = openWorkflow("remove-one", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  await messaging.DELETE("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("removeMessage", { expect: 204 }),
    params: { path: { AccountSid: "AC1", Sid: sid } },
  });
}

/** The same, of which any success will do, and whose answer nobody reads. */
export async function forgetOne(sid: string, options?: WorkflowOptions): Promise<void> {
  const run: WorkflowRun = openWorkflow("forget-one", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  await messaging.DELETE("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("forgetMessage", { expect: "2xx", unread: true }),
    params: { path: { AccountSid: "AC1", Sid: sid } },
  });
}
