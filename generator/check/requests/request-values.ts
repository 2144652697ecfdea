import type { RequestStep } from "../../link/linked-step.js";
import { idempotencyKeyOf } from "../../link/own-headers.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { bodyKind } from "../../openapi/index.js";
import type { CallbackMatch, Field, ParameterGroup, RequestStatement, Value, WholeQuery } from "../../ir/model.js";
import { leftAway } from "../values/left-away.js";
import { valueOf } from "../values/value-of.js";
import { atRequest, type EvaluationContext } from "../expressions/evaluation-context.js";
import { callbackFields, withCallbackUrls } from "./callback-urls.js";
import type { CheckedParameter } from "./check-parameters.js";
import { styleOf } from "./parameter-styles.js";

/** What a request is made of. */
export type RequestValues = Pick<
  RequestStatement,
  | "parameters"
  | "headers"
  | "secrets"
  | "idempotencyKey"
  | "styles"
  | "wholeQuery"
  | "fieldStyles"
  | "contentType"
  | "body"
  | "follows"
> & {
  /** The callback that the step waits for. */
  readonly callback: CallbackMatch | undefined;
};

/** The values that a step sends. */
export function valuesOfRequest(step: RequestStep, workflow: SolvedWorkflow): RequestValues {
  const from = atRequest(step, workflow);
  const {
    parameters = [],
    headers = [],
    strays = [],
    body,
    url,
    match,
  } = workflow.sends.requests.get(step.index) ?? {};
  for (const stray of strays) valueOf(stray, from);
  const to = url && valueOf(url, from);
  const payload = body && withCallbackUrls(valueOf(body.value, from), callbackFields(step, workflow));
  const about = match && valueOf(match, from);
  const { event } = step.step["x-callback"] ?? {};
  const values = new Map(parameters.map((parameter) => [parameter, valueOfParameter(parameter, from)]));
  return {
    parameters: groups.flatMap((where) => groupOf(where, values, step)),
    headers: headers.flatMap(({ name, value }): readonly Field[] => {
      const sent = valueOf(value, from);
      return sent === undefined ? [] : [{ name, value: sent }];
    }),
    secrets: parameters.flatMap(({ declared, isSecret }) => (isSecret ? [declared.name] : [])),
    idempotencyKey: idempotencyKeyOf(step),
    styles: parameters.map(({ declared }) => styleOf(declared)).filter((style) => style !== undefined),
    wholeQuery: wholeQueryOf(values),
    fieldStyles: body?.styles ?? [],
    contentType: payload && body?.contentType,
    body: payload,
    callback: event === undefined ? undefined : about && { event, match: about },
    follows: step.follows && to && { ...step.follows, url: to, hosts: step.step["x-hosts"] ?? [] },
  };
}

const groups = ["path", "query", "header", "cookie"] as const satisfies readonly ParameterGroup["in"][];

type ParameterValues = ReadonlyMap<CheckedParameter, Value | undefined>;

function valueOfParameter({ declared, value, asJson }: CheckedParameter, from: EvaluationContext): Value | undefined {
  const sent = valueOf(value, from);
  if (sent === undefined || !asJson) return sent;
  return { kind: "made", by: isSure(sent) || declared.required ? "toText" : "asText", value: sent };
}

function isSure({ kind }: Value): boolean {
  return kind === "object" || kind === "array" || kind === "literal";
}

/** The parameters that go to one place. */
function groupOf(
  where: ParameterGroup["in"],
  values: ParameterValues,
  { operation }: RequestStep,
): readonly ParameterGroup[] {
  const fields = [...values].flatMap(([{ declared }, value]): readonly Field[] =>
    declared.in === where && value !== undefined ? [{ name: declared.name, value }] : [],
  );
  if (fields.length === 0) return [];
  const known = operation.parameters.filter((declared) => declared.in === where);
  const absent = leftAway(
    known.map(({ name }) => name),
    fields.map(({ name }) => name),
  );
  return [{ in: where, fields: [...fields, ...absent] }];
}

function wholeQueryOf(values: ParameterValues): WholeQuery | undefined {
  for (const [{ declared }, value] of values) {
    if (declared.in !== "querystring" || value === undefined) continue;
    const isJson = declared.mediaType !== undefined && bodyKind(declared.mediaType) === "json";
    return { value, mediaType: isJson ? "application/json" : undefined };
  }
  return undefined;
}
