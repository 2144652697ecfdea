import { performance } from "node:perf_hooks";
import { type Measured, STEPS } from "./bench-steps.js";

/** How often each run is measured, after one that is not. */
const TIMES = 5;

const kinds: readonly Measured[] = ["empty", "read", "write"];

/** Prints how many milliseconds a step of each kind takes: the median of some runs, in turns. */
export async function measured(run: (kind: Measured) => Promise<unknown>): Promise<void> {
  const taken = new Map<Measured, number[]>(kinds.map((kind) => [kind, []]));
  for (let time = 0; time <= TIMES; time++) {
    for (const kind of kinds) {
      const begun = performance.now();
      await run(kind);
      if (time > 0) taken.get(kind)?.push((performance.now() - begun) / STEPS);
    }
  }
  const medians = [...taken].map(([kind, all]) => [kind, all.sort((one, other) => one - other)[TIMES >> 1]]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(medians))}\n`);
}
