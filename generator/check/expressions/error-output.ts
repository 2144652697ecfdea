import { isFailure, parseExpression, type Outputs } from "../../arazzo/index.js";
import { isTwilioErrorField } from "../../assume/index.js";
import { stepWithId } from "../../flow/linked-workflow.js";
import { isCall, type RequestStep } from "../../link/linked-step.js";
import { isOfTwilio } from "../../openapi/index.js";
import { schemaAtPointer } from "../../schema/index.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { successStatuses } from "../success/success-statuses.js";
import { failureBody, successBody, type AnswerBody } from "./answer-body.js";

/** An output of a step that only its errors hold. */
export interface ErrorOutput {
  readonly step: RequestStep;
  readonly name: string;
}

/** The output of a step that an output of the workflow is, if only the errors of that step hold it. */
export function errorOutputIn(output: Outputs[string], planning: SolvedWorkflow): ErrorOutput | undefined {
  const expression = typeof output === "string" ? parseExpression(output) : undefined;
  if (expression === undefined || isFailure(expression) || expression.kind !== "steps") return undefined;
  const { stepId, path, pointer } = expression;
  const step = stepWithId(stepId, planning);
  const name = path.join(".");
  if (step === undefined || isCall(step) || pointer.length > 0) return undefined;
  return isOfErrors(step, name, planning) ? { step, name } : undefined;
}

/**
 * Whether an output of a step is a field that its errors are documented to have, or have at Twilio, and its successes
 * are not; and an action on its failure ends the workflow, which can hand it out.
 */
export function isOfErrors(called: RequestStep, name: string, { graph }: SolvedWorkflow): boolean {
  const { step, index, operation, responseTypes } = called;
  const text = Object.entries(step.outputs ?? {}).find(([each]) => each === name)?.[1];
  const expression = typeof text === "string" ? parseExpression(text) : undefined;
  if (expression === undefined || isFailure(expression)) return false;
  if (expression.kind !== "body" || expression.of !== "response") return false;
  if (!graph.branches(index).failure.some(({ then }) => then.kind === "end")) return false;
  // What succeeds with an error hands it out as what it is.
  if (successStatuses(called).errors) return false;
  const success = successBody(operation, responseTypes);
  const failure = failureBody(operation, responseTypes);
  const { pointer } = expression;
  const isTwilios = failure === undefined && isOfTwilio(operation) && isTwilioErrorField(pointer);
  return success?.schema !== undefined && !leadsTo(success, pointer) && (isTwilios || leadsTo(failure, pointer));
}

/** Whether JSON is documented that has a value there. */
export function leadsTo(body: AnswerBody | undefined, tokens: readonly string[]): body is AnswerBody {
  return body?.schema !== undefined && !("failedAt" in schemaAtPointer(body.schema, tokens));
}
