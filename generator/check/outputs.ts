import type { Path } from "../documents/index.js";
import type { Field, WorkflowPlan } from "../ir/model.js";
import { errorOutputIn, type ErrorOutput } from "./expressions/error-output.js";
import { isOfLaterInput, isOfLaterStep } from "./expressions/later-step.js";
import { outsideOfSteps } from "./expressions/workflow-output.js";
import { resolveOutput } from "./expressions/resolve.js";
import type { TypedValue } from "../ir/typed-value.js";
import type { EvaluationContext } from "./expressions/evaluation-context.js";

/** A workflow's outputs, as far as they are known at some moment. */
export interface KnownOutputs {
  readonly values: readonly { readonly name: string; readonly typed: TypedValue }[];
  readonly fields: readonly Field[];
  /** The names of those that have no value, which has been reported. */
  readonly lost: readonly string[];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object */
export function planOutputs(at: EvaluationContext): KnownOutputs {
  const { planning } = at;
  const from = outsideOfSteps(at);
  const lost: string[] = [];
  const values = Object.entries(planning.workflow.outputs ?? {}).flatMap(([name, output]) => {
    const ofError = errorOutputIn(output, planning);
    if (ofError !== undefined) {
      const typed = at.answer === "failed" && at.current === ofError.step ? errorOutput(ofError, at) : undefined;
      return typed === undefined ? [] : [{ name, typed }];
    }
    // An ending in the middle knows nothing of the steps that it never comes to.
    if (isOfLaterStep(output, from) || isOfLaterInput(output, at)) return [];
    const typed = resolveOutput(output, [...planning.at, "outputs", name], from);
    if (typed === undefined) lost.push(name);
    return typed === undefined ? [] : [{ name, typed }];
  });
  return { values, fields: values.map(({ name, typed }) => ({ name, value: typed.value })), lost };
}

/** What an ending hands out of the error that led to it. */
function errorOutput({ step, name }: ErrorOutput, at: EvaluationContext): TypedValue | undefined {
  const output = step.step.outputs?.[name];
  return output === undefined ? undefined : resolveOutput(output, [...step.at, "outputs", name], at);
}

/** An ending before its types are final: with outputs of the workflow's own, or by going to another workflow. */
export type EndingDraft = OwnEnding | TransferEnding;

export interface OwnEnding {
  readonly kind: "own";
  readonly outcome: string;
  readonly outputs: KnownOutputs;
}

export interface TransferEnding {
  readonly kind: "transfer";
  /** What it is called if the other workflow has no names for its endings. */
  readonly outcome: string;
  readonly target: WorkflowPlan;
  /** Where the action stands that goes there. */
  readonly at: Path;
}
