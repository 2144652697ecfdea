import {
  actionsOf,
  type Action,
  type Criterion,
  type Graph,
  type GraphStep,
  type Sends,
  type Test,
  type Then,
} from "./graph.js";
import { canSucceed, isDecided } from "./judgement.js";

/** The nearest graphs that the generator has no reason to refuse. */
export function sound(graphs: readonly Graph[]): readonly Graph[] {
  const behind: Graph[] = [];
  for (const graph of graphs.toReversed()) {
    const first = graphs.length - behind.length;
    behind.unshift(withKnownValues(ending(withoutAnswers(sharing(within(graph, first, behind))))));
  }
  return behind;
}

/**
 * No action goes to a step that there is not, no step is run before its own new try, and workflows that are called are
 * among those behind, of which the first has the number `first`.
 */
function within(graph: Graph, first: number, behind: readonly Graph[]): Graph {
  const count = graph.steps.length;
  const another = (workflow: number): number | undefined =>
    behind.length === 0 ? undefined : first + (workflow % behind.length);
  const steps = graph.steps.map((step) => {
    const calls = step.calls === undefined ? undefined : another(step.calls);
    const isKnown = calls !== undefined && givesFirst(calls - first, first, behind);
    return isKnown ? { ...step, calls, reads: false, poll: undefined } : { ...step, calls: undefined };
  });
  return withActions({ ...graph, steps }, ({ then, ...action }, step) => {
    switch (then.kind) {
      case "end":
        return { ...action, then };
      case "goto":
        return { ...action, then: { ...then, step: then.step % count } };
      case "transfer": {
        const workflow = another(then.workflow);
        return { ...action, then: workflow === undefined ? { kind: "end" } : { ...then, workflow } };
      }
      case "retry":
        // The actions of the workflow are those of every step.
        return { ...action, then: { ...then, by: step === undefined ? undefined : before(then.by, step) } };
    }
  });

  function before(by: (Then & { kind: "retry" })["by"], step: number): typeof by {
    if (by === undefined) return undefined;
    if ("step" in by) return by.step % count === step ? undefined : { step: by.step % count };
    const workflow = another(by.workflow);
    return workflow === undefined ? undefined : { ...by, workflow };
  }
}

/** Whether a workflow that is called may come to an end at which its first step has succeeded. */
function givesFirst(index: number, first: number, graphs: readonly Graph[]): boolean {
  const graph = graphs[index];
  if (graph === undefined) return false;
  const known = knownBefore(graph);
  const ways = [...comesTo(graph, 0)].flatMap((step) => {
    if (typeof step !== "number") return [];
    const before = known[step]?.has(0) === true;
    return [
      ...afterSuccess(graph, step).map((next) => ({ next, gives: before || step === 0 })),
      ...afterFailure(graph, step).map((next) => ({ next, gives: before })),
    ];
  });
  return ways.some(({ next, gives }) => {
    if (next === "end") return gives;
    return typeof next === "object" && givesFirst(next.workflow - first, first, graphs);
  });
}

/** What all steps share asks for no output and hands none on: not all of them come behind the step that gives it. */
function sharing(graph: Graph): Graph {
  const share = (actions: readonly Action[]): readonly Action[] => knowing(actions, () => false);
  return { ...graph, successActions: share(graph.successActions), failureActions: share(graph.failureActions) };
}

/** What calls a workflow has no answer that criteria could ask for. */
function withoutAnswers(graph: Graph): Graph {
  const asked = (criteria: readonly Criterion[]): readonly Criterion[] =>
    criteria.map((one) => (one.dialect === "simple" && !asksForMore(one.test) ? one : isReady));
  const ask = (list: readonly Action[]): readonly Action[] =>
    list.map((action) => ({ ...action, criteria: asked(action.criteria) }));
  const steps = graph.steps.map((step) =>
    step.calls === undefined
      ? step
      : {
          ...step,
          // Where nothing is demanded of what it gives, it fails only where that gives nothing to be asked for.
          criteria: step.criteria.length === 0 && step.onFailure.length > 0 ? [isReady] : asked(step.criteria),
          onSuccess: ask(step.onSuccess),
          onFailure: ask(step.onFailure),
        },
  );
  return { ...graph, steps };
}

/** Whether a test asks for more than what every workflow gives. */
function asksForMore(test: Test): boolean {
  if (test.kind === "not") return asksForMore(test.test);
  if (test.kind !== "compare") return test.tests.some(asksForMore);
  return test.subject.kind === "status" || (test.subject.kind === "field" && test.subject.field === "code");
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
    ...graph,
    steps: graph.steps.map((step, index): GraphStep => {
      const before = known[index] ?? new Set();
      // What calls a workflow means by its own outputs what that has just given, had it failed or not.
      const failed = (other: number): boolean => before.has(other) && (other !== index || step.calls === undefined);
      const succeeded = (other: number): boolean => other === index || before.has(other);
      return {
        ...step,
        sends: typeof step.sends === "number" && !before.has(step.sends) ? undefined : step.sends,
        criteria: satisfiable(keep(step.criteria, (other) => other !== index && before.has(other))),
        onSuccess: knowing(step.onSuccess, succeeded),
        onFailure: knowing(step.onFailure, failed),
      };
    }),
  };
}

/** Actions that ask for and hand on nothing but outputs of steps that are known. */
function knowing(actions: readonly Action[], isKnown: (step: number) => boolean): readonly Action[] {
  const ofKnown = <T extends { readonly sends: Sends }>(to: T): T =>
    typeof to.sends === "number" && !isKnown(to.sends) ? { ...to, sends: undefined } : to;
  return actions.map(({ name, criteria, then }) => {
    const known = { name, criteria: keep(criteria, isKnown) };
    if (then.kind === "transfer") return { ...known, then: ofKnown(then) };
    if (then.kind !== "retry" || then.by === undefined || "step" in then.by) return { ...known, then };
    return { ...known, then: { ...then, by: ofKnown(then.by) } };
  });
}

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
  const isStuck = (step: number): boolean => [...comesTo(graph, step)].every((next) => typeof next === "number");
  const stuck = graph.steps.findIndex((_, index) => isStuck(index));
  if (stuck === -1) return graph;
  const steps = graph.steps.map((step, index) =>
    index === stuck ? { ...step, onFailure: [way, ...step.onFailure.filter(({ name }) => name !== way.name)] } : step,
  );
  return ending({ ...graph, steps });
}

/** What a run comes to next: a step, its end, or another workflow. */
type Next = number | "end" | { readonly workflow: number };

/** All that a run can come to from a step. */
function comesTo(graph: Graph, from: number): ReadonlySet<Next> {
  const found = new Set<Next>();
  const open: Next[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (typeof next === "number") open.push(...afterSuccess(graph, next), ...afterFailure(graph, next));
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
function asides(graph: Graph, index: number): readonly number[] {
  const actions = actionsOf("onFailure", graph.steps[index], graph);
  // What stands behind an action that is always taken is never tried.
  const last = actions.findIndex(({ criteria, then }) => criteria.length === 0 && then.kind !== "retry");
  const tried = last === -1 ? actions : actions.slice(0, last);
  return tried.flatMap(({ then }) =>
    then.kind === "retry" && then.by !== undefined && "step" in then.by ? [then.by.step] : [],
  );
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

  function addAll(next: Next, steps: readonly number[]): void {
    if (typeof next === "number") for (const step of steps) known[next]?.add(step);
  }
}

function total(sets: readonly ReadonlySet<number>[]): number {
  return sets.reduce((sum, { size }) => sum + size, 0);
}

function afterSuccess(graph: Graph, index: number): readonly Next[] {
  const next = index + 1 < graph.steps.length ? index + 1 : "end";
  return targets(actionsOf("onSuccess", graph.steps[index], graph), next);
}

function afterFailure(graph: Graph, index: number): readonly Next[] {
  return targets(actionsOf("onFailure", graph.steps[index], graph), undefined);
}

/** Where actions lead to, and what follows where none of them is taken. */
function targets(actions: readonly Action[], otherwise: Next | undefined): readonly Next[] {
  const found: Next[] = [];
  for (const { criteria, then } of actions) {
    if (then.kind === "goto") found.push(then.step);
    if (then.kind === "end") found.push("end");
    if (then.kind === "transfer") found.push({ workflow: then.workflow });
    if (criteria.length === 0 && then.kind !== "retry") return found;
  }
  return otherwise === undefined ? found : [...found, otherwise];
}
