import fc, { type Arbitrary } from "fast-check";
import {
  type Action,
  type Answer,
  type Criterion,
  type Dialect,
  type ErrorBodies,
  type FieldName,
  type Graph,
  type GraphStep,
  type Operator,
  type Sends,
  type Test,
  type Then,
} from "./graph.js";
import { sound } from "./graph-sound.js";

export const errorBodies: Arbitrary<ErrorBodies> = fc.constantFrom("same", "other", "none");

/** Answers that the API may give, whatever it is asked. */
export const answer: Arbitrary<Answer> = fc.record({
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    { weight: 2, arbitrary: fc.constantFrom(202, 400, 404, 409, 429, 500, 503) },
  ),
  state: fc.constantFrom("ready", "new", "broken", "READY", "unheard-of"),
  count: fc.nat(3),
  note: fc.constantFrom(undefined, null, "x", "2"),
  retryAfter: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(0, 7) },
  ),
});

/** Up to `most` workflows of one to six steps that lead to each other in any way. */
export function graphs(errors: ErrorBodies, most: number): Arbitrary<readonly Graph[]> {
  return fc.array(graph(errors), { minLength: 1, maxLength: most }).map(sound);
}

function graph(errors: ErrorBodies): Arbitrary<Graph> {
  const success = actions(criteria(["state", "count", "note"]), [end, goto, goto, transfer], ["done", "other", "more"]);
  const failureFields: readonly FieldName[] =
    errors === "other" ? ["state", "count", "code"] : ["state", "count", "note"];
  const failure = actions(
    criteria(failureFields),
    [end, goto, goto, transfer, retry, retry],
    ["again", "failed", "back"],
  );
  const step: Arbitrary<GraphStep> = fc.record({
    reads: fc.boolean(),
    calls: fc.option(fc.nat(7), { nil: undefined, freq: 3 }),
    sends,
    criteria: criteria(["state", "count", "note"]),
    onSuccess: success,
    onFailure: failure,
    poll: fc.constantFrom(undefined, undefined, undefined, false),
  });
  return fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    successActions: rarely(actions(criteria(["state"]), [end, goto, transfer], ["more", "enough"])),
    failureActions: rarely(actions(criteria(["state"]), [end, goto, transfer, retry], ["back", "lost"])),
  });
}

const sends: Arbitrary<Sends> = fc.option(
  fc.oneof({ weight: 4, arbitrary: fc.nat(5) }, fc.constant("input" as const)),
  {
    nil: undefined,
  },
);
const end: Arbitrary<Then> = fc.constant({ kind: "end" });
const goto: Arbitrary<Then> = fc.record({ kind: fc.constant("goto" as const), step: fc.nat(5) });
const transfer: Arbitrary<Then> = fc.record({ kind: fc.constant("transfer" as const), workflow: fc.nat(7), sends });
const retry: Arbitrary<Then> = fc.record({
  kind: fc.constant("retry" as const),
  limit: fc.constantFrom(undefined, 0, 1, 2, 3),
  after: fc.constantFrom(undefined, 0, 1, 2.5),
  by: fc.option(fc.oneof(fc.record({ step: fc.nat(5) }), fc.record({ workflow: fc.nat(7), sends })), {
    nil: undefined,
    freq: 3,
  }),
});

function actions(
  tests: Arbitrary<readonly Criterion[]>,
  thens: readonly Arbitrary<Then>[],
  names: readonly string[],
): Arbitrary<readonly Action[]> {
  const action = fc.record({ criteria: tests, then: fc.oneof(...thens) });
  const unique = fc.shuffledSubarray([...names]);
  return fc
    .tuple(fc.array(action, { maxLength: names.length }), unique)
    .map(([list, free]) => list.slice(0, free.length).map((one, index) => ({ name: free[index] ?? "", ...one })));
}

function criteria(fields: readonly FieldName[]): Arbitrary<readonly Criterion[]> {
  const one = (dialect: Dialect): Arbitrary<Criterion> =>
    fc.record({ dialect: fc.constant(dialect), test: test(fields, dialect) });
  const any = fc.oneof({ weight: 3, arbitrary: one("simple") }, one("predicate"), one("filter"));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(any) },
    { weight: 1, arbitrary: fc.tuple(any, any) },
  );
}

function test(fields: readonly FieldName[], dialect: Dialect): Arbitrary<Test> {
  const simple = dialect === "simple";
  const leaves = [
    ...fields.map((field) => compare({ kind: "field", field }, field, simple)),
    ...(simple ? [status, fc.nat(5).chain((step) => compare({ kind: "output", step }, "count", simple))] : []),
  ];
  const { node } = fc.letrec<{ node: Test; leaf: Test }>((tie) => ({
    leaf: fc.oneof(...leaves),
    node: fc.oneof(
      { maxDepth: 2, depthIdentifier: "test" },
      { weight: 4, arbitrary: tie("leaf") },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constantFrom("and", "or"), tests: fc.tuple(tie("node"), tie("node")) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("not" as const), test: tie("node") }) },
    ),
  }));
  return node;
}

const equality: Arbitrary<Operator> = fc.constantFrom("==", "!=");

const status: Arbitrary<Test> = fc.record({
  kind: fc.constant("compare" as const),
  subject: fc.constant({ kind: "status" as const }),
  operator: fc.constantFrom("==", "==", "!=", "<", ">="),
  value: fc.constantFrom(200, 201, 404, 429, 500),
});

function compare(subject: (Test & { kind: "compare" })["subject"], field: FieldName, simple: boolean): Arbitrary<Test> {
  const base = { kind: fc.constant("compare" as const), subject: fc.constant(subject) };
  if (field === "state") {
    const value = fc.constantFrom("ready", "new", "broken", ...(simple ? ["Ready"] : []));
    return fc.record({ ...base, operator: equality, value });
  }
  if (field === "note") return fc.record({ ...base, operator: equality, value: fc.constantFrom("x", null) });
  const value = fc.constantFrom<number | string>(0, 1, 2, ...(simple ? ["2"] : []));
  return fc.record({ ...base, operator: fc.constantFrom("==", "!=", "<", "<=", ">", ">="), value });
}

function rarely<T>(list: Arbitrary<readonly T[]>): Arbitrary<readonly T[]> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list });
}
