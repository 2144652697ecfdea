import type { Criterion } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import { documentedSuccess } from "../openapi/index.js";
import { readStatus } from "./answer.js";
import { planCondition } from "./condition.js";
import { readCriterion } from "./criterion.js";
import type { Condition, ExpectStatement } from "./model.js";
import { operationName } from "./operation-name.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { acceptedStatuses } from "./status.js";
import { atFailure, atSuccess } from "./viewpoint.js";

/** What has to hold for a step to have succeeded. */
export interface SuccessPlan {
  /** All of it, as it is asked while the answer may still be an error. */
  readonly holds: Condition;
  /** Judge the status alone: after these the answer's data has its type. */
  readonly status: readonly ExpectStatement[];
  /** Judge what the answer holds. */
  readonly body: readonly ExpectStatement[];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object */
export function planSuccess(step: StepPlanning, planning: WorkflowPlanning): SuccessPlan {
  const status: ExpectStatement[] = [];
  const body: ExpectStatement[] = [];
  const open: Condition[] = [];
  for (const [index, criterion] of (step.step.successCriteria ?? []).entries()) {
    const at = [...step.at, "successCriteria", index];
    const parsed = readCriterion(criterion, at, planning);
    if (parsed === undefined) continue;
    const accepted = acceptedStatuses(parsed);
    const site = { planning, at: [...at, "condition"] };
    const condition = planCondition(parsed, { ...site, from: atSuccess(step, planning) });
    if (condition === undefined) continue;
    if (accepted !== undefined) status.push(...planStatus(condition, accepted, criterion, at, step, planning));
    else {
      body.push(expectation(step, condition, criterion.condition));
      const unjudged = planCondition(parsed, { ...site, from: atFailure(step, planning) });
      if (unjudged !== undefined) open.push(unjudged);
    }
  }
  if (status.length === 0) status.push(expectation(step, { kind: "ok", answer: step.answer }, "the status is a 2xx"));
  const operands = [...status.map(({ condition }) => condition), ...open];
  const [only] = operands;
  const holds: Condition = only !== undefined && operands.length === 1 ? only : { kind: "and", operands };
  return { holds, status, body };
}

/** Where the criterion and the operation disagree on which 2xx comes, the operation knows better. */
function planStatus(
  condition: Condition,
  accepted: readonly number[],
  criterion: Criterion,
  at: Path,
  step: StepPlanning,
  planning: WorkflowPlanning,
): readonly ExpectStatement[] {
  const place = planning.linked.document.place([...at, "condition"]);
  const name = operationName(step.operation);
  const documented = documentedSuccess(step.operation);
  if (accepted.length === 0) {
    planning.findings.add("impossible-condition", place, `no status satisfies \`${criterion.condition}\``);
    return [];
  }
  if (!accepted.some(isSuccess)) {
    planning.findings.add(
      "unsupported-feature",
      place,
      "a step that succeeds with a status other than a 2xx is not compiled yet",
    );
    return [];
  }
  // What is not a 2xx has no data, so that nothing after it could be read.
  const strict: Condition = accepted.every(isSuccess)
    ? condition
    : { kind: "and", operands: [{ kind: "ok", answer: step.answer }, condition] };
  if (documented.length === 0) return [expectation(step, strict, criterion.condition)];
  const codes = documented.join(" or ");
  if (!documented.some((code) => accepted.includes(code))) {
    const message = `\`${name}\` answers ${codes} when it succeeds, never what \`${criterion.condition}\` asks for; ${codes} is accepted as well`;
    const equal = documented.map((code) => `$statusCode == ${code}`).join(" || ");
    planning.findings.add("success-status-mismatch", place, message, `Write \`condition: ${equal}\`.`);
    const either: Condition = { kind: "or", operands: [condition, ...documented.map((code) => statusIs(step, code))] };
    return [expectation(step, either, `${criterion.condition} || ${equal}`)];
  }
  const missed = documented.filter((code) => !accepted.includes(code));
  if (missed.length > 0) {
    const message = `\`${name}\` also succeeds with ${missed.join(" and ")}, which \`${criterion.condition}\` takes for a failure`;
    const equal = documented.map((code) => `$statusCode == ${code}`).join(" || ");
    planning.findings.add("success-status-ambiguous", place, message, `To accept it, write \`condition: ${equal}\`.`);
  }
  return [expectation(step, strict, criterion.condition)];
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function statusIs(step: StepPlanning, code: number): Condition {
  const { value } = readStatus(step);
  return { kind: "compare", operator: "===", left: value, right: { kind: "literal", value: code }, as: "exact" };
}

function expectation({ step, answer }: StepPlanning, condition: Condition, criterion: string): ExpectStatement {
  return { kind: "expect", stepId: step.stepId, local: answer, condition, criterion };
}
