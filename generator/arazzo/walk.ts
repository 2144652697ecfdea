import type { Path } from "../documents/document.js";
import type { FailureAction, SuccessAction } from "./model/action.js";
import type { ArazzoDescription } from "./model/arazzo-document.js";
import type { Criterion } from "./model/criterion.js";
import type { Parameter } from "./model/parameter.js";
import type { PayloadReplacement } from "./model/request-body.js";
import { isReusable, type Reusable } from "./model/reusable.js";
import type { Outputs } from "./model/selector.js";
import type { Step } from "./model/step.js";
import type { Workflow } from "./model/workflow.js";

/** A part of a document and the path that leads to it. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Path;
}

interface Parts {
  readonly step: Step;
  readonly outputs: Outputs;
  readonly replacement: PayloadReplacement;
  readonly criterion: Criterion;
  /** A parameter or action that is written out, and not by reference. */
  readonly parameter: Parameter;
  readonly action: SuccessAction | FailureAction;
  /** A list whose entries may refer to components of this kind. */
  readonly parameters: readonly (Parameter | Reusable)[];
  readonly successActions: readonly (SuccessAction | Reusable)[];
  readonly failureActions: readonly (FailureAction | Reusable)[];
}

/** A part of a document, by what it is. */
export type Part = { [K in keyof Parts]: Placed<Parts[K]> & { readonly kind: K } }[keyof Parts];

/** A list whose entries may refer to components. */
export type ReusableList = Extract<Part, { kind: "parameters" | "successActions" | "failureActions" }>;

/** All parts of a document, those of its components included, each after what holds it. */
export function* partsOf({ workflows, components = {} }: ArazzoDescription): Iterable<Part> {
  for (const [index, workflow] of workflows.entries()) yield* partsOfWorkflow(workflow, ["workflows", index]);
  for (const [name, value] of Object.entries(components.parameters ?? {})) {
    yield { kind: "parameter", value, at: ["components", "parameters", name] };
  }
  for (const kind of ["successActions", "failureActions"] as const) {
    for (const [name, value] of Object.entries(components[kind] ?? {})) {
      yield* actionParts(value, ["components", kind, name]);
    }
  }
}

/** All parts of a workflow, each after what holds it. */
export function* partsOfWorkflow({ steps, parameters, outputs, ...actions }: Workflow, at: Path): Iterable<Part> {
  yield* parametersIn(parameters, [...at, "parameters"]);
  yield* actionsIn({ kind: "successActions", value: actions.successActions ?? [], at: [...at, "successActions"] });
  yield* actionsIn({ kind: "failureActions", value: actions.failureActions ?? [], at: [...at, "failureActions"] });
  if (outputs) yield { kind: "outputs", value: outputs, at: [...at, "outputs"] };
  for (const [number, step] of steps.entries()) yield* stepParts(step, [...at, "steps", number]);
}

function* stepParts(step: Step, at: Path): Iterable<Part> {
  yield { kind: "step", value: step, at };
  yield* parametersIn(step.parameters, [...at, "parameters"]);
  for (const [index, value] of (step.requestBody?.replacements ?? []).entries()) {
    yield { kind: "replacement", value, at: [...at, "requestBody", "replacements", index] };
  }
  yield* criteriaIn(step.successCriteria, [...at, "successCriteria"]);
  yield* actionsIn({ kind: "successActions", value: step.onSuccess ?? [], at: [...at, "onSuccess"] });
  yield* actionsIn({ kind: "failureActions", value: step.onFailure ?? [], at: [...at, "onFailure"] });
  if (step.outputs) yield { kind: "outputs", value: step.outputs, at: [...at, "outputs"] };
}

function* parametersIn(value: Parts["parameters"] = [], at: Path): Iterable<Part> {
  yield { kind: "parameters", value, at };
  for (const [index, entry] of value.entries()) {
    if (!isReusable(entry)) yield { kind: "parameter", value: entry, at: [...at, index] };
  }
}

function* actionsIn(list: Exclude<ReusableList, { kind: "parameters" }>): Iterable<Part> {
  yield list;
  for (const [index, entry] of list.value.entries()) {
    if (!isReusable(entry)) yield* actionParts(entry, [...list.at, index]);
  }
}

function* actionParts(action: Parts["action"], at: Path): Iterable<Part> {
  yield { kind: "action", value: action, at };
  yield* parametersIn(action.parameters, [...at, "parameters"]);
  yield* criteriaIn(action.criteria, [...at, "criteria"]);
}

function* criteriaIn(criteria: readonly Criterion[] = [], at: Path): Iterable<Part> {
  for (const [index, value] of criteria.entries()) yield { kind: "criterion", value, at: [...at, index] };
}
