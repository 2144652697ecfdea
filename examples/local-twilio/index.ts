/** A small stateful Twilio on this machine, for examples and tests. */
export { type AcceptedCredentials, LOCAL_CREDENTIALS } from "./credentials.js";
export type { Fault } from "./faults.js";
export { type MessageStatus, UNDELIVERABLE_NUMBER } from "./messages.js";
export type { RecordedRequest } from "./recording.js";
export { type LocalTwilio, type LocalTwilioOptions, startLocalTwilio } from "./server.js";
