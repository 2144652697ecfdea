import { allOf } from "../../ir/all-of.js";
import type { RequestStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import type { ParsedCondition } from "../../arazzo/index.js";
import { criteriaWords } from "../../ir/criteria-words.js";
import { planCondition } from "../conditions/condition.js";
import type { ConditionSite } from "../conditions/site.js";
import { readCriteria } from "../conditions/criterion.js";
import { judgeStatus, type StatusPart } from "./judge-status.js";
import type { Condition, ExpectStatement } from "../../ir/model.js";
import { acceptedStatuses } from "./status.js";
import { successStatuses } from "./success-statuses.js";
import { atJudgement, atSuccess } from "../expressions/evaluation-context.js";

/** What has to hold for a step to have succeeded. */
export interface SuccessPlan {
  /** All of it, as it is asked while the answer may still be an error. */
  readonly holds: Condition;
  /** The statuses with which it can succeed. */
  readonly statuses: readonly number[];
  /** Judges the status alone: behind it the answer's data has its type, if only a 2xx is a success. */
  readonly status: readonly ExpectStatement[];
  /** Judge what the answer holds. */
  readonly body: readonly ExpectStatement[];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object */
export function planSuccess(step: RequestStep, planning: SolvedWorkflow): SuccessPlan {
  const onStatus: StatusPart[] = [];
  const body: ExpectStatement[] = [];
  const open: Condition[] = [];
  const { successCriteria = [] } = step.step;
  const list = [...step.at, "successCriteria"];
  for (const [index, parsed] of readCriteria(successCriteria, list, planning).entries()) {
    const criterion = successCriteria[index];
    if (parsed === undefined || criterion === undefined) continue;
    const at = [...list, index];
    const site: ConditionSite = { at: [...at, "condition"], from: atSuccess(step, planning) };
    for (const part of partsOf(parsed)) {
      const accepted = acceptedStatuses(part);
      const unjudged = planCondition(part, { ...site, from: atJudgement(step, planning) });
      if (accepted !== undefined) {
        // It may speak of the body all the same, of which nothing is bound yet.
        if (unjudged !== undefined)
          onStatus.push({
            condition: unjudged,
            accepted,
            text: criterion.condition,
            at: site.at,
            whole: part === parsed,
          });
        continue;
      }
      const condition = planCondition(part, site);
      if (condition !== undefined) body.push(expectation(step, condition, criteriaWords([criterion])));
      if (condition !== undefined && unjudged !== undefined) open.push(unjudged);
    }
  }
  const judged = judgeStatus(onStatus, step, planning);
  const status = judged === undefined ? [] : [expectation(step, judged.condition, judged.criterion)];
  const statuses = judged?.accepted ?? successStatuses(step).possible;
  return { holds: allOf([...status.map(({ condition }) => condition), ...open]), statuses, status, body };
}

/** What a criterion asks of the status alone, and the rest of it. */
function partsOf(condition: ParsedCondition): readonly ParsedCondition[] {
  if (condition.kind !== "and") return [condition];
  const onStatus = condition.operands.filter((operand) => acceptedStatuses(operand) !== undefined);
  const others = condition.operands.filter((operand) => !onStatus.includes(operand));
  return [onStatus, others].flatMap((operands) => {
    return operands.length > 1 ? [{ ...condition, operands }] : operands;
  });
}

function expectation({ step, answer }: RequestStep, condition: Condition, criterion: string): ExpectStatement {
  return { kind: "expect", stepId: step.stepId, local: answer, condition, criterion };
}
