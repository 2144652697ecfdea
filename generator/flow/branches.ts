import { actionsIn, type ListedAction } from "../link/listed-actions.js";
import { type Criterion, type FailureAction, type Step, type SuccessAction, type Workflow } from "../arazzo/index.js";
import { found, type Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { LinkedDocument } from "../link/linked.js";
import type { WorkflowPlan } from "../ir/model.js";
import type { WorkflowIndex } from "../link/workflow-index.js";
import { askForAnswer } from "./ask-for-answer.js";

/** An action that is taken when its criteria hold. */
export interface Branch {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  /** Where the action stands. */
  readonly at: Path;
  readonly then: Then;
  /** It goes back in a loop, and does not wait for the poll of the step that it comes to. */
  readonly waits?: false;
  /** It is the only one left for all that the API's document says. In words, what should be where the step fails instead. */
  readonly demanded?: string;
}

/** What an action does. */
export type Then =
  | { readonly kind: "end" }
  /** The element is done that the step is done for. */
  | { readonly kind: "done" }
  /** Goes to the step at this position. */
  | { readonly kind: "step"; readonly index: number }
  /** Goes to another workflow, for good. */
  | { readonly kind: "workflow"; readonly call: ActionCall }
  /** Tries the step once more, at most so often, after so many milliseconds, and by way of something else. */
  | { readonly kind: "retry"; readonly limit: number; readonly after: number; readonly by: Detour | undefined };

/** What is done before a step is tried once more. */
export type Detour =
  { readonly kind: "step"; readonly index: number } | { readonly kind: "workflow"; readonly call: ActionCall };

/** The workflow that an action calls, and what it gives to it. */
export interface ActionCall {
  readonly target: WorkflowPlan;
  readonly action: SuccessAction | FailureAction;
  /** Where the action stands. */
  readonly at: Path;
}

/** What can follow a step. Where no branch is taken, a success goes to the next step and a failure is thrown. */
export interface StepBranches {
  readonly success: readonly Branch[];
  readonly failure: readonly Branch[];
}

/** Where actions are read. */
export interface BranchSite {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  /** Where the workflow stands. */
  readonly at: Path;
  /** The positions of the steps, by their ids. */
  readonly positions: ReadonlyMap<string, number>;
  readonly workflows: WorkflowIndex;
  readonly findings: Findings;
  /** Called where an action names a step that there is not, so that not all ways are known. */
  readonly onLost?: () => void;
}

/**
 * The actions of a step, then those of its workflow that it does not name itself: "override but never remove". Where a
 * step calls a workflow, those of its own workflow that ask for an answer are for others.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export function branchesOf(step: Step, at: Path, site: BranchSite): StepBranches {
  const { workflow, linked } = site;
  const isMeant = ({ action }: ListedAction): boolean =>
    step.workflowId === undefined || !askForAnswer(action.criteria);
  const thenIn = step["x-pages"] ? thenOfPage : step["x-each"] ? thenOfElement : thenOf;
  const then: typeof thenOf = (...action) => withoutOwnStep(thenIn(...action), site.positions.get(step.stepId ?? ""));
  const all = (kind: "successActions" | "failureActions", own: "onSuccess" | "onFailure"): readonly Branch[] => {
    const shared = actionsIn(workflow[kind], kind, [...site.at, kind], linked).filter(isMeant);
    return branches([...actionsIn(step[own], kind, [...at, own], linked), ...shared], site, then);
  };
  return { success: all("successActions", "onSuccess"), failure: all("failureActions", "onFailure") };
}

/** Each name once, the first that has it; nothing behind one that is always taken. */
function branches(actions: readonly ListedAction[], site: BranchSite, thenIn: typeof thenOf): readonly Branch[] {
  const all: Branch[] = [];
  for (const { action, at } of actions) {
    const { name, criteria = [] } = action;
    if (all.some((other) => other.name === name)) continue;
    const then = thenIn(action, at, site);
    if (then === undefined) continue;
    all.push({ name, criteria, at, then });
    if (then.kind !== "retry" && criteria.length === 0) break;
  }
  return all;
}

/** To try a step again by way of itself is to try it again: it does not run twice. */
function withoutOwnStep(then: Then | undefined, own: number | undefined): Then | undefined {
  const isOwn = then?.kind === "retry" && then.by?.kind === "step" && then.by.index === own;
  return isOwn ? { ...then, by: undefined } : then;
}

/** The same for one element of a list, from the middle of which nothing leads elsewhere. */
function thenOfElement(action: SuccessAction | FailureAction, at: Path, site: BranchSite): Then | undefined {
  if (action.type === "retry") return thenOf(action, at, site);
  if (action.type === "end" && isOfSuccess(at)) return { kind: "done" };
  const what = action.type === "end" ? "end the workflow" : "go elsewhere";
  site.findings.report(site.linked.document.place([...at, "type"]), found.eachUnsupported.action(action.name, what));
  return undefined;
}

function isOfSuccess(at: Path): boolean {
  return !at.includes("onFailure") && !at.includes("failureActions");
}

/** The same for a list that is read page by page: what follows a success follows the last page, whose answer nothing asks. */
function thenOfPage(action: SuccessAction | FailureAction, at: Path, site: BranchSite): Then | undefined {
  const isBehindLast = isOfSuccess(at) && (action.criteria ?? []).length === 0;
  if (action.type === "retry" || isBehindLast) return thenOf(action, at, site);
  site.findings.report(site.linked.document.place([...at, "type"]), found.invalidPages.action(action.name));
  return undefined;
}

function thenOf(action: SuccessAction | FailureAction, at: Path, site: BranchSite): Then | undefined {
  if (action.type === "end") return { kind: "end" };
  const to = destinationOf(action, at, site);
  if (action.type === "goto" || to === undefined) return to === "none" ? undefined : to;
  const limit = "retryLimit" in action ? (action.retryLimit ?? 1) : 1;
  const after = "retryAfter" in action ? (action.retryAfter ?? 0) * 1000 : 0;
  return { kind: "retry", limit, after, by: to === "none" ? undefined : to };
}

/** Where an action leads to: `none` where it names nothing, `undefined` where there is no such thing. */
function destinationOf(
  action: SuccessAction | FailureAction,
  at: Path,
  { linked, workflow, positions, workflows, findings, onLost }: BranchSite,
): Detour | "none" | undefined {
  const { stepId, workflowId } = action;
  if (workflowId !== undefined) {
    const target = workflows.find(workflowId, linked, [...at, "workflowId"], findings)?.plan;
    // A workflow without a plan has been reported.
    return target && { kind: "workflow", call: { target, action, at } };
  }
  if (stepId === undefined) return "none";
  const index = positions.get(stepId);
  if (index !== undefined) return { kind: "step", index };
  const known = workflow.steps.map((step) => step.stepId);
  findings.report(linked.document.place([...at, "stepId"]), found.unknownStep(stepId, known));
  onLost?.();
  return undefined;
}
