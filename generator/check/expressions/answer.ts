import { readableConditions } from "../../link/readable-conditions.js";
import { assumedJson, assumedRead, twilioErrors } from "../../assume/index.js";
import type { RequestStep } from "../../link/linked-step.js";
import { found, type Assumption } from "../../diagnostics.js";
import { formatPointer } from "../../documents/index.js";
import { answerKind, documentedSuccess, isOfTwilio, responseFor, type ResponseEntry } from "../../openapi/index.js";
import { answerForm, eitherBody, failureBody, successBody, type AnswerBody } from "./answer-body.js";
import { leadsTo } from "./error-output.js";
import { memberAt, type Member } from "./members.js";
import { ofOnlyItem } from "./only-item.js";
import { operationName } from "../../link/operation-name.js";
import { remember } from "./remember.js";
import { acceptedStatuses, everyStatus, isSuccess } from "../success/status.js";
import { successStatuses } from "../success/success-statuses.js";
import { pathInto } from "../../ir/property-path.js";
import { nothing, number, optionalType, string, union, unknown } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { AnswerSource } from "../../ir/value.js";
import { headerKind } from "./header-kind.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";

/** The status of a step's answer. */
export function readStatus(step: RequestStep): TypedValue {
  return remember(step, { kind: "status" }, number, "$statusCode", undefined);
}

/** The URL that the request went to. */
export function readUrl(step: RequestStep): TypedValue {
  return remember(step, { kind: "url" }, string, "$url", undefined);
}

/**
 * A header of a step's answer, which may be missing whatever the document says. Once the step has succeeded, it is the
 * number or the boolean that the document says it is.
 */
export function readHeader(step: RequestStep, name: string, { answer }: EvaluationContext): TypedValue {
  const as = answer === "accepted" ? headerKind(step.operation, name, step.responseTypes) : undefined;
  const type = as === undefined ? string : { kind: as };
  return remember(step, { kind: "header", name, as }, union([type, nothing]), `$response.header.${name}`, undefined);
}

/** A value of a step's answer, below its JSON. */
export function readBody(
  step: RequestStep,
  tokens: readonly string[],
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const expression = tokens.length === 0 ? "$response.body" : `$response.body#${formatPointer(tokens)}`;
  const { operation, responseTypes, pages } = step;
  if (pages?.streamed !== undefined && from.answer !== "failed") {
    from.planning.findings.report(from.place, found.invalidPages.event(text));
    return undefined;
  }
  const success = successBody(operation, responseTypes);
  if (from.answer === "accepted") {
    const ofOnly =
      success?.schema &&
      ofOnlyItem(success.schema, tokens, text, from, step.step.stepId, (before) => {
        return readBody(step, before, text, from);
      });
    if (ofOnly !== undefined) return ofOnly;
    const member = memberOf(success, step, tokens, text, from);
    if (member === undefined) return undefined;
    const source: AnswerSource = {
      kind: "data",
      afterSuccess: true,
      hasData: true,
      steps: member.steps,
      below: member.below,
    };
    return remember(step, source, member.type, expression, member.description);
  }
  const isData = from.answer === "open" && !successStatuses(step).errors;
  const error = isData ? undefined : failureBody(operation, responseTypes, from.statuses);
  const mayBeData = from.answer === "failed" ? mayFailWithData(step) : succeedsWithData(step);
  const isOfData = mayBeData && leadsTo(success, tokens);
  if (from.answer === "failed" && error === undefined && !isOfData) {
    return undocumentedError(step, tokens, expression, from, mayBeData ? "either" : "error");
  }
  const isError = leadsTo(error, tokens) || (from.answer === "failed" && !mayBeData);
  const isEither = leadsTo(error, tokens) && isOfData;
  const body = isEither ? eitherBody(success, error) : isError ? error : success;
  const member = memberOf(body && { ...body, type: optionalType(body.type) }, step, tokens, text, from);
  if (member === undefined) return undefined;
  const { steps, below } = member;
  const afterSuccess = from.answer === "any";
  const source: AnswerSource = isError
    ? { kind: isEither ? "either" : "error", afterSuccess, steps, below }
    : { kind: "data", afterSuccess, hasData: false, steps, below };
  return remember(step, source, optionalType(member.type), expression, member.description);
}

/** A value of an error of which nothing is documented: anything, unless it is known what such an API answers. */
function undocumentedError(
  step: RequestStep,
  tokens: readonly string[],
  expression: string,
  { planning, place }: PlacedContext,
  kind: "either" | "error",
): TypedValue {
  const { operation, responseTypes } = step;
  if (isOfTwilio(operation) && failureBody(operation, responseTypes) === undefined) {
    planning.findings.amend(place, twilioErrors(operation));
  }
  const way = pathInto(unknown, tokens);
  const below = "below" in way ? way.below : [];
  return remember(step, { kind, afterSuccess: false, steps: [], below }, unknown, expression, undefined);
}

/** Whether a 2xx is among the answers with which the step succeeds. */
function succeedsWithData(step: RequestStep): boolean {
  return successStatuses(step).possible.some(isSuccess);
}

/** Whether an answer can fail the step though its status is a documented 2xx. */
function mayFailWithData({ step, operation }: RequestStep): boolean {
  const known = documentedSuccess(operation);
  const documented = known.length > 0 ? known : everyStatus.filter(isSuccess);
  return readableConditions(step.successCriteria).some((condition) => {
    const accepted = acceptedStatuses(condition);
    const accepts = (status: number): boolean => accepted?.includes(status) ?? false;
    if (accepted === undefined || !accepted.some(isSuccess)) return true;
    // One that rules out all documented ones is taken for a mistake.
    return documented.some(accepts) && !documented.every(accepts);
  });
}

function memberOf(
  body: AnswerBody | undefined,
  step: RequestStep,
  tokens: readonly string[],
  text: string,
  from: PlacedContext,
): Member | undefined {
  if (body?.isMixed) {
    const mixed = found.unsupportedFeature.mixed(text, operationName(step.operation));
    from.planning.findings.assume(from.place, mixed, from.answer === "failed" ? undefined : answerMeant(step, tokens));
    return undefined;
  }
  const { stepId } = step.step;
  const isFailure = from.answer === "failed" && !mayFailWithData(step);
  const mayBeJson = isFailure ? body?.type.kind === "unknown" : answerForm(step.operation).parseAs === "json";
  const isJson = body !== undefined && (body.schema !== undefined || mayBeJson);
  if (isJson || (body !== undefined && tokens.length === 0)) return memberAt({ ...body, step }, tokens, text, from);
  const json = assumedJson(stepId, step.operation, isFailure ? "failure" : "success");
  from.planning.findings.assume(from.place, found.unknownPointer.noJson(text, operationName(step.operation)), json);
  return undefined;
}

/**
 * Where an answer is a file or something else, the one of the two that a step means: what comes with the statuses that it
 * asks for, or JSON, if it reads something inside.
 */
function answerMeant(step: RequestStep, tokens: readonly string[]): Assumption | undefined {
  const { operation } = step;
  const accepted = new Set(successStatuses(step).possible.map((status) => responseFor(operation, status)));
  const isMeant = (response: ResponseEntry): boolean =>
    accepted.has(response) && (tokens.length === 0 || answerKind(response) === "json");
  const kinds = new Set(operation.responses.filter(isMeant).map(answerKind));
  const isOne = kinds.size === 1 || (kinds.size === 2 && kinds.has("nothing"));
  return isOne ? assumedRead(step.step.stepId, operation, isMeant) : undefined;
}
