import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { WorkflowOptions } from "../../generated/index.js";
import type { LocalTwilio } from "../local-twilio/index.js";

/** What a worker of an example is told. */
export interface Order {
  /** A database, or the port to serve on. */
  readonly engine: string;
  readonly twilio: string;
  readonly credentials: LocalTwilio["credentials"];
}

export const RUN = "reminder-for-table-8";
export const INPUT = { to: "+15558675310", from: "+15017122661", body: "Your table is ready at eight. See you!" };

/** The options of a run that talks to the local Twilio. */
export function optionsOf({ twilio, credentials: { accountSid, authToken } }: Order): WorkflowOptions {
  return {
    baseUrl: (host) => twilio + host,
    credentials: { accountSid, authToken },
    region: "",
    edge: "",
    poll: { interval: 1_000, factor: 1 },
  };
}

/** Starts a file of the examples as a process of its own. */
export function startWorker(file: string, order: Order): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return spawn(process.execPath, ["--import", tsx, file, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Waits until a message was sent and its status has been read, and kills the worker there. */
export async function killAmid(worker: ChildProcess, twilio: LocalTwilio): Promise<void> {
  const reads = (): number => twilio.requests.filter(({ operation }) => operation === "fetchMessage").length;
  while (reads() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
  console.log("The message was sent, and its status read once. The worker has been killed; a second one starts.");
}

/** Says how the run ended, and how often the message was sent. */
export function conclude(outputs: unknown, twilio: LocalTwilio): void {
  const sent = twilio.performed.filter(({ request }) => request.operation === "createMessage").length;
  console.log(`The run came to its end: ${JSON.stringify(outputs)}`);
  console.log(`Messages sent: ${sent}`);
}
