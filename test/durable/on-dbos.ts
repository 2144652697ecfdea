import { startPostgres } from "../../examples/durable/postgres.js";
import { halves, type Harness } from "./harness.js";
import type { Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, crashAmid, endsOf, startWorker, stopped, type Worker } from "./worker.js";

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
    async roll(jobs, midway) {
      const names = ["one", "two"] as const;
      // Two that find no tables both make them, and one of them fails.
      await start({}).ended;
      const [old, fresh] = [halves(jobs, 1), halves(jobs, 2)];
      const first = names.map((name, index) => start({ name, version: 1, jobs: old[index] ?? [] }));
      await Promise.all(first.map(({ ready }) => ready));
      const workers: Worker[] = [];
      for (const [index, name] of names.entries()) {
        await midway();
        if (first[index]) await stopped(first[index]);
        for (const [version, own] of [old, fresh].entries()) {
          const its = own[index] ?? [];
          const until = its.map(({ id }) => id);
          workers.push(start({ name, version: version + 1, jobs: version === 0 ? [] : its, until }));
        }
      }
      return (await Promise.all(workers.map(endsOf))).flat();
    },
    finish: (jobs) => endsOf(start({ jobs, until: jobs.map(({ id }) => id) })),
    fork: (id) => endsOf(start({ until: [id], fork: true })),
    close: () => postgres.close(),
  };
}
