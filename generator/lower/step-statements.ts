import { isCall, type LinkedStep } from "../link/linked-step.js";
import type { CallDeed, CheckedBranch, CheckedDetour, CheckedStep, Deed } from "../check/check-step.js";
import type { Branch } from "../flow/branches.js";
import type {
  AgainStatement,
  AskStatement,
  BindStatement,
  CallStatement,
  Condition,
  ExpectStatement,
  IfStatement,
  RequestStatement,
  Statement,
} from "../ir/model.js";
import { completes } from "../ir/completes.js";
import { negated } from "../ir/negated.js";
import type { Jumps } from "./frames.js";
import { asksForFailure } from "../check/conditions/premises.js";
import { endStatement } from "./end-statement.js";
import { requestStatement } from "./request-statement.js";

/** What the statements of a step are made with. */
export interface StepContext {
  readonly jumps: Jumps;
  /** The variable of the poll of each polled step. */
  readonly polling: ReadonlyMap<number, string>;
  /** The variable that counts the retries of the step, if it may be retried. */
  readonly retry: string | undefined;
}

/** What a step does, what is expected of what comes of it, and where the run goes from there. */
export function stepStatements({ deed, success, failure }: CheckedStep, context: StepContext): readonly Statement[] {
  const { polling, retry } = context;
  const { step, succeeds } = deed;
  const inLoop = polling.has(step.index) || retry !== undefined;
  const acts = actsOf(deed, polling.get(step.index));
  const recovery = failure.length === 0 ? [] : recoveryOf(step, failure, succeeds.holds, context);
  return [
    // In a loop the comment stands before it.
    ...withComment(acts, inLoop ? undefined : acts.at(-1)?.comment),
    ...recovery,
    ...expectations(
      deed,
      recovery.every(({ then }) => completes(then)),
    ),
    ...branchStatements(success, "success", step, context),
  ];
}

/** A step that is run before another one is tried once more: only that it succeeds matters, not where it would lead. */
function deedStatements(deed: Deed): readonly Statement[] {
  const acts = actsOf(deed, undefined);
  return [...withComment(acts, acts.at(-1)?.comment), ...expectations(deed, true)];
}

type Act = AskStatement | RequestStatement | CallStatement;

/** Asks for the inputs that are given later, then sends the request or calls the workflow. */
function actsOf(deed: Deed, polling: string | undefined): readonly Act[] {
  const { stepId } = deed.step.step;
  const asks = deed.asks.map(({ read, input, known }): AskStatement => {
    return { kind: "ask", comment: undefined, stepId, read, declares: false, input, known: known.fields };
  });
  return [...asks, "call" in deed ? callStatement(deed) : requestStatement(deed, polling)];
}

function callStatement({ step, call }: CallDeed): CallStatement {
  const comment = step.step.description ?? step.target.summary;
  return { kind: "call", call, local: step.answer, comment, settled: step.settled };
}

/** What a step is for stands before the first of its statements. */
function withComment(statements: readonly Act[], comment: string | undefined): readonly Statement[] {
  return statements.map((statement, index) => ({ ...statement, comment: index === 0 ? comment : undefined }));
}

/**
 * Throws if a step has not succeeded, and binds what is read of it.
 * @param open It may come to this point without having succeeded
 */
function expectations(deed: Deed, open: boolean): readonly Statement[] {
  // Where what is read of the step gets its variables.
  const bind: BindStatement = { kind: "bind", answer: deed.step.answer, reads: [], declares: [] };
  if ("request" in deed) {
    const { status, body } = deed.succeeds;
    // What the criteria on the body read is bound before them.
    return [...status, bind, ...body];
  }
  const { settled } = deed.step;
  const { completed, required } = deed.succeeds;
  return [...(open && settled ? [completed] : []), bind, ...(open || !settled ? required : [])];
}

/** What is done instead of throwing. Where nothing of it fits, the expectations behind it throw. */
function recoveryOf(
  step: LinkedStep,
  failure: readonly CheckedBranch[],
  holds: Condition,
  context: StepContext,
): readonly (IfStatement | AgainStatement)[] {
  const then = branchStatements(failure, "failure", step, context);
  // Where each action asks for a status that is a failure, nobody has to ask for a failure first.
  const each = then.filter((statement) => statement.kind === "if" || statement.kind === "again");
  const isAsked = each.length === then.length && failure.every(({ branch }) => asksForFailure(branch.criteria, step));
  return isAsked ? each : [{ kind: "if", condition: negated(holds), then }];
}

/** The branches in their order: the first whose criteria hold is taken, and where none is, what follows is reached. */
function branchStatements(
  branches: readonly CheckedBranch[],
  of: "success" | "failure",
  step: LinkedStep,
  context: StepContext,
): readonly Statement[] {
  const [first, ...others] = branches;
  if (first === undefined) return [];
  const { branch, condition, then } = first;
  const falls = then.kind === "step" && then.index === step.index + 1 && of === "success";
  if (falls) {
    const rest = branchStatements(others, of, step, context);
    const isAsked = condition !== undefined && rest.length > 0;
    return isAsked ? [{ kind: "if", condition: negated(condition), then: rest }] : [];
  }
  const taken = takenStatements(first, step, context);
  const rest = branchStatements(others, of, step, context);
  if (then.kind === "retry" && context.retry !== undefined) {
    const action = { name: branch.name, limit: then.limit, after: then.after };
    const isOf = isCall(step) ? "workflow" : "request";
    const again = { kind: "again", retry: context.retry, answer: step.answer, of: isOf, action } as const;
    return [{ ...again, condition, then: taken }, ...rest];
  }
  if (condition !== undefined && branch.isDemanded === true) return [demand(branch, condition, step), ...taken];
  return condition === undefined ? taken : [{ kind: "if", condition, then: taken }, ...rest];
}

/** Throws where not even the last action is taken. */
function demand({ criteria }: Branch, condition: Condition, step: LinkedStep): ExpectStatement {
  const criterion = criteria.map((each) => each.condition).join(" && ");
  const {
    answer: local,
    step: { stepId },
  } = step;
  return { kind: "expect", stepId, local, condition, criterion, isData: false, isLastAction: true };
}

function takenStatements(
  { branch, then }: CheckedBranch,
  step: LinkedStep,
  { jumps, polling }: StepContext,
): readonly Statement[] {
  switch (then.kind) {
    case "end":
      return [endStatement(branch.name, then.outputs.fields)];
    case "workflow": {
      const outcome = then.to.target.endings.length > 1 ? undefined : branch.name;
      return [{ kind: "transfer", call: then.call, outcome }];
    }
    case "retry":
      return [...detourStatements(then.detour), jumps.again()];
    case "step": {
      const wait = then.index <= step.index && branch.waits !== false ? polling.get(then.index) : undefined;
      const jump = jumps.to(then.index);
      return wait === undefined ? jump : [{ kind: "wait", polling: wait, known: then.known }, ...jump];
    }
  }
}

/** What is done before a step is tried once more. */
function detourStatements(detour: CheckedDetour | undefined): readonly Statement[] {
  if (detour === undefined) return [];
  if (detour.kind === "step") return deedStatements(detour.deed);
  return [{ kind: "call", call: detour.call, local: undefined, comment: undefined, settled: false }];
}
