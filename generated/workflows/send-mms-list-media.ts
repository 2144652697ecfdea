// Written by twilio-workflows: change the documents and generate again.
import type { ApiV2010AccountMessageMedia, CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link sendMmsListMedia} takes. */
export interface SendMmsListMediaInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Phone number to send to, in E.164 format. */
  to: string;
  /** Your Twilio number, in E.164 format, which has to be able to send MMS. */
  from: string;
  /** Text of the message, at most 1,600 characters; each segment is charged. */
  body?: string | undefined;
  /**
   * Absolute URLs of one to ten pictures that Twilio can fetch, 5 MB in all.
   *
   * At most 10 items.
   */
  mediaUrl: string[];
}

/** What {@link sendMmsListMedia} returns; `outcome` says how it ended. */
export type SendMmsListMediaOutput =
  | {
      outcome: "optedOut";
    }
  | {
      outcome: "sent";
      messageSid: string;
      media?: ApiV2010AccountMessageMedia[] | undefined;
    };

/**
 * Send a message with pictures, and list the media that Twilio keeps of it.
 *
 * Ends as `sent` and as `optedOut` (error 21610). An MMS is charged by message. When the list cannot be read,
 * the message is on its way all the same. More than ten pictures throw (21623), and so does a URL that is none
 * (21620). A picture that cannot be fetched fails later (12300, 11200).
 *
 * @generated from workflow send-mms-list-media (messaging.yml#/workflows/2)
 */
export async function sendMmsListMedia(
  input: SendMmsListMediaInput,
  options?: WorkflowOptions,
): Promise<SendMmsListMediaOutput> {
  const run: WorkflowRun = openWorkflow("send-mms-list-media", options, { version: "e8235d52" });
  run.inputs(input, { accountSid: "path?", to: "string", from: "string", body: "string?", mediaUrl: "array" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the message and the URLs of its pictures to Twilio.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: input.body, MediaUrl: input.mediaUrl },
  });
  if (sendMessage.response.status === 400 && sendMessage.error?.code === 21610) return { outcome: "optedOut" };
  run.expect(sendMessage, sendMessage.response.status === 201);
  const messageSid = run.required(sendMessage, "sid");

  // List what Twilio keeps of the pictures.
  const listMedia = await core.GET("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media.json", {
    ...run.step("listMedia"),
    params: { path: { MessageSid: messageSid, AccountSid: accountSid } },
  });
  run.expect(listMedia, listMedia.response.status === 200);

  return { outcome: "sent", messageSid, media: listMedia.data.media_list };
}
