export * from "../../generated/workflows/open-conversation-with-webhook.js";
export * from "../../generated/workflows/reply-in-conversation-track-receipts.js";
export * from "../../generated/workflows/close-conversation.js";
export * from "../../generated/workflows/create-conversation-add-participant-send-message.js";
export * from "../../generated/runtime/twilio/caller.js";
