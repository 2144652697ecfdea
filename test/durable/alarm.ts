// Written by hand in the shape of a generated function: a branch that follows a deadline.
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../templates/runtime/twilio/index.js";
import { accountSidOf } from "../../templates/runtime/twilio/account-sid.js";
import { nestedRun, settleCall } from "../../templates/runtime/run/nested.js";
import type { paths as MessagingApi } from "../runtime/support/messaging.js";
import { sendAndTrack } from "../runtime/support/workflows.js";

interface Message {
  readonly to: string;
  readonly from: string;
  readonly body: string;
}

/** Sends a message, and a second one where the first does not arrive in time. */
export async function remindOrAlarm(input: Message, options?: WorkflowOptions): Promise<{ alarmSid: string }> {
  const run: WorkflowRun = openWorkflow("remind-or-alarm", options);
  const accountSid = accountSidOf(run);
  const remind = await settleCall(run, "remind", sendAndTrack(input, nestedRun(run, "remind")));
  if (remind.error?.code !== "poll-deadline") throw remind.error ?? new Error("the reminder arrived");
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const alarm = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("alarm"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: `${input.body} alarm` },
  });
  if (alarm.status !== 201) run.fail(alarm);
  return { alarmSid: run.required(alarm, "sid") };
}
