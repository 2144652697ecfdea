// Written by twilio-workflows: change the documents and generate again.
import type { ConversationEnumState, ConversationsV1Api } from "../apis/conversations-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link closeConversation} takes. */
export interface CloseConversationInput {
  /** SID or unique name of the conversation. */
  conversationSid: string;
}

/** What {@link closeConversation} returns; `outcome` says how it ended. */
export type CloseConversationOutput =
  | {
      outcome: "notFound";
    }
  | {
      outcome: "alreadyClosed";
      stateBefore?: ConversationEnumState | undefined;
    }
  | {
      outcome: "closed";
      stateBefore?: ConversationEnumState | undefined;
    };

/**
 * Close a conversation, unless it is closed.
 *
 * Ends as `closed`, as `alreadyClosed`, and as `notFound` (404, error 20404). Closing is for good; it frees the
 * addresses of the participants for other conversations, and deletes nothing.
 *
 * @generated from workflow close-conversation (conversations.yml#/workflows/2)
 */
export async function closeConversation(
  input: CloseConversationInput,
  options?: WorkflowOptions,
): Promise<CloseConversationOutput> {
  const run: WorkflowRun = openWorkflow("close-conversation", options, { version: "77ecd8a5" });
  run.inputs(input, { conversationSid: "path" });
  const conversationsV1 = run.api<ConversationsV1Api>("https://conversations.twilio.com");

  // See what state the conversation is in.
  const readConversation = await conversationsV1.GET("/v1/Conversations/{Sid}", {
    ...run.step("readConversation"),
    params: { path: { Sid: input.conversationSid } },
  });
  if (readConversation.response.status === 404) return { outcome: "notFound" };
  run.expect(readConversation, readConversation.response.status === 200);
  const { state: stateBefore } = readConversation.data;
  if (sameText(stateBefore, "closed")) return { outcome: "alreadyClosed", stateBefore };

  // Close it.
  const close = await conversationsV1.POST("/v1/Conversations/{Sid}", {
    ...run.step("close"),
    params: { path: { Sid: input.conversationSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { State: "closed" },
  });
  run.check(close, close.response.status === 200);

  return { outcome: "closed", stateBefore };
}
