import { camelCase } from "../link/names.js";
import type { AnyStep } from "./planning.js";
import type { Type } from "../types/type.js";
import type { TypedValue } from "../ir/typed-value.js";
import type { AnswerRead, AnswerSource } from "../ir/value.js";

/** A value that a step's answer holds, or that is known with it: one reading, however often it is asked for. */
export function remember(
  step: AnyStep,
  source: AnswerSource,
  type: Type,
  expression: string,
  description: string | undefined,
): TypedValue {
  const key = keyOf(source);
  const read: AnswerRead = step.reads.get(key) ?? {
    stepId: step.step.stepId,
    answer: step.answer,
    source,
    type,
    expression,
    suggestedName: nameFor(step, expression),
    needed: false,
    mayBeUnset: false,
    local: undefined,
    hoisted: false,
  };
  step.reads.set(key, read);
  return { value: { kind: "read", read }, type, description };
}

/** The output that is this value, else the last name in the expression, else the answer itself. */
function nameFor({ step, answer }: AnyStep, expression: string): string {
  const output = Object.entries(step.outputs ?? {}).find(([, text]) => text === expression)?.[0];
  const last = expression.split(/[#/.$]/).findLast((part) => /[A-Za-z]/.test(part));
  return camelCase(output ?? last ?? "") || `${answer}Value`;
}

/** The same for the same value, whatever becomes of the readings in it. */
function keyOf(source: AnswerSource): string {
  return JSON.stringify(source, (name, value: unknown) => (name === "read" ? stableParts(value) : value));
}

function stableParts(read: unknown): unknown {
  return isRead(read) ? [read.stepId, read.source] : read;
}

function isRead(value: unknown): value is AnswerRead {
  return typeof value === "object" && value !== null && "stepId" in value && "source" in value;
}
