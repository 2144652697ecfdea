// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link sendMessageAndRedact} takes. */
export interface SendMessageAndRedactInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Phone number to send to, in E.164 format. */
  to: string;
  /** Your Twilio number in E.164 format, short code or alphanumeric sender ID. */
  from: string;
  /** Text of the message, at most 1,600 characters; each segment is charged. */
  body: string;
}

/** What {@link sendMessageAndRedact} returns; `outcome` says how it ended. */
export type SendMessageAndRedactOutput =
  | {
      outcome: "optedOut";
    }
  | {
      outcome: "redacted";
      messageSid: string;
      status: MessageEnumStatus;
      errorCode?: number | null | undefined;
    };

/**
 * Send a message, wait until its status is final, and delete its text from Twilio.
 *
 * Ends as `redacted` with the final status, and as `optedOut` (error 21610). Twilio redacts only messages whose
 * status is final (20009 before that), so it waits for that, an hour at most; a message that is still on its way
 * then throws, and keeps its text. The text is not deleted at the carrier or on the phone. The message is
 * charged as always.
 *
 * @generated from workflow send-message-and-redact (messaging.yml#/workflows/5)
 */
export async function sendMessageAndRedact(
  input: SendMessageAndRedactInput,
  options?: WorkflowOptions,
): Promise<SendMessageAndRedactOutput> {
  const run: WorkflowRun = openWorkflow("send-message-and-redact", options, { version: "71e8792e" });
  run.inputs(input, { accountSid: "path?", to: "string", from: "string", body: "string" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Hand the message to Twilio.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: input.body },
  });
  if (sendMessage.response.status === 400 && sendMessage.error?.code === 21610) return { outcome: "optedOut" };
  run.expect(sendMessage, sendMessage.response.status === 201);
  const messageSid = run.required(sendMessage, "sid");

  let status: MessageEnumStatus;
  let errorCode: number | null | undefined;

  // Read the message until its status is final.
  const retry = run.retry("trackMessage");
  for (;;) {
    const trackMessage = await core.GET("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
      ...run.step("trackMessage"),
      params: { path: { Sid: messageSid, AccountSid: accountSid } },
    });
    if (
      (trackMessage.response.status !== 200 ||
        (!sameText(trackMessage.data?.status, "delivered") &&
          !sameText(trackMessage.data?.status, "read") &&
          !sameText(trackMessage.data?.status, "failed") &&
          !sameText(trackMessage.data?.status, "undelivered") &&
          !sameText(trackMessage.data?.status, "canceled") &&
          !sameText(trackMessage.data?.status, "partially_delivered"))) &&
      trackMessage.response.status === 200 &&
      (await retry.again(trackMessage.response, { name: "onItsWay", limit: 360, after: 10_000 }))
    ) {
      continue;
    }
    run.expect(trackMessage, trackMessage.response.status === 200);
    status = trackMessage.data.status;
    errorCode = trackMessage.data.error_code;
    run.expect(
      trackMessage,
      sameText(status, "delivered") ||
        sameText(status, "read") ||
        sameText(status, "failed") ||
        sameText(status, "undelivered") ||
        sameText(status, "canceled") ||
        sameText(status, "partially_delivered"),
      '$response.body#/status == "delivered" || $response.body#/status == "read" || $response.body#/status == "failed" || $response.body#/status == "undelivered" || $response.body#/status == "canceled" || $response.body#/status == "partially_delivered"',
    );
    break;
  }

  // Replace the text by an empty one.
  const redactMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("redactMessage"),
    params: { path: { Sid: messageSid, AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Body: "" },
  });
  run.check(redactMessage, redactMessage.response.status === 200);

  return { outcome: "redacted", messageSid, status, errorCode };
}
