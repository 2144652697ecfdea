import type { Harness } from "./harness.js";
import { jobOf, type Site, startTwilios, type Verdict } from "./site.js";

/** How long nothing may happen before a restart goes on all the same, in milliseconds. */
const LONGEST_STANDSTILL = 10_000;

/** What came of the runs of one engine. */
export interface Rolled extends Verdict {
  readonly name: string;
  /** How many of them were under way all the time, from before the first restart until after the last. */
  readonly atOnce: number;
  /** How long all of it took, in milliseconds. */
  readonly ms: number;
}

/**
 * Restarts two workers, one after the other, with the second version of the code, while runs are under way: so many whose
 * messages do not arrive before that, and half as many that write meanwhile, of which the first version begins every other
 * one.
 */
export async function rolled(open: (site: Site) => Promise<Harness>, count: number): Promise<Rolled | undefined> {
  const twilios = await startTwilios(true);
  const harness = await open(twilios.site);
  try {
    const waiting = Array.from({ length: count }, () => jobOf("message", 1));
    const writing = Array.from({ length: count / 2 }, (_job, index) => jobOf("conversation", (index % 2) + 1));
    const jobs = [...waiting, ...writing];
    const begun = Date.now();
    let atOnce = 0;
    const isReached = [
      () => twilios.sent() >= count,
      // Some of what the first version writes besides, and of what the second does.
      () => twilios.writes() >= count * (12 / 8),
    ];
    const midway = async (): Promise<void> => {
      const reached = isReached.shift() ?? (() => true);
      let [last, at] = [twilios.writes(), Date.now()];
      while (!reached() && Date.now() - at < LONGEST_STANDSTILL) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const now = twilios.writes();
        if (now > last) [last, at] = [now, Date.now()];
      }
      if (atOnce === 0) atOnce = twilios.sent();
    };
    const ends = await harness.roll?.(jobs, midway, twilios.deliver);
    return ends && { name: harness.name, atOnce, ms: Date.now() - begun, ...twilios.judge(jobs, ends) };
  } finally {
    await harness.close();
    await twilios.close();
  }
}
