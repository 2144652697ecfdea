import { isCall, type LinkedStep, type CallStep } from "../../link/linked-step.js";
import { stepWithId } from "../../flow/linked-workflow.js";
import type { StepsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Ran } from "../../flow/graph.js";
import { itemMeant } from "./first-item.js";
import { longestName } from "../../link/longest-name.js";
import { itemsOutput, type LinkedPages } from "../../link/linked-pages.js";
import { inside, type Referent } from "./referent.js";
import { atFailure, atSuccess, type PlacedContext } from "./evaluation-context.js";
import { ofAnotherStep, undeclaredOutput } from "./undeclared-output.js";

/** An output of a step or all of them by their names, and whether the step has run. */
export type StepOutputs = { readonly step: LinkedStep; readonly ran: Ran } & OneOrAll;

type OneOrAll =
  | { readonly one: Referent }
  | { readonly all: ReadonlyMap<string, Referent> }
  /** None that the step names itself: the workflow that it calls may have it. */
  | { readonly of: CallStep }
  /** The items of all pages that the step reads. */
  | { readonly pages: LinkedPages };

/**
 * Finds what an expression means that begins with `$steps`, or says why there is no such thing.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function stepOutputs(expression: StepsExpression, text: string, from: PlacedContext): StepOutputs | undefined {
  const { stepId } = expression;
  const { planning, place, moment } = from;
  const { findings, workflow, positions } = planning;
  const index = positions.get(stepId);
  if (index === undefined) {
    const known = workflow.steps.map((other) => other.stepId);
    findings.report(place, found.unknownStep(stepId, known, { text }));
    return undefined;
  }
  // A step that calls a workflow may ask in its own criteria what that has returned.
  const ran = isOpen(stepId, from) ? "always" : planning.graph.ran(index, moment);
  if (ran === "never") {
    const what = found.forwardReference.step(text, stepId, index === moment.step);
    const [name = ""] = expression.path.length > 0 ? expression.path : expression.pointer;
    findings.assume(place, what, ofAnotherStep(stepId, name, text, from));
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
  source: LinkedStep,
  text: string,
  from: PlacedContext,
): OneOrAll | undefined {
  const { findings } = from.planning;
  const outputs = source.step.outputs ?? {};
  if (!isCall(source) && source.pages !== undefined) {
    const [name = ""] = path.length > 0 ? path : pointer;
    const known = [itemsOutput, ...Object.keys(outputs)];
    if (known.includes(name)) return { pages: source.pages };
    findings.report(from.place, found.unknownOutput.ofStep(text, stepId, name, known));
    return undefined;
  }
  const target = (name: string, below: readonly string[]): Referent | undefined => {
    const there = (isOpen(stepId, from) ? atFailure : atSuccess)(source, from.planning);
    const ofList = from.ofList ?? itemMeant(from);
    const seen = inside(`${stepId}.${name}`, { ...there, ofList, outer: from.outer ?? [] });
    if (seen !== undefined) return { value: outputs[name], at: [...source.at, "outputs", name], from: seen, below };
    findings.report(from.place, found.forwardReference.itself(text));
    return undefined;
  };
  if (path.length + pointer.length === 0) {
    if (isCall(source) && Object.keys(outputs).length === 0) return { of: source };
    const all = Object.keys(outputs).map((name) => [name, target(name, [])] as const);
    return all.every((entry): entry is [string, Referent] => entry[1] !== undefined)
      ? { all: new Map(all) }
      : undefined;
  }
  // `outputs#/name` goes through the object that all outputs are together.
  const [first = "", ...deeper] = pointer;
  const named = longestName(path.length > 0 ? path : [first], Object.keys(outputs));
  if (named !== undefined) {
    const one = target(named.name, [...named.rest, ...(path.length > 0 ? pointer : deeper)]);
    return one && { one };
  }
  if (isCall(source)) return { of: source };
  const names = path.length > 0 ? path : [first];
  const [head = ""] = names;
  const what = found.unknownOutput.ofStep(text, stepId, names.join("."), Object.keys(outputs));
  const answered = undeclaredOutput(names, source, from.planning.linked.document);
  findings.assume(from.place, what, answered ?? ofAnotherStep(stepId, head, text, from));
  return undefined;
}

/** Whether it is still open whether the step has failed. */
function isOpen(stepId: string, { call, answer }: PlacedContext): boolean {
  return call?.step.stepId === stepId && answer === "failed";
}
