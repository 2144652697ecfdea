import { mayHaveBody, type Received } from "../answers/response.js";
import { misfit } from "../answers/shape.js";
import type { AnsweredPass, Pass, ReadAnswer } from "./step.js";

/** Whether the status of an answer is that of a success: of those that a step expects, if it names some, else any 2xx. */
export function isSuccess({ status, ok }: Received, { expect = "2xx" }: Pass): boolean {
  return ok && [expect].flat().some((each) => each === "2xx" || each === status);
}

/** Whether a step takes an answer that is no success: what comes of it is left to the code behind its call. */
export function takesFailure({ status, ok }: Received, { expect = "failure" }: Pass): boolean {
  return [expect].flat().some((each) => each === "failure" || (!ok && each === status));
}

/**
 * What makes the body of a success unusable; `undefined` for one that can be read. One that never has a body gets empty
 * data: nothing is found in what is documented to be there, as in an object without members.
 */
export function faultOfBody(
  result: ReadAnswer,
  { call, answer, empty, wants, shape = {} }: AnsweredPass,
): string | undefined {
  if (empty && answer.body === "") return undefined;
  if (!mayHaveBody(answer.status) || call.method === "HEAD") result.data = wants === "blob" ? new Blob() : {};
  if (result.data === undefined) return answer.body ? "no readable JSON" : "no body";
  return wants ? undefined : misfit(result.data, shape);
}
