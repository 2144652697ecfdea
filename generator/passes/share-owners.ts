import type { AnswerRead, BindStatement, FunctionIr, ReadId, Reads } from "../ir/model.js";
import { isBehind, usesIn, type Use } from "../ir/reads.js";
import { map, visit, type Position } from "../ir/walk.js";
import { camelCase, upperFirst, type Scope } from "../link/names.js";
import { unknown } from "../types/type.js";

/**
 * Gives a variable to a property of an answer that may be missing, where several values below it are read: it is looked
 * up once, and not once for each of them.
 */
export function shareOwners({ reads: before, body }: FunctionIr, scope: Scope): FunctionIr {
  const reads = new Map(before);
  const ofAnswer = grouped(reads.values(), ({ answer }) => answer);
  const usesOf = grouped(usesIn({ reads, body }), ({ read }) => read.id);
  const bound = new Map<string, readonly ReadId[]>();
  visit(body, {
    statement: (statement, within) => {
      if (statement.kind !== "bind" || bound.has(statement.answer)) return;
      const owners = [...sharedBelow(statement, within, ofAnswer.get(statement.answer) ?? [], usesOf)].map(
        ([property, below]) => {
          const owner = ownerOf(property, below, reads, scope);
          reads.set(owner.id, owner);
          for (const read of below) reads.set(read.id, { ...read, owner: owner.id });
          return owner.id;
        },
      );
      bound.set(statement.answer, owners);
    },
  });
  const begun = new Set<string>();
  const shared = map(body, (statement) => {
    if (statement.kind !== "bind" || begun.has(statement.answer)) return [statement];
    begun.add(statement.answer);
    const owners = (bound.get(statement.answer) ?? []).filter((id) => !statement.reads.includes(id));
    return [owners.length === 0 ? statement : { ...statement, reads: [...statement.reads, ...owners] }];
  });
  return { reads, body: shared };
}

/** The values that are read behind a statement alone, by the properties that they stand below, where these are several. */
function sharedBelow(
  { reads: bound }: BindStatement,
  site: readonly Position[],
  ofAnswer: readonly AnswerRead[],
  usesOf: ReadonlyMap<ReadId, readonly Use[]>,
): ReadonlyMap<string, readonly AnswerRead[]> {
  const groups = new Map<string, AnswerRead[]>();
  for (const read of ofAnswer) {
    const property = optionalOwner(read);
    const where = usesOf.get(read.id) ?? [];
    const isSeen = bound.includes(read.id) || (read.local === undefined && where.every((use) => isBehind(use, site)));
    if (property === undefined || where.length === 0 || !isSeen) continue;
    groups.set(property, [...(groups.get(property) ?? []), read]);
  }
  const set = ofAnswer.filter(({ id }) => bound.includes(id));
  const isBound = (property: string): boolean => set.some((read) => holds(read, property));
  return new Map([...groups].filter(([property, below]) => below.length > 1 || isBound(property)));
}

/** The property of the answer's data that a value stands below, if that may be missing and the document lists it. */
function optionalOwner({ source, needed, hoisted }: AnswerRead): string | undefined {
  if (source.kind !== "data" || !source.afterSuccess || !source.hasData || needed || hoisted) return undefined;
  const [outer, inner] = source.steps;
  if (outer === undefined || inner?.optional !== true) return undefined;
  const isListed = !outer.optional && !outer.fromIndex && outer.ofUnion === undefined && outer.ofList === undefined;
  return isListed && typeof outer.key === "string" ? outer.key : undefined;
}

/** The property as a value with a variable: the one that it has already, or one of its own. */
function ownerOf(property: string, below: readonly AnswerRead[], reads: Reads, scope: Scope): AnswerRead {
  const [first] = below;
  if (first?.source.kind !== "data") throw new TypeError("nothing is read below the property");
  const { answer, source } = first;
  const known = [...reads.values()].find((read) => read.answer === answer && holds(read, property));
  if (known !== undefined) return known;
  // An object is not called like the text in it: that is what the text is called in outputs.
  const isRepeated = below.some((read) => read.source.kind === "data" && read.source.steps.at(-1)?.key === property);
  const name = camelCase(property) + (isRepeated ? "Data" : "");
  return {
    ...first,
    id: Math.max(...reads.keys()) + 1,
    source: { ...source, steps: source.steps.slice(0, 1), below: [] },
    type: unknown,
    suggestedName: name,
    local: scope.take(name, `${answer}${upperFirst(name)}`),
    owner: undefined,
  };
}

/** Whether the variable of a value is set with the answer and holds the property. */
function holds({ source, local, hoisted }: AnswerRead, property: string): boolean {
  if (source.kind !== "data" || source.below.length > 0 || local === undefined || hoisted) return false;
  return source.steps.length === 1 && source.steps[0]?.key === property;
}

function grouped<T, K>(all: Iterable<T>, keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(one);
  }
  return groups;
}
