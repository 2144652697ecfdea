/** Whether two names are one but for case and separators: `ConversationSid` and `conversation_sid`. */
export function alike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

/** `ConversationSid`, `conversation_sid` and `Conversation.Sid` are `conversationSid`. */
export function camelCase(name: string): string {
  return wordsOf(name)
    .map((word, index) => (index === 0 ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join("");
}

/** `send-message`, for what has no case. */
export function kebabCase(name: string): string {
  return wordsOf(name).join("-");
}

function wordsOf(name: string): readonly string[] {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  const lower = words.filter((word) => word !== "").map((word) => word.toLowerCase());
  return lower.length > 0 ? lower : ["value"];
}
