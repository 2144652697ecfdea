/** A small stateful Twilio on this machine, for examples and tests. */
export type { CallbackFate, DueCallback, SentCallback } from "./callbacks.js";
export { type AcceptedCredentials, LOCAL_CREDENTIALS } from "./credentials.js";
export type { Fault } from "./faults.js";
export { type MessageStatus, UNDELIVERABLE_NUMBER } from "./messages.js";
export type { RecordedRequest } from "./recording.js";
export type { Reply } from "./reply.js";
export { type LocalTwilio, type LocalTwilioOptions, type Performed, startLocalTwilio } from "./server.js";
