import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isHeaderName } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { idempotencyKeyOf } from "../../link/own-headers.js";
import { operationName } from "../../link/operation-name.js";
import { string } from "../../types/type.js";
import { checkValue } from "../values/check-value.js";
import { leavesOf, type CheckedLeaf, type CheckedValue } from "../values/checked-value.js";
import { checkBody, type CheckedBody } from "./check-body.js";
import { checkParameters, type CheckedParameters } from "./check-parameters.js";

/** What a step sends, checked against its operation. */
export interface CheckedRequest extends CheckedParameters {
  readonly body: CheckedBody | undefined;
  /** Where it goes, in place of server, path and query. */
  readonly url: CheckedValue | undefined;
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
  return { body: checkBody(step, planning), url: checkUrl(step, planning), ...checkParameters(step, planning) };
}

function checkUrl(
  { step, at, requestTypes }: RequestStep,
  { linked, findings }: LinkedWorkflow,
): CheckedValue | undefined {
  const url = step["x-url"];
  const target = { at: [...at, "x-url"], schema: undefined, type: string, required: true, what: "`x-url`" };
  return url === undefined
    ? undefined
    : checkValue(url, target, { linked, findings, requestTypes, stepId: step.stepId });
}

/** The leaves of what a step sends. */
export function leavesOfRequest({ body, url, parameters, headers, strays }: CheckedRequest): readonly CheckedLeaf[] {
  const given = [...parameters, ...headers].map(({ value }) => value);
  const whole = [body?.value, url].filter((value) => value !== undefined);
  return [...whole, ...given, ...strays].flatMap(leavesOf);
}
