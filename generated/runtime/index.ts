// Written by twilio-workflows: change the documents and generate again.
export type { Client } from "./client-types.js";
export type { Answer, Call, Effect, Failure, Outcome, Send } from "./call.js";
export { createTwilio } from "./client.js";
export type { TwilioClient, TwilioOptions } from "./client-options.js";
export type { ApiKeyCredentials, AuthTokenCredentials, Credentials, OAuthCredentials } from "./credentials.js";
export * from "./errors.js";
export type { StepEvent } from "./events.js";
export type { Begun, Checkpoint } from "./checkpoint.js";
export { InvalidOptionError } from "./option-rules.js";
export type { PollOptions, WorkflowOptions } from "./options.js";
export type { Polling } from "./polling.js";
export type { Retry, RetryAction } from "./retry.js";
export type { WorkflowRun } from "./run.js";
export { inProcess, type Runner } from "./runner.js";
export type { StepInit, StepOptions, StepResult } from "./step.js";
export type { Fetch } from "./transport.js";
export { openWorkflow } from "./workflow.js";
export { WorkflowError } from "./workflow-error.js";
