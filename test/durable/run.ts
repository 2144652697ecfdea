// `npm run test:durable`: kills the workers of durable engines, and the engines, at every moment of several workflows. Its
// last line counts what came of it.
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import type { End, Job, Kind } from "./jobs.js";
import { type Harness, onDbos, type Site } from "./on-dbos.js";
import { onRestate } from "./on-restate.js";

/** How many requests that must not be sent twice each workflow sends. */
const WRITES: Readonly<Record<Kind, number>> = { message: 1, busy: 1, conversation: 3, service: 2, flow: 2, alarm: 2 };
/** How often an engine itself is killed, and with how many runs under way. */
const CRASHES = 4;
const RUNS_OF_A_CRASH = 10;
/** How often two workers take up one run. */
const PAIRS = 6;

const kinds: readonly Kind[] = ["message", "busy", "conversation", "service", "flow", "alarm"];
const limit = Number(process.env["DURABLE_MOMENTS"] ?? Infinity);

/** What came of one engine. */
interface Tally {
  readonly name: string;
  readonly kills: number;
  readonly crashes: number;
  readonly runs: number;
  readonly right: number;
  readonly unknown: number;
  /** Requests that took effect twice. */
  readonly twice: readonly string[];
  /** Runs that ended in another way, or are not what their end says. */
  readonly wrong: readonly string[];
}

let made = 0;
function jobOf(kind: Kind): Job {
  made += 1;
  const digits = String(made).padStart(7, "0");
  return { id: `${kind}-${digits}`, kind, phone: `+1555${digits}`, number: `PN${digits.padStart(32, "0")}` };
}

async function tallyOf(open: (site: Site) => Promise<Harness>): Promise<Tally> {
  const twilio = await startLocalTwilio();
  const silent = await startLocalTwilio({ messageStatuses: ["queued", "sent"] });
  const busy = await startLocalTwilio();
  const { credentials } = twilio;
  const site = {
    baseUrl: twilio.baseUrl(""),
    silentUrl: silent.baseUrl(""),
    busyUrl: busy.baseUrl(""),
    credentials,
  };
  const harness = await open(site);
  try {
    const jobs: Job[] = [];
    let kills = 0;
    for (const kind of kinds) {
      let pairs = harness.recoverTwice ? PAIRS / kinds.length : 0;
      for (let moment = 1; moment <= limit; moment++) {
        const job = jobOf(kind);
        jobs.push(job);
        if (kind === "busy") busy.fail({ operation: "createMessage", with: 429 });
        if (!(await harness.kill(job, moment))) break;
        kills += 1;
        if (moment % 3 === 0 && pairs-- > 0) await harness.recoverTwice?.(job.id);
      }
      console.log(`${harness.name}: ${kills} kills, up to ${kind}`);
    }
    for (let crash = 0; crash < CRASHES; crash++) {
      const some = Array.from({ length: RUNS_OF_A_CRASH }, (_run, index) =>
        jobOf(kinds[index % kinds.length] ?? "flow"),
      );
      jobs.push(...some);
      await harness.crash(some);
    }
    console.log(`${harness.name}: ${CRASHES} crashes of the engine`);
    const ends = await harness.finish(jobs);
    return { name: harness.name, kills, crashes: CRASHES, ...judged(jobs, ends, [twilio, silent, busy]) };
  } finally {
    await harness.close();
    await twilio.close();
    await silent.close();
    await busy.close();
  }
}

/** Compares how runs ended with what Twilio has done. */
function judged(
  jobs: readonly Job[],
  ends: readonly End[],
  twilios: readonly LocalTwilio[],
): Omit<Tally, "name" | "kills" | "crashes"> {
  const writes = twilios.flatMap(({ performed }) =>
    performed.flatMap(({ request: { method, operation, form }, reply }) =>
      method === "POST" && reply.status < 300 ? [{ operation, values: form.map(([, value]) => value) }] : [],
    ),
  );
  const counts = new Map<string, number>();
  for (const { operation, values } of writes) {
    const key = JSON.stringify([operation, ...values]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const byId = new Map(ends.map((end) => [end.id, end]));
  const wrong = jobs.flatMap(({ id, kind, phone, number }) => {
    const end = byId.get(id);
    const done = writes.filter(({ values }) =>
      values.some((value) => [id, `${id} alarm`, phone, number].includes(value)),
    );
    const isRight = end?.outputs !== undefined && done.length === WRITES[kind];
    const isUnknown = end?.error === "unknown-outcome" && done.length <= WRITES[kind];
    return isRight || isUnknown ? [] : [`${id}: ${JSON.stringify(end)} after ${done.length} writes`];
  });
  return {
    runs: jobs.length,
    right: ends.filter(({ outputs }) => outputs !== undefined).length,
    unknown: ends.filter(({ error }) => error === "unknown-outcome").length,
    twice: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
    wrong,
  };
}

const engines = { dbos: onDbos, restate: onRestate };
const named = process.argv.slice(2);
const chosen = Object.entries(engines).filter(([name]) => named.length === 0 || named.includes(name));
const begun = Date.now();
const tallies = await Promise.all(chosen.map(([, open]) => tallyOf(open)));
for (const { name, twice, wrong } of tallies) {
  for (const line of twice) console.log(`${name}, sent twice: ${line}`);
  for (const line of wrong) console.log(`${name}, wrong: ${line}`);
}
const counts = tallies.map(
  ({ name, kills, crashes, runs, right, unknown, twice, wrong }) =>
    `${name}: ${kills} kills of a worker and ${crashes} of the engine amid ${runs} runs, ` +
    `${right} right, ${unknown} of unknown outcome, ${wrong.length} wrong, ${twice.length} sent twice`,
);
console.log(`${counts.join("; ")}; ${Math.round((Date.now() - begun) / 1_000)} s`);
process.exitCode = tallies.some(({ twice, wrong }) => twice.length + wrong.length > 0) ? 1 : 0;
