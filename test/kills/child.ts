// A process of its own: brings its jobs as far as it can, and is killed at a moment that its order says.
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Checkpoint,
  createFlowAndExecute,
  createConversationAddParticipantSendMessage,
  inProcess,
  isWorkflowError,
  provisionMessagingServiceAddNumber,
  sendMessageTrackStatus,
  type WorkflowOptions,
} from "../../generated/index.js";
import { Random } from "../fuzz/random.js";
import { type Job, type Order, stored } from "./order.js";

const order: Order = JSON.parse(process.argv[2] ?? "");
const random = new Random(order.seed);
let moments = 0;

/** One of the moments at which the process may end. */
function moment(): void {
  moments += 1;
  if (moments === order.killAt) process.kill(process.pid, "SIGKILL");
}

async function turns(): Promise<void> {
  for (let turn = random.below(12); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
}

/** Writes a file that is there as a whole or not at all, slowly. */
async function write(file: string, content: unknown): Promise<void> {
  const text = JSON.stringify(content);
  moment();
  await turns();
  await writeFile(`${file}.new`, text);
  moment();
  await turns();
  await rename(`${file}.new`, file);
  moment();
  await turns();
}

function start({ kind, name, phone, number }: Job, options: WorkflowOptions): Promise<object> {
  const from = "+15017122661";
  switch (kind) {
    case "message":
      return sendMessageTrackStatus({ to: phone, from, body: name }, options);
    case "conversation":
      return createConversationAddParticipantSendMessage(
        { friendlyName: name, participantAddress: phone, proxyAddress: from, body: name },
        options,
      );
    case "service":
      return provisionMessagingServiceAddNumber({ friendlyName: name, phoneNumberSid: number }, options);
    default:
      return createFlowAndExecute(
        { friendlyName: name, status: "published", definition: order.definition, to: phone, from },
        options,
      );
  }
}

async function work(job: Job): Promise<void> {
  const file = join(order.folder, `${job.id}.json`);
  const options: WorkflowOptions = {
    baseUrl: (host) => order.baseUrl + host,
    credentials: order.credentials,
    region: "",
    edge: "",
    retries: 1,
    poll: { interval: 1 },
    runner: { ...inProcess, sleep: turns },
    onCheckpoint: (checkpoint) => write(file, checkpoint),
    async fetch(url, init) {
      moment();
      const response = await fetch(url, init);
      moment();
      return response;
    },
  };
  let resume: Checkpoint | null = stored(file);
  for (let tries = 0; tries < 3; tries++) {
    try {
      const outputs = await start(job, { ...options, resume });
      return await write(join(order.folder, `${job.id}.done`), outputs);
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      if (progress(stored(file)) !== progress(error.checkpoint)) {
        throw new Error(`job ${job.id}: the store does not agree with "${error.message}"`, { cause: error });
      }
      if (order.exitsOnError) process.kill(process.pid, "SIGTERM");
      resume = error.checkpoint;
    }
  }
}

function progress(checkpoint: Checkpoint | null): string {
  return JSON.stringify([checkpoint?.answers ?? {}, checkpoint?.unknown ?? []]);
}

await Promise.all(order.jobs.map(work));
