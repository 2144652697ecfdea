import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "../../examples/durable/postgres.js";
import { postgresStore } from "../../templates/checkpoints/index.js";
import type { Harness } from "./harness.js";
import type { Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, crashAmid, endsOf, startWorker, type Worker } from "./worker.js";

/** Runs without an engine, kept in PostgreSQL. */
export async function onPostgres(site: Site): Promise<Harness> {
  const postgres = await startPostgres();
  const url = postgres.url.replace(/[^/]*$/, "postgres");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await postgresStore(client).setup();
  await client.end();
  return onStore("PostgreSQL without an engine", site, url, postgres.crash, postgres.close);
}

/** The same, kept in files, which nothing but a worker can end amid their writing. */
export async function onFiles(site: Site): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), "durable-files-"));
  return onStore(
    "files",
    site,
    folder,
    async () => undefined,
    async () => rmSync(folder, { recursive: true, force: true }),
  );
}

async function onStore(
  name: string,
  site: Site,
  engine: string,
  crash: () => Promise<void>,
  close: () => Promise<void>,
): Promise<Harness> {
  const program = await bundled("store-worker");
  const start = (order: Partial<Order>): Worker =>
    startWorker(program, { ...site, engine, jobs: [], until: [], ...order });
  return {
    name,
    close,
    kill: (job, moment) => start({ jobs: [job], kill: { id: job.id, moment } }).killedAt,
    crash: (jobs) => crashAmid(start({ jobs }), crash),
    async recoverTwice(id) {
      await Promise.all([start({ until: [id] }).ended, start({ until: [id] }).ended]);
    },
    async finish(jobs) {
      return endsOf(start({ until: jobs.map(({ id }) => id), jobs }));
    },
  };
}
