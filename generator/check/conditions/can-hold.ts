import type { CompareCondition, ParsedCondition } from "../../arazzo/index.js";
import { comparedWith, nameOf, partsOf, type Compared } from "./compared.js";
import { comparisons } from "./comparisons.js";
import { everyStatus } from "../success/status.js";
import { numberIn } from "./kinds.js";

/** More combinations than this are not looked at, nor more comparisons of one thing; then conditions count as able to hold. */
const mostWorlds = 4_000;
const mostComparisons = 20_000;

/** The outcome of each part of a condition that asks for one thing only. */
type World = ReadonlyMap<string, boolean>;

/**
 * Whether all conditions can hold at the same time, for all that can be told without the types of what they read:
 * `state == 'paid'` and `state == 'open'` cannot, nor can what is asked and denied in the same words. Where there is
 * any doubt they can.
 */
export function canHold(conditions: readonly ParsedCondition[]): boolean {
  // Steps of one workflow ask the same again and again.
  const asked = JSON.stringify(conditions.map(keyOf));
  const known = answers.get(asked);
  if (known !== undefined) return known;
  const can = canHoldAnew(conditions);
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(asked, can);
  return can;
}

/** What has been found of conditions, by what they ask for, wherever they stand. */
const answers = new Map<string, boolean>();
const mostAnswers = 1_000;

function canHoldAnew(conditions: readonly ParsedCondition[]): boolean {
  const parts = new Map(conditions.flatMap(partsOf).map((part) => [keyOf(part), part]));
  const bySubject = new Map<string, ParsedCondition[]>();
  for (const [key, part] of parts) {
    const subject = (part.kind === "compare" ? subjectOf(part) : undefined) ?? key;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), part]);
  }
  const subjects = [...bySubject.values()];
  if (subjects.some(isTooMuch)) return true;
  const choices = subjects.map(worldsOf);
  if (choices.reduce((product, worlds) => product * worlds.length, 1) > mostWorlds) return true;
  return someWorld(choices, new Map(), (world) => conditions.every((condition) => holds(condition, world)));
}

function someWorld(choices: readonly (readonly World[])[], so: World, isMeant: (world: World) => boolean): boolean {
  const [worlds, ...others] = choices;
  if (worlds === undefined) return isMeant(so);
  return worlds.some((world) => someWorld(others, new Map([...so, ...world]), isMeant));
}

function holds(condition: ParsedCondition, world: World): boolean {
  switch (condition.kind) {
    case "and":
      return condition.operands.every((operand) => holds(operand, world));
    case "or":
      return condition.operands.some((operand) => holds(operand, world));
    case "not":
      return !holds(condition.operand, world);
    default:
      return world.get(keyOf(condition)) ?? false;
  }
}

/** The same for the same words, wherever they stand. */
function keyOf(condition: ParsedCondition): string {
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const leaves = (name: string): boolean => name === "start" || name === "end";
  const key = JSON.stringify(condition, (name, value: unknown) => (leaves(name) ? undefined : value));
  keys.set(condition, key);
  return key;
}

const keys = new WeakMap<ParsedCondition, string>();

/**
 * The statuses that stand for all others: those that conditions name and their neighbours, between which nothing
 * changes, and where the hundreds begin and end.
 */
export function representativeStatuses(conditions: readonly ParsedCondition[]): readonly number[] {
  const compared = conditions.flatMap(partsOf).flatMap((part) => (part.kind === "compare" ? comparedWith(part) : []));
  const named = new Set(
    compared.map((one) => (typeof one?.literal === "string" ? numberIn(one.literal) : one?.literal)),
  );
  const isNamed = (status: number): boolean => [-1, 0, 1].some((offset) => named.has(status + offset));
  return everyStatus.filter((status) => status % 100 === 0 || status % 100 === 99 || isNamed(status));
}

/** What a part compares with a literal, by its name and the rules of the comparison; `undefined` for other parts. */
function subjectOf(part: CompareCondition): string | undefined {
  const compared = comparedWith(part);
  // Text is ordered by rules of its own.
  const isOrder = compared && compared.op !== "==" && compared.op !== "!=";
  if (isOrder && typeof compared.literal !== "number" && numberIn(String(compared.literal)) === undefined)
    return undefined;
  const name = compared && nameOf(compared.operand);
  return name === undefined ? undefined : `${part.rules} ${name}`;
}

/** Each part is judged by a few values for every other one. */
function isTooMuch(parts: readonly ParsedCondition[]): boolean {
  return parts.length * parts.length * 3 > mostComparisons;
}

/** The outcomes of what is asked of one subject that can come together. */
function worldsOf(parts: readonly ParsedCondition[]): readonly World[] {
  const compared = parts.flatMap((part) => (part.kind === "compare" ? (comparedWith(part) ?? []) : []));
  const [first] = parts;
  if (first?.kind !== "compare" || subjectOf(first) === undefined || compared.length < parts.length)
    return eitherWay(parts);
  const isStatus = compared.every(({ operand }) => nameOf(operand) === "$statusCode");
  const values = isStatus
    ? representativeStatuses(parts).map((value) => ({ value, asZero: false }))
    : valuesAround(compared);
  const worlds = values.map((value) => {
    return new Map(parts.map((part, index) => [keyOf(part), isSo(value, compared[index], first.rules)]));
  });
  return [...new Map(worlds.map((world) => [JSON.stringify([...world.values()]), world])).values()];
}

/** What stands for itself can hold, unless it is a filter that lets nothing pass. */
function eitherWay(parts: readonly ParsedCondition[]): readonly World[] {
  return parts.reduce<readonly World[]>(
    (worlds, part) => {
      const outcomes = part.kind === "filter" && !canHold([part.where]) ? [false] : [false, true];
      return worlds.flatMap((world) => outcomes.map((outcome) => new Map([...world, [keyOf(part), outcome]])));
    },
    [new Map()],
  );
}

/** A value that a subject may have; `asZero` is how some rules order what is no number, by others it has no order. */
interface Candidate {
  readonly value: string | number | boolean | null | undefined;
  readonly asZero: boolean;
}

/** The literals, the numbers between them, and what is none of them. */
function valuesAround(compared: readonly Compared[]): readonly Candidate[] {
  const numbers = compared.flatMap(({ literal }) => {
    const number = typeof literal === "string" ? numberIn(literal) : literal;
    return typeof number === "number" ? [number] : [];
  });
  const sorted = numbers.toSorted((a, b) => a - b);
  const between = sorted.flatMap((number, index) => [number - 1, (number + (sorted[index + 1] ?? number + 2)) / 2]);
  const values = [...compared.map(({ literal }) => literal), ...sorted, ...between, null, undefined];
  return values.flatMap((value) => [true, false].map((asZero) => ({ value, asZero })));
}

function isSo({ value, asZero }: Candidate, compared: Compared | undefined, rules: CompareCondition["rules"]): boolean {
  if (compared === undefined) return true;
  const { op, literal } = compared;
  if (op === "==" || op === "!=") return areEqual(value, literal, rules) === (op === "==");
  const wanted = typeof literal === "string" ? numberIn(literal) : literal;
  const number = typeof value === "number" ? value : asZero ? 0 : undefined;
  if (number === undefined || typeof wanted !== "number") return false;
  return comparisons[op](number, wanted);
}

function areEqual(value: Candidate["value"], literal: Compared["literal"], rules: CompareCondition["rules"]): boolean {
  if (rules !== "simple" || typeof value === typeof literal) {
    const fold = rules === "simple" && typeof value === "string" && typeof literal === "string";
    return fold ? value.toLowerCase() === literal.toLowerCase() : value === literal;
  }
  const number = (one: Candidate["value"]): unknown => (typeof one === "string" ? numberIn(one) : one);
  return typeof number(value) === "number" && number(value) === number(literal);
}
