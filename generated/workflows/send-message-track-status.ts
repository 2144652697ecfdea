// Written by twilio-workflows: change the documents and generate again.
import type { MessageStatus, MessagingApi } from "../apis/messaging-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link sendMessageTrackStatus} takes. */
export interface SendMessageTrackStatusInput {
  /**
   * SID of the account that sends and pays: `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Phone number to send to, in E.164 format, such as `+15558675310`. */
  to: string;
  /**
   * Sender, which must belong to the account: a Twilio phone number in E.164 format, a short code, or an
   * alphanumeric sender ID.
   */
  from: string;
  /**
   * Text of the message, at most 1,600 characters. An SMS holds 160 GSM-7 or 70 UCS-2 characters; a longer text
   * goes out in several segments, each of which is charged.
   */
  body: string;
  /**
   * Absolute URL to which Twilio posts each change of status, beside the polling done here. Its host name may not
   * contain underscores.
   */
  statusCallback?: string | undefined;
}

/** What {@link sendMessageTrackStatus} returns; `outcome` says how it ended. */
export type SendMessageTrackStatusOutput =
  | {
      outcome: "delivered";
      /** SID of the message. Starts with `SM` or, with media, `MM`. */
      messageSid: string;
      /** How far the message has come. */
      finalStatus: MessageStatus;
      /**
       * Why the message is `failed` or `undelivered`, as a number from Twilio's list of error codes, such as 30007;
       * `null` when there was no error. Twilio advises against logic that depends on it, because the code for a cause
       * can change.
       */
      errorCode?: number | null | undefined;
    }
  | {
      outcome: "failed";
      /** SID of the message. Starts with `SM` or, with media, `MM`. */
      messageSid: string;
      /** How far the message has come. */
      finalStatus: MessageStatus;
      /**
       * Why the message is `failed` or `undelivered`, as a number from Twilio's list of error codes, such as 30007;
       * `null` when there was no error. Twilio advises against logic that depends on it, because the code for a cause
       * can change.
       */
      errorCode?: number | null | undefined;
    };

/**
 * Send a text message and wait until it was delivered or has failed.
 *
 * Ends as `delivered` when the carrier confirms that the message arrived, and as `failed` when Twilio could not
 * send it (status `failed`) or the carrier did not deliver it (status `undelivered`).
 *
 * @generated from workflow send-message-track-status (twilio-send-message-track-status-workflow.yml#/workflows/0)
 */
export async function sendMessageTrackStatus(
  input: SendMessageTrackStatusInput,
  options?: WorkflowOptions,
): Promise<SendMessageTrackStatusOutput> {
  const run: WorkflowRun = openWorkflow("send-message-track-status", options, { version: "c22c5396" });
  run.inputs(input, { accountSid: "path?", to: "string", from: "string", body: "string", statusCallback: "string?" });
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the message to Twilio, which answers with its SID before anything has been delivered.
  const sendMessage = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: input.body, StatusCallback: input.statusCallback },
  });
  run.expect(sendMessage, sendMessage.response.status === 201);
  const messageSid = run.required(sendMessage, "sid");

  // Read the message's status, and repeat until it is `delivered`, `undelivered` or `failed`.
  const polling = run.polling("checkStatus", { interval: 2_000, factor: 1.5, maxInterval: 15_000, deadline: 300_000 });
  for (;;) {
    const checkStatus = await messaging.GET("/Accounts/{AccountSid}/Messages/{MessageSid}.json", {
      ...polling.attempt(),
      params: { path: { AccountSid: accountSid, MessageSid: messageSid } },
    });
    run.expect(checkStatus, checkStatus.response.status === 200);
    const { status, error_code: errorCode } = checkStatus.data;
    if (status === "delivered" || status === "read") {
      return { outcome: "delivered", messageSid, finalStatus: status, errorCode };
    }
    if (status === "failed" || status === "undelivered" || status === "canceled" || status === "partially_delivered") {
      return { outcome: "failed", messageSid, finalStatus: status, errorCode };
    }
    await polling.wait({ messageSid, finalStatus: status, errorCode });
  }
}
