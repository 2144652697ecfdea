/** For tests of apps that call workflows: answers by step, errors, a clock. */
export { type Answers, type AnswersSettings, answers, TEST_ACCOUNT } from "./answers.js";
export { type InstantClock, instantClock } from "./clock.js";
export { lost, refused, refusedByTwilio, timedOut, tooManyRequests, unreachable } from "./other-answers.js";
export type { AnswersOf, Asked, Documented, OtherAnswer, StepAnswer, StepAnswers } from "./step-answers.js";
export { workflowErrors } from "./workflow-errors.js";
