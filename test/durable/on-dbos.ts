import { DBOSClient } from "@dbos-inc/dbos-sdk";
import { wakeOnDbos } from "../../templates/engines/dbos.js";
import { startPostgres } from "../../examples/durable/postgres.js";
import { CHANGE, halves, type Harness } from "./harness.js";
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
    kill: (job, moment) => start({ jobs: [job], kill: { id: job.id, moment } }).killedAt,
    crash: (jobs) => crashAmid(start({ jobs }), postgres.crash),
    async recoverTwice(id) {
      await Promise.all([start({ until: [id] }).ended, start({ until: [id] }).ended]);
    },
    async change(job) {
      await start({ version: 1, jobs: [job], kill: { id: job.id, moment: CHANGE } }).ended;
      const [end] = await endsOf(start({ version: 2, deployedAs: 1, until: [job.id] }));
      if (!end?.error?.includes("Check that your workflow is deterministic"))
        throw new Error(`not refused: ${JSON.stringify(end)}`);
    },
    async roll(jobs, midway, restarted) {
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
        // What one takes up may have been begun by the other one, so that neither ends before all of them have.
        workers.push(start({ name, version: 1, until: old.flat().map(({ id }) => id) }));
        const its = fresh[index] ?? [];
        workers.push(start({ name, version: 2, jobs: its, until: its.map(({ id }) => id) }));
      }
      restarted();
      const ends = (await Promise.all(workers.map(endsOf))).flat();
      return [...new Map(ends.map((end) => [end.id, end])).values()];
    },
    finish: (jobs) => endsOf(start({ jobs, until: jobs.map(({ id }) => id) })),
    fork: (id) => endsOf(start({ until: [id], fork: true })),
    async wake(wakeUp, run) {
      const client = await DBOSClient.create({ systemDatabaseUrl: postgres.url });
      await wakeOnDbos(client)(wakeUp, run).finally(() => client.destroy());
    },
    close: () => postgres.close(),
  };
}
