// `npm run example:dbos`: a message on DBOS, whose worker is killed amid the run. With DATABASE_URL on that PostgreSQL, or
// else on one that is started for this.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { sendMessageTrackStatus, type SendMessageTrackStatusInput } from "../../generated/index.js";
import { onDbos } from "../../templates/engines/dbos.js";
import { startLocalTwilio } from "../local-twilio/index.js";
import { startPostgres } from "./postgres.js";
import { conclude, INPUT, killAmid, optionsOf, type Order, RUN, startWorker } from "./show.js";

/** Takes up the runs of the worker before it, begins one if there is none, and writes what it returned. */
async function work(order: Order): Promise<void> {
  const send = DBOS.registerWorkflow(
    (input: SendMessageTrackStatusInput) =>
      onDbos((runner) => sendMessageTrackStatus(input, { ...optionsOf(order), runner })),
    { name: "send" },
  );
  DBOS.setConfig({ name: "example", systemDatabaseUrl: order.engine, applicationVersion: "1", logLevel: "error" });
  await DBOS.launch();
  const run = await DBOS.startWorkflow(send, { workflowID: RUN + order.twilio })(INPUT);
  console.log(JSON.stringify(await run.getResult()));
  await DBOS.shutdown();
}

async function show(): Promise<void> {
  const url = process.env["DATABASE_URL"];
  const database = url === undefined ? await startPostgres() : { url, close: async () => undefined };
  const twilio = await startLocalTwilio();
  try {
    const order = { engine: database.url, twilio: twilio.baseUrl(""), credentials: twilio.credentials };
    const file = fileURLToPath(import.meta.url);
    await killAmid(startWorker(file, order), twilio);
    const second = startWorker(file, order);
    const [line] = await once(second.stdout ?? second, "data");
    conclude(JSON.parse(String(line)), twilio);
    await once(second, "exit");
  } finally {
    await twilio.close();
    await database.close();
  }
}

const [, , order] = process.argv;
await (order === undefined ? show() : work(JSON.parse(order)));
