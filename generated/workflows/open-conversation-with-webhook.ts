// Written by twilio-workflows: change the documents and generate again.
import type { ConversationsV1Api } from "../apis/conversations-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link openConversationWithWebhook} takes. */
export interface OpenConversationWithWebhookInput {
  /** Name of the conversation, unique in the account. */
  uniqueName: string;
  /** Name of the conversation, for people to read. */
  friendlyName?: string | undefined;
  /** Absolute URL that Twilio posts the events to. */
  webhookUrl: string;
  /** Events to post, such as `onMessageAdded`, `onParticipantAdded`. */
  webhookFilters: string[];
}

/** What {@link openConversationWithWebhook} returns; `outcome` says how it ended. */
export type OpenConversationWithWebhookOutput =
  | {
      outcome: "nameTaken";
    }
  | {
      outcome: "opened";
      conversationSid: string;
      webhookSid: string;
    };

/**
 * Open a conversation, and have Twilio post its events to a webhook.
 *
 * Ends as `opened`, and as `nameTaken` when there is a conversation of that unique name (409, error 50353). When
 * the webhook is refused, the conversation remains, without it: a conversation can have five (error 50362
 * throws). An open conversation is charged by those who are active in it.
 *
 * @generated from workflow open-conversation-with-webhook (conversations.yml#/workflows/0)
 */
export async function openConversationWithWebhook(
  input: OpenConversationWithWebhookInput,
  options?: WorkflowOptions,
): Promise<OpenConversationWithWebhookOutput> {
  const run: WorkflowRun = openWorkflow("open-conversation-with-webhook", options, { version: "264aa2a8" });
  run.inputs(input, { uniqueName: "string", friendlyName: "string?", webhookUrl: "string", webhookFilters: "array" });
  const conversationsV1 = run.api<ConversationsV1Api>("https://conversations.twilio.com");

  // Open the conversation.
  const openConversation = await conversationsV1.POST("/v1/Conversations", {
    ...run.step("openConversation"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { UniqueName: input.uniqueName, FriendlyName: input.friendlyName },
  });
  if (openConversation.response.status === 409) return { outcome: "nameTaken" };
  run.expect(openConversation, openConversation.response.status === 201);
  const conversationSid = run.required(openConversation, "sid");

  // Add the webhook.
  const addWebhook = await conversationsV1.POST("/v1/Conversations/{ConversationSid}/Webhooks", {
    ...run.step("addWebhook"),
    params: { path: { ConversationSid: conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      Target: "webhook",
      "Configuration.Url": input.webhookUrl,
      "Configuration.Method": "post",
      "Configuration.Filters": input.webhookFilters,
    },
  });
  run.expect(addWebhook, addWebhook.response.status === 201);

  return { outcome: "opened", conversationSid, webhookSid: addWebhook.data.sid };
}
