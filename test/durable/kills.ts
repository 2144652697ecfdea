import type { Harness } from "./harness.js";
import type { Job, Kind } from "./jobs.js";
import { jobOf, type Site, startTwilios, type Verdict } from "./site.js";

/** How many runs are under way when an engine itself is killed. */
const RUNS_OF_A_CRASH = 10;
/** Of how many moments one is followed by a second kill, amid the recovery: as many as a request has. */
const SECOND_KILL = 4;
/** After which moment of each workflow two workers take up its run: when its first answer is kept. */
const PAIR = 4;

/** How often a moment is looked for to which runs do not come. */
const TRIES = 5;

const every: readonly Kind[] = ["message", "told", "busy", "conversation", "service", "flow", "alarm"];

/** What came of the runs of one engine. */
export interface Tally extends Verdict {
  readonly name: string;
  readonly kills: number;
  readonly crashes: number;
  /** Runs that two workers took up at a time. */
  readonly pairs: number;
}

/**
 * Kills the worker of an engine at each moment of several workflows, the engine itself amid some runs, and lets all of
 * them come to their ends.
 * @param limit How many moments of each workflow
 * @param crashes How often the engine is killed
 */
export async function tallyOf(
  open: (site: Site) => Promise<Harness>,
  { limit = Infinity, kinds = every, crashes = 4 }: { limit?: number; kinds?: readonly Kind[]; crashes?: number } = {},
): Promise<Tally> {
  const twilios = await startTwilios();
  const harness = await open(twilios.site);
  twilios.receiver.wakeBy(harness.wake);
  const tried = kinds.filter((kind) => kind !== "told" || harness.wake !== undefined);
  const begun = Date.now();
  const say = (what: string): void =>
    console.log(`${harness.name}: ${what} after ${Math.round((Date.now() - begun) / 1_000)} s`);
  try {
    const jobs: Job[] = [];
    const left: string[] = [];
    let [kills, pairs] = [0, 0];
    for (const kind of tried) {
      const moments: string[] = [];
      let tries = 0;
      while (moments.length < limit && tries < TRIES) {
        const moment = moments.length + 1;
        const job = jobOf(kind);
        jobs.push(job);
        if (kind === "busy") twilios.refuseOne();
        const at = await harness.kill(job, moment);
        if (at === undefined && covered(moments).missed.length === 0) break;
        // How far one comes that follows a deadline depends on how long everything takes.
        if (at === undefined) {
          tries += 1;
          continue;
        }
        kills += 1;
        moments.push(at);
        // What is replayed has fewer moments than what is done, so that this one comes later in the run, or not at all.
        if (moment % SECOND_KILL === 1 && (await harness.kill(job, moment))) kills += 1;
        if (moment !== PAIR || !harness.recoverTwice) continue;
        await harness.recoverTwice(job.id);
        pairs += 1;
      }
      const { said, missed } = covered(moments);
      say(`${kind}: ${said}; ${kills} kills`);
      if (limit === Infinity) left.push(...missed.map((phase) => `${kind} was not killed ${phase}`));
    }
    for (let crash = 0; crash < crashes; crash++) {
      const some = Array.from({ length: RUNS_OF_A_CRASH }, (_run, index) =>
        jobOf(tried[index % tried.length] ?? "flow"),
      );
      jobs.push(...some);
      await harness.crash(some);
    }
    say(`${crashes} crashes of the engine`);
    const changed = jobOf("conversation", 1);
    await harness.change?.(changed);
    const versions = twilios.versionsOf(changed);
    if (harness.change && versions.join() !== "v1") left.push(`${changed.id} was sent by ${versions.join(" and ")}`);
    if (harness.change) say("code that has changed was refused");
    const ends = await harness.finish(jobs);
    say(`${ends.length} ends`);
    const judged = twilios.judge(jobs, ends);
    const verdict = { ...judged, wrong: [...judged.wrong, ...left] };
    // The second job was killed just before its request was sent.
    const [, unsent] = jobs;
    if (harness.fork && unsent) {
      const forked = await harness.fork(unsent.id);
      const { right, twice } = twilios.judge([unsent], forked);
      const wrong = right === 1 ? [] : [`the fork of ${unsent.id}: ${JSON.stringify(forked)}`];
      return { name: harness.name, kills, crashes, pairs, ...verdict, twice, wrong: [...verdict.wrong, ...wrong] };
    }
    return { name: harness.name, kills, crashes, pairs, ...verdict };
  } finally {
    await harness.close();
    await twilios.close();
  }
}

/** Which steps and waits of a workflow were killed at all of their moments, all passes of a poll taken together, and which not. */
function covered(moments: readonly string[]): { said: string; missed: string[] } {
  const phases = new Map<string, Set<string>>();
  for (const moment of moments) {
    const [phase = "", name = ""] = moment.replace(/\/poll-\d+/, "").split(" ");
    phases.set(name, (phases.get(name) ?? new Set()).add(phase));
  }
  const isWait = (name: string): boolean => phases.get(name)?.has("amid") === true;
  const missed = [...phases].flatMap(([name, seen]) => {
    const wanted = isWait(name) ? ["before", "amid", "after"] : ["before", "sending", "answered", "after"];
    return wanted.filter((phase) => !seen.has(phase)).map((phase) => `${phase} ${name}`);
  });
  const names = [...phases.keys()];
  const waits = names.filter(isWait).length;
  return { said: `killed before, amid and after each of ${names.length - waits} requests and ${waits} waits`, missed };
}
