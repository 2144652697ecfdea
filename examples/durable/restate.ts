// `npm run example:restate`: a message on Restate, whose worker is killed amid the run.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as restate from "@restatedev/restate-sdk";
import { sendMessageTrackStatus, type SendMessageTrackStatusInput } from "../../generated/index.js";
import { onRestate } from "../../templates/engines/restate.js";
import { startLocalTwilio } from "../local-twilio/index.js";
import { freePort } from "./postgres.js";
import { startRestate } from "./restate-server.js";
import { conclude, INPUT, killAmid, optionsOf, type Order, RUN, startWorker } from "./show.js";

/** Serves the workflow to Restate. */
async function work(order: Order): Promise<void> {
  const messages = restate.workflow({
    name: "messages",
    handlers: {
      run: (ctx: restate.WorkflowContext, input: SendMessageTrackStatusInput) =>
        onRestate(ctx, (runner) => sendMessageTrackStatus(input, { ...optionsOf(order), runner })),
    },
  });
  await restate.serve({ services: [messages], port: Number(order.engine) });
  console.log("ready");
}

async function show(): Promise<void> {
  const server = await startRestate();
  const twilio = await startLocalTwilio();
  const port = await freePort();
  const order = { engine: String(port), twilio: twilio.baseUrl(""), credentials: twilio.credentials };
  const start = async (): Promise<ReturnType<typeof startWorker>> => {
    const worker = startWorker(fileURLToPath(import.meta.url), order);
    await once(worker.stdout ?? worker, "data");
    return worker;
  };
  try {
    const first = await start();
    await server.register(port);
    const headers = { "content-type": "application/json" };
    const run = `${server.ingress}/messages/${RUN}`;
    await fetch(`${run}/run/send`, { method: "POST", headers, body: JSON.stringify(INPUT) });
    await killAmid(first, twilio);
    const second = await start();
    const answer = await fetch(`${server.ingress}/restate/workflow/messages/${RUN}/attach`);
    conclude(await answer.json(), twilio);
    const ended = once(second, "exit");
    second.kill();
    await ended;
  } finally {
    await twilio.close();
    await server.close();
  }
}

const [, , order] = process.argv;
await (order === undefined ? show() : work(JSON.parse(order)));
