import { quoted } from "../diagnostics.js";
import { formatPointer } from "../documents/index.js";
import { isFailure, parseCondition } from "../arazzo/index.js";
import { documentedSuccess, jsonContent, type ResponseEntry } from "../openapi/index.js";
import { anyOfSchemas, schemaAtPointer, type Schema } from "../schema/index.js";
import { memberAt, type Member } from "./members.js";
import { operationName } from "./operation-name.js";
import type { StepPlanning } from "./planning.js";
import { remember } from "./remember.js";
import { acceptedStatuses, isSuccess } from "./status.js";
import { successStatuses } from "./success-statuses.js";
import { nothing, number, optionalType, string, union, unknown } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { AnswerSource } from "./value-model.js";
import type { Viewpoint } from "./viewpoint.js";

/** The status of a step's answer. */
export function readStatus(step: StepPlanning): TypedValue {
  return remember(step, { kind: "status" }, number, "$statusCode", undefined);
}

/** The URL that the request went to. */
export function readUrl(step: StepPlanning): TypedValue {
  return remember(step, { kind: "url" }, string, "$url", undefined);
}

/** A header of a step's answer, which may be missing whatever the document says. */
export function readHeader(step: StepPlanning, name: string): TypedValue {
  const type = union([string, nothing]);
  return remember(step, { kind: "header", name }, type, `$response.header.${name}`, undefined);
}

/** A value of a step's answer, below its JSON. */
export function readBody(
  step: StepPlanning,
  tokens: readonly string[],
  text: string,
  from: Viewpoint,
): TypedValue | undefined {
  const expression = tokens.length === 0 ? "$response.body" : `$response.body#${formatPointer(tokens)}`;
  const success = schemaOf(successes(step));
  if (from.answer === "accepted") {
    const member = memberOf(success, step, tokens, text, from);
    if (member === undefined) return undefined;
    const source: AnswerSource = { kind: "data", judged: true, steps: member.steps, below: member.below };
    return remember(step, source, member.type, expression, member.description);
  }
  const error = from.answer === "open" ? undefined : schemaOf(failures(step));
  const isError = typeof error === "object" && !("failedAt" in schemaAtPointer(error, tokens));
  const isEither = isError && typeof success === "object" && !("failedAt" in schemaAtPointer(success, tokens));
  const mayBeData = from.answer === "any" ? succeedsWithData(step) : mayFailWithData(step);
  const schema = isEither && mayBeData ? anyOfSchemas(success, error) : isError ? error : success;
  const member = memberOf(schema, step, tokens, text, from);
  if (member === undefined) return undefined;
  const { below } = member;
  const steps = member.steps.map((each, index) => (index === 0 ? { ...each, optional: true } : each));
  const source: AnswerSource = !isError
    ? { kind: "data", judged: false, steps, below }
    : { kind: schema === error ? "error" : "either", steps, below };
  return remember(step, source, optionalType(member.type), expression, member.description);
}

/** Whether a 2xx is among the answers with which the step succeeds. */
function succeedsWithData(step: StepPlanning): boolean {
  return successStatuses(step).possible.some(isSuccess);
}

/** Whether an answer can fail the step though its status is a documented 2xx. */
function mayFailWithData({ step, operation }: StepPlanning): boolean {
  const known = documentedSuccess(operation);
  const documented = known.length > 0 ? known : anySuccess;
  return (step.successCriteria ?? []).some((criterion) => {
    const parsed = parseCondition(criterion);
    const accepted = isFailure(parsed) ? undefined : acceptedStatuses(parsed.condition);
    const accepts = (status: number): boolean => accepted?.includes(status) ?? false;
    if (accepted === undefined || !accepted.some(isSuccess)) return true;
    // One that rules out all documented ones is taken for a mistake.
    return documented.some(accepts) && !documented.every(accepts);
  });
}

const anySuccess: readonly number[] = Array.from({ length: 100 }, (_, index) => 200 + index);

function memberOf(
  schema: Schema | "anything" | undefined,
  step: StepPlanning,
  tokens: readonly string[],
  text: string,
  from: Viewpoint,
): Member | undefined {
  if (schema === "anything") return { steps: [], below: tokens.map(keyOf), type: unknown, description: undefined };
  if (schema !== undefined) return memberAt(schema, tokens, step.use, text, from);
  const message = `${quoted(text)}: no JSON is documented for the answer of ${quoted(operationName(step.operation))}`;
  from.planning.findings.add("unknown-pointer", from.place, message);
  return undefined;
}

function keyOf(token: string): string | number {
  return /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : token;
}

/** What the answer holds when the step succeeds, whichever of its 2xx codes comes. */
function successes({ operation }: StepPlanning): readonly ResponseEntry[] {
  const documented = operation.responses.filter(({ status }) => status.startsWith("2"));
  // Where no success has an entry of its own, the one for everything else is meant to be that of the success, too.
  return documented.length > 0 ? documented : operation.responses.filter(({ status }) => status === "default");
}

/** What the answer holds when it is no 2xx. */
function failures({ operation }: StepPlanning): readonly ResponseEntry[] {
  return operation.responses.filter(({ status }) => !/^[123]/.test(status));
}

/** One schema for the JSON of all of these; `anything` where one of them has JSON of which no schema says more. */
function schemaOf(responses: readonly ResponseEntry[]): Schema | "anything" | undefined {
  const contents = responses.flatMap((response) => jsonContent(response.contents) ?? []);
  const schemas = contents.flatMap(({ schema }) => schema ?? []);
  const [first, ...others] = schemas;
  if (first === undefined || schemas.length < contents.length) return contents.length > 0 ? "anything" : undefined;
  return anyOfSchemas(first, ...others);
}
