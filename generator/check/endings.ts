import type { SolvedWorkflow } from "./solved-workflow.js";
import { found } from "../diagnostics.js";
import type { Ending, FunctionIr, Reads } from "../ir/model.js";
import { visit } from "../ir/walk.js";
import { readWith } from "../ir/reads.js";
import type { EndingDraft } from "./outputs.js";
import { allows, optionalType, present, union, type ObjectField } from "../types/type.js";

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

/** The endings with the types of their outputs, each outcome once; to be asked when all steps are planned. */
export function endingsOf(drafts: readonly EndingDraft[], reads: Reads): readonly Ending[] {
  const byOutcome = new Map<string, (readonly ObjectField[])[]>();
  for (const { outcome, fields } of drafts.flatMap((draft) => endingsOfDraft(draft, reads))) {
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), fields]);
  }
  return [...byOutcome].map(([outcome, all]) => ({ outcome, fields: mergedFields(all) }));
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

function endingsOfDraft(draft: EndingDraft, reads: Reads): readonly Ending[] {
  if (draft.kind === "own") return [{ outcome: draft.outcome, fields: fieldsOf(draft.outputs.values, reads) }];
  const { endings } = draft.target;
  // Where a workflow ends in one way only, its ending has no name that anybody has seen.
  return endings.length > 1 ? endings : endings.map(({ fields }) => ({ outcome: draft.outcome, fields }));
}

/** Outputs as fields of an object type. */
export function fieldsOf(values: KnownValues, reads: Reads): readonly ObjectField[] {
  return values.map(({ name, typed }): ObjectField => {
    // What a later step needs was there, or the run has not come to this end.
    const isDemanded =
      typed.value.kind === "read" && readWith(typed.value.read, reads).needed && typed.unset === undefined;
    const type = isDemanded ? present(typed.type) : typed.type;
    return { name, type, optional: allows(type, "undefined"), description: typed.description };
  });
}

type KnownValues = Extract<EndingDraft, { kind: "own" }>["outputs"]["values"];

/** The fields of an object that has one of several sets of fields. */
export function mergedFields(all: readonly (readonly ObjectField[])[]): readonly ObjectField[] {
  const [first = []] = all;
  if (all.length === 1) return first;
  const names = new Set(all.flatMap((fields) => fields.map(({ name }) => name)));
  return [...names].map((name): ObjectField => {
    const same = all.flatMap((fields) => fields.find((field) => field.name === name) ?? []);
    const [one] = same;
    const optional = same.length < all.length || same.some((field) => field.optional);
    const type = union(same.map((field) => field.type));
    const { description } = one ?? { description: undefined };
    return { name, type: optional ? optionalType(type) : type, optional, description };
  });
}
