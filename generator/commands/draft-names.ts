import { camelCase } from "../plan/index.js";

/** Whether two names are one but for case and separators: `ConversationSid` and `conversation_sid`. */
export function alike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

/** `ConversationSid`, `conversation_sid` and `Conversation.Sid` are `conversationSid`; `value` where there are no letters. */
export function draftName(name: string): string {
  return camelCase(name) || "value";
}
