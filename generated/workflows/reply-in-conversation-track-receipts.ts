// Written by twilio-workflows: change the documents and generate again.
import type {
  ConversationsV1Api,
  ConversationsV1ConversationConversationMessageConversationMessageReceipt,
} from "../apis/conversations-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link replyInConversationTrackReceipts} takes. */
export interface ReplyInConversationTrackReceiptsInput {
  /** SID or unique name of the conversation. */
  conversationSid: string;
  /** Who the message is from, as shown in the conversation. `system` without it. */
  author?: string | undefined;
  /** Text of the message, at most 1,600 characters; charged as SMS for each address. */
  body: string;
}

/** What {@link replyInConversationTrackReceipts} returns; `outcome` says how it ended. */
export type ReplyInConversationTrackReceiptsOutput =
  | {
      outcome: "delivered";
      messageSid: string;
      receipts?: ConversationsV1ConversationConversationMessageConversationMessageReceipt[] | undefined;
      errorCode?: number | undefined;
    }
  | {
      outcome: "failed";
      messageSid: string;
      receipts?: ConversationsV1ConversationConversationMessageConversationMessageReceipt[] | undefined;
      errorCode?: number | undefined;
    };

/**
 * Write a message into a conversation, and wait until its first receipt is final.
 *
 * Ends as `delivered` (also when it was read) and as `failed`; `errorCode` is that of the channel. A message to
 * a group has a receipt for each address, and the first decides: participants of chat alone have none, and then
 * waiting comes to its deadline, with the message in the conversation. A conversation that is closed throws
 * (404, error 50351 or 20404), and nothing is written.
 *
 * @generated from workflow reply-in-conversation-track-receipts (conversations.yml#/workflows/1)
 */
export async function replyInConversationTrackReceipts(
  input: ReplyInConversationTrackReceiptsInput,
  options?: WorkflowOptions,
): Promise<ReplyInConversationTrackReceiptsOutput> {
  const run: WorkflowRun = openWorkflow("reply-in-conversation-track-receipts", options, { version: "7733ef75" });
  run.inputs(input, { conversationSid: "path", author: "string?", body: "string" });
  const conversationsV1 = run.api<ConversationsV1Api>("https://conversations.twilio.com");

  // Write the message.
  const reply = await conversationsV1.POST("/v1/Conversations/{ConversationSid}/Messages", {
    ...run.step("reply"),
    params: { path: { ConversationSid: input.conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Author: input.author, Body: input.body },
  });
  run.expect(reply, reply.response.status === 201);
  const messageSid = run.required(reply, "sid");

  // Read the receipts until the first is final.
  const polling = run.polling("trackReceipts", {
    interval: 2_000,
    factor: 1.5,
    maxInterval: 15_000,
    deadline: 300_000,
  });
  for (;;) {
    const trackReceipts = await conversationsV1.GET(
      "/v1/Conversations/{ConversationSid}/Messages/{MessageSid}/Receipts",
      {
        ...polling.attempt(),
        params: { path: { ConversationSid: input.conversationSid, MessageSid: messageSid } },
      },
    );
    run.expect(trackReceipts, trackReceipts.response.status === 200);
    const { delivery_receipts: receipts } = trackReceipts.data;
    const errorCode = trackReceipts.data.delivery_receipts?.[0]?.error_code;
    const status = trackReceipts.data.delivery_receipts?.[0]?.status;
    if (sameText(status, "delivered") || sameText(status, "read")) {
      return { outcome: "delivered", messageSid, receipts, errorCode };
    }
    if (sameText(status, "failed") || sameText(status, "undelivered")) {
      return { outcome: "failed", messageSid, receipts, errorCode };
    }
    await polling.wait({ messageSid, receipts, errorCode });
  }
}
