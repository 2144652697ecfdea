import type { Condition, FunctionIr, ReadId, Value } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { visit, type Position } from "../ir/walk.js";
import { literals } from "../types/type.js";
import type { EndingDraft } from "./outputs.js";

/** A literal that a value was found to be. */
type Unit = string | number | boolean;

/** The literals that values can be, by what is read. */
type Proven = ReadonlyMap<ReadId, readonly Unit[]>;

/**
 * The endings with the types that the comparisons right before them prove: an output that was found to be one of some
 * texts is one of these, and no other.
 */
export function narrowedEndings(drafts: readonly EndingDraft[], { reads, body }: FunctionIr): readonly EndingDraft[] {
  const byEnding = new Map<string, readonly Proven[]>();
  visit(body, {
    statement: (statement, within) => {
      if (statement.kind !== "end") return;
      const key = keyOf(statement.outcome, statement.fields);
      byEnding.set(key, [...(byEnding.get(key) ?? []), provenAround(within)]);
    },
  });
  return drafts.map((draft) => {
    if (draft.kind !== "own") return draft;
    const proven = byEnding.get(keyOf(draft.outcome, draft.outputs.fields)) ?? [];
    const values = draft.outputs.values.map(({ name, typed }) => {
      const { value } = typed;
      const units = value.kind === "read" ? unitsIn(proven, value.read) : undefined;
      // The compiler follows what stays as it is under a name.
      const read = value.kind === "read" ? readWith(value.read, reads) : undefined;
      const type = read?.local !== undefined && !read.hoisted ? literals(units ?? []) : undefined;
      return { name, typed: units === undefined || type === undefined ? typed : { ...typed, type } };
    });
    return { ...draft, outputs: { ...draft.outputs, values } };
  });
}

function keyOf(outcome: string, fields: unknown): string {
  return JSON.stringify([outcome, fields]);
}

/** What a value can be in all of some places; `undefined` where one of them does not say. */
function unitsIn(proven: readonly Proven[], read: ReadId): readonly Unit[] | undefined {
  const all = proven.map((known) => known.get(read));
  return all.length > 0 && all.every((units) => units !== undefined) ? all.flat() : undefined;
}

/** What the condition proves under which the first of some statements is reached. */
function provenAround(within: readonly Position[]): Proven {
  const outer = within.at(-2);
  const holder = outer?.list[outer.index];
  return holder?.kind === "if" && within.at(-1)?.index === 0 ? provenBy(holder.condition) : new Map();
}

function provenBy(condition: Condition): Proven {
  switch (condition.kind) {
    case "compare": {
      const { operator, as, left, right } = condition;
      if (operator !== "===" || as !== "exact") return new Map();
      return new Map([...equalTo(left, right), ...equalTo(right, left)]);
    }
    case "and":
      return new Map(condition.operands.flatMap((operand) => [...provenBy(operand)]));
    case "or": {
      const each = condition.operands.map(provenBy);
      const [first = new Map<ReadId, readonly Unit[]>()] = each;
      return new Map(
        [...first.keys()].flatMap((read): readonly (readonly [ReadId, readonly Unit[]])[] => {
          const units = unitsIn(each, read);
          return units === undefined ? [] : [[read, units]];
        }),
      );
    }
    default:
      return new Map();
  }
}

function equalTo(value: Value, other: Value): readonly (readonly [ReadId, readonly Unit[]])[] {
  if (value.kind !== "read" || other.kind !== "literal" || other.value === null) return [];
  return typeof other.value === "object" ? [] : [[value.read, [other.value]]];
}
