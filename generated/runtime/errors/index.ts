// Written by twilio-workflows: change the documents and generate again.
import { AbortedError } from "./aborted-error.js";
import { CredentialsError } from "./credentials-error.js";
import { CriterionFailedError } from "./criterion-failed-error.js";
import { InvalidAnswerError } from "./invalid-answer-error.js";
import { InvalidInputError } from "./invalid-input-error.js";
import { MissingOutputError } from "./missing-output-error.js";
import { PollDeadlineError } from "./poll-deadline-error.js";
import { StepFailedError } from "./step-failed-error.js";
import { StepLimitError } from "./step-limit-error.js";
import { UnknownOutcomeError } from "./unknown-outcome-error.js";
import { isBranded, WorkflowError } from "./workflow-error.js";

export {
  AbortedError,
  CredentialsError,
  CriterionFailedError,
  InvalidAnswerError,
  InvalidInputError,
  MissingOutputError,
};
export { PollDeadlineError, StepFailedError, StepLimitError, UnknownOutcomeError, WorkflowError };

/** Every error of a workflow; `code` tells which. */
export type AnyWorkflowError =
  | AbortedError
  | CredentialsError
  | CriterionFailedError
  | InvalidAnswerError
  | InvalidInputError
  | MissingOutputError
  | PollDeadlineError
  | StepFailedError
  | StepLimitError
  | UnknownOutcomeError;

/** Whether a caught value is an error of a workflow, also when another copy of this package made it. */
export function isWorkflowError(value: unknown): value is AnyWorkflowError {
  return isBranded(value);
}
