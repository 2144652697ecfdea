import type { SolvedWorkflow } from "./solved-workflow.js";
import { found } from "../diagnostics.js";
import type { EndStatement, Ending, Field, FunctionIr, Reads, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { visit } from "../ir/walk.js";
import type { EndingDraft, KnownOutputs, OwnEnding } from "./outputs.js";
import { endingsOfDraft } from "./output-types.js";
import { narrowedBy } from "../types/narrowed-by.js";
import { optionalType, union } from "../types/type.js";

/**
 * The endings that the statements come to, of all that were planned, with the types that their outputs have there; all
 * of them where an output would be in none, which other workflows may name.
 */
export function reachedEndings(drafts: readonly EndingDraft[], { reads, body }: FunctionIr): readonly EndingDraft[] {
  const ends = new Map<readonly Field[], EndStatement[]>();
  const transfers = new Set<string>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "end") ends.set(statement.planned, [...(ends.get(statement.planned) ?? []), statement]);
      if (statement.kind === "transfer")
        transfers.add(JSON.stringify([statement.call.action, statement.call.functionName]));
    },
  });
  const left = drafts.flatMap((draft): readonly EndingDraft[] => {
    if (draft.kind === "transfer") {
      return transfers.has(JSON.stringify([draft.outcome, draft.target.functionName])) ? [draft] : [];
    }
    const places = ends.get(draft.outputs.fields);
    return places === undefined ? [] : [{ ...draft, outputs: narrowed(draft.outputs, places, reads) }];
  });
  const [before, after] = [drafts, left].map((some) => namesOf(some.flatMap((draft) => endingsOfDraft(draft, reads))));
  if (left.length > 0 && before?.size === after?.size) return left;
  return drafts.map((draft) => (draft.kind === "own" ? allowingGaps(draft, ends.get(draft.outputs.fields)) : draft));
}

/** An ending whose outputs may be absent where one of its places lacks them. */
function allowingGaps(draft: OwnEnding, places: readonly EndStatement[] = []): OwnEnding {
  const values = draft.outputs.values.map(({ name, typed }) => {
    const isThere = places.every(({ fields }) => fields.some((field) => field.name === name));
    return { name, typed: isThere ? typed : { ...typed, type: optionalType(typed.type) } };
  });
  return { ...draft, outputs: { ...draft.outputs, values } };
}

/** Outputs with the types that they have in all of the places where they are given. */
export function narrowed(
  outputs: KnownOutputs,
  places: readonly Pick<EndStatement, "fields" | "known">[],
  reads: Reads,
): KnownOutputs {
  const values = outputs.values.flatMap(({ name, typed }) => {
    const there = places.flatMap(({ fields, known }) => {
      const field = fields.find((each) => each.name === name);
      if (field === undefined) return [];
      return [isFollowed(field.value, reads) ? known.get(name) : undefined];
    });
    if (there.length === 0) return [];
    const types = there.map((known) => (known === undefined ? typed.type : narrowedBy(typed.type, known)));
    const type = there.length < places.length ? optionalType(union(types)) : union(types);
    return [{ name, typed: { ...typed, type, documented: typed.documented ?? typed.type } }];
  });
  return { ...outputs, values };
}

/** Whether the compiler follows what is known of the value: that of what stays as it is under a name. */
function isFollowed(value: Value, reads: Reads): boolean {
  if (value.kind === "input") return true;
  const read = value.kind === "read" ? readWith(value.read, reads) : undefined;
  return read?.local !== undefined && !read.hoisted;
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
