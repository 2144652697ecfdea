import * as errors from "../runtime/errors/errors.js";
import type { ErrorPlace } from "../runtime/errors/workflow-error.js";

/** Where an error is to have happened. What is not said has a value that such an error could have. */
export type About = Partial<ErrorPlace>;

/** What an error says, where it has no words of its own. */
interface Saying extends About {
  readonly message?: string | undefined;
}

interface AboutAnswer extends Saying {
  readonly status?: number | undefined;
  readonly body?: string | undefined;
}

interface AboutPoll extends About {
  readonly attempts?: number | undefined;
  readonly deadline?: number | undefined;
  readonly outputs?: Record<string, unknown> | undefined;
}

/** The status is 400 where it is not given: not 5xx, after which nobody knows whether the request took effect. */
type AboutFailure = Saying & Partial<errors.StepFailure>;

/**
 * Errors as workflows throw them, by their code, for tests of what an app does about them where they replace the function
 * of the workflow: `vi.mocked(sendMessage).mockRejectedValue(workflowErrors.unknownOutcome({ stepId: "send" }))`.
 * `isWorkflowError` takes them for what they are; `instanceof` only with the classes of the same copy of the runtime.
 */
export const workflowErrors = {
  aborted: (about: About & { readonly cause?: unknown } = {}): errors.AbortedError =>
    new errors.AbortedError(placeOf(about), { cause: about.cause ?? new Error("this operation was aborted") }),
  credentials: (about: Saying = {}): errors.CredentialsError =>
    new errors.CredentialsError(placeOf(about), about.message ?? "no credentials"),
  criterionFailed: (about: About & { readonly criterion?: string } = {}): errors.CriterionFailedError =>
    new errors.CriterionFailedError(placeOf(about), about.criterion ?? "$outputs.state == 'done'"),
  invalidAnswer: (about: AboutAnswer = {}): errors.InvalidAnswerError =>
    new errors.InvalidAnswerError(placeOf(about), about.message ?? "the answer is not JSON", {
      status: about.status ?? 200,
      body: about.body ?? "",
    }),
  invalidInput: (about: Saying = {}): errors.InvalidInputError =>
    new errors.InvalidInputError(placeOf(about), about.message ?? "the input to is missing"),
  missingOutput: (about: About & { readonly expression?: string } = {}): errors.MissingOutputError =>
    new errors.MissingOutputError(placeOf(about), about.expression ?? "$response.body#/sid"),
  pollDeadline: (about: AboutPoll = {}): errors.PollDeadlineError =>
    new errors.PollDeadlineError(placeOf(about), about.attempts ?? 20, about.deadline ?? 300_000, about.outputs ?? {}),
  queryLimit: (about: About & { readonly query?: string; readonly limit?: number } = {}): errors.QueryLimitError =>
    new errors.QueryLimitError(placeOf(about), about.query ?? "$..sid", about.limit ?? 100_000, {
      cause: new Error("too many values"),
    }),
  stepFailed: ({ message, ...about }: AboutFailure = {}): errors.StepFailedError => {
    const { method = "POST", url = "https://api.example.com", status = 400, outcome = "not-done" } = about;
    const { requestId, body } = about;
    const failure = { method, url, status, outcome, requestId, body };
    return new errors.StepFailedError(placeOf(about), message ?? `${method} ${url} answered ${status}`, failure);
  },
  stepLimit: (about: About & { readonly limit?: number } = {}): errors.StepLimitError =>
    new errors.StepLimitError(placeOf(about), about.limit ?? 1_000),
  unknownOutcome: (about: Saying = {}): errors.UnknownOutcomeError =>
    new errors.UnknownOutcomeError(placeOf(about), about.message ?? "its answer was lost"),
};

function placeOf({ workflowId = "workflow", stepId, stepPath, checkpoint }: About): ErrorPlace {
  const begun = { version: 1 as const, workflow: workflowId, versions: {}, answers: {}, unknown: [] };
  return { workflowId, stepId, stepPath, checkpoint: checkpoint ?? begun };
}
