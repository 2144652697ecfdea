// Written by twilio-workflows: change the documents and generate again.
import type { ConversationsApi } from "../apis/conversations-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link createConversationAddParticipantSendMessage} takes. */
export interface CreateConversationAddParticipantSendMessageInput {
  /** Name of the conversation, for people to read. At most 256 characters; it need not be unique. */
  friendlyName?: string | undefined;
  /** Address of the person to add: a phone number in E.164 format, such as `+15558675310`. */
  participantAddress: string;
  /**
   * Your Twilio phone number that the person sees and writes to, in E.164 format. A pair of participant and proxy
   * address belongs to one participant only.
   */
  proxyAddress: string;
  /** Who the first message is from, as shown in the conversation. Without it Twilio records the author as `system`. */
  author?: string | undefined;
  /** Text of the first message, at most 1,600 characters. */
  body: string;
}

/** What {@link createConversationAddParticipantSendMessage} returns. */
export interface CreateConversationAddParticipantSendMessageOutput {
  /** SID of the conversation. Starts with `CH`. */
  conversationSid: string;
  /** SID of the participant. Starts with `MB`. */
  participantSid: string;
  /** SID of the message in the conversation. Starts with `IM`; each SMS sent for it has a SID of its own. */
  messageSid: string;
}

/**
 * Open a conversation, add a participant by phone number, and send the first message.
 *
 * Each step makes something new and nothing is undone when a later step fails: a participant who is refused, for
 * instance because the two numbers already share a conversation, leaves an empty conversation behind.
 *
 * @generated from workflow create-conversation-add-participant-send-message
 *   (twilio-create-conversation-add-participant-send-message-workflow.yml#/workflows/0)
 */
export async function createConversationAddParticipantSendMessage(
  input: CreateConversationAddParticipantSendMessageInput,
  options?: WorkflowOptions,
): Promise<CreateConversationAddParticipantSendMessageOutput> {
  const run: WorkflowRun = openWorkflow("create-conversation-add-participant-send-message", options, {
    version: "56f70017",
  });
  run.inputs(input, {
    friendlyName: "string?",
    participantAddress: "string",
    proxyAddress: "string",
    author: "string?",
    body: "string",
  });
  const conversations = run.api<ConversationsApi>("https://conversations.twilio.com");

  // Create the conversation, still without participants or messages.
  const createConversation = await conversations.POST("/v1/Conversations", {
    ...run.step("createConversation"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName },
  });
  run.expect(createConversation, createConversation.response.status === 201);
  const conversationSid = run.required(createConversation, "sid");

  // Add the person, who is reached at their own phone number and sees yours.
  const addParticipant = await conversations.POST("/v1/Conversations/{ConversationSid}/Participants", {
    ...run.step("addParticipant"),
    params: { path: { ConversationSid: conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { "MessagingBinding.Address": input.participantAddress, "MessagingBinding.ProxyAddress": input.proxyAddress },
  });
  run.expect(addParticipant, addParticipant.response.status === 201);

  // Add the first message, which Twilio then sends to the participant.
  const sendMessage = await conversations.POST("/v1/Conversations/{ConversationSid}/Messages", {
    ...run.step("sendMessage"),
    params: { path: { ConversationSid: conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Author: input.author, Body: input.body },
  });
  run.expect(sendMessage, sendMessage.response.status === 201);

  return { conversationSid, participantSid: addParticipant.data.sid, messageSid: sendMessage.data.sid };
}
