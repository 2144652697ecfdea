import type { LocalTwilio, LocalTwilioOptions } from "./local-twilio/index.js";

/** What the package offers as `twilio-workflows/testing`. */
export * from "../templates/testing/index.js";
/** The steps of the library's workflows, by which their answers are typed. */
export type * from "../generated/testing/steps.js";
export type {
  AcceptedCredentials,
  CallbackFate,
  DueCallback,
  Fault,
  LocalTwilio,
  LocalTwilioOptions,
  RecordedRequest,
  SentCallback,
} from "./local-twilio/index.js";

/**
 * Starts a Twilio on a free port of this machine, which plays what the library of this package calls: it checks requests
 * against Twilio's OpenAPI documents, keeps what they make, and forgets it when it is closed. Spread its `options` into
 * those of a workflow.
 *
 * Needs Node.js. What it is made of is loaded when it is called.
 */
export async function startLocalTwilio(options?: LocalTwilioOptions): Promise<LocalTwilio> {
  const local = await import("./local-twilio/index.js");
  return local.startLocalTwilio(options);
}
