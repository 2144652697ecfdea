import { stepWithId } from "../../flow/linked-workflow.js";
import type { LinkedStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import type { Ran } from "../../flow/graph.js";
import { readsOfValue } from "../../ir/reads.js";
import { remember } from "./remember.js";
import { absent, union } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Value } from "../../ir/value.js";

/**
 * An output of a step as it is read elsewhere. What is more than a plain value gets a variable there, and so does what
 * would be another value by then, or must be missing where the step has not run.
 */
export function outputOf(
  typed: TypedValue,
  step: LinkedStep,
  ran: Ran,
  text: string,
  planning: SolvedWorkflow,
): TypedValue {
  const plain = isPlainValue(typed.value, planning) && !changes(typed.value, step, planning);
  const kept = plain && (ran === "always" || typed.value.kind === "read") ? typed : keep(typed, step, text, false);
  if (ran === "always") return kept;
  if (kept.value.kind === "read") planning.reads.allowUnset(kept.value.read);
  return { ...kept, type: union([kept.type, absent]), unset: step.step.stepId };
}

/** What a step has sent, as it is read once there is an answer. */
export function sentOf(typed: TypedValue, step: LinkedStep, text: string, planning: SolvedWorkflow): TypedValue {
  return changes(typed.value, undefined, planning) ? keep(typed, step, text, true) : typed;
}

function keep(typed: TypedValue, step: LinkedStep, text: string, sent: boolean): TypedValue {
  const source = { kind: "made", value: typed.value, sent } as const;
  return remember(step, source, typed.type, text, typed.description);
}

function isPlainValue(value: Value, { reads }: SolvedWorkflow): boolean {
  // What the status and the headers are, the step's own criteria ask before anything is bound.
  if (value.kind === "read") return !["status", "url", "header"].includes(reads.get(value.read).source.kind);
  return value.kind === "input" || value.kind === "literal";
}

/** Whether a value is made of the answer of a step, another than this one, that may run again. */
function changes(value: Value, own: LinkedStep | undefined, planning: SolvedWorkflow): boolean {
  return readsOfValue(value, planning.reads.all).some(({ stepId, source }) => {
    const step = stepWithId(stepId, planning);
    if (step === undefined || step === own || (source.kind === "made" && source.sent)) return false;
    return planning.graph.ran(step.index, { step: step.index, phase: "request" }) !== "never";
  });
}
