// What generated functions are made with, beside what their callers need.
export * from "./caller.js";
export type { Client } from "./client/client-types.js";
export type { Polling } from "./run/polling.js";
export type { Retry, RetryAction } from "./run/retry.js";
export type { WorkflowRun } from "./run/run.js";
export type { StepInit, StepOptions, StepResult } from "./run/step.js";
export { openWorkflow } from "./run/workflow.js";
