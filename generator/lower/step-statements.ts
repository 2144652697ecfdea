import { isCall, type LinkedStep } from "../link/linked-step.js";
import type { CallDeed, CheckedBranch, CheckedDetour, CheckedStep, Deed, RequestDeed } from "../check/check-step.js";
import { isSuccess } from "../check/success/status.js";
import type {
  AskStatement,
  BindStatement,
  CallStatement,
  ExpectStatement,
  FailStatement,
  IfStatement,
  RequestStatement,
  Statement,
} from "../ir/model.js";
import { allOf } from "../ir/all-of.js";
import { completes } from "../ir/completes.js";
import { negated } from "../ir/negated.js";
import type { Jumps } from "./frames.js";
import { expectedAnswer } from "./expected-answer.js";
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
export function stepStatements(checked: CheckedStep, context: StepContext): readonly Statement[] {
  const { deed } = checked;
  const { polling, retry } = context;
  const { step } = deed;
  const attempts = retry ?? polling.get(step.index);
  const acts = actsOf(deed, attempts, checked.failure);
  return [
    // In a loop the comment stands before it.
    ...withComment(acts, attempts === undefined ? acts.at(-1)?.comment : undefined),
    ...judgement(checked, context),
    ...successStatements(checked, context),
  ];
}

/** Where the run goes from a success. */
export function successStatements({ deed, success }: CheckedStep, context: StepContext): readonly Statement[] {
  return branchStatements(success, "success", deed.step, context);
}

/** A step that is run before another one is tried once more: only that it succeeds matters, not where it would lead. */
function deedStatements(deed: Deed): readonly Statement[] {
  const acts = actsOf(deed, undefined, []);
  return [...withComment(acts, acts.at(-1)?.comment), ...expectations(deed, true)];
}

/** Tells whether the step has succeeded, and does what its failure actions say where it has not. */
function judgement(checked: CheckedStep, context: StepContext): readonly Statement[] {
  const { deed, failure, isSorted } = checked;
  const taken = (branches: readonly CheckedBranch[]): readonly Statement[] =>
    branchStatements(branches, "failure", deed.step, context);
  if (failure.length === 0) return expectations(deed, true);
  if (!("request" in deed)) {
    const then = taken(failure);
    return [{ kind: "if", condition: negated(deed.succeeds.holds), then }, ...expectations(deed, completes(then))];
  }
  const { holds, body } = deed.succeeds;
  const status = statusExpectation(deed, failure);
  const bind = bindOf(deed);
  // A loop asks first what ends it, so that what has failed otherwise fails behind that.
  const [missed, asked] = context.retry === undefined || body.length === 0 ? [[], body] : [[failing(deed, body)], []];
  if (!isSorted) {
    const then = [...taken(failure), ...(missed.length === 0 ? [] : status), ...missed];
    return [{ kind: "if", condition: negated(holds), then }, ...status, bind, ...asked];
  }
  const refused = taken(failure.filter(({ isOfStatus }) => isOfStatus));
  const others = failure.filter(({ isOfStatus }) => !isOfStatus);
  if (others.length === 0 || body.length === 0) return [...refused, ...status, bind, ...body];
  const condition = negated(allOf(body.map((each) => each.condition)));
  const failed: IfStatement = { kind: "if", condition, then: [...taken(others), ...missed] };
  return [...refused, ...status, bind, failed, ...asked, { ...bind, isRest: true }];
}

/** Throws since one of the criteria does not hold. */
function failing({ step: { step, answer } }: Deed, criteria: readonly ExpectStatement[]): FailStatement {
  const criterion = criteria.map((each) => each.criterion).join(" and ");
  return { kind: "fail", stepId: step.stepId, local: answer, criterion, isOfStatus: false };
}

type Act = AskStatement | RequestStatement | CallStatement;

/** Asks for the inputs that are given later, then sends the request or calls the workflow. */
function actsOf(deed: Deed, attempts: string | undefined, failure: readonly CheckedBranch[]): readonly Act[] {
  const { stepId } = deed.step.step;
  const asks = deed.asks.map(({ read, input, known }): AskStatement => {
    return {
      kind: "ask",
      comment: undefined,
      stepId,
      read,
      declares: false,
      input,
      known: known.fields,
      narrowed: new Map(),
    };
  });
  return [
    ...asks,
    "call" in deed ? callStatement(deed) : requestStatement(deed, attempts, expectedAnswer(deed, failure)),
  ];
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
  if ("request" in deed) {
    // What the criteria on the body read is bound before them.
    return [...statusExpectation(deed, []), bindOf(deed), ...deed.succeeds.body];
  }
  const { settled } = deed.step;
  const { completed, required } = deed.succeeds;
  return [...(open && settled ? [completed] : []), bindOf(deed), ...(open || !settled ? required : [])];
}

/** Throws for an answer that its request takes although the step fails with it. */
function statusExpectation(deed: RequestDeed, failure: readonly CheckedBranch[]): readonly ExpectStatement[] {
  const { status, statuses } = deed.succeeds;
  const expects = expectedAnswer(deed, failure);
  const isListed = expects !== undefined && (expects.success !== "2xx" || statuses.length === 100);
  if (!isListed || !statuses.every(isSuccess)) return status;
  return status.map((each) => ({ ...each, condition: { kind: "ok", answer: each.local } }));
}

/** Where what is read of the step gets its variables. */
function bindOf({ step }: Deed): BindStatement {
  return { kind: "bind", answer: step.answer, reads: [], declares: [] };
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
  if (condition !== undefined && branch.demanded !== undefined) {
    const { stepId } = step.step;
    return [{ kind: "expect", stepId, local: step.answer, condition, criterion: branch.demanded }, ...taken];
  }
  return condition === undefined ? taken : [{ kind: "if", condition, then: taken }, ...rest];
}

function takenStatements(
  { branch, then }: CheckedBranch,
  step: LinkedStep,
  { jumps, polling }: StepContext,
): readonly Statement[] {
  switch (then.kind) {
    case "end":
      return [endStatement(branch.name, then.outputs.fields)];
    case "done":
      return jumps.outOf(step.index);
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
