// Written by twilio-workflows: change the documents and generate again.
import type { CallEnumStatus, CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link endActiveCall} takes. */
export interface EndActiveCallInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** SID of the call, `CA` and 32 hexadecimal digits. */
  callSid: string;
}

/** What {@link endActiveCall} returns; `outcome` says how it ended. */
export type EndActiveCallOutput =
  | {
      outcome: "notFound";
    }
  | {
      outcome: "alreadyOver";
      statusBefore: CallEnumStatus;
    }
  | {
      outcome: "canceled";
      statusBefore: CallEnumStatus;
    }
  | {
      outcome: "hungUp";
      statusBefore: CallEnumStatus;
    };

/**
 * End a call, whether it rings or somebody speaks, unless it is over.
 *
 * Ends as `hungUp` when the call was in progress, as `canceled` when nobody had answered yet, as `alreadyOver`
 * when there was nothing to end, also when it ended between the two requests (error 21220), and as `notFound`
 * when there is no such call (20404). What was spoken so far is charged.
 *
 * @generated from workflow end-active-call (voice.yml#/workflows/1)
 */
export async function endActiveCall(
  input: EndActiveCallInput,
  options?: WorkflowOptions,
): Promise<EndActiveCallOutput> {
  const run: WorkflowRun = openWorkflow("end-active-call", options, { version: "f61e4eb8" });
  run.inputs(input, { accountSid: "path?", callSid: "path" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // See what state the call is in.
  const readCall = await core.GET("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", {
    ...run.step("readCall"),
    params: { path: { Sid: input.callSid, AccountSid: accountSid } },
  });
  if (readCall.response.status === 404) return { outcome: "notFound" };
  run.expect(readCall, readCall.response.status === 200);
  const { status } = readCall.data;
  if (!sameText(status, "in-progress")) {
    if (!sameText(status, "queued") && !sameText(status, "ringing")) {
      return { outcome: "alreadyOver", statusBefore: status };
    }

    // Cancel the call, which ends it only while nobody has answered.
    const cancelCall = await core.POST("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", {
      ...run.step("cancelCall"),
      params: { path: { Sid: input.callSid, AccountSid: accountSid } },
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: { Status: "canceled" },
    });
    if (cancelCall.response.status === 400 && cancelCall.error?.code === 21220) {
      return { outcome: "alreadyOver", statusBefore: status };
    }
    run.check(cancelCall, cancelCall.response.status === 200);

    return { outcome: "canceled", statusBefore: status };
  }

  // Hang up.
  const hangUp = await core.POST("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", {
    ...run.step("hangUp"),
    params: { path: { Sid: input.callSid, AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Status: "completed" },
  });
  if (hangUp.response.status === 400 && hangUp.error?.code === 21220) {
    return { outcome: "alreadyOver", statusBefore: status };
  }
  run.check(hangUp, hangUp.response.status === 200);

  return { outcome: "hungUp", statusBefore: status };
}
