// Written by twilio-workflows. Change the documents and generate again instead of editing this file.
import type { MessageStatus, MessagingApi } from "../apis/messaging-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/index.js";

/** What {@link sendMessageTrackStatus} needs to begin. */
export interface SendMessageTrackStatusInput {
  /** The Twilio account SID. @default the account of the credentials */
  accountSid?: string | undefined;
  /** Recipient phone number in E.164 format. */
  to: string;
  from: string;
  body: string;
  statusCallback?: string | undefined;
}

/** What {@link sendMessageTrackStatus} returns; `outcome` says which ending was reached. */
export type SendMessageTrackStatusOutput =
  | {
      outcome: "delivered";
      messageSid: string;
      finalStatus: MessageStatus;
    }
  | {
      outcome: "failed";
      messageSid: string;
      finalStatus: MessageStatus;
    };

export async function sendMessageTrackStatus(
  input: SendMessageTrackStatusInput,
  options?: WorkflowOptions,
): Promise<SendMessageTrackStatusOutput> {
  const run: WorkflowRun = openWorkflow("send-message-track-status", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const accountSid = input.accountSid ?? run.credential("accountSid");

  // Send the SMS or MMS message.
  const sendMessage = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Body: input.body, StatusCallback: input.statusCallback },
  });
  run.expect("sendMessage", sendMessage, sendMessage.response.status === 201, "$statusCode == 201");
  const messageSid = run.present(sendMessage.data.sid, "sendMessage", "$response.body#/sid");

  // Fetch the message by its SID, again and again until its status is a terminal one.
  const polling = run.polling("checkStatus", { interval: 2_000, deadline: 300_000 });
  for (;;) {
    const checkStatus = await messaging.GET("/Accounts/{AccountSid}/Messages/{MessageSid}.json", {
      ...polling.attempt(),
      params: { path: { AccountSid: accountSid, MessageSid: messageSid } },
    });
    run.expect("checkStatus", checkStatus, checkStatus.response.status === 200, "$statusCode == 200");
    const { status } = checkStatus.data;
    if (status === "delivered") return { outcome: "delivered", messageSid, finalStatus: status };
    if (status === "failed" || status === "undelivered") return { outcome: "failed", messageSid, finalStatus: status };
    await polling.wait({ messageSid, finalStatus: status });
  }
}
