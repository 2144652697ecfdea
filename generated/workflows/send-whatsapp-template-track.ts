// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link sendWhatsappTemplateTrack} takes. */
export interface SendWhatsappTemplateTrackInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** `whatsapp:` and the phone number, such as `whatsapp:+15558675310`. */
  to: string;
  /** `whatsapp:` and your sender, or the SID of a messaging service that has one. */
  from: string;
  /** SID of the template, `HX` and 32 hexadecimal digits. */
  contentSid: string;
  /** Values of the template's placeholders, as JSON text: `{"1":"Ann"}`. */
  contentVariables?: string | undefined;
}

/** What {@link sendWhatsappTemplateTrack} returns; `outcome` says how it ended. */
export type SendWhatsappTemplateTrackOutput =
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
 * Send a WhatsApp template, and wait until it was delivered or has failed.
 *
 * Ends as `delivered` (also when it was read), as `failed` (`errorCode` says why: 63016 outside of the 24 hour
 * window without a template, 63024 a recipient without WhatsApp), and as `optedOut` (error 21610). WhatsApp
 * charges by conversation, Twilio by message. A template that is not approved or lacks variables throws (21656,
 * 63027), or fails later.
 *
 * @generated from workflow send-whatsapp-template-track (messaging.yml#/workflows/1)
 */
export async function sendWhatsappTemplateTrack(
  input: SendWhatsappTemplateTrackInput,
  options?: WorkflowOptions,
): Promise<SendWhatsappTemplateTrackOutput> {
  const run: WorkflowRun = openWorkflow("send-whatsapp-template-track", options, { version: "f8319586" });
  run.inputs(input, {
    accountSid: "path?",
    to: "string",
    from: "string",
    contentSid: "string",
    contentVariables: "string?",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the template and its values to Twilio.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, ContentSid: input.contentSid, ContentVariables: input.contentVariables },
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
