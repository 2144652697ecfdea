import type { RequestStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import type { BodyExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { GivenParameter } from "../../link/given-parameter.js";
import { givenParameters } from "../../link/given-parameters.js";
import { isOwnHeader } from "../../link/own-headers.js";
import { sameName } from "../../openapi/index.js";
import { chooseContent } from "../../link/payload/choose-content.js";
import { readPayload } from "../../link/payload/read-payload.js";
import { inside, type Referent } from "./referent.js";
import { atRequest, type PlacedContext } from "./evaluation-context.js";

/**
 * What the current step sends as a parameter. It has to be one that the step gives: "request parameters MUST be declared
 * in the parameters section … or they cannot be evaluated".
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions
 */
export function sentParameter(
  where: "path" | "query" | "header",
  name: string,
  below: readonly string[],
  text: string,
  from: PlacedContext,
): Referent | undefined {
  const step = currentStep(text, from);
  if (step === undefined) return undefined;
  const { planning } = from;
  const { operation } = step;
  const isTaken = (given: GivenParameter): boolean =>
    isOwnHeader(given, step) ||
    operation.parameters.some((parameter) => parameter.in === where && sameName(parameter, given.name));
  const sent = givenParameters(step, planning).filter(
    (given) => given.in === where && !given.signing && isTaken(given),
  );
  const one = sent.find((given) => sameName(given, name));
  if (one !== undefined) return sentTarget(one.value, one.at, below, text, step, from);
  const type = where === "header" && name.toLowerCase() === "content-type" ? mediaType(step, planning) : undefined;
  if (type !== undefined) return sentTarget(type, [...step.at, "requestBody"], below, text, step, from);
  const known = sent.map((given) => given.name);
  planning.findings.report(from.place, found.unknownParameter.ofStep(text, step.step.stepId, where, name, known));
  return undefined;
}

/** What the current step sends as its body. */
export function sentBody({ pointer }: BodyExpression, text: string, from: PlacedContext): Referent | undefined {
  const step = currentStep(text, from);
  if (step === undefined) return undefined;
  const { requestBody } = step.step;
  if (requestBody !== undefined) {
    const content = chooseContent(step, from.planning);
    const source = content && readPayload(requestBody, [...step.at, "requestBody"], content, from.planning);
    // Why there is none has been said of the request.
    if (source === undefined) return undefined;
    if (source.late.some((part) => overlap([...part.path, ...part.inside], pointer))) {
      from.planning.findings.report(from.place, found.unsupportedFeature.replacedLate(text));
      return undefined;
    }
    const target = sentTarget(source.value, source.at, pointer, text, step, from);
    return target && { ...target, source };
  }
  from.planning.findings.report(from.place, found.missingField.sentBody(text, step.step.stepId));
  return undefined;
}

/** Whether one path leads to what the other leads into. */
function overlap(one: readonly (string | number)[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return other.slice(0, length).every((token, index) => token === String(one[index]));
}

function currentStep(text: string, { planning, current, place }: PlacedContext): RequestStep | undefined {
  if (current !== undefined) return current;
  planning.findings.report(place, found.forwardReference.request(text));
  return undefined;
}

function sentTarget(
  value: unknown,
  at: Path,
  below: readonly string[],
  text: string,
  step: RequestStep,
  { planning, outer = [], place }: PlacedContext,
): Referent | undefined {
  const seen = inside(JSON.stringify([at, below]), { ...atRequest(step, planning), outer });
  if (seen !== undefined) return { value, at, from: seen, below };
  planning.findings.report(place, found.forwardReference.itself(text));
  return undefined;
}

/** The media type that goes with the body. */
function mediaType(step: RequestStep, planning: SolvedWorkflow): string | undefined {
  return step.step.requestBody && chooseContent(step, planning)?.mediaType;
}
