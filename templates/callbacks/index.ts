/** Where callbacks arrive: their signatures are checked, and the runs that wait for them are woken. */
export type {
  CallStatusEvent,
  ConferenceEvent,
  ConversationEvent,
  MessageStatusEvent,
  OtherEvent,
  RecordingStatusEvent,
  TwilioEvent,
  VerificationEvent,
} from "./events.js";
export { type ApiHandlerOptions, type CallbackOf, createApiHandler } from "./api-handler.js";
export { isWorthReading, twilioEventOf, wakeUpOf } from "./event-of.js";
export { type CallbackHandler, createHandler, type HandlerOptions } from "./handler.js";
export type { Listener, NodeRequest, NodeResponse } from "./listener.js";
export type { AddressOptions, Received } from "./received.js";
export { isSignedByTwilio, twilioSignature } from "./signature.js";
export { type CallbackHandlerOptions, createCallbackHandler } from "./twilio.js";
export { createWakeups, type LocalWakeups, type WakeupOptions } from "./wakeups.js";
