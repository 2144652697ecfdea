import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isHeaderName } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { idempotencyKeyOf } from "../../link/own-headers.js";
import { operationName } from "../../link/operation-name.js";
import { leavesOf, type CheckedLeaf } from "../values/checked-value.js";
import { checkBody, type CheckedBody } from "./check-body.js";
import { checkParameters, type CheckedParameters } from "./check-parameters.js";

/** What a step sends, checked against its operation. */
export interface CheckedRequest extends CheckedParameters {
  readonly body: CheckedBody | undefined;
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
  return { body: checkBody(step, planning), ...checkParameters(step, planning) };
}

/** The leaves of what a step sends. */
export function leavesOfRequest({ body, parameters, headers, strays }: CheckedRequest): readonly CheckedLeaf[] {
  const given = [...parameters, ...headers].map(({ value }) => value);
  return [...(body === undefined ? [] : [body.value]), ...given, ...strays].flatMap(leavesOf);
}
