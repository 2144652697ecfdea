import type { Branch, StepBranches } from "./branches.js";
import type { Edges } from "./dominance.js";

/** A moment in a run: the request of a step is about to be sent, or its answer was accepted. */
export interface Moment {
  readonly step: number;
  readonly phase: "request" | "answer";
  /** The step is run on the way to a retry of this one. */
  readonly detourOf?: number | undefined;
}

/** The moments of all steps by their numbers, and where a run can go from each: to an answer, or to another request. */
export class Moments {
  readonly all: readonly Moment[];
  readonly after: Edges;
  /** The steps whose retries lead by way of a step, by that one. */
  readonly retriesBy: ReadonlyMap<number, readonly number[]>;
  readonly #steps: readonly StepBranches[];
  /** The numbers of requests on the way to a retry: by the step that is retried, then by the one on the way. */
  readonly #ofDetours = new Map<number, Map<number, number>>();

  constructor(steps: readonly StepBranches[]) {
    this.#steps = steps;
    const all = steps.flatMap((_, step) => bothOf(step));
    const retriesBy = new Map<number, number[]>();
    for (const [detourOf, { failure }] of steps.entries()) {
      const numbers = new Map<number, number>();
      for (const step of failure.flatMap(waysBy)) {
        if (numbers.has(step)) continue;
        numbers.set(step, all.length);
        all.push(...bothOf(step, detourOf));
        retriesBy.set(step, retriesBy.get(step) ?? []);
        retriesBy.get(step)?.push(detourOf);
      }
      this.#ofDetours.set(detourOf, numbers);
    }
    this.all = all;
    this.retriesBy = retriesBy;
    this.after = all.map((moment) => this.#after(moment).map((next) => this.numberOf(next)));
  }

  numberOf({ step, phase, detourOf }: Moment): number {
    const request = detourOf === undefined ? 2 * step : (this.#ofDetours.get(detourOf)?.get(step) ?? Number.NaN);
    return phase === "request" ? request : request + 1;
  }

  #after({ step, phase, detourOf }: Moment): readonly Moment[] {
    if (detourOf !== undefined) {
      return phase === "request" ? [{ step, phase: "answer", detourOf }] : [{ step: detourOf, phase: "request" }];
    }
    const { success, failure } = this.#steps[step] ?? { success: [], failure: [] };
    const jumps = (phase === "request" ? failure : success).flatMap(({ then }): readonly Moment[] => {
      if (then.kind === "step") return [{ step: then.index, phase: "request" }];
      const by = then.kind === "retry" ? then.by : undefined;
      return by?.kind === "step" ? [{ step: by.index, phase: "request", detourOf: step }] : [];
    });
    if (phase === "request") return [{ step, phase: "answer" }, ...jumps];
    const falls = fallsThrough(success) && step + 1 < this.#steps.length;
    return falls ? [...jumps, { step: step + 1, phase: "request" }] : jumps;
  }
}

function bothOf(step: number, detourOf?: number): readonly Moment[] {
  return [
    { step, phase: "request", detourOf },
    { step, phase: "answer", detourOf },
  ];
}

/** Whether the next step comes where none of the actions is taken. */
export function fallsThrough(success: readonly Branch[]): boolean {
  if (success.some(({ then }) => then.kind === "done")) return true;
  return success.every(({ criteria, demanded }) => criteria.length > 0 && demanded === undefined);
}

/** The step that a retry leads by way of. */
function waysBy({ then }: Branch): readonly number[] {
  return then.kind === "retry" && then.by?.kind === "step" ? [then.by.index] : [];
}
