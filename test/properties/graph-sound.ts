import { actionsOf, type Action, type Criterion, type Graph, type GraphStep, type Test } from "./graph.js";
import { canSucceed, isDecided } from "./interpreter.js";

/** The nearest graph that the generator has no reason to refuse. */
export function sound(graph: Graph): Graph {
  return withKnownValues(ending(withinItself(graph)));
}

/** No action goes to a step that there is not, and no step is run before its own new try. */
function withinItself(graph: Graph): Graph {
  const count = graph.steps.length;
  return withActions(graph, ({ then, ...action }, step) => {
    if (then.kind === "goto") return { ...action, then: { ...then, step: then.step % count } };
    if (then.kind === "end") return { ...action, then };
    const by = then.by === undefined || then.by % count === step ? undefined : then.by % count;
    // The actions of the workflow are those of every step.
    return { ...action, then: { ...then, by: step === undefined ? undefined : by } };
  });
}

function withActions(graph: Graph, change: (action: Action, step: number | undefined) => Action): Graph {
  const ofStep = (list: readonly Action[], step?: number): readonly Action[] => list.map((one) => change(one, step));
  return {
    steps: graph.steps.map((step, index) => ({
      ...step,
      onSuccess: ofStep(step.onSuccess, index),
      onFailure: ofStep(step.onFailure, index),
    })),
    successActions: ofStep(graph.successActions),
    failureActions: ofStep(graph.failureActions),
  };
}

/** Nothing is read of a step that cannot have succeeded. */
function withKnownValues(graph: Graph): Graph {
  const known = knownWherever(graph);
  return {
    steps: graph.steps.map((step, index): GraphStep => {
      const before = known[index] ?? new Set();
      const failed = (other: number): boolean => before.has(other);
      const succeeded = (other: number): boolean => other === index || before.has(other);
      return {
        ...step,
        sends: step.sends !== undefined && before.has(step.sends) ? step.sends : undefined,
        criteria: satisfiable(keep(step.criteria, (other) => other !== index && before.has(other))),
        onSuccess: step.onSuccess.map((action) => ({ ...action, criteria: keep(action.criteria, succeeded) })),
        onFailure: step.onFailure.map((action) => ({ ...action, criteria: keep(action.criteria, failed) })),
      };
    }),
    successActions: graph.successActions.map((action) => ({ ...action, criteria: keep(action.criteria, never) })),
    failureActions: graph.failureActions.map((action) => ({ ...action, criteria: keep(action.criteria, never) })),
  };
}

const never = (): boolean => false;

/** An action without criteria would make what follows it unreachable, so that another takes the place of what goes. */
function keep(list: readonly Criterion[], isKnown: (step: number) => boolean): readonly Criterion[] {
  return list.map((one) => (stepsIn(one.test).every(isKnown) && !isDecided(one.test) ? one : isReady));
}

/** Without those that no status satisfies along with the ones before. */
function satisfiable(criteria: readonly Criterion[]): readonly Criterion[] {
  const kept: Criterion[] = [];
  for (const one of criteria) if (canSucceed([...kept, one])) kept.push(one);
  return kept;
}

const isReady: Criterion = {
  dialect: "simple",
  test: { kind: "compare", subject: { kind: "field", field: "state" }, operator: "==", value: "ready" },
};

function stepsIn(test: Test): readonly number[] {
  if (test.kind === "compare") return test.subject.kind === "output" ? [test.subject.step] : [];
  return test.kind === "not" ? stepsIn(test.test) : test.tests.flatMap(stepsIn);
}

/** Out of every loop some way leads to an end. */
function ending(graph: Graph): Graph {
  const way: Action = { name: "enough", criteria: [], then: { kind: "end" } };
  const isStuck = (step: number): boolean => !comesTo(graph, step).has("end");
  const stuck = graph.steps.findIndex((_, index) => isStuck(index));
  if (stuck === -1) return graph;
  const steps = graph.steps.map((step, index) =>
    index === stuck ? { ...step, onFailure: [way, ...step.onFailure.filter(({ name }) => name !== way.name)] } : step,
  );
  return ending({ ...graph, steps });
}

/** All that a run can come to from a step. */
function comesTo(graph: Graph, from: number): ReadonlySet<number | "end"> {
  const found = new Set<number | "end">();
  const open: (number | "end")[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next !== "end") open.push(...afterSuccess(graph, next), ...afterFailure(graph, next));
  }
  return found;
}

/** Which steps may have succeeded when a step begins, in its own turn and wherever it is run before a new try. */
function knownWherever(graph: Graph): readonly ReadonlySet<number>[] {
  const known = knownBefore(graph);
  const reached = comesTo(graph, 0);
  return graph.steps.map((_, index) => {
    const turns = graph.steps.flatMap((__, other) =>
      reached.has(other) && asides(graph, other).includes(index) ? [other] : [],
    );
    const sets = [...(reached.has(index) || turns.length === 0 ? [index] : []), ...turns].map((turn) => known[turn]);
    return new Set([...(sets[0] ?? [])].filter((step) => sets.every((set) => set?.has(step))));
  });
}

/** The steps that are run before new tries of a step. */
function asides({ steps, failureActions }: Graph, index: number): readonly number[] {
  const actions = actionsOf(steps[index]?.onFailure ?? [], failureActions);
  // What stands behind an action that is always taken is never tried.
  const last = actions.findIndex(({ criteria, then }) => criteria.length === 0 && then.kind !== "retry");
  const tried = last === -1 ? actions : actions.slice(0, last);
  return tried.flatMap(({ then }) => (then.kind === "retry" && then.by !== undefined ? [then.by] : []));
}

/** Which steps may have succeeded when a step begins in its own turn. */
function knownBefore(graph: Graph): readonly ReadonlySet<number>[] {
  const known = graph.steps.map(() => new Set<number>());
  const reached = comesTo(graph, 0);
  for (let size = -1; size !== total(known);) {
    size = total(known);
    for (const [index, before] of known.entries()) {
      if (!reached.has(index)) continue;
      addAll(index, asides(graph, index));
      for (const next of afterSuccess(graph, index)) addAll(next, [...before, index]);
      for (const next of afterFailure(graph, index)) addAll(next, [...before]);
    }
  }
  return known;

  function addAll(next: number | "end", steps: readonly number[]): void {
    if (next !== "end") for (const step of steps) known[next]?.add(step);
  }
}

function total(sets: readonly ReadonlySet<number>[]): number {
  return sets.reduce((sum, { size }) => sum + size, 0);
}

function afterSuccess({ steps, successActions }: Graph, index: number): readonly (number | "end")[] {
  const next = index + 1 < steps.length ? index + 1 : "end";
  return targets(actionsOf(steps[index]?.onSuccess ?? [], successActions), next);
}

function afterFailure({ steps, failureActions }: Graph, index: number): readonly (number | "end")[] {
  return targets(actionsOf(steps[index]?.onFailure ?? [], failureActions), undefined);
}

/** Where actions lead to, and what follows where none of them is taken. */
function targets(actions: readonly Action[], otherwise: number | "end" | undefined): readonly (number | "end")[] {
  const found: (number | "end")[] = [];
  for (const { criteria, then } of actions) {
    if (then.kind === "goto") found.push(then.step);
    if (then.kind === "end") found.push("end");
    if (criteria.length === 0 && then.kind !== "retry") return found;
  }
  return otherwise === undefined ? found : [...found, otherwise];
}
