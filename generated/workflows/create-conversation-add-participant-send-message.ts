// Written by twilio-workflows. Change the documents and generate again instead of editing this file.
import type { ConversationsApi } from "../apis/conversations-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/index.js";

/** What {@link createConversationAddParticipantSendMessage} needs to begin. */
export interface CreateConversationAddParticipantSendMessageInput {
  /** Optional human-readable name for the conversation. */
  friendlyName?: string | undefined;
  /** The participant's address (e.g. their phone number in E.164). */
  participantAddress: string;
  /** The Twilio phone number used as the proxy for the participant. */
  proxyAddress: string;
  /** Optional author identity for the opening message. */
  author?: string | undefined;
  /** The text content of the opening message. */
  body: string;
}

/** What {@link createConversationAddParticipantSendMessage} returns. */
export interface CreateConversationAddParticipantSendMessageOutput {
  conversationSid: string;
  participantSid: string;
  messageSid: string;
}

/**
 * Create a conversation, add an SMS participant, and send the first message.
 *
 * Creates a conversation, adds a participant …
 *
 * @generated from workflow `create-conversation-add-participant-send-message`
 *   (`twilio-create-conversation-add-participant-send-message-workflow.yml#/workflows/0`)
 */
export async function createConversationAddParticipantSendMessage(
  input: CreateConversationAddParticipantSendMessageInput,
  options?: WorkflowOptions,
): Promise<CreateConversationAddParticipantSendMessageOutput> {
  const run: WorkflowRun = openWorkflow("create-conversation-add-participant-send-message", options);
  const conversations = run.api<ConversationsApi>("https://conversations.twilio.com");

  // Create the conversation thread that will hold the participant and messages.
  const createConversation = await conversations.POST("/v1/Conversations", {
    ...run.step("createConversation"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName },
  });
  run.expect(
    "createConversation",
    createConversation,
    createConversation.response.status === 201,
    "$statusCode == 201",
  );
  const conversationSid = run.present(createConversation.data.sid, "createConversation", "$response.body#/sid");

  // Add a participant to the conversation, bound to their messaging address and the Twilio proxy address.
  const addParticipant = await conversations.POST("/v1/Conversations/{ConversationSid}/Participants", {
    ...run.step("addParticipant"),
    params: { path: { ConversationSid: conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      "MessagingBinding.Address": input.participantAddress,
      "MessagingBinding.ProxyAddress": input.proxyAddress,
    },
  });
  run.expect("addParticipant", addParticipant, addParticipant.response.status === 201, "$statusCode == 201");

  // Post the opening message into the conversation.
  const sendMessage = await conversations.POST("/v1/Conversations/{ConversationSid}/Messages", {
    ...run.step("sendMessage"),
    params: { path: { ConversationSid: conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Author: input.author, Body: input.body },
  });
  run.expect("sendMessage", sendMessage, sendMessage.response.status === 201, "$statusCode == 201");

  return {
    conversationSid,
    participantSid: addParticipant.data.sid,
    messageSid: sendMessage.data.sid,
  };
}
