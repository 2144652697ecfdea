import type { RequestDeed } from "../check/check-step.js";
import type { ExpectedAnswer, RequestStatement } from "../ir/model.js";
import { answerForm, successBody } from "../check/expressions/answer-body.js";
import { documentedShape } from "../ir/documented-shape.js";

/** The request of a step. `attempts` is the variable of the poll or of the retries around it. */
export function requestStatement(
  { step, request: { callback: _callback, ...request } }: RequestDeed,
  attempts: string | undefined,
  expects: ExpectedAnswer | undefined,
): RequestStatement {
  const { operation, responseTypes, pages } = step;
  const form = answerForm(operation, pages?.streamed);
  const documented = pages?.streamed ? undefined : successBody(operation, responseTypes);
  const shape = form.parseAs === "json" && documented ? documentedShape(documented.type) : undefined;
  return {
    kind: "request",
    stepId: step.step.stepId,
    local: step.answer,
    comment: step.step.description ?? operation.summary,
    client: step.client,
    method: operation.method,
    path: operation.path,
    ...request,
    page: pages?.follows && pages.page,
    part: pages?.streamed && pages.page,
    attempts,
    timeout: step.step.timeout,
    expects,
    isRead: true,
    answer: { ...form, shape: pages?.streamed ? [] : shape },
  };
}
