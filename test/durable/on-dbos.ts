import type { End, Job, Order } from "./jobs.js";
import { startPostgres } from "../../examples/durable/postgres.js";
import { bundled, startWorker, type Worker } from "./worker.js";

/** What the test does with an engine. */
export interface Harness {
  readonly name: string;
  /** Starts a job, and kills the process at a moment of it. Gives whether it came to that moment. */
  readonly kill: (job: Job, moment: number) => Promise<boolean>;
  /** Starts jobs, and crashes the engine itself while they run. */
  readonly crash: (jobs: readonly Job[]) => Promise<void>;
  /** Has two workers at a time take up what the last one left; absent where the engine knows one worker only. */
  readonly recoverTwice?: ((id: string) => Promise<void>) | undefined;
  /** Lets all jobs come to their ends, and starts those that an engine was not up to take. */
  readonly finish: (jobs: readonly Job[]) => Promise<End[]>;
  readonly close: () => Promise<void>;
}

/** What all orders of a test have in common. */
export type Site = Pick<Order, "baseUrl" | "silentUrl" | "busyUrl" | "credentials">;

export async function onDbos(site: Site): Promise<Harness> {
  const postgres = await startPostgres();
  const program = await bundled("dbos-worker");
  const start = (order: Partial<Order>): Worker =>
    startWorker(program, { ...site, engine: postgres.url, jobs: [], until: [], ...order });
  return {
    name: "DBOS",
    kill: (job, moment) => start({ jobs: [job], kill: { id: job.id, moment } }).ended,
    async crash(jobs) {
      const worker = start({ jobs });
      await Promise.race([worker.ready, worker.ended]);
      await postgres.crash();
      await Promise.race([worker.ended.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);
      worker.child.kill("SIGKILL");
      await worker.ended.catch(() => undefined);
    },
    async recoverTwice(id) {
      await Promise.all([start({ until: [id] }).ended, start({ until: [id] }).ended]);
    },
    async finish(jobs) {
      const worker = start({ jobs, until: jobs.map(({ id }) => id) });
      await worker.ended;
      return worker.lines.slice(1).map((line) => JSON.parse(line));
    },
    close: () => postgres.close(),
  };
}
