import type { SolvedWorkflow } from "./solved-workflow.js";
import { found } from "../diagnostics.js";
import type { Ending, FunctionIr } from "../ir/model.js";
import { visit } from "../ir/walk.js";
import type { EndingDraft } from "./outputs.js";
import { endingsOfDraft } from "./output-types.js";

/**
 * The endings that the statements come to, of all that were planned; all of them where an output would be in none, which
 * other workflows may name.
 */
export function reachedEndings(drafts: readonly EndingDraft[], { reads, body }: FunctionIr): readonly EndingDraft[] {
  const reached = new Set<string>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "end") reached.add(JSON.stringify([statement.outcome, statement.fields]));
      if (statement.kind === "transfer")
        reached.add(JSON.stringify([statement.call.action, statement.call.functionName]));
    },
  });
  const left = drafts.filter((draft) => {
    const what = draft.kind === "own" ? draft.outputs.fields : draft.target.functionName;
    return reached.has(JSON.stringify([draft.outcome, what]));
  });
  const [before, after] = [drafts, left].map((some) => namesOf(some.flatMap((draft) => endingsOfDraft(draft, reads))));
  return left.length === 0 || before?.size !== after?.size ? drafts : left;
}

function namesOf(endings: readonly Ending[]): ReadonlySet<string> {
  return new Set(endings.flatMap(({ fields }) => fields.map(({ name }) => name)));
}

/**
 * An output cannot have the name of the field that says which of several endings it is, be it one of the workflow or of
 * one that it ends in.
 */
export function checkOutcome(
  endings: readonly Ending[],
  drafts: readonly EndingDraft[],
  planning: SolvedWorkflow,
): void {
  if (endings.length < 2) return;
  const { workflow, linked, at, findings } = planning;
  if (Object.hasOwn(workflow.outputs ?? {}, "outcome")) {
    findings.report(linked.document.place([...at, "outputs", "outcome"], "key"), found.nameCollision.outcome());
  }
  for (const draft of drafts) {
    if (draft.kind === "own" || draft.target.endings.length > 1) continue;
    if (!draft.target.endings.some(({ fields }) => fields.some(({ name }) => name === "outcome"))) continue;
    const place = linked.document.place([...draft.at, "workflowId"]);
    findings.report(place, found.nameCollision.outcome(draft.target.workflowId));
  }
}
