import type { Branch, StepBranches } from "./branches.js";
import { nest, type Interval, type Jump } from "./intervals.js";

/** A moment in a run: the request of a step is about to be sent, or its answer was accepted. */
export interface Moment {
  readonly step: number;
  readonly phase: "request" | "answer";
}

/** Whether a step has succeeded by some moment. */
export type Ran = "always" | "maybe" | "never";

/** The ways that a run can take through the steps of a workflow. */
export class FlowGraph {
  readonly #steps: readonly StepBranches[];
  /** The blocks and loops for the jumps; `undefined` where no blocks and loops can express them. */
  readonly intervals: readonly Interval[] | undefined;

  constructor(steps: readonly StepBranches[]) {
    this.#steps = steps;
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
    return this.#reach({ step: 0, phase: "request" }, undefined).has(key({ step, phase: "request" }));
  }

  /** Whether the step's answer is at hand at a moment. */
  ran(step: number, at: Moment): Ran {
    const answer: Moment = { step, phase: "answer" };
    if (key(answer) === key(at)) return "always";
    const around = this.#after(answer).some((next) => this.#reach(next, undefined).has(key(at)));
    if (!around) return "never";
    // The compiler sees no order in the cases of a `switch`.
    if (this.intervals === undefined) return "maybe";
    return this.#reach({ step: 0, phase: "request" }, key(answer)).has(key(at)) ? "maybe" : "always";
  }

  /** Whether every run in which the first step succeeds, and that does not fail, comes to the second one. */
  leadsTo(first: number, second: number): boolean {
    if (this.intervals === undefined) return false;
    for (let step = first; step < second; step++) {
      const { success, failure } = this.branches(step);
      if (success.some(({ then }) => then.kind !== "step" || then.index !== step + 1)) return false;
      if (step > first && failure.some(({ then }) => then.kind !== "retry")) return false;
    }
    return first < second && this.branches(second).failure.every(({ then }) => then.kind === "retry");
  }

  /** Every jump that is more than going to the next step. */
  #jumps(step: number): readonly Jump[] {
    const { success, failure } = this.branches(step);
    const jump = ({ then }: Branch): readonly Jump[] => (then.kind === "step" ? [{ from: step, to: then.index }] : []);
    // A failed step must not go on to where its answer is bound, so that even the next step is a jump away.
    return [...success.flatMap(jump).filter(({ to }) => to !== step + 1), ...failure.flatMap(jump)];
  }

  /** Where a run can go from a moment: to an answer, or to another request. */
  #after({ step, phase }: Moment): readonly Moment[] {
    const { success, failure } = this.branches(step);
    const jumps = (phase === "request" ? failure : success).flatMap(({ then }): readonly Moment[] =>
      then.kind === "step" ? [{ step: then.index, phase: "request" }] : [],
    );
    if (phase === "request") return [{ step, phase: "answer" }, ...jumps];
    const falls = success.every(({ criteria }) => criteria.length > 0) && step + 1 < this.size;
    return falls ? [...jumps, { step: step + 1, phase: "request" }] : jumps;
  }

  #reach(from: Moment, avoiding: string | undefined): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [from];
    for (let moment = open.pop(); moment !== undefined; moment = open.pop()) {
      if (key(moment) === avoiding || found.has(key(moment))) continue;
      found.add(key(moment));
      open.push(...this.#after(moment));
    }
    return found;
  }
}

function key({ step, phase }: Moment): string {
  return `${step} ${phase}`;
}
