// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link sendThroughMessagingService} takes. */
export interface SendThroughMessagingServiceInput {
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
  /** Seconds for which the message may wait in Twilio's queue, 1 to 36,000, before it fails with 30001. */
  validityPeriod?: number | undefined;
}

/** What {@link sendThroughMessagingService} returns; `outcome` says how it ended. */
export type SendThroughMessagingServiceOutput =
  | {
      outcome: "optedOut";
    }
  | {
      outcome: "delivered";
      messageSid: string;
      status: MessageEnumStatus;
      errorCode?: number | null | undefined;
      from?: string | null | undefined;
    }
  | {
      outcome: "failed";
      messageSid: string;
      status: MessageEnumStatus;
      errorCode?: number | null | undefined;
      from?: string | null | undefined;
    };

/**
 * Send a message through a messaging service, and wait until it was delivered or has failed.
 *
 * Ends as `delivered`, as `failed` (`errorCode` says why: 30003 to 30008 for handsets and carriers, 30034 for a
 * number without a registered campaign), and as `optedOut` when the person has replied STOP (error 21610;
 * nothing was sent or charged). A message is charged when it was sent, delivered or not. At the deadline it may
 * still be on its way; to send it again would be a second message. A service without senders throws (21703,
 * 21704).
 *
 * @generated from workflow send-through-messaging-service (messaging.yml#/workflows/0)
 */
export async function sendThroughMessagingService(
  input: SendThroughMessagingServiceInput,
  options?: WorkflowOptions,
): Promise<SendThroughMessagingServiceOutput> {
  const run: WorkflowRun = openWorkflow("send-through-messaging-service", options, { version: "7458ea1a" });
  run.inputs(input, {
    accountSid: "path?",
    messagingServiceSid: "string",
    to: "string",
    body: "string",
    validityPeriod: "number?",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the message to Twilio.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      To: input.to,
      MessagingServiceSid: input.messagingServiceSid,
      Body: input.body,
      ValidityPeriod: input.validityPeriod,
    },
  });
  if (sendMessage.response.status === 400 && sendMessage.error?.code === 21610) return { outcome: "optedOut" };
  run.expect(sendMessage, sendMessage.response.status === 201);
  const messageSid = run.required(sendMessage, "sid");

  // Read the message until its status is final.
  const polling = run.polling("trackMessage", { interval: 2_000, factor: 1.5, maxInterval: 15_000, deadline: 300_000 });
  for (;;) {
    const trackMessage = await core.GET("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
      ...polling.attempt(),
      params: { path: { Sid: messageSid, AccountSid: accountSid } },
    });
    run.expect(trackMessage, trackMessage.response.status === 200);
    const { status, error_code: errorCode, from } = trackMessage.data;
    if (sameText(status, "delivered") || sameText(status, "read")) {
      return { outcome: "delivered", messageSid, status, errorCode, from };
    }
    if (
      sameText(status, "failed") ||
      sameText(status, "undelivered") ||
      sameText(status, "canceled") ||
      sameText(status, "partially_delivered")
    ) {
      return { outcome: "failed", messageSid, status, errorCode, from };
    }
    await polling.wait({ messageSid, status, errorCode, from });
  }
}
