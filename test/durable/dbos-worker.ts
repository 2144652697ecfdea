// A process of its own: runs jobs on DBOS, takes up those of processes before it, and may be killed amid one.
import { DBOS } from "@dbos-inc/dbos-sdk";
import { drain } from "../../templates/engines/durable.js";
import { forkOnDbos, onDbos } from "../../templates/engines/dbos.js";
import { WorkflowError } from "../../generated/index.js";
import { type End, type Job, type Order, work } from "./jobs.js";

const order: Order = JSON.parse(process.argv[2] ?? "");
process.once("SIGTERM", () => void drain().then(() => process.exit(0)));

const run = DBOS.registerWorkflow((job: Job) => onDbos((runner) => work(job, order, runner)), { name: "run" });

DBOS.setConfig({
  name: "durable",
  systemDatabaseUrl: order.engine,
  applicationVersion: String(order.deployedAs ?? order.version ?? 1),
  executorID: order.name ?? "worker",
  logLevel: "error",
});
await DBOS.launch();
const started = order.jobs.map((job) => DBOS.startWorkflow(run, { workflowID: job.id })(job));
const handles = await Promise.all(started);
process.stdout.write("ready\n");
for (const handle of handles) await handle.getResult().catch(() => undefined);
for (const id of order.until) {
  const handle = order.fork === true ? await forkOnDbos(id) : DBOS.retrieveWorkflow(id);
  const end = await handle.getResult({ pollingIntervalMs: 50 }).then(
    (outputs): End => ({ id, outputs }),
    (error: unknown): End => ({ id, error: WorkflowError.from(error)?.code ?? String(error) }),
  );
  process.stdout.write(`${JSON.stringify(end)}\n`);
}
await DBOS.shutdown();
