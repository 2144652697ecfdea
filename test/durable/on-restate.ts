import { WorkflowError } from "../../generated/index.js";
import { freePort } from "../../examples/durable/postgres.js";
import { startRestate } from "../../examples/durable/restate-server.js";
import type { Harness } from "./harness.js";
import type { End, Job, Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, startWorker, type Worker } from "./worker.js";

export async function onRestate(site: Site): Promise<Harness> {
  const server = await startRestate();
  const program = await bundled("restate-worker");
  const port = await freePort();
  let isKnown = false;
  const start = async (order: Partial<Order>): Promise<Worker> => {
    const worker = startWorker(program, { ...site, engine: String(port), jobs: [], until: [], ...order });
    await worker.ready;
    if (!isKnown) await server.register(port);
    isKnown = true;
    return worker;
  };
  const stop = async (worker: Worker): Promise<void> => {
    worker.child.kill("SIGKILL");
    await worker.ended;
  };
  const send = async (job: Job): Promise<void> => {
    const answer = await fetch(`${server.ingress}/jobs/${job.id}/run/send`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(job),
    });
    if (!answer.ok) throw new Error(`Restate does not take the job: ${await answer.text()}`);
  };
  return {
    name: "Restate",
    async kill(job, moment) {
      const worker = await start({ kill: { id: job.id, moment } });
      await send(job);
      const outcome = await Promise.race([worker.ended, endOf(server.ingress, job.id)]);
      if (outcome === true) return true;
      await stop(worker);
      return false;
    },
    async crash(jobs) {
      const worker = await start({});
      await Promise.all(jobs.map(send));
      await server.crash();
      await stop(worker);
    },
    async finish(jobs) {
      const worker = await start({});
      const ends = await Promise.all(jobs.map(({ id }) => endOf(server.ingress, id)));
      await stop(worker);
      return ends;
    },
    close: () => server.close(),
  };
}

/** How a job ended, once it has. */
async function endOf(ingress: string, id: string): Promise<End> {
  for (;;) {
    const answer = await fetch(`${ingress}/restate/workflow/jobs/${id}/attach`).catch(() => undefined);
    if (!answer) await new Promise((resolve) => setTimeout(resolve, 50));
    else if (answer.ok) return { id, outputs: await answer.json() };
    else {
      const text = await answer.text();
      const { metadata } = JSON.parse(text);
      return { id, error: WorkflowError.from(metadata && JSON.parse(metadata.error))?.code ?? text };
    }
  }
}
