import type { Branch, StepBranches } from "./branches.js";
import { Dominance, reach, reversed, type Edges } from "./dominance.js";
import { loopsAndBlocks, type Interval, type Jump } from "./loops-and-blocks.js";
import { fallsThrough, Moments, type Moment } from "./moments.js";

export type { Moment } from "./moments.js";

/** Whether a step has succeeded by some moment. */
export type Ran = "always" | "maybe" | "never";

/** The number of the moment that every run begins at. */
const start = 0;

/** The ways that a run can take through the steps of a workflow. */
export class FlowGraph {
  readonly #steps: readonly StepBranches[];
  readonly #moments: Moments;
  /** Where a run can have come from, for each moment. */
  readonly #before: Edges;
  /** The moments that a workflow can end at. */
  readonly #ends: readonly number[];
  /** All moments that a run can come to. */
  readonly #reached: ReadonlySet<number>;
  readonly #dominance: Dominance;
  /** Dominance from the ends back: what every run comes to before it ends. Its root is the end behind all ends. */
  readonly #ending: Dominance;
  /** All that can lead to the moment that was asked about last: it is asked about more than once. */
  #last: { readonly at: number; readonly led: ReadonlySet<number> } | undefined;
  /** The blocks and loops for the jumps; `undefined` where no blocks and loops can express them. */
  readonly intervals: readonly Interval[] | undefined;

  constructor(steps: readonly StepBranches[]) {
    this.#steps = steps;
    this.#moments = new Moments(steps);
    const { all, after } = this.#moments;
    this.#before = reversed(after);
    this.#ends = all.flatMap((moment, number) => (this.#endsAt(moment) ? [number] : []));
    this.#reached = reach([start], after);
    this.#dominance = new Dominance(start, after);
    this.#ending = new Dominance(all.length, [...this.#before, this.#ends]);
    this.intervals = loopsAndBlocks(steps.flatMap((_, step) => (this.isReachable(step) ? this.#jumps(step) : [])));
  }

  get size(): number {
    return this.#steps.length;
  }

  branches(step: number): StepBranches {
    return this.#steps[step] ?? { success: [], failure: [] };
  }

  /** Whether any way leads to the step. */
  isReachable(step: number): boolean {
    return this.#reached.has(this.#moments.numberOf({ step, phase: "request" }));
  }

  /** The steps whose retries lead by way of this one. */
  retriesBy(step: number): readonly number[] {
    return (this.#moments.retriesBy.get(step) ?? []).filter((retried) => this.isReachable(retried));
  }

  /** Whether the step's answer is at hand at a moment. */
  ran(step: number, at: Moment): Ran {
    return this.#passed(step, "answer", at);
  }

  /** Whether the step's request has been made by some moment. */
  began(step: number, at: Moment): Ran {
    return this.#passed(step, "request", at);
  }

  #passed(step: number, phase: Moment["phase"], moment: Moment): Ran {
    const at = this.#moments.numberOf(moment);
    const detours = this.retriesBy(step).map((detourOf): Moment => ({ step, phase, detourOf }));
    const all = [{ step, phase }, ...detours].map((each) => this.#moments.numberOf(each));
    if (all.includes(at)) return "always";
    if (!this.#reached.has(at)) return all.some((each) => this.#leads(each, at)) ? this.#sure : "never";
    const moments = all.filter((each) => this.#reached.has(each));
    if (this.#isPassed(moments, at)) return this.#sure;
    return moments.some((each) => this.#leads(each, at)) ? "maybe" : "never";
  }

  /** What is known of what every way goes by: the compiler sees no order in the cases of a `switch`. */
  get #sure(): Ran {
    return this.intervals === undefined ? "maybe" : "always";
  }

  /** Whether every way to a moment goes by one of these. */
  #isPassed(moments: readonly number[], at: number): boolean {
    const [only] = moments;
    if (only === undefined) return false;
    if (moments.length === 1) return this.#dominance.dominates(only, at);
    return !reach([start], this.#moments.after, new Set(moments)).has(at);
  }

  /** Whether some way leads from one moment to another. */
  #leads(from: number, at: number): boolean {
    if (this.#last?.at !== at) this.#last = { at, led: reach(this.#before[at] ?? [], this.#before) };
    return this.#last.led.has(from);
  }

  /** Whether every run in which a step succeeds, and that does not fail, comes to another one before it ends. */
  leadsTo(first: number, { step: second, detourOf }: Moment): boolean {
    if (this.intervals === undefined || detourOf !== undefined) return false;
    const answer = this.#moments.numberOf({ step: first, phase: "answer" });
    const request = this.#moments.numberOf({ step: second, phase: "request" });
    return this.#ending.dominates(request, answer);
  }

  /** The steps that a run can come to and from which no way leads to an end of the workflow. */
  endless(): readonly number[] {
    const ending = reach(this.#ends, this.#before);
    const own = this.#moments.all.filter(
      ({ detourOf }, number) => detourOf === undefined && this.#reached.has(number) && !ending.has(number),
    );
    return [...new Set(own.map(({ step }) => step))];
  }

  /** Whether the workflow can end at a moment. */
  #endsAt({ step, phase, detourOf }: Moment): boolean {
    if (detourOf !== undefined) return false;
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
}
