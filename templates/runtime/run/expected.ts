import { mayHaveBody, type Received } from "../answers/response.js";
import { misfit } from "../answers/shape.js";
import type { AnsweredPass, Pass, StepResult } from "./step.js";

/** Whether the status of an answer is one of those that a step expects. */
export function isExpected({ status, ok }: Received, { expect }: Pass): boolean {
  return [expect].flat().some((each) => (each === "2xx" ? ok : each === status));
}

/**
 * What makes the body of a success unusable; `undefined` for one that can be read. One that never has a body gets empty
 * data: nothing is found in what is documented to be there, as in an object without members.
 */
export function faultOfBody(
  result: StepResult,
  { call, answer, empty, wants, shape = {} }: AnsweredPass,
): string | undefined {
  if (!result.response.ok || (empty && answer.body === "")) return undefined;
  if (!mayHaveBody(answer.status) || call.method === "HEAD") result.data = wants === "blob" ? new Blob() : {};
  if (result.data === undefined) return answer.body ? "no readable JSON" : "no body";
  return wants ? undefined : misfit(result.data, shape);
}
