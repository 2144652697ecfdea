import type { CompareCondition, Operand, ParsedCondition } from "../../arazzo/index.js";
import type { Branch } from "../../flow/branches.js";
import type { RequestStep } from "../../link/linked-step.js";
import { allows, listedValues, present } from "../../types/type.js";
import { atSuccess } from "../expressions/evaluation-context.js";
import { resolveText } from "../expressions/resolve.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { canHold } from "./can-hold.js";
import { comparedWith, nameOf, partsOf } from "./compared.js";
import { conditionsOf, notAll, whenSuccessful } from "./premises.js";

/** What the actions of a step ask for of one value of its answer. */
export interface Question {
  /** The value, as an expression. */
  readonly subject: string;
  /** The same in a comparison. */
  readonly operand: Operand;
  /** One of the comparisons with a literal. */
  readonly comparison: CompareCondition;
  /** That no action is taken. */
  readonly none: readonly ParsedCondition[];
}

/** What all actions ask for, if they compare one value with literals; `undefined` where they ask for anything else. */
export function questionOf(success: readonly Branch[]): Question | undefined {
  const asked = success.map(({ criteria }) => conditionsOf(criteria) ?? []);
  const parts = asked.flat().flatMap(partsOf);
  const operands = parts.map((part) => (part.kind === "compare" ? comparedWith(part)?.operand : undefined));
  const [subject, ...others] = new Set(operands.map((operand) => operand && nameOf(operand)));
  const [comparison] = parts;
  const [operand] = operands;
  if (comparison?.kind !== "compare" || operand === undefined || others.length > 0) return undefined;
  if (!subject?.startsWith("$response.body")) return undefined;
  return { subject, operand, comparison, none: asked.map(notAll) };
}

/** A value of a list, or of a value that may be missing that it is. */
export type Listed = string | number | boolean | null;

/** What a value can be, for all that the API says; nothing where that is no list. */
export function valuesOf(subject: string, step: RequestStep, planning: SolvedWorkflow): readonly Listed[] {
  const place = planning.linked.document.place(step.at);
  const type = resolveText(subject, { ...atSuccess(step, planning), place })?.type;
  if (type === undefined) return [];
  const listed = present(type).kind === "boolean" ? [true, false] : (listedValues(type) ?? []);
  const mayBeMissing = allows(type, "null") || allows(type, "undefined");
  return listed.length > 0 && mayBeMissing ? [...listed, null] : listed;
}

/** Whether no action is taken though the step has succeeded with this value. */
export function isLeftOver(value: Listed, { operand, comparison, none }: Question, step: RequestStep): boolean {
  const { start, end } = comparison;
  const is: CompareCondition = {
    ...comparison,
    op: "==",
    left: operand,
    right: { kind: "literal", value, start, end },
  };
  return canHold([...whenSuccessful(step), ...none, is]);
}
