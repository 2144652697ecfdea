import type { Ending, Reads } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import type { EndingDraft } from "./outputs.js";
import { documentedOf } from "../types/documented.js";
import { rejoined } from "../types/rejoined.js";
import { allows, optionalType, present, union, type ObjectField } from "../types/type.js";

/** The endings with the types of their outputs, each outcome once; to be asked when all steps are planned. */
export function endingsOf(drafts: readonly EndingDraft[], reads: Reads): readonly Ending[] {
  const byOutcome = new Map<string, (readonly ObjectField[])[]>();
  for (const { outcome, fields } of drafts.flatMap((draft) => endingsOfDraft(draft, reads))) {
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), fields]);
  }
  return [...byOutcome].map(([outcome, all]) => ({ outcome, fields: mergedFields(all) }));
}

/** The endings of a draft with the types of their outputs: one, or those of the workflow that it ends in. */
export function endingsOfDraft(draft: EndingDraft, reads: Reads): readonly Ending[] {
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
    const { documented, description } = typed;
    return { name, type, documented, optional: allows(type, "undefined"), description };
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
    const type = rejoined(union(same.map((field) => field.type)));
    const { description } = one ?? { description: undefined };
    const documented = documentedOf(same);
    return { name, type: optional ? optionalType(type) : type, documented, optional, description };
  });
}
