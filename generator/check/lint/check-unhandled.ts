import { found, quoted, type Fix } from "../../diagnostics.js";
import { overlayFix } from "../../documents/index.js";
import { stepAt } from "../../flow/linked-workflow.js";
import { fallsThrough } from "../../flow/moments.js";
import { isCall, type LinkedStep, type RequestStep } from "../../link/linked-step.js";
import { isLeftOver, questionOf, valuesOf, type Listed } from "../conditions/question.js";
import type { SolvedWorkflow } from "../solved-workflow.js";

/**
 * Reports values that the API documents and no action names, with which the run goes on to a step that writes all the
 * same: where the actions say with which values it is to go on there, that is seldom meant.
 */
export function checkUnhandled(planning: SolvedWorkflow): void {
  for (const step of planning.steps) {
    const { success } = planning.graph.branches(step.index);
    const goesOn = success.some(({ then }) => then.kind === "step" && then.index === step.index + 1);
    if (!goesOn || !fallsThrough(success) || planning.polls.has(step.index)) continue;
    const question = questionOf(success);
    if (question === undefined) continue;
    const values = valuesOf(question.subject, step, planning).filter((value) => isLeftOver(value, question, step));
    const writer = values.length > 0 ? writerBehind(step, planning) : undefined;
    if (writer !== undefined) report(step, question.subject, values, writer, planning);
  }
}

/** The first step that writes among those which follow in the order of the document. */
function writerBehind({ index }: RequestStep, planning: SolvedWorkflow): LinkedStep | undefined {
  for (let next = index + 1; next < planning.graph.size; next++) {
    const step = stepAt(next, planning);
    if (step && (isCall(step) || !["get", "head", "options"].includes(step.operation.method))) return step;
  }
  return undefined;
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
