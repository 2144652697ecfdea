import type { CompareCondition, Operand, ParsedCondition } from "../../arazzo/index.js";
import { found, quoted, type Fix } from "../../diagnostics.js";
import { overlayFix } from "../../documents/index.js";
import type { Branch } from "../../flow/branches.js";
import { stepAt } from "../../flow/linked-workflow.js";
import { fallsThrough } from "../../flow/moments.js";
import { isCall, type LinkedStep, type RequestStep } from "../../link/linked-step.js";
import { allows, listedValues, present } from "../../types/type.js";
import { canHold } from "../conditions/can-hold.js";
import { comparedWith, nameOf, partsOf } from "../conditions/compared.js";
import { conditionsOf, notAll, whenSuccessful } from "../conditions/premises.js";
import { atSuccess } from "../expressions/evaluation-context.js";
import { resolveText } from "../expressions/resolve.js";
import type { SolvedWorkflow } from "../solved-workflow.js";

/** What the actions of a step ask for of one value of its answer. */
interface Question {
  /** The value, as an expression. */
  readonly subject: string;
  /** The same in a comparison. */
  readonly operand: Operand;
  /** One of the comparisons with a literal. */
  readonly comparison: CompareCondition;
  /** That no action is taken. */
  readonly none: readonly ParsedCondition[];
}

/**
 * Reports values that the API documents and no action names, with which the run goes on to a step that writes all the
 * same: where the actions say with which values it is to go on there, that is seldom meant.
 */
export function checkUnhandled(planning: SolvedWorkflow): void {
  for (const step of planning.steps) {
    const { success } = planning.graph.branches(step.index);
    const goesOn = success.some(({ then }) => then.kind === "step" && then.index === step.index + 1);
    if (!goesOn || !fallsThrough(success) || planning.polls.has(step.index)) continue;
    const writer = writerBehind(step, planning);
    const question = questionOf(success);
    if (writer === undefined || question === undefined) continue;
    const values = valuesOf(question.subject, step, planning).filter((value) => isLeftOver(value, question, step));
    if (values.length > 0) report(step, question.subject, values, writer, planning);
  }
}

/** The first step that writes among those which follow in the order of the document. */
function writerBehind({ index }: RequestStep, planning: SolvedWorkflow): LinkedStep | undefined {
  const steps = Array.from({ length: planning.graph.size - index - 1 }, (_, offset) => {
    return stepAt(index + 1 + offset, planning);
  });
  return steps.find((step) => step && (isCall(step) || !["get", "head", "options"].includes(step.operation.method)));
}

/** What all actions ask for, if they compare one value with literals; `undefined` where they ask for anything else. */
function questionOf(success: readonly Branch[]): Question | undefined {
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
type Listed = string | number | boolean | null;

/** What a value can be, for all that the API says; nothing where that is no list. */
function valuesOf(subject: string, step: RequestStep, planning: SolvedWorkflow): readonly Listed[] {
  const place = planning.linked.document.place(step.at);
  const type = resolveText(subject, { ...atSuccess(step, planning), place })?.type;
  if (type === undefined) return [];
  const listed = present(type).kind === "boolean" ? [true, false] : (listedValues(type) ?? []);
  const mayBeMissing = allows(type, "null") || allows(type, "undefined");
  return listed.length > 0 && mayBeMissing ? [...listed, null] : listed;
}

/** Whether no action is taken though the step has succeeded with this value. */
function isLeftOver(value: Listed, { operand, comparison, none }: Question, step: RequestStep): boolean {
  const { start, end } = comparison;
  const is: CompareCondition = {
    ...comparison,
    op: "==",
    left: operand,
    right: { kind: "literal", value, start, end },
  };
  return canHold([...whenSuccessful(step), ...none, is]);
}

function report(
  step: RequestStep,
  subject: string,
  values: readonly Listed[],
  writer: LinkedStep,
  { linked, findings }: SolvedWorkflow,
): void {
  const { stepId, onSuccess } = step.step;
  const isOwn = onSuccess !== undefined;
  const place = isOwn ? linked.document.place([...step.at, "onSuccess"], "key") : linked.document.place(step.at);
  findings.report(
    place,
    found.unhandledStatus(
      stepId,
      subject,
      values.map((value) => (value === null ? "missing" : quoted(String(value)))),
      writer.step.stepId,
    ),
    isOwn ? endOtherwise(step, subject, linked) : undefined,
  );
}

/** Ends the run where no other action of the step is taken. */
function endOtherwise(
  { at, step }: RequestStep,
  subject: string,
  { document }: SolvedWorkflow["linked"],
): Fix | undefined {
  const description = `Ends the run where ${subject} is nothing that the other actions name.`;
  const otherwise = { name: `${step.stepId}Otherwise`, type: "end" };
  return overlayFix(document, [{ at, description, update: { onSuccess: [otherwise] } }]);
}
