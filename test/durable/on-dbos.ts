import { startPostgres } from "../../examples/durable/postgres.js";
import type { Harness } from "./harness.js";
import type { Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, endsOf, startWorker, type Worker } from "./worker.js";

/** How long a worker may go on after its database has crashed, in milliseconds. */
const AFTERLIFE = 1_000;

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
      const ended = worker.ended.catch(() => undefined);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, AFTERLIFE))]);
      worker.child.kill("SIGKILL");
      await ended;
    },
    async recoverTwice(id) {
      await Promise.all([start({ until: [id] }).ended, start({ until: [id] }).ended]);
    },
    finish: (jobs) => endsOf(start({ jobs, until: jobs.map(({ id }) => id) })),
    close: () => postgres.close(),
  };
}
