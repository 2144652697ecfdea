// What the callers of generated functions need: clients, options, errors, and the types of these.
export type { Answer, Call, Effect, Failure, Outcome, Send } from "./answers/call.js";
export { createClient } from "./client/client.js";
export type { DryRequest, DryRun } from "./client/dry-run.js";
export type { ApiClient, ClientOptions } from "./options/client-options.js";
export type { BasicSecret, Given, OAuthSecret, Scheme, Secret, Security } from "./client/security.js";
export * from "./errors/any-error.js";
export * from "./errors/errors.js";
export type { StepEvent } from "./run/events.js";
export type { Begun, Checkpoint, Done } from "./journal/checkpoint.js";
export { InvalidOptionError } from "./options/option-rules.js";
export type { CallbackOptions, PollOptions, WorkflowOptions } from "./options/options.js";
export { inProcess, type Runner, type WakeUp, type Wakeups } from "./run/runner.js";
export type { Fetch } from "./client/sender.js";
export { WorkflowError } from "./errors/workflow-error.js";
export type { Undocumented } from "./values/undocumented.js";
