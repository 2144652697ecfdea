import { askStatements } from "../deferred.js";
import type {
  AgainStatement,
  AskStatement,
  BindStatement,
  CallStatement,
  Condition,
  IfStatement,
  RequestStatement,
  Statement,
} from "../../ir/model.js";
import { negated } from "../../ir/negated.js";
import { endStatement, planOutputs, type EndingDraft, type OwnEnding } from "../outputs.js";
import { isCall, stepAt, type AnyStep, type WorkflowPlanning } from "../planning.js";
import { planRequest } from "../request.js";
import { planSuccess } from "../success.js";
import { atFailure, atSuccess, type Viewpoint } from "../viewpoint.js";
import { planActionCall } from "../workflows/call-inputs.js";
import type { Branch, Detour } from "./branches.js";
import { callStatement, planCallSuccess } from "./call-statements.js";
import { completes } from "../../ir/completes.js";
import { planCriteria } from "./criteria.js";
import type { Jumps } from "./frames.js";
import { excludeEachOther } from "./implied.js";

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

/** What a step does, what is expected of what comes of it, and where the run goes from there. */
export function stepStatements(step: AnyStep, context: StepContext): readonly Statement[] {
  const { planning, polling } = context;
  const { success, failure } = planning.graph.branches(step.index);
  const inLoop = polling.has(step.index) || context.retry !== undefined;
  const { asks, act, holds, judge } = doing(step, planning, polling.get(step.index));
  const recovery = failure.length === 0 ? [] : recoveryOf(step, failure, holds, context);
  return [
    // In a loop the comment stands before it.
    ...withComment([...asks, act], inLoop ? undefined : act.comment),
    ...recovery,
    ...judge(recovery.every(({ then }) => completes(then))),
    ...branchStatements(success, atSuccess(step, planning), step, context),
  ];
}

/** A step that is run before another one is tried once more: only that it succeeds matters, not where it would lead. */
function asideStatements(step: AnyStep, planning: WorkflowPlanning): readonly Statement[] {
  const { asks, act, judge } = doing(step, planning, undefined);
  return [...withComment([...asks, act], act.comment), ...judge(true)];
}

/** What a step is for stands before the first of its statements. */
function withComment(
  statements: readonly (AskStatement | RequestStatement | CallStatement)[],
  comment: string | undefined,
): readonly Statement[] {
  return statements.map((statement, index) => ({ ...statement, comment: index === 0 ? comment : undefined }));
}

/** Where what is read of the step gets its variables. */
function bindOf({ answer }: AnyStep): BindStatement {
  return { kind: "bind", answer, reads: [], declares: [] };
}

interface Doing {
  readonly asks: readonly AskStatement[];
  readonly act: RequestStatement | CallStatement;
  /** That it has succeeded. */
  readonly holds: Condition;
  /** Throws if it has not, and binds what is read of it. `open`: it may come to that point without having succeeded. */
  readonly judge: (open: boolean) => readonly Statement[];
}

function doing(step: AnyStep, planning: WorkflowPlanning, polling: string | undefined): Doing {
  if (isCall(step)) {
    const act = callStatement(step, planning);
    const { holds, completed, required } = planCallSuccess(step, planning);
    const judge = (open: boolean): readonly Statement[] => [
      ...(open && step.settled ? [completed] : []),
      bindOf(step),
      ...(open || !step.settled ? required : []),
    ];
    return { asks: askStatements(step, planning), act, holds, judge };
  }
  const act = planRequest(step, planning, polling);
  const { holds, status, body } = planSuccess(step, planning);
  // What the criteria on the body read is bound before them.
  return { asks: askStatements(step, planning), act, holds, judge: () => [...status, bindOf(step), ...body] };
}

/** What is done instead of throwing. Where nothing of it fits, the expectations behind it throw. */
function recoveryOf(
  step: AnyStep,
  failure: readonly Branch[],
  holds: Condition,
  context: StepContext,
): readonly (IfStatement | AgainStatement)[] {
  const then = branchStatements(failure, atFailure(step, context.planning), step, context);
  // Where each action asks for a status that is a failure, nobody has to ask for a failure first.
  const each = then.filter((statement) => statement.kind === "if" || statement.kind === "again");
  const reads = context.planning.reads.all;
  const isAsked =
    each.length === then.length &&
    each.every(({ condition }) => condition !== undefined && excludeEachOther(condition, holds, reads));
  return isAsked ? each : [{ kind: "if", condition: negated(holds), then }];
}

/** The branches in their order: the first whose criteria hold is taken, and where none is, what follows is reached. */
function branchStatements(
  branches: readonly Branch[],
  from: Omit<Viewpoint, "place">,
  step: AnyStep,
  context: StepContext,
): readonly Statement[] {
  const [branch, ...others] = branches;
  if (branch === undefined) return [];
  const condition =
    branch.criteria.length === 0 ? undefined : planCriteria(branch.criteria, [...branch.at, "criteria"], from);
  const falls = branch.then.kind === "step" && branch.then.index === step.index + 1 && from.moment.phase === "answer";
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
    const of = isCall(step) ? "workflow" : "request";
    const again = { kind: "again", retry: context.retry, answer: step.answer, of, action } as const;
    return [{ ...again, condition, then: taken }, ...rest];
  }
  return condition === undefined ? taken : [{ kind: "if", condition, then: taken }, ...rest];
}

function takenStatements(
  { name, then }: Branch,
  from: Omit<Viewpoint, "place">,
  step: AnyStep,
  { jumps, endings, polling }: StepContext,
): readonly Statement[] {
  switch (then.kind) {
    case "end": {
      const ending: OwnEnding = { kind: "own", outcome: name, outputs: planOutputs(from) };
      endings.push(ending);
      return [endStatement(ending)];
    }
    case "workflow": {
      const { target } = then.call;
      endings.push({ kind: "transfer", outcome: name, target, at: then.call.at });
      const outcome = target.endings.length > 1 ? undefined : name;
      return [{ kind: "transfer", call: planActionCall(then.call, step, from), outcome }];
    }
    case "retry":
      return [...detourStatements(then.by, step, from), jumps.again()];
    case "step": {
      const wait = then.index <= step.index ? polling.get(then.index) : undefined;
      const jump = jumps.to(then.index);
      return wait === undefined ? jump : [{ kind: "wait", polling: wait, known: planOutputs(from).fields }, ...jump];
    }
  }
}

/** What is done before a step is tried once more. */
function detourStatements(by: Detour | undefined, step: AnyStep, from: Omit<Viewpoint, "place">): readonly Statement[] {
  const { planning } = from;
  if (by === undefined) return [];
  if (by.kind === "workflow") {
    const call = planActionCall(by.call, step, from);
    return [{ kind: "call", call, local: undefined, comment: undefined, settled: false }];
  }
  const other = stepAt(by.index, planning);
  return other === undefined ? [] : asideStatements({ ...other, aside: step.index }, planning);
}
