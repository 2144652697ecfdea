import { allOf } from "../ir/all-of.js";
import { isCall, type LinkedStep, type CallStep, type RequestStep } from "../link/linked-step.js";
import { stepAt } from "../flow/linked-workflow.js";
import type { SolvedWorkflow } from "./solved-workflow.js";
import type { Criterion } from "../arazzo/index.js";
import { isWithin, type Path } from "../documents/index.js";
import type { CallPlan, Condition, Field, Value } from "../ir/model.js";
import { checkEach } from "./check-each.js";
import { checkPages, type CheckedPages } from "./check-pages.js";
import { passedOver } from "./calls/passed-over.js";
import { planCondition } from "./conditions/condition.js";
import { readCriterion } from "./conditions/criterion.js";
import { planCallSuccess, type CallSuccess } from "./success/call-success.js";
import { askedAt, type Asked } from "./inputs/deferred.js";
import type { ActionCall, Branch, Detour, Then } from "../flow/branches.js";
import { planOutputs, type KnownOutputs } from "./outputs.js";
import { valuesOfRequest, type RequestValues } from "./requests/request-values.js";
import { asksForFailure, asksForSuccess } from "./conditions/premises.js";
import { everyStatus, isSuccess, possibleStatuses } from "./success/status.js";
import { successStatuses } from "./success/success-statuses.js";
import { readableConditions } from "../link/readable-conditions.js";
import { planSuccess, type SuccessPlan } from "./success/success.js";
import { atFailure, atSuccess, type EvaluationContext } from "./expressions/evaluation-context.js";
import { callOfAction, callOfStep } from "./calls/call-values.js";

/** A step with everything that its code is made of. */
export interface CheckedStep {
  /** What it does, and what has to hold for it to have succeeded. */
  readonly deed: Deed;
  /** What can follow. */
  readonly success: readonly CheckedBranch[];
  /** Each asks either of a status with which the step fails, or of one with which it may succeed. */
  readonly isSorted: boolean;
  readonly failure: readonly CheckedBranch[];
  /** The list that it is done for. */
  readonly items: Value | undefined;
  /** The pages that it reads. */
  readonly pages: CheckedPages | undefined;
}

export type Deed = RequestDeed | CallDeed;

export interface RequestDeed {
  readonly step: RequestStep;
  readonly request: RequestValues;
  readonly succeeds: SuccessPlan;
  /** The inputs that the step asks for. */
  readonly asks: readonly Asked[];
}

export interface CallDeed {
  readonly step: CallStep;
  readonly call: CallPlan;
  readonly succeeds: CallSuccess;
  readonly asks: readonly Asked[];
}

/** An action, and when it is taken: `undefined` where it always is. */
export interface CheckedBranch {
  readonly branch: Branch;
  /** The status alone fails the step where it is taken. */
  readonly isOfStatus: boolean;
  readonly condition: Condition | undefined;
  readonly then: CheckedThen;
}

export type CheckedThen =
  | { readonly kind: "end"; readonly outputs: KnownOutputs }
  | { readonly kind: "done" }
  /** `known`: should the poll of the step give up. */
  | { readonly kind: "step"; readonly index: number; readonly known: readonly Field[] }
  | { readonly kind: "workflow"; readonly to: ActionCall; readonly call: CallPlan }
  | (Then & { readonly kind: "retry" } & { readonly detour: CheckedDetour | undefined });

export type CheckedDetour =
  { readonly kind: "step"; readonly deed: Deed } | { readonly kind: "workflow"; readonly call: CallPlan };

/** Gives a step its values and conditions, or says what is wrong with them. */
export function checkStep(step: LinkedStep, planning: SolvedWorkflow): CheckedStep {
  const deed = deedOf(step, planning);
  const { success, failure } = planning.graph.branches(step.index);
  const isSorted =
    !isCall(step) && isJudgedByStatus(step) && failure.every((branch) => asksOneWay(branch, step, planning));
  const check = (branch: Branch, from: EvaluationContext): CheckedBranch => checkBranch(branch, step, from, planning);
  return {
    deed,
    items: checkEach(step, planning),
    pages: isCall(step) ? undefined : checkPages(step, planning),
    isSorted,
    failure: failure.map((branch) => {
      const from = atFailure(step, planning);
      // The status has been judged by then, so that the data are there.
      return check(branch, isSorted && !asksForFailure(branch.criteria, step) ? { ...from, answer: "accepted" } : from);
    }),
    success: success.map((branch) => check(branch, atSuccess(step, planning))),
  };
}

/** Whether the status of a success is that of data. */
function isJudgedByStatus(step: RequestStep): boolean {
  return !successStatuses(step).errors;
}

function asksOneWay(branch: Branch, step: LinkedStep, planning: SolvedWorkflow): boolean {
  const { criteria } = branch;
  return asksForFailure(criteria, step) || (asksForSuccess(criteria, step) && !showsFailed(branch, step, planning));
}

/**
 * Whether what comes after the branch could read outputs of the step, which are those of its last success: what is
 * bound before a success is known would be of the attempt that failed.
 */
function showsFailed({ then }: Branch, { step }: LinkedStep, { workflow }: SolvedWorkflow): boolean {
  if ((then.kind !== "retry" && then.kind !== "step") || !decidesByOutputs(step)) return false;
  const isInPlace = then.kind === "retry" && then.by === undefined;
  return JSON.stringify(isInPlace ? step : workflow).includes(`$steps.${step.stepId}.`);
}

/** Whether criteria speak of what may be an output, going by its last name. */
function decidesByOutputs({ outputs = {}, successCriteria, onFailure }: LinkedStep["step"]): boolean {
  const criteria = JSON.stringify([successCriteria, onFailure]);
  const names = Object.values(outputs).map((output) =>
    JSON.stringify(output)
      .split(/[^\w-]/)
      .findLast(Boolean),
  );
  return names.some((name = "") => criteria.includes(name));
}

function deedOf(step: LinkedStep, planning: SolvedWorkflow): Deed {
  if (isCall(step)) {
    const call = callOfStep(step, planning);
    const succeeds = planCallSuccess(step, planning);
    return { step, call, succeeds, asks: askedAt(step, planning) };
  }
  const request = valuesOfRequest(step, planning);
  const succeeds = planSuccess(step, planning);
  return { step, request, succeeds, asks: askedAt(step, planning) };
}

function checkBranch(
  branch: Branch,
  step: LinkedStep,
  given: EvaluationContext,
  planning: SolvedWorkflow,
): CheckedBranch {
  const { criteria, at, then } = branch;
  const from = { ...given, statuses: errorsOf(criteria) };
  const condition = criteria.length === 0 ? undefined : checkCriteria(criteria, [...at, "criteria"], from);
  const isOfStatus = asksForFailure(criteria, step);
  return { branch, isOfStatus, condition, then: checkThen(then, step, from, planning) };
}

const errors = everyStatus.filter((status) => !isSuccess(status));

/** The statuses of errors that criteria ask for; `undefined` where they may have any. */
function errorsOf(criteria: readonly Criterion[]): readonly number[] | undefined {
  const meant = possibleStatuses(readableConditions(criteria)).filter((status) => !isSuccess(status));
  return meant.length === errors.length ? undefined : meant;
}

/** That all criteria hold; `undefined` where one of them could not be read, which has been reported. */
function checkCriteria(criteria: readonly Criterion[], at: Path, from: EvaluationContext): Condition | undefined {
  const conditions = criteria.map((criterion, index) => {
    const parsed = readCriterion(criterion, [...at, index], from.planning);
    // What is asked of a success is true of one that has no answer; which failure it was, nobody knows.
    const isOwn = from.call !== undefined && from.answer !== "failed" && isWithin(at, from.call.at);
    const passOver = isOwn ? passedOver(criteria, at, index, from.planning) : undefined;
    return parsed && planCondition(parsed, { from: { ...from, passOver }, at: [...at, index, "condition"] });
  });
  return conditions.every((condition) => condition !== undefined) ? allOf(conditions) : undefined;
}

function checkThen(then: Then, step: LinkedStep, from: EvaluationContext, planning: SolvedWorkflow): CheckedThen {
  switch (then.kind) {
    case "end":
      return { kind: "end", outputs: planOutputs(from) };
    case "done":
      return then;
    case "workflow":
      return { kind: "workflow", to: then.call, call: callOfAction(then.call, step, from, planning) };
    case "retry":
      return { ...then, detour: then.by && checkDetour(then.by, step, from, planning) };
    case "step": {
      // The outputs of a list are not known before all of its elements are done.
      const waits = then.index <= step.index && planning.polls.has(then.index) && step.each === undefined;
      return { kind: "step", index: then.index, known: waits ? planOutputs(from).fields : [] };
    }
  }
}

/** What is done before a step is tried once more. Of a step only that it succeeds matters, not where it would lead. */
function checkDetour(
  by: Detour,
  step: LinkedStep,
  from: EvaluationContext,
  planning: SolvedWorkflow,
): CheckedDetour | undefined {
  if (by.kind === "workflow") return { kind: "workflow", call: callOfAction(by.call, step, from, planning) };
  const other = stepAt(by.index, planning);
  return other && { kind: "step", deed: deedOf({ ...other, detourOf: step.index }, planning) };
}
