import type { Branch, StepBranches } from "./branches.js";
import { nest, type Interval, type Jump } from "./intervals.js";

/** A moment in a run: the request of a step is about to be sent, or its answer was accepted. */
export interface Moment {
  readonly step: number;
  readonly phase: "request" | "answer";
  /** The step is run on the way to a retry of this one. */
  readonly aside?: number | undefined;
}

/** Whether a step has succeeded by some moment. */
export type Ran = "always" | "maybe" | "never";

const start: Moment = { step: 0, phase: "request" };

/** The ways that a run can take through the steps of a workflow. */
export class FlowGraph {
  readonly #steps: readonly StepBranches[];
  /** The moments of all steps, those on the way to a retry aside. */
  readonly #moments: readonly Moment[];
  /** All moments that a run can come to. */
  readonly #reached: ReadonlySet<string>;
  /** The blocks and loops for the jumps; `undefined` where no blocks and loops can express them. */
  readonly intervals: readonly Interval[] | undefined;

  constructor(steps: readonly StepBranches[]) {
    this.#steps = steps;
    this.#moments = steps.flatMap((_, step): readonly Moment[] => [
      { step, phase: "request" },
      { step, phase: "answer" },
    ]);
    this.#reached = this.#reach([start]);
    this.intervals = nest(steps.flatMap((_, step) => (this.isReachable(step) ? this.#jumps(step) : [])));
  }

  get size(): number {
    return this.#steps.length;
  }

  branches(step: number): StepBranches {
    return this.#steps[step] ?? { success: [], failure: [] };
  }

  /** Whether any way leads to the step. */
  isReachable(step: number): boolean {
    return this.#reached.has(key({ step, phase: "request" }));
  }

  /** The steps whose retries lead by way of this one. */
  asides(step: number): readonly number[] {
    return this.#steps.flatMap(({ failure }, index) =>
      failure.some(({ then }) => isBy(then, step)) && this.isReachable(index) ? [index] : [],
    );
  }

  /** Whether the step's answer is at hand at a moment. */
  ran(step: number, at: Moment): Ran {
    return this.#passed(step, "answer", at);
  }

  /** Whether the step's request has been made by some moment. */
  began(step: number, at: Moment): Ran {
    return this.#passed(step, "request", at);
  }

  #passed(step: number, phase: Moment["phase"], at: Moment): Ran {
    const asides = this.asides(step).map((aside): Moment => ({ step, phase, aside }));
    const all: readonly Moment[] = [{ step, phase }, ...asides];
    if (all.some((each) => key(each) === key(at))) return "always";
    const moments = all.filter((each) => this.#reached.has(key(each)) || !this.#reached.has(key(at)));
    if (!this.#reach(moments.flatMap((each) => this.#after(each))).has(key(at))) return "never";
    // The compiler sees no order in the cases of a `switch`.
    if (this.intervals === undefined) return "maybe";
    return this.#reach([start], new Set(moments.map(key))).has(key(at)) ? "maybe" : "always";
  }

  /** Whether every run in which a step succeeds, and that does not fail, comes to another one before it ends. */
  leadsTo(first: number, { step: second, aside }: Moment): boolean {
    if (this.intervals === undefined || aside !== undefined) return false;
    const answer: Moment = { step: first, phase: "answer" };
    const request: Moment = { step: second, phase: "request" };
    const others = this.#reach([answer], new Set([key(request)]));
    return !this.#moments.some((moment) => others.has(key(moment)) && this.#ends(moment));
  }

  /** The steps that a run can come to and from which no way leads to an end of the workflow. */
  endless(): readonly number[] {
    const before = new Map<string, Moment[]>();
    const ends: Moment[] = [];
    for (const moment of this.#moments) {
      if (this.#ends(moment)) ends.push(moment);
      for (const next of this.#after(moment)) before.set(key(next), [...(before.get(key(next)) ?? []), moment]);
    }
    const ending = reach(ends, (moment) => before.get(key(moment)) ?? []);
    const steps = this.#moments.filter((moment) => this.#reached.has(key(moment)) && !ending.has(key(moment)));
    return [...new Set(steps.map(({ step }) => step))];
  }

  /** Whether the workflow can end at a moment. */
  #ends({ step, phase }: Moment): boolean {
    const { success, failure } = this.branches(step);
    const taken = phase === "request" ? failure : success;
    if (taken.some(({ then }) => then.kind === "end" || then.kind === "workflow")) return true;
    return phase === "answer" && step + 1 === this.size && fallsThrough(success);
  }

  /** Every jump that is more than going to the next step. */
  #jumps(step: number): readonly Jump[] {
    const { success, failure } = this.branches(step);
    const jump = ({ then }: Branch): readonly Jump[] => (then.kind === "step" ? [{ from: step, to: then.index }] : []);
    // A failed step must not go on to where its answer is bound, so that even the next step is a jump away.
    return [...success.flatMap(jump).filter(({ to }) => to !== step + 1), ...failure.flatMap(jump)];
  }

  /** Where a run can go from a moment: to an answer, or to another request. */
  #after({ step, phase, aside }: Moment): readonly Moment[] {
    if (aside !== undefined) {
      return phase === "request" ? [{ step, phase: "answer", aside }] : [{ step: aside, phase: "request" }];
    }
    const { success, failure } = this.branches(step);
    const jumps = (phase === "request" ? failure : success).flatMap(({ then }): readonly Moment[] => {
      if (then.kind === "step") return [{ step: then.index, phase: "request" }];
      const by = then.kind === "retry" ? then.by : undefined;
      return by?.kind === "step" ? [{ step: by.index, phase: "request", aside: step }] : [];
    });
    if (phase === "request") return [{ step, phase: "answer" }, ...jumps];
    const falls = fallsThrough(success) && step + 1 < this.size;
    return falls ? [...jumps, { step: step + 1, phase: "request" }] : jumps;
  }

  #reach(from: readonly Moment[], avoiding?: ReadonlySet<string>): ReadonlySet<string> {
    const allowed = avoiding === undefined ? from : from.filter((moment) => !avoiding.has(key(moment)));
    const after = (moment: Moment): readonly Moment[] => {
      const next = this.#after(moment);
      return avoiding === undefined ? next : next.filter((each) => !avoiding.has(key(each)));
    };
    return reach(allowed, after);
  }
}

function reach(from: readonly Moment[], after: (moment: Moment) => readonly Moment[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let moment = open.pop(); moment !== undefined; moment = open.pop()) {
    if (found.has(key(moment))) continue;
    found.add(key(moment));
    open.push(...after(moment));
  }
  return found;
}

/** Whether the next step comes where none of the actions is taken. */
function fallsThrough(success: readonly Branch[]): boolean {
  return success.every(({ criteria }) => criteria.length > 0);
}

function isBy(then: Branch["then"], step: number): boolean {
  return then.kind === "retry" && then.by?.kind === "step" && then.by.index === step;
}

function key({ step, phase, aside }: Moment): string {
  return aside === undefined ? `${step} ${phase}` : `${step} ${phase} for ${aside}`;
}
