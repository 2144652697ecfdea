// Written by twilio-workflows with each run: what is changed here is lost.
export type { Client } from "./client/client-types.js";
export type { Answer, Call, Effect, Failure, Outcome, Send } from "./answers/call.js";
export { createTwilio } from "./client/client.js";
export type { TwilioClient, TwilioOptions } from "./options/client-options.js";
export type { ApiKeyCredentials, AuthTokenCredentials, Credentials, OAuthCredentials } from "./client/credentials.js";
export * from "./errors/errors.js";
export type { StepEvent } from "./run/events.js";
export type { Begun, Checkpoint } from "./journal/checkpoint.js";
export { InvalidOptionError } from "./options/option-rules.js";
export type { PollOptions, WorkflowOptions } from "./options/options.js";
export type { Polling } from "./run/polling.js";
export type { Retry, RetryAction } from "./run/retry.js";
export type { WorkflowRun } from "./run/run.js";
export { inProcess, type Runner } from "./run/runner.js";
export type { StepInit, StepOptions, StepResult } from "./run/step.js";
export type { Fetch } from "./client/transport.js";
export { openWorkflow } from "./run/workflow.js";
export { WorkflowError } from "./errors/workflow-error.js";
