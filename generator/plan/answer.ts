import { quoted } from "../diagnostics.js";
import { formatPointer } from "../documents/index.js";
import { jsonSchema, type ResponseEntry } from "../openapi/index.js";
import { anyOfSchemas, schemaAtPointer, type Schema } from "../schema/index.js";
import { memberAt, type Member } from "./members.js";
import type { AnswerRead, AnswerSource } from "./model.js";
import { camelCase } from "./names.js";
import { operationName } from "./operation-name.js";
import type { StepPlanning } from "./planning.js";
import { nothing, number, optionalType, string, union, type Type } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** The status of a step's answer. */
export function readStatus(step: StepPlanning): TypedValue {
  return remember(step, { kind: "status" }, number, "$statusCode", undefined);
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
  if (from.answer === "accepted") {
    const member = memberOf(successSchema(step), step, tokens, text, from);
    if (member === undefined) return undefined;
    const source: AnswerSource = { kind: "data", judged: true, steps: member.steps };
    return remember(step, source, member.type, expression, member.description);
  }
  const error = errorSchema(step);
  const isError = error !== undefined && !("failedAt" in schemaAtPointer(error, tokens));
  const member = memberOf(isError ? error : successSchema(step), step, tokens, text, from);
  if (member === undefined) return undefined;
  const steps = member.steps.map((each, index) => (index === 0 ? { ...each, optional: true } : each));
  const source: AnswerSource = isError ? { kind: "error", steps } : { kind: "data", judged: false, steps };
  return remember(step, source, optionalType(member.type), expression, member.description);
}

function memberOf(
  schema: Schema | undefined,
  step: StepPlanning,
  tokens: readonly string[],
  text: string,
  from: Viewpoint,
): Member | undefined {
  if (schema !== undefined) return memberAt(schema, tokens, step.use, text, from);
  const message = `${quoted(text)}: no JSON is documented for the answer of ${quoted(operationName(step.operation))}`;
  from.planning.findings.add("unknown-pointer", from.place, message);
  return undefined;
}

/** What the answer holds when the step succeeds, whichever of its 2xx codes comes. */
function successSchema({ operation }: StepPlanning): Schema | undefined {
  return either(operation.responses.filter(({ status }) => status.startsWith("2")));
}

/** What the answer holds when it is no 2xx. */
function errorSchema({ operation }: StepPlanning): Schema | undefined {
  return either(operation.responses.filter(({ status }) => !/^[123]/.test(status)));
}

function either(responses: readonly ResponseEntry[]): Schema | undefined {
  const [first, ...others] = responses.flatMap((response) => jsonSchema(response) ?? []);
  return first && anyOfSchemas(first, ...others);
}

/** One reading for each value, however often it is asked for. */
function remember(
  step: StepPlanning,
  source: AnswerSource,
  type: Type,
  expression: string,
  description: string | undefined,
): TypedValue {
  const key = JSON.stringify(source);
  const read: AnswerRead = step.reads.get(key) ?? {
    stepId: step.step.stepId,
    answer: step.answer,
    source,
    type,
    expression,
    suggestedName: nameFor(step, expression),
    needed: false,
    mayBeUnset: false,
    local: undefined,
    hoisted: false,
  };
  step.reads.set(key, read);
  return { value: { kind: "read", read }, type, description };
}

/** The output that is this value, else the last name in the expression, else the answer itself. */
function nameFor({ step, answer }: StepPlanning, expression: string): string {
  const output = Object.entries(step.outputs ?? {}).find(([, text]) => text === expression)?.[0];
  const last = expression.split(/[#/.$]/).findLast((part) => /[A-Za-z]/.test(part));
  return camelCase(output ?? last ?? "") || `${answer}Value`;
}
