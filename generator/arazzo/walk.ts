import type { Path } from "../documents/document.js";
import type { ArazzoDescription } from "./model/arazzo-document.js";
import type { Criterion } from "./model/criterion.js";
import type { FailureAction } from "./model/failure-action.js";
import type { Outputs } from "./model/outputs.js";
import type { Parameter } from "./model/parameter.js";
import { isReusable, type Reusable } from "./model/reusable.js";
import type { Step } from "./model/step.js";
import type { SuccessAction } from "./model/success-action.js";
import type { Workflow } from "./model/workflow.js";

/** A part of a document and the path that leads to it. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Path;
}

/** A list whose entries may refer to components of one kind. */
export type ReusableList =
  | (Placed<readonly (Parameter | Reusable)[]> & { readonly kind: "parameters" })
  | (Placed<readonly (SuccessAction | Reusable)[]> & { readonly kind: "successActions" })
  | (Placed<readonly (FailureAction | Reusable)[]> & { readonly kind: "failureActions" });

export function* stepsOf({ workflows }: ArazzoDescription): Iterable<Placed<Step> & { readonly workflow: Workflow }> {
  for (const [index, workflow] of workflows.entries()) {
    for (const [number, value] of workflow.steps.entries()) {
      yield { value, workflow, at: ["workflows", index, "steps", number] };
    }
  }
}

/** The lists of parameters and actions of workflows, steps and actions, each after what holds it. */
export function* reusableListsOf(description: ArazzoDescription): Iterable<ReusableList> {
  for (const [index, workflow] of description.workflows.entries()) {
    const { parameters, successActions, failureActions } = workflow;
    const lists = { parameters, onSuccess: successActions, onFailure: failureActions };
    yield* listsOf(lists, ["workflows", index], "successActions", "failureActions");
  }
  for (const { value, at } of stepsOf(description)) yield* listsOf(value, at, "onSuccess", "onFailure");
  for (const { value, at } of componentActionsOf(description)) yield* listsOf(value, at, "onSuccess", "onFailure");
}

interface Lists {
  readonly parameters?: readonly (Parameter | Reusable)[] | undefined;
  readonly onSuccess?: readonly (SuccessAction | Reusable)[] | undefined;
  readonly onFailure?: readonly (FailureAction | Reusable)[] | undefined;
}

function* listsOf(owner: Lists, at: Path, success: string, failure: string): Iterable<ReusableList> {
  const { parameters, onSuccess, onFailure } = owner;
  if (parameters) yield { kind: "parameters", value: parameters, at: [...at, "parameters"] };
  if (onSuccess) yield { kind: "successActions", value: onSuccess, at: [...at, success] };
  if (onFailure) yield { kind: "failureActions", value: onFailure, at: [...at, failure] };
  yield* parametersOfActions(onSuccess ?? [], [...at, success]);
  yield* parametersOfActions(onFailure ?? [], [...at, failure]);
}

function* parametersOfActions(
  actions: readonly (SuccessAction | FailureAction | Reusable)[],
  at: Path,
): Iterable<ReusableList> {
  for (const [index, action] of actions.entries()) {
    if (isReusable(action) || !action.parameters) continue;
    yield { kind: "parameters", value: action.parameters, at: [...at, index, "parameters"] };
  }
}

/** The actions that the components hold. */
export function* componentActionsOf({
  components,
}: ArazzoDescription): Iterable<Placed<SuccessAction | FailureAction>> {
  for (const kind of ["successActions", "failureActions"] as const) {
    for (const [name, value] of Object.entries(components?.[kind] ?? {})) {
      yield { value, at: ["components", kind, name] };
    }
  }
}

/** All actions that are written out, wherever they stand. */
export function* actionsOf(description: ArazzoDescription): Iterable<Placed<SuccessAction | FailureAction>> {
  yield* componentActionsOf(description);
  for (const { kind, value, at } of reusableListsOf(description)) {
    if (kind === "parameters") continue;
    for (const [index, action] of value.entries()) {
      if (!isReusable(action)) yield { value: action, at: [...at, index] };
    }
  }
}

/** All parameters that are written out, wherever they stand. */
export function* parametersOf(description: ArazzoDescription): Iterable<Placed<Parameter>> {
  for (const [name, value] of Object.entries(description.components?.parameters ?? {})) {
    yield { value, at: ["components", "parameters", name] };
  }
  for (const { kind, value, at } of reusableListsOf(description)) {
    if (kind !== "parameters") continue;
    for (const [index, parameter] of value.entries()) {
      if (!isReusable(parameter)) yield { value: parameter, at: [...at, index] };
    }
  }
}

/** All criteria of steps and actions. */
export function* criteriaOf(description: ArazzoDescription): Iterable<Placed<Criterion>> {
  for (const { value, at } of stepsOf(description)) {
    yield* placed(value.successCriteria ?? [], [...at, "successCriteria"]);
  }
  for (const { value, at } of actionsOf(description)) yield* placed(value.criteria ?? [], [...at, "criteria"]);
}

/** The outputs of workflows and steps. */
export function* outputsOf(description: ArazzoDescription): Iterable<Placed<Outputs>> {
  for (const [index, { outputs }] of description.workflows.entries()) {
    if (outputs) yield { value: outputs, at: ["workflows", index, "outputs"] };
  }
  for (const { value, at } of stepsOf(description)) {
    if (value.outputs) yield { value: value.outputs, at: [...at, "outputs"] };
  }
}

function* placed<T>(values: readonly T[], at: Path): Iterable<Placed<T>> {
  for (const [index, value] of values.entries()) yield { value, at: [...at, index] };
}
