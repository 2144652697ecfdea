import { WorkflowError } from "../../generated/index.js";
import { freePort } from "../../examples/durable/postgres.js";
import { startRestate } from "../../examples/durable/restate-server.js";
import { wakeOnRestate } from "../../templates/engines/restate.js";
import { startBalancer } from "./balancer.js";
import { CHANGE, halves, type Harness } from "./harness.js";
import type { End, Job, Order } from "./jobs.js";
import type { Site } from "./site.js";
import { bundled, startWorker, stopped, type Worker } from "./worker.js";

export async function onRestate(site: Site): Promise<Harness> {
  const server = await startRestate();
  const program = await bundled("restate-worker");
  const port = await freePort();
  let isKnown = false;
  // Every other time that the server crashes, its worker is killed too.
  let isWorkerLeft = false;
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
      await Promise.race([worker.ended, endOf(server.ingress, job.id)]);
      await stop(worker);
      return worker.killedAt;
    },
    async crash(jobs) {
      const worker = await start({});
      await Promise.all(jobs.map(send));
      await server.crash();
      isWorkerLeft = !isWorkerLeft;
      if (isWorkerLeft) await Promise.all(jobs.map(({ id }) => endOf(server.ingress, id)));
      await stop(worker);
    },
    async change(job) {
      const first = await start({ version: 1, kill: { id: job.id, moment: CHANGE } });
      await send(job);
      await first.ended;
      const second = await start({ version: 2 });
      await second.complains(/\(570\) Found a mismatch/);
      await stop(second);
      // With its own code back it goes on.
      const third = await start({ version: 1 });
      const end = await endOf(server.ingress, job.id);
      await stop(third);
      if (end.outputs === undefined) throw new Error(`it does not go on: ${JSON.stringify(end)}`);
    },
    async roll(jobs, midway, restarted) {
      const fresh = halves(jobs, 2);
      const versions = [await startBalancer(), await startBalancer()] as const;
      const up: Worker[] = [];
      const begin = async (version: 1 | 2): Promise<Worker> => {
        const own = await freePort();
        const worker = startWorker(program, { ...site, engine: String(own), version, jobs: [], until: [] });
        await worker.ready;
        versions[version - 1]?.workers.push(own);
        up.push(worker);
        return worker;
      };
      const end = async (worker: Worker): Promise<void> => {
        versions[0].workers.shift();
        await stopped(worker);
      };
      const [one, two] = [await begin(1), await begin(1)];
      await server.register(versions[0].port);
      const old = jobs.filter(({ version }) => version === 1);
      const sent = inTurns(old, send);
      await midway();
      await end(one);
      await sent;
      await begin(2);
      await server.register(versions[1].port);
      await inTurns(fresh[0], send);
      await midway();
      await end(two);
      await Promise.all([begin(1), begin(2)]);
      restarted();
      await inTurns(fresh[1], send);
      const ends: End[] = [];
      await inTurns(jobs, async ({ id }) => void ends.push(await endOf(server.ingress, id)));
      await Promise.all(up.map(stop));
      await Promise.all(versions.map((balancer) => balancer.close()));
      return ends;
    },
    async finish(jobs) {
      const worker = await start({});
      const ends = await Promise.all(jobs.map(({ id }) => endOf(server.ingress, id)));
      await stop(worker);
      return ends;
    },
    wake: wakeOnRestate(server.ingress),
    close: () => server.close(),
  };
}

/** Does something for all jobs, for 50 at a time. */
async function inTurns(jobs: readonly Job[], work: (job: Job) => Promise<void>): Promise<void> {
  const left = [...jobs];
  const next = async (): Promise<void> => {
    for (let job = left.shift(); job; job = left.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: 50 }, next));
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
