import type { Criterion, SuccessAction } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import { planCondition } from "./condition.js";
import { readCriterion } from "./criterion.js";
import type { Condition, Statement } from "./model.js";
import { endStatement, planOutputs, type EndingDraft } from "./outputs.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";

/** The ends that a step's success actions bring. */
export interface Ends {
  readonly statements: readonly Statement[];
  readonly endings: readonly EndingDraft[];
  /** One of them has no criteria, so that nothing behind it is reached. */
  readonly always: boolean;
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#success-action-object */
export function planEnds(step: StepPlanning, planning: WorkflowPlanning): Ends {
  const statements: Statement[] = [];
  const endings: EndingDraft[] = [];
  for (const [index, action] of (step.step.onSuccess ?? []).entries()) {
    const at = [...step.at, "onSuccess", index];
    if (!isEnd(action)) {
      reportUnsupported(at, action, planning);
      continue;
    }
    const ending: EndingDraft = { outcome: action.name, outputs: planOutputs(planning, step.index + 1) };
    endings.push(ending);
    if ((action.criteria ?? []).length === 0) {
      return { statements: [...statements, endStatement(ending)], endings, always: true };
    }
    const condition = planAll(action.criteria ?? [], [...at, "criteria"], step, planning);
    if (condition !== undefined) statements.push({ kind: "if", condition, then: [endStatement(ending)] });
  }
  return { statements, endings, always: false };
}

/** All criteria of an action hold. */
function planAll(
  criteria: readonly Criterion[],
  at: Path,
  step: StepPlanning,
  planning: WorkflowPlanning,
): Condition | undefined {
  const conditions = criteria.map((criterion, index) => {
    const here = [...at, index];
    const parsed = readCriterion(criterion, here, planning);
    return parsed && planCondition(parsed, { planning, step, at: [...here, "condition"] });
  });
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : { kind: "and", operands: conditions };
}

function isEnd(action: object): action is SuccessAction & { readonly type: "end" } {
  return "type" in action && action.type === "end";
}

function reportUnsupported(at: Path, action: object, planning: WorkflowPlanning): void {
  const what = "type" in action ? `the action type \`${String(action.type)}\`` : "an action taken from the components";
  planning.findings.add("unsupported-feature", planning.linked.document.place(at), `${what} is not compiled yet`);
}
