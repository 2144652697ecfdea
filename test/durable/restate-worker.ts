// A process of its own: serves jobs to Restate, and may be killed amid one.
import * as restate from "@restatedev/restate-sdk";
import { drain } from "../../templates/engines/durable.js";
import { onRestate, restateWakeups } from "../../templates/engines/restate.js";
import { type Job, type Order, work } from "./jobs.js";

const order: Order = JSON.parse(process.argv[2] ?? "");
process.once("SIGTERM", () => void drain().then(() => process.exit(0)));

const jobs = restate.workflow({
  name: "jobs",
  handlers: {
    run: (ctx: restate.WorkflowContext, job: Job) => onRestate(ctx, (runner) => work(job, order, runner)),
  },
});

await restate.serve({ services: [jobs, restateWakeups], port: Number(order.engine) });
process.stdout.write("ready\n");
