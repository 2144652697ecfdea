import type { StepsExpression } from "../../arazzo/index.js";
import { didYouMean, quoted } from "../../diagnostics.js";
import type { Ran } from "../flow/graph.js";
import { isCall, stepWithId, type AnyStep, type CallPlanning } from "../planning.js";
import { inside, longestName, type Target } from "./target.js";
import { atFailure, atSuccess, type Viewpoint } from "../viewpoint.js";

/** An output of a step or all of them by their names, and whether the step has run. */
export type StepOutputs = { readonly step: AnyStep; readonly ran: Ran } & OneOrAll;

type OneOrAll =
  | { readonly one: Target }
  | { readonly all: ReadonlyMap<string, Target> }
  /** None that the step names itself: the workflow that it calls may have it. */
  | { readonly of: CallPlanning };

/**
 * Finds what an expression means that begins with `$steps`, or says why there is no such thing.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function stepOutputs(expression: StepsExpression, text: string, from: Viewpoint): StepOutputs | undefined {
  const { stepId } = expression;
  const { planning, place, moment } = from;
  const { findings, workflow, positions } = planning;
  const index = positions.get(stepId);
  if (index === undefined) {
    const known = workflow.steps.map((other) => other.stepId);
    const message = `${quoted(text)}: there is no step ${quoted(stepId)}`;
    findings.add("unknown-step", place, message, didYouMean(stepId, known));
    return undefined;
  }
  // A step that calls a workflow may ask in its own criteria what that has returned.
  const ran = isOpen(stepId, from) ? "always" : planning.graph.ran(index, moment);
  if (ran === "never") {
    const when = index === moment.step ? "is this step" : "runs later, if at all";
    const hint = "Take the value from a step that has run before, or move the step.";
    findings.add("forward-reference", place, `${quoted(text)}: the step ${quoted(stepId)} ${when}`, hint);
    return undefined;
  }
  const source = stepWithId(stepId, planning);
  // A step that could not be linked has been reported at its own place.
  if (source === undefined) return undefined;
  const outputs = findOutputs(expression, source, text, from);
  return outputs && { step: source, ran, ...outputs };
}

function findOutputs(
  { path, pointer, stepId }: StepsExpression,
  source: AnyStep,
  text: string,
  from: Viewpoint,
): OneOrAll | undefined {
  const { findings } = from.planning;
  const outputs = source.step.outputs ?? {};
  const target = (name: string, below: readonly string[]): Target | undefined => {
    const there = (isOpen(stepId, from) ? atFailure : atSuccess)(source, from.planning);
    const seen = inside(`${stepId}.${name}`, { ...there, outer: from.outer ?? [] });
    if (seen !== undefined) return { value: outputs[name], at: [...source.at, "outputs", name], from: seen, below };
    findings.add("forward-reference", from.place, `${quoted(text)}: the output is made of itself`);
    return undefined;
  };
  if (path.length + pointer.length === 0) {
    if (isCall(source) && Object.keys(outputs).length === 0) return { of: source };
    const all = Object.keys(outputs).map((name) => [name, target(name, [])] as const);
    return all.every((entry): entry is [string, Target] => entry[1] !== undefined) ? { all: new Map(all) } : undefined;
  }
  // `outputs#/name` goes through the object that all outputs are together.
  const [first = "", ...deeper] = pointer;
  const named = path.length > 0 ? longestName(path, outputs) : longestName([first], outputs);
  if (named !== undefined) {
    const one = target(named.name, [...named.rest, ...(path.length > 0 ? pointer : deeper)]);
    return one && { one };
  }
  if (isCall(source)) return { of: source };
  const name = path.length > 0 ? path.join(".") : first;
  const hint = didYouMean(name, Object.keys(outputs));
  findings.add("unknown-output", from.place, `${quoted(text)}: ${quoted(stepId)} has no output ${quoted(name)}`, hint);
  return undefined;
}

/** Whether it is still open whether the step has failed. */
function isOpen(stepId: string, { call, answer }: Viewpoint): boolean {
  return call?.step.stepId === stepId && answer === "failed";
}
