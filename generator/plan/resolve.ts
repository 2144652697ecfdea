import { isFailure, parseExpression, type Expression } from "../arazzo/index.js";
import { didYouMean } from "../diagnostics.js";
import { readAnswer } from "./answer.js";
import { inputValue } from "./input-value.js";
import type { StepPlanning } from "./planning.js";
import { number } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** The value of a runtime expression, or `undefined` after saying why there is none. */
export function resolveText(text: string, from: Viewpoint): TypedValue | undefined {
  const expression = parseExpression(text);
  if (isFailure(expression)) {
    const code = expression.unsupported ? "unsupported-feature" : "invalid-expression";
    from.planning.findings.add(code, from.place, `\`${text}\`: ${expression.message}`, expression.hint);
    return undefined;
  }
  return resolve(expression, text, from);
}

/** The value of an expression that was parsed. */
export function resolve(expression: Expression, text: string, from: Viewpoint): TypedValue | undefined {
  switch (expression.kind) {
    case "inputs":
      return inputValue(expression, text, from);
    case "steps":
      return stepOutput(expression, text, from);
    case "statusCode":
      return from.current && statusOf(from.current);
    case "body":
      if (expression.of === "response" && from.current) {
        return readAnswer(from.current, expression.pointer, text, from);
      }
      break;
  }
  from.planning.findings.add("unsupported-feature", from.place, `\`${text}\` is not compiled yet in this place`);
  return undefined;
}

function statusOf(step: StepPlanning): TypedValue {
  return { value: { kind: "status", answer: step.answer }, type: number, description: undefined };
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions */
function stepOutput(
  { stepId, path, pointer }: Expression & { kind: "steps" },
  text: string,
  from: Viewpoint,
): TypedValue | undefined {
  const { planning, place } = from;
  const { findings, workflow } = planning;
  const index = workflow.steps.findIndex((step) => step.stepId === stepId);
  const step = workflow.steps[index];
  if (step === undefined) {
    const known = workflow.steps.map((other) => other.stepId);
    findings.add("unknown-step", place, `\`${text}\`: there is no step \`${stepId}\``, didYouMean(stepId, known));
    return undefined;
  }
  if (index >= from.before) {
    const when = from.current?.index === index ? "is this step" : "comes later";
    const hint = "Take the value from a step that has run before, or move the step.";
    findings.add("forward-reference", place, `\`${text}\`: the step \`${stepId}\` ${when}`, hint);
    return undefined;
  }
  const name = path[0];
  const output = name === undefined ? undefined : step.outputs?.[name];
  if (name === undefined || typeof output !== "string") {
    const hint = didYouMean(name ?? "", Object.keys(step.outputs ?? {}));
    findings.add("unknown-output", place, `\`${text}\`: the step \`${stepId}\` has no output \`${name ?? ""}\``, hint);
    return undefined;
  }
  const source = planning.steps.find((other) => other.index === index);
  // A step that could not be linked has been reported at its own place.
  if (source === undefined) return undefined;
  const outputPlace = planning.linked.document.place([...source.at, "outputs", name]);
  const inside = { planning, current: source, before: index, place: outputPlace };
  return resolveOutput(output, [...path.slice(1), ...pointer], inside);
}

/** An output of a step, and what lies below it. */
function resolveOutput(text: string, below: readonly string[], from: Viewpoint): TypedValue | undefined {
  const expression = parseExpression(text);
  if (isFailure(expression)) return resolveText(text, from);
  const deeper =
    below.length > 0 && "pointer" in expression
      ? { ...expression, pointer: [...expression.pointer, ...below] }
      : expression;
  return resolve(deeper, text, from);
}
