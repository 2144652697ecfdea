// Written by twilio-workflows: change the documents and generate again.
export {
  openConversationWithWebhook,
  type OpenConversationWithWebhookInput,
  type OpenConversationWithWebhookOutput,
} from "./workflows/open-conversation-with-webhook.js";
export {
  replyInConversationTrackReceipts,
  type ReplyInConversationTrackReceiptsInput,
  type ReplyInConversationTrackReceiptsOutput,
} from "./workflows/reply-in-conversation-track-receipts.js";
export {
  closeConversation,
  type CloseConversationInput,
  type CloseConversationOutput,
} from "./workflows/close-conversation.js";
export {
  transcribeRecording,
  type TranscribeRecordingInput,
  type TranscribeRecordingOutput,
} from "./workflows/transcribe-recording.js";
export {
  lookupPhoneNumber,
  type LookupPhoneNumberInput,
  type LookupPhoneNumberOutput,
} from "./workflows/lookup-phone-number.js";
export {
  lookupThenSendMessage,
  type LookupThenSendMessageInput,
  type LookupThenSendMessageOutput,
} from "./workflows/lookup-then-send-message.js";
export {
  lookupThenStartVerification,
  type LookupThenStartVerificationInput,
  type LookupThenStartVerificationOutput,
} from "./workflows/lookup-then-start-verification.js";
export {
  sendThroughMessagingService,
  type SendThroughMessagingServiceInput,
  type SendThroughMessagingServiceOutput,
} from "./workflows/send-through-messaging-service.js";
export {
  sendWhatsappTemplateTrack,
  type SendWhatsappTemplateTrackInput,
  type SendWhatsappTemplateTrackOutput,
} from "./workflows/send-whatsapp-template-track.js";
export {
  sendMmsListMedia,
  type SendMmsListMediaInput,
  type SendMmsListMediaOutput,
} from "./workflows/send-mms-list-media.js";
export {
  scheduleMessage,
  type ScheduleMessageInput,
  type ScheduleMessageOutput,
} from "./workflows/schedule-message.js";
export {
  cancelScheduledMessage,
  type CancelScheduledMessageInput,
  type CancelScheduledMessageOutput,
} from "./workflows/cancel-scheduled-message.js";
export {
  sendMessageAndRedact,
  type SendMessageAndRedactInput,
  type SendMessageAndRedactOutput,
} from "./workflows/send-message-and-redact.js";
export { buyPhoneNumber, type BuyPhoneNumberInput, type BuyPhoneNumberOutput } from "./workflows/buy-phone-number.js";
export {
  configurePhoneNumber,
  type ConfigurePhoneNumberInput,
  type ConfigurePhoneNumberOutput,
} from "./workflows/configure-phone-number.js";
export {
  buyNumberForMessagingService,
  type BuyNumberForMessagingServiceInput,
  type BuyNumberForMessagingServiceOutput,
} from "./workflows/buy-number-for-messaging-service.js";
export {
  registerA2pBrand,
  type RegisterA2pBrandInput,
  type RegisterA2pBrandOutput,
} from "./workflows/register-a2p-brand.js";
export {
  registerA2pCampaign,
  type RegisterA2pCampaignInput,
  type RegisterA2pCampaignOutput,
} from "./workflows/register-a2p-campaign.js";
export {
  verifyTollFreeNumber,
  type VerifyTollFreeNumberInput,
  type VerifyTollFreeNumberOutput,
} from "./workflows/verify-toll-free-number.js";
export {
  runFlowAndListSteps,
  type RunFlowAndListStepsInput,
  type RunFlowAndListStepsOutput,
} from "./workflows/run-flow-and-list-steps.js";
export {
  syncDocumentLifeCycle,
  type SyncDocumentLifeCycleInput,
  type SyncDocumentLifeCycleOutput,
} from "./workflows/sync-document-life-cycle.js";
export {
  storeSyncDocument,
  type StoreSyncDocumentInput,
  type StoreSyncDocumentOutput,
} from "./workflows/store-sync-document.js";
export {
  provisionTaskrouterWorkspace,
  type ProvisionTaskrouterWorkspaceInput,
  type ProvisionTaskrouterWorkspaceOutput,
} from "./workflows/provision-taskrouter-workspace.js";
export {
  addAvailableWorker,
  type AddAvailableWorkerInput,
  type AddAvailableWorkerOutput,
} from "./workflows/add-available-worker.js";
export {
  createTaskAwaitAssignment,
  type CreateTaskAwaitAssignmentInput,
  type CreateTaskAwaitAssignmentOutput,
} from "./workflows/create-task-await-assignment.js";
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
export {
  provisionVerifyService,
  type ProvisionVerifyServiceInput,
  type ProvisionVerifyServiceOutput,
} from "./workflows/provision-verify-service.js";
export {
  startAndCheckVerification,
  type StartAndCheckVerificationInput,
  type StartAndCheckVerificationOutput,
} from "./workflows/start-and-check-verification.js";
export {
  checkVerification,
  type CheckVerificationInput,
  type CheckVerificationOutput,
} from "./workflows/check-verification.js";
export {
  startVerificationAndWait,
  type StartVerificationAndWaitInput,
  type StartVerificationAndWaitOutput,
} from "./workflows/start-verification-and-wait.js";
export {
  verifyPhoneNumber,
  type VerifyPhoneNumberInput,
  type VerifyPhoneNumberOutput,
} from "./workflows/verify-phone-number.js";
export { openRoom, type OpenRoomInput, type OpenRoomOutput } from "./workflows/open-room.js";
export { endRoom, type EndRoomInput, type EndRoomOutput } from "./workflows/end-room.js";
export {
  placeCallTrackToEnd,
  type PlaceCallTrackToEndInput,
  type PlaceCallTrackToEndOutput,
} from "./workflows/place-call-track-to-end.js";
export { endActiveCall, type EndActiveCallInput, type EndActiveCallOutput } from "./workflows/end-active-call.js";
export {
  recordActiveCallAndWait,
  type RecordActiveCallAndWaitInput,
  type RecordActiveCallAndWaitOutput,
} from "./workflows/record-active-call-and-wait.js";
export {
  addParticipantToConference,
  type AddParticipantToConferenceInput,
  type AddParticipantToConferenceOutput,
} from "./workflows/add-participant-to-conference.js";
export {
  provisionCallQueue,
  type ProvisionCallQueueInput,
  type ProvisionCallQueueOutput,
} from "./workflows/provision-call-queue.js";
export {
  takeNextCallerFromQueue,
  type TakeNextCallerFromQueueInput,
  type TakeNextCallerFromQueueOutput,
} from "./workflows/take-next-caller-from-queue.js";
export * from "./runtime/twilio/index.js";
