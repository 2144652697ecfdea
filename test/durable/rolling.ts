import type { Harness } from "./harness.js";
import { jobOf, type Site, startTwilios, type Verdict } from "./site.js";

/** How long nothing may happen before a restart goes on all the same, in milliseconds. */
const LONGEST_STANDSTILL = 5_000;

/** What came of the runs of one engine. */
export interface Rolled extends Verdict {
  readonly name: string;
  /** How long all of it took, in milliseconds. */
  readonly ms: number;
}

/**
 * Has runs under way at once, four of five begun by the first version of the code, and restarts two workers, one after the
 * other, with the second version amid of them.
 */
export async function rolled(open: (site: Site) => Promise<Harness>, count: number): Promise<Rolled | undefined> {
  const twilios = await startTwilios();
  const harness = await open(twilios.site);
  try {
    const jobs = Array.from({ length: count }, (_job, index) =>
      jobOf(index % 2 === 0 ? "message" : "conversation", index % 5 === 4 ? 2 : 1),
    );
    const begun = Date.now();
    let share = 0;
    const ends = await harness.roll?.(jobs, async () => {
      share += 1 / 4;
      let [last, at] = [twilios.writes(), Date.now()];
      while (last < share * count && Date.now() - at < LONGEST_STANDSTILL) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const now = twilios.writes();
        if (now > last) [last, at] = [now, Date.now()];
      }
    });
    return ends && { name: harness.name, ms: Date.now() - begun, ...twilios.judge(jobs, ends) };
  } finally {
    await harness.close();
    await twilios.close();
  }
}
