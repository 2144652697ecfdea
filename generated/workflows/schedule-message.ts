// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link scheduleMessage} takes. */
export interface ScheduleMessageInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** SID of the messaging service that picks the sender, `MG` and 32 hexadecimal digits. */
  messagingServiceSid: string;
  /** Phone number to send to, in E.164 format. */
  to: string;
  /** Text of the message, at most 1,600 characters; each segment is charged. */
  body: string;
  /**
   * When to send it, in ISO 8601, five minutes to 35 days from now.
   *
   * @format date-time
   */
  sendAt: string;
}

/** What {@link scheduleMessage} returns; `outcome` says how it ended. */
export type ScheduleMessageOutput =
  | {
      outcome: "optedOut";
    }
  | {
      outcome: "scheduled";
      messageSid: string;
      status: MessageEnumStatus;
    }
  | {
      outcome: "notScheduled";
      messageSid: string;
      status: MessageEnumStatus;
    };

/**
 * Schedule a message for later, and read it back to see that it waits.
 *
 * Ends as `scheduled`, as `notScheduled` when Twilio sends it at once or has given up, and as `optedOut` (error
 * 21610). Nothing is charged until it is sent; cancel it before with `cancelScheduledMessage`. A time less than
 * five minutes or more than 35 days away throws (35118, 35114), and so does a sender that is no messaging
 * service (35111).
 *
 * @generated from workflow schedule-message (messaging.yml#/workflows/3)
 */
export async function scheduleMessage(
  input: ScheduleMessageInput,
  options?: WorkflowOptions,
): Promise<ScheduleMessageOutput> {
  const run: WorkflowRun = openWorkflow("schedule-message", options, { version: "c468e07c" });
  run.inputs(input, {
    accountSid: "path?",
    messagingServiceSid: "string",
    to: "string",
    body: "string",
    sendAt: "string",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the message to Twilio, with its time.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      To: input.to,
      MessagingServiceSid: input.messagingServiceSid,
      Body: input.body,
      SendAt: input.sendAt,
      ScheduleType: "fixed",
    },
  });
  if (sendMessage.response.status === 400 && sendMessage.error?.code === 21610) return { outcome: "optedOut" };
  run.expect(sendMessage, sendMessage.response.status === 201);
  const messageSid = run.required(sendMessage, "sid");

  // Read the message, which has to be `scheduled`.
  const confirmMessage = await core.GET("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("confirmMessage"),
    params: { path: { Sid: messageSid, AccountSid: accountSid } },
  });
  run.expect(confirmMessage, confirmMessage.response.status === 200);
  const { status } = confirmMessage.data;
  if (sameText(status, "scheduled")) return { outcome: "scheduled", messageSid, status };

  return { outcome: "notScheduled", messageSid, status };
}
