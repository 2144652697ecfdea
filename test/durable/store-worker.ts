// A process of its own: runs jobs whose checkpoints are kept in files or in PostgreSQL, takes up those of processes before
// it, and may be killed amid one.
import pg from "pg";
import { inProcess } from "../../generated/index.js";
import { fileStore, keptRuns, postgresStore } from "../../templates/checkpoints/index.js";
import { type End, type Job, type Order, work } from "./jobs.js";

/** How long a worker may give no sign, in milliseconds. */
const LEASE = 1_500;

const order: Order = JSON.parse(process.argv[2] ?? "");
const pool = order.engine.startsWith("postgresql:") ? new pg.Pool({ connectionString: order.engine }) : undefined;
// It says so when its server ends.
pool?.on("error", () => undefined);
const store = pool ? postgresStore(pool) : fileStore(order.engine);
const runs = keptRuns(store, { job: (job: Job, options) => work(job, order, inProcess, options) }, { lease: LEASE });

process.stdout.write("ready\n");
await Promise.all(order.jobs.map((job) => runs.start("job", job.id, job).catch(() => undefined)));

const left = new Set(order.until);
while (left.size > 0) {
  await runs.resumeUnfinished().catch(() => undefined);
  for (const id of left) {
    const run = await store.read(id).catch(() => undefined);
    if (!run?.end) continue;
    left.delete(id);
    const { outputs, error } = run.end;
    const end: End = error ? { id, error: error.code } : { id, outputs };
    process.stdout.write(`${JSON.stringify(end)}\n`);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}
await pool?.end();
