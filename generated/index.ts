// Written by twilio-workflows: change the documents and generate again.
export {
  createConversationAddParticipantSendMessage,
  type CreateConversationAddParticipantSendMessageInput,
  type CreateConversationAddParticipantSendMessageOutput,
} from "./workflows/create-conversation-add-participant-send-message.js";
export {
  provisionMessagingServiceAddNumber,
  type ProvisionMessagingServiceAddNumberInput,
  type ProvisionMessagingServiceAddNumberOutput,
} from "./workflows/provision-messaging-service-add-number.js";
export {
  sendMessageTrackStatus,
  type SendMessageTrackStatusInput,
  type SendMessageTrackStatusOutput,
} from "./workflows/send-message-track-status.js";
export {
  createFlowAndExecute,
  type CreateFlowAndExecuteInput,
  type CreateFlowAndExecuteOutput,
} from "./workflows/create-flow-and-execute.js";
export * from "./runtime/twilio/index.js";
