import { negated } from "../negated.js";
import type { Condition, Statement } from "../model.js";
import { endStatement, planOutputs, type EndingDraft } from "../outputs.js";
import type { StepPlanning, WorkflowPlanning } from "../planning.js";
import { planRequest } from "../request.js";
import { planSuccess } from "../success.js";
import { atFailure, atSuccess, type Viewpoint } from "../viewpoint.js";
import type { Branch } from "./branches.js";
import { planCriteria } from "./criteria.js";
import type { Jumps } from "./frames.js";

/** What the statements of a step are made with. */
export interface StepContext {
  readonly planning: WorkflowPlanning;
  readonly jumps: Jumps;
  /** The ends that were met so far. */
  readonly endings: EndingDraft[];
  /** The variable of the poll of each polled step. */
  readonly polling: ReadonlyMap<number, string>;
  /** The variable that counts the retries of the step, if it may be retried. */
  readonly retry: string | undefined;
}

/** The request of a step, what is expected of the answer, and where the run goes from there. */
export function stepStatements(step: StepPlanning, context: StepContext): readonly Statement[] {
  const { planning, polling } = context;
  const { success, failure } = planning.graph.branches(step.index);
  const inLoop = polling.has(step.index) || context.retry !== undefined;
  const planned = planRequest(step, planning, polling.get(step.index));
  // The comment stands before the loop.
  const request = inLoop ? { ...planned, comment: undefined } : planned;
  const expected = planSuccess(step, planning);
  const recovery = failure.length === 0 ? [] : recoveryOf(step, failure, expected.holds, context);
  return [
    request,
    ...recovery,
    ...expected.status,
    // What the criteria on the body read is bound before them.
    step.bind,
    ...expected.body,
    ...branchStatements(success, atSuccess(step, planning), step, context),
  ];
}

/** What is done instead of throwing. Where nothing of it fits, the expectations behind it throw. */
function recoveryOf(
  step: StepPlanning,
  failure: readonly Branch[],
  holds: Condition,
  context: StepContext,
): readonly Statement[] {
  const then = branchStatements(failure, atFailure(step, context.planning), step, context);
  return [{ kind: "if", condition: negated(holds), then }];
}

/** The branches in their order: the first whose criteria hold is taken, and where none is, what follows is reached. */
function branchStatements(
  branches: readonly Branch[],
  from: Omit<Viewpoint, "place">,
  step: StepPlanning,
  context: StepContext,
): readonly Statement[] {
  const [branch, ...others] = branches;
  if (branch === undefined) return [];
  const condition =
    branch.criteria.length === 0 ? undefined : planCriteria(branch.criteria, [...branch.at, "criteria"], from);
  const falls = branch.then.kind === "step" && branch.then.index === step.index + 1 && from.answer === "accepted";
  if (falls) {
    const rest = branchStatements(others, from, step, context);
    return condition === undefined || rest.length === 0
      ? []
      : [{ kind: "if", condition: negated(condition), then: rest }];
  }
  const taken = takenStatements(branch, from, step, context);
  const rest = branchStatements(others, from, step, context);
  if (branch.then.kind === "retry" && context.retry !== undefined) {
    const { limit, after } = branch.then;
    const action = { name: branch.name, limit, after };
    const again: Condition = { kind: "again", retry: context.retry, answer: step.answer, action };
    const both: Condition = condition === undefined ? again : { kind: "and", operands: [condition, again] };
    return [{ kind: "if", condition: both, then: taken }, ...rest];
  }
  return condition === undefined ? taken : [{ kind: "if", condition, then: taken }, ...rest];
}

function takenStatements(
  { name, then }: Branch,
  from: Omit<Viewpoint, "place">,
  step: StepPlanning,
  { planning, jumps, endings, polling }: StepContext,
): readonly Statement[] {
  switch (then.kind) {
    case "end": {
      const ending: EndingDraft = { outcome: name, outputs: planOutputs(from) };
      endings.push(ending);
      return [endStatement(ending)];
    }
    case "retry":
      return [jumps.again()];
    case "step": {
      const wait = then.index <= step.index ? polling.get(then.index) : undefined;
      const known = planOutputs(from);
      const jump = jumps.to(then.index);
      return wait === undefined ? jump : [{ kind: "wait", polling: wait, known: known.fields }, ...jump];
    }
  }
}
