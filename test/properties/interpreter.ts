import {
  actionsOf,
  bodyOf,
  documentedStatuses,
  stepId,
  type Answer,
  type Body,
  type Criterion,
  type Dialect,
  type ErrorBodies,
  type Graph,
  type GraphStep,
  type Operator,
  type Subject,
  type Test,
} from "./graph.js";

/** What a run did, one line for each request and each wait, and how it ended. */
export interface Trace {
  readonly events: readonly string[];
  readonly end: End;
}

export type End =
  | { readonly kind: "ended"; readonly outcome: string | undefined; readonly outputs: object }
  | { readonly kind: "failed"; readonly code: string; readonly step: string | undefined }
  /** It made more requests than it may. */
  | { readonly kind: "stopped" };

/** What surrounds a run. */
export interface World {
  readonly errors: ErrorBodies;
  /** The first request gets the first of them; behind the last one all goes well. */
  readonly answers: readonly Answer[];
  readonly mostRequests: number;
  /** Between two requests of a poll, in milliseconds. */
  readonly pollInterval: number;
}

export function answerTo(request: number, reads: boolean, { answers }: World): Answer {
  const answer = answers[request] ?? { status: 200, state: "ready", count: 1, note: "x", retryAfter: undefined };
  return answer.status === 200 && !reads ? { ...answer, status: 201 } : answer;
}

/** A workflow as the specification and the table of our answers read, step by step and nothing else. */
export function interpret(graph: Graph, world: World): Trace {
  const events: string[] = [];
  const outputs = new Map<number, Body>();
  const retries = new Map<string, number>();
  const ended = (outcome: string): Trace => ({
    events,
    end: { kind: "ended", outcome, outputs: workflowOutputs(graph, outputs) },
  });

  let requests = 0;
  /** Sends the request of a step, and judges the answer. */
  const run = (
    step: GraphStep,
    index: number,
  ): { readonly answer: Answer; readonly facts: Facts; readonly success: boolean } => {
    events.push(requestOf(step, index, outputs));
    const answer = answerTo(requests, step.reads, world);
    requests += 1;
    const body = bodyOf(answer, world.errors);
    const facts: Facts = { status: answer.status, body, outputs };
    const success = succeeded(step, facts);
    if (success) outputs.set(index, body ?? {});
    return { answer, facts, success };
  };

  const stopped: Trace = { events, end: { kind: "stopped" } };
  let current = 0;
  for (;;) {
    const step = graph.steps[current];
    if (step === undefined) return ended("completed");
    if (requests === world.mostRequests) return stopped;
    const { answer, facts, success } = run(step, current);

    const actions = success
      ? actionsOf(step.onSuccess, graph.successActions)
      : actionsOf(step.onFailure, graph.failureActions);
    // The first whose criteria hold; a retry that was taken as often as it may be is passed over.
    const action = actions.find(
      ({ name, criteria, then }) =>
        criteria.every((criterion) => holds(criterion, facts)) &&
        (then.kind !== "retry" || (retries.get(name) ?? 0) < (then.limit ?? 1)),
    );

    if (action?.then.kind === "retry") {
      retries.set(action.name, (retries.get(action.name) ?? 0) + 1);
      const seconds = answer.retryAfter ?? action.then.after ?? 0;
      if (seconds > 0) events.push(`wait ${seconds * 1000}`);
      const { by } = action.then;
      const other = by === undefined ? undefined : graph.steps[by];
      if (by === undefined || other === undefined) continue;
      if (requests === world.mostRequests) return stopped;
      if (run(other, by).success) continue;
      return { events, end: { kind: "failed", code: "step-failed", step: stepId(by) } };
    }
    retries.clear();
    if (action?.then.kind === "end") return ended(action.name);
    if (action === undefined && !success) {
      return { events, end: { kind: "failed", code: "step-failed", step: stepId(current) } };
    }
    let next = current + 1;
    if (action?.then.kind === "goto") next = action.then.step;
    else if (success && onlyEndsUnderCriteria(graph, current)) next = current;
    // Who reads the same thing again gives it time to change.
    const target = graph.steps[next];
    if (next <= current && target?.reads && target.poll !== false) events.push(`wait ${world.pollInterval}`);
    current = next;
  }
}

/** A last step that reads is asked until one of its ends is reached, which would else mean nothing. */
function onlyEndsUnderCriteria(graph: Graph, index: number): boolean {
  const step = graph.steps[index];
  if (step === undefined || index !== graph.steps.length - 1 || !step.reads || step.poll === false) return false;
  const actions = actionsOf(step.onSuccess, graph.successActions);
  return actions.length > 0 && actions.every(({ criteria, then }) => then.kind === "end" && criteria.length > 0);
}

function requestOf({ reads, sends }: GraphStep, index: number, outputs: ReadonlyMap<number, Body>): string {
  const from = sends === undefined ? undefined : outputs.get(sends)?.["count"];
  if (!reads) return `POST /make/${stepId(index)} ${JSON.stringify({ from })}`;
  return `GET /read/${stepId(index)}${from === undefined ? "" : `?from=${from}`}`;
}

function workflowOutputs(graph: Graph, outputs: ReadonlyMap<number, Body>): object {
  const values = graph.steps.flatMap((_, index) =>
    ["state", "count", "note"].map((name) => [`${stepId(index)}-${name}`, outputs.get(index)?.[name]] as const),
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** What a criterion can ask about. */
interface Facts {
  readonly status: number;
  readonly body: Body | undefined;
  /** The answers of the steps that have succeeded, the latest of each. */
  readonly outputs: ReadonlyMap<number, Body>;
}

/**
 * All criteria hold. Where they do not ask for the status of an error, a 2xx is taken for granted; and where they rule
 * out every 2xx that the operation is documented to answer, in favour of another, they are mistaken.
 */
function succeeded({ reads, criteria }: GraphStep, facts: Facts): boolean {
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
function holds({ dialect, test }: Criterion, facts: Facts): boolean {
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
