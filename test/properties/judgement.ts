import {
  documentedStatuses,
  type Body,
  type Criterion,
  type Dialect,
  type GraphStep,
  type Operator,
  type Subject,
  type Test,
} from "./graph.js";

/** What a criterion can ask about. */
export interface Facts {
  /** `undefined` where the step calls a workflow. */
  readonly status: number | undefined;
  /** Of the answer, or what the workflow gave. */
  readonly body: Body | undefined;
  /** The answers of the steps that have succeeded, the latest of each. */
  readonly outputs: ReadonlyMap<number, Body>;
}

/**
 * All criteria hold. Where they do not ask for the status of an error, a 2xx is taken for granted; and where they rule
 * out every 2xx that the operation is documented to answer, in favour of another, they are mistaken.
 */
export function succeeded({ reads, criteria }: GraphStep, facts: Facts & { readonly status: number }): boolean {
  const parts = criteria.flatMap(partsOf);
  const onStatus = parts.filter(({ test }) => isOfStatus(test));
  const others = parts.filter(({ test }) => !isOfStatus(test));
  const asked = (status: number): boolean => onStatus.every(({ test }) => verdictOn(test, status));
  const known = documentedStatuses(reads);
  const isMistaken = everyStatus.filter(asked).some(isOk) && !known.some(asked);
  const isRight = asked(facts.status) || (isMistaken && known.includes(facts.status));
  return isRight && (isOk(facts.status) || asksForErrors(criteria)) && others.every((part) => holds(part, facts));
}

const everyStatus: readonly number[] = Array.from({ length: 500 }, (_, index) => 100 + index);

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

function asksForErrors(criteria: readonly Criterion[]): boolean {
  const possible = everyStatus.filter((status) => criteria.every(({ test }) => verdictOn(test, status) !== false));
  return possible.length < everyStatus.length && possible.some((status) => status >= 400);
}

function isOfStatus(test: Test): boolean {
  return everyStatus.every((status) => verdictOn(test, status) !== undefined);
}

/** Whether every status satisfies a test, or none. */
export function isDecided(test: Test): boolean {
  const verdicts = new Set(everyStatus.map((status) => verdictOn(test, status)));
  return verdicts.size === 1 && !verdicts.has(undefined);
}

/** What the status alone decides; `undefined` where it leaves a test open. */
function verdictOn(test: Test, status: number): boolean | undefined {
  switch (test.kind) {
    case "compare":
      return test.subject.kind === "status" ? compare(status, test.operator, test.value, "simple") : undefined;
    case "not": {
      const verdict = verdictOn(test.test, status);
      return verdict === undefined ? undefined : !verdict;
    }
    case "and":
    case "or": {
      const decisive = test.kind === "or";
      const verdicts = test.tests.map((inner) => verdictOn(inner, status));
      if (verdicts.includes(decisive)) return decisive;
      return verdicts.includes(undefined) ? undefined : !decisive;
    }
  }
}

/** What is joined by `&&` is asked one by one. */
function partsOf({ dialect, test }: Criterion): readonly Criterion[] {
  return test.kind === "and" ? test.tests.flatMap((part) => partsOf({ dialect, test: part })) : [{ dialect, test }];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#criterion-object */
export function holds({ dialect, test }: Criterion, facts: Facts): boolean {
  // In nothing a query finds nothing.
  if (dialect === "filter" && facts.body === undefined) return false;
  switch (test.kind) {
    case "compare":
      return compare(valueOf(test.subject, facts), test.operator, test.value, dialect);
    case "and":
      return test.tests.every((inner) => holds({ dialect, test: inner }, facts));
    case "or":
      return test.tests.some((inner) => holds({ dialect, test: inner }, facts));
    case "not":
      return !holds({ dialect, test: test.test }, facts);
  }
}

/** Whether some status satisfies all that criteria ask of the status alone. */
export function canSucceed(criteria: readonly Criterion[]): boolean {
  const onStatus = criteria.flatMap(partsOf).filter(({ test }) => isOfStatus(test));
  return everyStatus.some((status) => onStatus.every(({ test }) => verdictOn(test, status)));
}

function valueOf(subject: Subject, { status, body, outputs }: Facts): unknown {
  if (subject.kind === "status") return status;
  return subject.kind === "field" ? body?.[subject.field] : outputs.get(subject.step)?.["count"];
}

function compare(left: unknown, operator: Operator, right: string | number | null, dialect: Dialect): boolean {
  if (operator === "==") return equal(left, right, dialect);
  if (operator === "!=") return !equal(left, right, dialect);
  const [a, b] = dialect === "simple" ? [toNumber(left), toNumber(right)] : [left, right];
  if (typeof a !== "number" || typeof b !== "number") return false;
  return { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[operator];
}

function equal(left: unknown, right: string | number | null, dialect: Dialect): boolean {
  // RFC 9535 tells what is absent from what is null; the others do not.
  if (dialect === "filter") return left === right;
  if (right === null || left === undefined) return (left ?? null) === right;
  if (dialect === "predicate") return left === right;
  if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  return left === right || (left !== null && toNumber(left) === toNumber(right));
}

function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}
