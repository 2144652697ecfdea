import { startPostgres } from "../../examples/durable/postgres.js";
import type { Harness } from "./harness.js";
import type { Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, crashAmid, endsOf, startWorker, type Worker } from "./worker.js";

export async function onDbos(site: Site): Promise<Harness> {
  const postgres = await startPostgres();
  const program = await bundled("dbos-worker");
  const start = (order: Partial<Order>): Worker =>
    startWorker(program, { ...site, engine: postgres.url, jobs: [], until: [], ...order });
  return {
    name: "DBOS",
    kill: (job, moment) => start({ jobs: [job], kill: { id: job.id, moment } }).ended,
    crash: (jobs) => crashAmid(start({ jobs }), postgres.crash),
    async recoverTwice(id) {
      await Promise.all([start({ until: [id] }).ended, start({ until: [id] }).ended]);
    },
    finish: (jobs) => endsOf(start({ jobs, until: jobs.map(({ id }) => id) })),
    close: () => postgres.close(),
  };
}
