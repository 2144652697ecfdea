import {
  resolveReusable,
  type Criterion,
  type FailureAction,
  type Step,
  type SuccessAction,
} from "../../arazzo/index.js";
import { didYouMean, quoted, type Findings } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { LinkedDocument } from "../linked.js";
import type { Workflow } from "../../arazzo/index.js";

/** An action that is taken when its criteria hold. */
export interface Branch {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  /** Where the action stands. */
  readonly at: Path;
  readonly then: Then;
}

/** What an action does. */
export type Then =
  | { readonly kind: "end" }
  /** Goes to the step at this position. */
  | { readonly kind: "step"; readonly index: number }
  /** Sends the request once more, at most so often, after so many milliseconds. */
  | { readonly kind: "retry"; readonly limit: number; readonly after: number };

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
  readonly findings: Findings;
}

/**
 * The actions of a step, then those of its workflow that it does not name itself: "override but never remove".
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export function branchesOf(step: Step, at: Path, site: BranchSite): StepBranches {
  const { workflow } = site;
  const success = [
    ...resolveAll("successActions", step.onSuccess, [...at, "onSuccess"], site),
    ...resolveAll("successActions", workflow.successActions, [...site.at, "successActions"], site),
  ];
  const failure = [
    ...resolveAll("failureActions", step.onFailure, [...at, "onFailure"], site),
    ...resolveAll("failureActions", workflow.failureActions, [...site.at, "failureActions"], site),
  ];
  return { success: branches(success, site), failure: branches(failure, site) };
}

interface ResolvedAction {
  readonly value: SuccessAction | FailureAction;
  readonly at: Path;
}

function resolveAll(
  kind: "successActions" | "failureActions",
  actions: readonly (SuccessAction | FailureAction | object)[] | undefined,
  at: Path,
  { linked }: BranchSite,
): readonly ResolvedAction[] {
  return (actions ?? []).flatMap((action, index) => {
    const found = resolveReusable(linked.arazzo, kind, action as SuccessAction & FailureAction, [...at, index]);
    return found === undefined ? [] : [found];
  });
}

/** Each name once, the first that has it; nothing behind one that is always taken. */
function branches(actions: readonly ResolvedAction[], site: BranchSite): readonly Branch[] {
  const found: Branch[] = [];
  for (const { value, at } of actions) {
    if (found.some((other) => other.name === value.name)) continue;
    const then = thenOf(value, at, site);
    if (then === undefined) continue;
    found.push({ name: value.name, criteria: value.criteria ?? [], at, then });
    if (then.kind !== "retry" && (value.criteria ?? []).length === 0) break;
  }
  return found;
}

function thenOf(action: SuccessAction | FailureAction, at: Path, site: BranchSite): Then | undefined {
  const { linked, workflow, findings } = site;
  if (action.workflowId !== undefined) {
    findings.add(
      "unsupported-feature",
      linked.document.place([...at, "workflowId"]),
      "an action that goes to a workflow is not compiled yet",
    );
    return undefined;
  }
  if (action.type === "end") return { kind: "end" };
  if (action.type === "retry") {
    if (action.stepId !== undefined) {
      findings.add(
        "unsupported-feature",
        linked.document.place([...at, "stepId"]),
        "a `retry` by way of another step is not compiled yet",
      );
    }
    return { kind: "retry", limit: action.retryLimit ?? 1, after: (action.retryAfter ?? 0) * 1000 };
  }
  const index = workflow.steps.findIndex((step) => step.stepId === action.stepId);
  if (index >= 0) return { kind: "step", index };
  const known = workflow.steps.map((step) => step.stepId);
  const place = linked.document.place([...at, "stepId"]);
  findings.add(
    "unknown-step",
    place,
    `there is no step ${quoted(action.stepId ?? "")}`,
    didYouMean(action.stepId ?? "", known),
  );
  return undefined;
}
