/**
 * A workflow, reduced to what decides which requests a run makes and how it ends. It stands among others, whose numbers
 * it knows: it only calls those that come behind it.
 */
export interface Graph {
  readonly steps: readonly GraphStep[];
  readonly successActions: readonly Action[];
  readonly failureActions: readonly Action[];
}

export interface GraphStep {
  /** A request that only reads is a GET; the others write. */
  readonly reads: boolean;
  /** The workflow that is called in place of a request. */
  readonly calls: number | undefined;
  readonly sends: Sends;
  readonly criteria: readonly Criterion[];
  readonly onSuccess: readonly Action[];
  readonly onFailure: readonly Action[];
  /** Whether `x-poll` demands or forbids a poll. */
  readonly poll: boolean | undefined;
}

/** A step whose number is sent along, if it has one; or the number that the workflow was given. */
export type Sends = number | "input" | undefined;

export interface Action {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly then: Then;
}

export type Then =
  | { readonly kind: "end" }
  | { readonly kind: "goto"; readonly step: number }
  /** A `goto` that leads to another workflow. */
  | ({ readonly kind: "transfer" } & Transfer)
  | {
      readonly kind: "retry";
      readonly limit: number | undefined;
      readonly after: number | undefined;
      /** What is run before the new try. */
      readonly by: { readonly step: number } | Transfer | undefined;
    };

/** A workflow, and what it is given. */
export interface Transfer {
  readonly workflow: number;
  readonly sends: Sends;
}

/** A test in the words of one dialect; see `criterionOf`. */
export interface Criterion {
  readonly dialect: Dialect;
  readonly test: Test;
}

export type Dialect = "simple" | "predicate" | "filter";

export type Test =
  | {
      readonly kind: "compare";
      readonly subject: Subject;
      readonly operator: Operator;
      readonly value: string | number | null;
    }
  | { readonly kind: "and" | "or"; readonly tests: readonly [Test, Test] }
  | { readonly kind: "not"; readonly test: Test };

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** The status of the answer, a field of its body or of what was called, or an output of a step. */
export type Subject =
  | { readonly kind: "status" }
  | { readonly kind: "field"; readonly field: FieldName }
  | { readonly kind: "output"; readonly step: number };

export type FieldName = "state" | "count" | "note" | "code";

/** What the body of an error is documented to hold: the same as that of a success, something else, or nothing. */
export type ErrorBodies = "same" | "other" | "none";

/** An answer of the API. What makes something says 201 for 200. */
export interface Answer {
  readonly status: number;
  readonly state: string;
  readonly count: number;
  readonly note: string | null | undefined;
  /** In seconds. */
  readonly retryAfter: number | undefined;
}

export function workflowId(index: number): string {
  return `workflow-${index + 1}`;
}

export function stepId(index: number): string {
  return `step${index + 1}`;
}

/** What a workflow gives of a field of a step. */
export function outputName(step: number, field: FieldName): string {
  return `${stepId(step)}-${field}`;
}

/** What a step gives of its answer. */
export const givenFields = ["state", "count", "note"] as const satisfies readonly FieldName[];

/** The statuses of success that are documented. */
export function documentedStatuses(reads: boolean): readonly number[] {
  return reads ? [200, 202] : [201, 202];
}

/** The JSON of an answer. */
export type Body = Readonly<Record<string, unknown>>;

/** The JSON of an answer, as it is documented; `undefined` where none is. */
export function bodyOf({ status, state, count, note }: Answer, errors: ErrorBodies): Body | undefined {
  const whole = { state, count, ...(note === undefined ? {} : { note }) };
  if (status < 300 || errors === "same") return whole;
  return errors === "other" ? { code: count, message: "It did not work." } : undefined;
}

/**
 * The actions of a step, then those of the workflow whose names it does not use itself, but where it calls a workflow
 * not those that ask for an answer.
 */
export function actionsOf(
  when: "onSuccess" | "onFailure",
  step: GraphStep | undefined,
  graph: Graph,
): readonly Action[] {
  if (step === undefined) return [];
  const own = step[when];
  const shared = when === "onSuccess" ? graph.successActions : graph.failureActions;
  const meant = shared.filter(
    ({ criteria }) => step.calls === undefined || !criteria.some(({ test }) => asksForAnswer(test)),
  );
  return [...own, ...meant.filter(({ name }) => own.every((action) => action.name !== name))];
}

/** What an action hands to the workflow that it leads to. */
export function handedOnBy(then: Then): Sends {
  if (then.kind === "transfer") return then.sends;
  return then.kind === "retry" && then.by !== undefined && "workflow" in then.by ? then.by.sends : undefined;
}

function asksForAnswer(test: Test): boolean {
  if (test.kind === "not") return asksForAnswer(test.test);
  return test.kind === "compare" ? test.subject.kind !== "output" : test.tests.some(asksForAnswer);
}
