import { readableConditions } from "../../link/readable-conditions.js";
import { isCall, type LinkedStep } from "../../link/linked-step.js";
import { type ComparisonOperator, type ParsedCondition, type Criterion } from "../../arazzo/index.js";
import { documentedSuccess } from "../../openapi/index.js";
import { everyStatus, isSuccess, possibleStatuses } from "../success/status.js";

const nowhere = { start: 0, end: 0 };

/** What criteria ask for; `undefined` where one of them cannot be read. */
export function conditionsOf(criteria: readonly Criterion[] = []): readonly ParsedCondition[] | undefined {
  const conditions = readableConditions(criteria);
  return conditions.length === criteria.length ? conditions : undefined;
}

/** That all of the conditions hold. */
function all(conditions: readonly ParsedCondition[]): ParsedCondition {
  const [only, ...others] = conditions;
  return only !== undefined && others.length === 0 ? only : { kind: "and", operands: conditions, ...nowhere };
}

/** That not all of the conditions hold. */
export function notAll(conditions: readonly ParsedCondition[]): ParsedCondition {
  return { kind: "not", operand: all(conditions), ...nowhere };
}

/** What is known once a step has succeeded. */
export function whenSuccessful(step: LinkedStep): readonly ParsedCondition[] {
  const conditions = conditionsOf(step.step.successCriteria) ?? [];
  if (isCall(step)) return conditions;
  const accepted = possibleStatuses(conditions);
  if (accepted.length === everyStatus.length) return [...conditions, ...successful];
  // What the operation documents is accepted too, where the criteria name another 2xx.
  const documented = accepted.some(isSuccess) ? documentedSuccess(step.operation) : [];
  if (documented.length === 0 || documented.some((status) => accepted.includes(status))) return conditions;
  return [{ kind: "or", operands: [all(conditions), ...documented.map(statusIs)], ...nowhere }];
}

/** What is known once a step has failed. */
export function whenFailed(step: LinkedStep): readonly ParsedCondition[] {
  return isCall(step) || conditionsOf(step.step.successCriteria) === undefined ? [] : [notAll(whenSuccessful(step))];
}

/** Whether criteria hold only of statuses with which the step has not succeeded. */
export function asksForFailure(criteria: readonly Criterion[], step: LinkedStep): boolean {
  const asked = possibleStatuses(conditionsOf(criteria) ?? []);
  const accepted = new Set(possibleStatuses(whenSuccessful(step)));
  return !isCall(step) && !asked.some((status) => accepted.has(status));
}

/** Whether criteria hold only of statuses with which the step may have succeeded. */
export function asksForSuccess(criteria: readonly Criterion[], step: LinkedStep): boolean {
  const asked = possibleStatuses(conditionsOf(criteria) ?? []);
  const accepted = new Set(possibleStatuses(whenSuccessful(step)));
  return asked.length > 0 && asked.every((status) => accepted.has(status));
}

/** That the status is this one. */
export function statusIs(status: number): ParsedCondition {
  return compareStatus("==", status);
}

function compareStatus(op: ComparisonOperator, value: number): ParsedCondition {
  const left = { kind: "expression", expression: { kind: "statusCode" }, text: "$statusCode", ...nowhere } as const;
  const right = { kind: "literal", value, ...nowhere } as const;
  return { kind: "compare", op, left, right, ignoreCase: true, rules: "simple", ...nowhere };
}

const successful = [compareStatus(">=", 200), compareStatus("<", 300)];
