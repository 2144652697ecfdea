import type { LinkedStep } from "../../link/linked-step.js";
import { camelCase } from "../../link/names.js";
import type { Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { AnswerSource } from "../../ir/value.js";

/** A value that a step's answer holds, or that is known with it: one reading, however often it is asked for. */
export function remember(
  step: LinkedStep,
  source: AnswerSource,
  type: Type,
  expression: string,
  description: string | undefined,
): TypedValue {
  const read = step.reads.add({
    stepId: step.step.stepId,
    answer: step.answer,
    source,
    type,
    expression,
    suggestedName: nameFor(step, expression),
  });
  const doc = description ?? (source.kind === "data" && type.kind === "unknown" ? undocumented : undefined);
  return { value: { kind: "read", read }, type, description: doc };
}

/** Why an output is `unknown`. */
const undocumented = "Its type is not in the API's document.";

/** The output that is this value, else the last name in the expression, else the answer itself. */
function nameFor({ step, answer }: LinkedStep, expression: string): string {
  const output = Object.entries(step.outputs ?? {}).find(([, text]) => text === expression)?.[0];
  const last = expression.split(/[#/.$]/).findLast((part) => /[A-Za-z]/.test(part));
  return camelCase(output ?? last ?? "") || `${answer}Value`;
}
