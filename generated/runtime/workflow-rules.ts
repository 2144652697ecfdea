// Written by twilio-workflows: change the documents and generate again.
import { clientRules } from "./client-options.js";
import { mustBeFrom } from "./numbers.js";
import { checkOptions, isObject, must, mustBeFunction, mustHave, type Rules } from "./option-rules.js";
import type { PollOptions, WorkflowOptions } from "./options.js";

const pollRules: Rules<PollOptions> = {
  interval: mustBeFrom(0),
  factor: mustBeFrom(1),
  maxInterval: mustBeFrom(0),
  deadline: mustBeFrom(0),
};

export const workflowRules: Rules<WorkflowOptions> = {
  ...clientRules,
  client: mustHave("a client", "locate", "send", "with"),
  signal: must("an AbortSignal", (value) => value instanceof AbortSignal),
  deadline: mustBeFrom(0),
  retries: mustBeFrom(0),
  maxRetryAfter: mustBeFrom(0),
  maxSteps: mustBeFrom(0),
  poll: (value, option) => void checkOptions(value, pollRules, option),
  // The journal looks deeper.
  resume: must("a checkpoint, which is an object", (value) => value === null || isObject(value)),
  resend: must(
    "a list of steps",
    (value) => Array.isArray(value) && value.every((step: unknown) => typeof step === "string"),
  ),
  onCheckpoint: mustBeFunction,
  runner: mustHave("a runner", "request", "sleep"),
  onStep: mustBeFunction,
};
