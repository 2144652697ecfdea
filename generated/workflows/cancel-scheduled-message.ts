// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link cancelScheduledMessage} takes. */
export interface CancelScheduledMessageInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** SID of the message, `SM` or `MM` and 32 hexadecimal digits. */
  messageSid: string;
}

/** What {@link cancelScheduledMessage} returns; `outcome` says how it ended. */
export type CancelScheduledMessageOutput =
  | {
      outcome: "notFound";
    }
  | {
      outcome: "tooLate";
      statusBefore: MessageEnumStatus;
    }
  | {
      outcome: "canceled";
      statusBefore: MessageEnumStatus;
    };

/**
 * Cancel a scheduled message, unless it was sent.
 *
 * Ends as `canceled`, as `tooLate` when it no longer waits (also when it was sent between the two requests,
 * error 30409), and as `notFound` (20404). A canceled message is not charged.
 *
 * @generated from workflow cancel-scheduled-message (messaging.yml#/workflows/4)
 */
export async function cancelScheduledMessage(
  input: CancelScheduledMessageInput,
  options?: WorkflowOptions,
): Promise<CancelScheduledMessageOutput> {
  const run: WorkflowRun = openWorkflow("cancel-scheduled-message", options, { version: "94265c8f" });
  run.inputs(input, { accountSid: "path?", messageSid: "path" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // See whether it still waits.
  const readMessage = await core.GET("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("readMessage"),
    params: { path: { Sid: input.messageSid, AccountSid: accountSid } },
  });
  if (readMessage.response.status === 404) return { outcome: "notFound" };
  run.expect(readMessage, readMessage.response.status === 200);
  const { status } = readMessage.data;
  if (!sameText(status, "scheduled")) return { outcome: "tooLate", statusBefore: status };

  // Cancel it.
  const cancelMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("cancelMessage"),
    params: { path: { Sid: input.messageSid, AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Status: "canceled" },
  });
  if (
    cancelMessage.response.status !== 200 &&
    (cancelMessage.response.status === 409 || cancelMessage.error?.code === 30409)
  ) {
    return { outcome: "tooLate", statusBefore: status };
  }
  run.check(cancelMessage, cancelMessage.response.status === 200);

  return { outcome: "canceled", statusBefore: status };
}
