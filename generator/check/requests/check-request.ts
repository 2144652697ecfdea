import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isHeaderName } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { idempotencyKeyOf } from "../../link/own-headers.js";
import { operationName } from "../../link/operation-name.js";
import { string } from "../../types/type.js";
import { checkValue } from "../values/check-value.js";
import { leavesOf, type CheckedLeaf, type CheckedValue } from "../values/checked-value.js";
import { checkCallback } from "./callback-urls.js";
import { checkBody, type CheckedBody } from "./check-body.js";
import { checkParameters, type CheckedParameters } from "./check-parameters.js";

/** What a step sends, checked against its operation. */
export interface CheckedRequest extends CheckedParameters {
  readonly body: CheckedBody | undefined;
  /** Where it goes, in place of server, path and query. */
  readonly url: CheckedValue | undefined;
  /** What the callback is about that the step waits for. */
  readonly match: CheckedValue | undefined;
}

/** Checks the request of a step. What does not depend on expressions is reported. */
export function checkRequest(step: RequestStep, planning: LinkedWorkflow): CheckedRequest {
  const { operation } = step;
  if (operation.method === "trace") {
    const place = planning.linked.document.place([...step.at, "stepId"]);
    planning.findings.report(place, found.unsupportedFeature.trace(operationName(operation)));
  }
  const key = idempotencyKeyOf(step);
  if (key !== undefined && !isHeaderName(key)) {
    const place = operation.api.document.place([...operation.at, "x-idempotency-key"]);
    planning.findings.report(place, found.invalidDocument.header(key));
  }
  checkCallback(step, planning);
  const body = checkBody(step, planning);
  const { "x-url": url, "x-callback": callback } = step.step;
  return {
    body,
    url: checkText(url, ["x-url"], step, planning),
    match: checkText(callback?.match, ["x-callback", "match"], step, planning),
    ...checkParameters(step, planning),
  };
}

/** A text of an extension of the step. */
function checkText(
  text: string | undefined,
  field: readonly string[],
  { step: { stepId }, at, requestTypes }: RequestStep,
  { linked, findings }: LinkedWorkflow,
): CheckedValue | undefined {
  if (text === undefined) return undefined;
  const what = `\`${field.join(".")}\``;
  const target = { at: [...at, ...field], schema: undefined, type: string, required: true, what };
  return checkValue(text, target, { linked, findings, requestTypes, stepId });
}

/** The leaves of what a step sends. */
export function leavesOfRequest({
  body,
  url,
  match,
  parameters,
  headers,
  strays,
}: CheckedRequest): readonly CheckedLeaf[] {
  const given = [...parameters, ...headers].map(({ value }) => value);
  const whole = [body?.value, url, match].filter((value) => value !== undefined);
  return [...whole, ...given, ...strays].flatMap(leavesOf);
}
