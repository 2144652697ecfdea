// Written by twilio-workflows with each run: what is changed here is lost.
export * from "../index.js";
export { createTwilio } from "./client.js";
export type { ApiKeyCredentials, AuthTokenCredentials, Credentials, OAuthCredentials } from "./credentials.js";
export type { TwilioClient, TwilioOptions, WorkflowOptions } from "./options.js";
export { openWorkflow } from "./workflow.js";
