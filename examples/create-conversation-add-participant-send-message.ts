import { createConversationAddParticipantSendMessage, type WorkflowOptions } from "../generated/index.js";
import type { Contacts } from "./contacts.js";

/** Opens a conversation between a customer, who has a phone, and the people at the support desk. */
export async function openSupportConversation({ to, from }: Contacts, options?: WorkflowOptions): Promise<string> {
  const { conversationSid, messageSid } = await createConversationAddParticipantSendMessage(
    {
      friendlyName: "Order 1027",
      participantAddress: to,
      proxyAddress: from,
      author: "support",
      body: "Hello, this is support. How can we help you with your order?",
    },
    options,
  );

  return `Conversation ${conversationSid} begins with message ${messageSid}.`;
}
