// A process of its own: sends to many recipients as far as it comes, and is killed at a moment that its order says.
import { rename, writeFile } from "node:fs/promises";
import { inProcess, sendToMany } from "../../generated/index.js";
import { stored } from "./order.js";

/** What it is to do. */
export interface ManyOrder {
  /** The files of its checkpoint and of its result. */
  readonly file: string;
  readonly result: string;
  readonly baseUrl: string;
  readonly credentials: { readonly accountSid: string; readonly authToken: string };
  readonly recipients: readonly string[];
  /** The request, counted from 1, around which it ends: an even one before it is sent, an odd one behind its answer. */
  readonly killAt: number | undefined;
}

const order: ManyOrder = JSON.parse(process.argv[2] ?? "");
let requests = 0;

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function write(file: string, content: unknown): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(content));
  await rename(`${file}.new`, file);
}

const { results } = await sendToMany(
  { from: "+15017122661", recipients: order.recipients.map((to) => ({ to, body: `To ${to}` })) },
  {
    baseUrl: (host) => order.baseUrl + host,
    credentials: order.credentials,
    region: "",
    edge: "",
    poll: { interval: 1 },
    runner: { ...inProcess, sleep: turn },
    resume: stored(order.file),
    onCheckpoint: (checkpoint) => write(order.file, checkpoint),
    async fetch(url, init) {
      requests += 1;
      const isLast = requests === order.killAt;
      if (isLast && requests % 2 === 0) process.kill(process.pid, "SIGKILL");
      const response = await fetch(url, init);
      if (isLast) process.kill(process.pid, "SIGKILL");
      return response;
    },
  },
);
await write(order.result, results);
