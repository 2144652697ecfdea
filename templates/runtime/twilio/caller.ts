export * from "../caller.js";
export { createTwilio } from "./client.js";
export type {
  AccountCredentials,
  ApiKeyCredentials,
  AuthTokenCredentials,
  Credentials,
  OAuthCredentials,
} from "./credentials.js";
export type { TwilioClient, TwilioOptions, WorkflowOptions } from "./options.js";
