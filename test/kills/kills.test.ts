import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type LocalTwilio, type Performed, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { Random } from "../fuzz/random.js";
import { type Job, type Order, stored } from "./order.js";

const SEED = 20_240_917;
const GROUPS = 2;
const JOBS_OF_A_GROUP = 28;
const KILLS_OF_A_GROUP = 6;
/** So many processes go on with a group without a kill; what is not at its end by then is stuck. */
const LAST_PROCESSES = 12;

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** The steps that write, and their operations: what a job of a kind does once. */
const writes: Readonly<Record<Job["kind"], Readonly<Record<string, string>>>> = {
  message: { sendMessage: "createMessage" },
  conversation: {
    createConversation: "CreateConversation",
    addParticipant: "CreateConversationParticipant",
    sendMessage: "CreateConversationMessage",
  },
  service: { createService: "createMessagingService", addNumber: "addPhoneNumber" },
  flow: { createFlow: "CreateFlow", triggerExecution: "CreateExecution" },
};
const kinds: readonly Job["kind"][] = ["message", "conversation", "service", "flow"];

test("of runs that are killed at random, and resumed from a slow store, none sends twice, is lost, or is stuck", async () => {
  const random = new Random(SEED);
  const folder = mkdtempSync(join(tmpdir(), "kills-"));
  const twilio = await startLocalTwilio();
  onTestFinished(async () => {
    await twilio.close();
    rmSync(folder, { recursive: true });
  });
  addFaults(twilio, random);

  const groups = Array.from({ length: GROUPS }, (_group, index) => jobsOf(index));
  const killed = await Promise.all(groups.map((jobs, index) => finish(jobs, twilio, folder, new Random(SEED + index))));
  const jobs = groups.flat();
  const times = jobs.map((job) =>
    Object.values(writes[job.kind]).map((operation) => done(twilio, job, operation).length),
  );
  const stuck = jobs.filter(({ id }) => !existsSync(join(folder, `${id}.done`))).map(({ id }) => id);
  const twice = jobs.filter((_job, index) => times[index]?.some((count) => count > 1)).map(({ id }) => id);
  const lost = jobs.filter((job, index) => times[index]?.includes(0) || !hasResult(job, twilio, folder));
  const kills = killed.reduce((sum, count) => sum + count, 0);
  console.info(
    `${kills} processes killed at random moments, amid ${jobs.length} runs: ` +
      `${twice.length} sent twice, ${lost.length} lost, ${stuck.length} stuck`,
  );

  expect({ twice, lost, stuck }).toEqual({ twice: [], lost: [], stuck: [] });
  expect(kills).toBeGreaterThan((GROUPS * KILLS_OF_A_GROUP) / 2);
}, 180_000);

/** Each operation that writes goes wrong in each way, once. */
function addFaults(twilio: LocalTwilio, random: Random): void {
  for (const operation of Object.values(writes).flatMap((steps) => Object.values(steps))) {
    const skip = (): number => random.below(12);
    for (const status of [400, 401, 429, 503]) twilio.fail({ operation, with: status, skip: skip() });
    twilio.fail({ operation, with: "reset", skip: skip() });
    twilio.fail({ operation, with: "reset", processed: true, skip: skip() });
    twilio.fail({ operation, with: 503, processed: true, skip: skip() });
    twilio.fail({ operation, with: "truncate", skip: skip() });
  }
}

function jobsOf(group: number): Job[] {
  return Array.from({ length: JOBS_OF_A_GROUP }, (_job, index) => {
    const id = String(group * JOBS_OF_A_GROUP + index).padStart(4, "0");
    const kind = kinds[index % kinds.length] ?? "message";
    return { id, kind, name: `job ${id}`, phone: `+1555867${id}`, number: `PN${id.padStart(32, "0")}` };
  });
}

/** Starts process after process for a group, until all of it is at its end; gives how many of them were killed. */
async function finish(jobs: readonly Job[], twilio: LocalTwilio, folder: string, random: Random): Promise<number> {
  let killed = 0;
  for (let round = 0; round < 2 * KILLS_OF_A_GROUP + LAST_PROCESSES; round++) {
    const open = jobs.filter(({ id }) => !existsSync(join(folder, `${id}.done`)));
    if (open.length === 0) break;
    const isLast = round >= KILLS_OF_A_GROUP + 2;
    const killAt = isLast || round % 4 === 3 ? undefined : 5 + random.below(100);
    const exitsOnError = !isLast && killAt === undefined;
    const { credentials, baseUrl } = twilio;
    const order = { folder, credentials, baseUrl: baseUrl(""), definition, jobs: open, killAt, exitsOnError };
    if (await run({ ...order, seed: random.below(2 ** 31) })) killed += 1;
    await quiet(twilio);
    // Not each time: until somebody has looked at Twilio, a run in doubt must send nothing.
    if (isLast || random.onceIn(2)) for (const job of open) settle(job, twilio, folder);
  }
  return killed;
}

/** Runs a process to its end, and gives whether it was killed. */
function run(order: Order): Promise<boolean> {
  return new Promise((ended, failed) => {
    const args = ["--import", tsx, resolve("test/kills/child.ts"), JSON.stringify(order)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("close", (code, signal) => {
      if (signal === null && code !== 0) failed(new Error(`a process ended with ${code}: ${said}`));
      else ended(signal === "SIGKILL");
    });
  });
}

/** Waits until the server has done all that reached it before: requests of its own come behind that. */
async function quiet(twilio: LocalTwilio): Promise<void> {
  for (let count = 0; count < 5; count++) {
    await fetch(twilio.baseUrl("nowhere"), { headers: { connection: "close" } }).then((response) => response.text());
  }
}

/** What someone does who finds a run in doubt: looks at Twilio, and notes what came of the request, or that it did not. */
function settle(job: Job, twilio: LocalTwilio, folder: string): void {
  const file = join(folder, `${job.id}.json`);
  const checkpoint = stored(file);
  const [id] = checkpoint?.unknown ?? [];
  if (!checkpoint || id === undefined) return;
  const [performed] = done(twilio, job, writes[job.kind][id] ?? "");
  checkpoint.unknown = [];
  if (performed) {
    const { status, body } = performed.reply;
    checkpoint.answers[id] = { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  }
  writeFileSync(file, JSON.stringify(checkpoint));
}

/** What a job's requests for an operation brought about. */
function done(twilio: LocalTwilio, { name, phone, number }: Job, operation: string): Performed[] {
  const marks = [name, phone, number];
  return twilio.performed.filter(
    ({ request, reply }) =>
      reply.status < 300 && request.operation === operation && request.form.some(([, value]) => marks.includes(value)),
  );
}

/** Whether what a job returned is of what it made. */
function hasResult(job: Job, twilio: LocalTwilio, folder: string): boolean {
  const file = join(folder, `${job.id}.done`);
  const [made] = done(twilio, job, Object.values(writes[job.kind])[0] ?? "");
  const sid = made && "sid" in made.reply.body ? String(made.reply.body.sid) : undefined;
  return sid !== undefined && existsSync(file) && readFileSync(file, "utf8").includes(sid);
}

const definition = JSON.stringify({
  description: "Welcome",
  initial_state: "Trigger",
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingRequest" }],
      properties: { offset: { x: 0, y: 0 } },
    },
  ],
  flags: { allow_concurrent_calls: true },
});
