import { isFailure, parseExpression, type Expression, type StepsExpression } from "../arazzo/index.js";
import { didYouMean, quoted } from "../diagnostics.js";
import { readBody, readHeader, readStatus } from "./answer.js";
import { inputValue } from "./input-value.js";
import type { StepPlanning } from "./planning.js";
import { absent, union } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import { atSuccess, type Viewpoint } from "./viewpoint.js";

/** The value of a runtime expression, or `undefined` after saying why there is none. */
export function resolveText(text: string, from: Viewpoint): TypedValue | undefined {
  const expression = parseExpression(text);
  if (!isFailure(expression)) return resolve(expression, text, from);
  const code = expression.unsupported ? "unsupported-feature" : "invalid-expression";
  from.planning.findings.add(code, from.place, `${quoted(text)}: ${expression.message}`, expression.hint);
  return undefined;
}

/** The value of an expression that was parsed. */
export function resolve(expression: Expression, text: string, from: Viewpoint): TypedValue | undefined {
  switch (expression.kind) {
    case "inputs":
      return inputValue(expression, text, from);
    case "steps":
      return stepOutput(expression, text, from);
    case "statusCode":
      return answered(text, from, readStatus);
    case "header":
      if (expression.of === "response") return answered(text, from, (step) => readHeader(step, expression.name));
      break;
    case "body":
      if (expression.of === "response") {
        return answered(text, from, (step) => readBody(step, expression.pointer, text, from));
      }
  }
  from.planning.findings.add("unsupported-feature", from.place, `${quoted(text)} is not compiled yet in this place`);
  return undefined;
}

/** A value of the current step's answer, where there is one. */
function answered(
  text: string,
  { planning, place, current, answer }: Viewpoint,
  read: (step: StepPlanning) => TypedValue | undefined,
): TypedValue | undefined {
  if (current !== undefined && answer !== "none") return read(current);
  const hint = "Give the step an output, and take the value from `$steps.<stepId>.outputs.<name>`.";
  planning.findings.add("forward-reference", place, `${quoted(text)}: there is no answer at this point`, hint);
  return undefined;
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions */
function stepOutput({ stepId, path, pointer }: StepsExpression, text: string, from: Viewpoint): TypedValue | undefined {
  const { planning, place, moment } = from;
  const { findings, workflow } = planning;
  const index = workflow.steps.findIndex((step) => step.stepId === stepId);
  const step = workflow.steps[index];
  if (step === undefined) {
    const known = workflow.steps.map((other) => other.stepId);
    const message = `${quoted(text)}: there is no step ${quoted(stepId)}`;
    findings.add("unknown-step", place, message, didYouMean(stepId, known));
    return undefined;
  }
  const ran = planning.graph.ran(index, moment);
  if (ran === "never") {
    const when = index === moment.step ? "is this step" : "runs later, if at all";
    const hint = "Take the value from a step that has run before, or move the step.";
    findings.add("forward-reference", place, `${quoted(text)}: the step ${quoted(stepId)} ${when}`, hint);
    return undefined;
  }
  const found = findOutput(path, step.outputs ?? {});
  if (found === undefined) {
    const name = path.join(".");
    const hint = didYouMean(name, Object.keys(step.outputs ?? {}));
    findings.add("unknown-output", place, `${quoted(text)}: ${quoted(stepId)} has no output ${quoted(name)}`, hint);
    return undefined;
  }
  const source = planning.steps.find((other) => other.index === index);
  // A step that could not be linked has been reported at its own place.
  if (source === undefined) return undefined;
  const below = [...found.rest, ...pointer];
  // What lies below the output is asked for here; the output itself is looked at where it stands.
  const outputPlace = planning.linked.document.place([...source.at, "outputs", found.name]);
  const inside = { ...atSuccess(source, planning), place: below.length > 0 ? place : outputPlace };
  const typed = resolveOutput(found.text, below, below.length > 0 ? text : found.text, inside);
  return typed && (ran === "always" ? typed : unset(typed));
}

/** The longest name of an output that the path begins with, and what is left of the path. */
function findOutput(
  path: readonly string[],
  outputs: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly text: string; readonly rest: readonly string[] } | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    const text = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    if (typeof text === "string") return { name, text, rest: path.slice(length) };
  }
  return undefined;
}

/** An output of a step, and what lies below it. */
function resolveOutput(
  output: string,
  below: readonly string[],
  text: string,
  from: Viewpoint,
): TypedValue | undefined {
  const expression = parseExpression(output);
  if (isFailure(expression)) return resolveText(output, from);
  const deeper =
    below.length > 0 && "pointer" in expression
      ? { ...expression, pointer: [...expression.pointer, ...below] }
      : expression;
  return resolve(deeper, text, from);
}

/** The value of a step that may not have run. */
function unset(typed: TypedValue): TypedValue {
  if (typed.value.kind === "read") typed.value.read.mayBeUnset = true;
  return { ...typed, type: union([typed.type, absent]) };
}
