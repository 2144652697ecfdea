// `npm run test:durable`: kills the workers of durable engines, and the engines, at every moment of several workflows, and
// has many runs under way through a rolling restart. Its last line counts what came of it. `DURABLE_MOMENTS` limits the
// moments, `DURABLE_ROLLING` says how many runs, and names of engines choose among them.
import { type Tally, tallyOf } from "./kills.js";
import { onDbos } from "./on-dbos.js";
import { onRestate } from "./on-restate.js";
import { onPostgres } from "./on-stores.js";
import { type Rolled, rolled } from "./rolling.js";
import type { Verdict } from "./site.js";

/** How many runs that came out wrong are told one by one. */
const MOST_TOLD = 20;
/** How often workers are to be killed at least on both engines. */
const LEAST_KILLS = 200;

const limit = Number(process.env["DURABLE_MOMENTS"] ?? Infinity);
const count = Number(process.env["DURABLE_ROLLING"] ?? 1_000);
const engines = { dbos: onDbos, restate: onRestate, postgres: onPostgres };
const named = process.argv.slice(2);
const chosen = Object.entries(engines).filter(([name]) => named.length === 0 || named.includes(name));
const begun = Date.now();

function words({ right, unknown, wrong, twice }: Verdict): string {
  return `${right} right, ${unknown} of unknown outcome, ${wrong.length} wrong, ${twice.length} sent twice`;
}

function ofKills({ name, kills, crashes, pairs, runs, ...verdict }: Tally): string {
  const twice = pairs > 0 ? `, ${pairs} of them taken up by two workers at a time` : "";
  const how = `${kills} kills of a worker and ${crashes} of the engine amid ${runs} runs${twice}`;
  return `${name}: ${how}: ${words({ runs, ...verdict })}`;
}

function ofRestart({ name, ms, atOnce, runs, ...verdict }: Rolled): string {
  const how = `${runs} runs, ${atOnce} at once, through a rolling restart of two workers in ${Math.round(ms / 1_000)} s`;
  return `${name}: ${how}: ${words({ runs, ...verdict })}`;
}

const tallies = limit === 0 ? [] : await Promise.all(chosen.map(([, open]) => tallyOf(open, { limit })));
const restarts: Rolled[] = [];
// One engine at a time, which has the whole machine.
for (const [, open] of count === 0 ? [] : chosen) {
  const restart = await rolled(open, count);
  if (!restart) continue;
  console.log(ofRestart(restart));
  restarts.push(restart);
}
const all = [...tallies, ...restarts];
for (const { name, twice, wrong } of all) {
  for (const line of twice) console.log(`${name}, sent twice: ${line}`);
  for (const line of wrong.slice(0, MOST_TOLD)) console.log(`${name}, wrong: ${line}`);
}
const took = `${Math.round((Date.now() - begun) / 1_000)} s`;
console.log([...tallies.map(ofKills), ...restarts.map(ofRestart), took].join("; "));
const isWrong = all.some(({ twice, wrong }) => twice.length + wrong.length > 0);
const kills = tallies
  .filter(({ name }) => name === "DBOS" || name === "Restate")
  .reduce((sum, one) => sum + one.kills, 0);
const isShort = limit === Infinity && chosen.length === Object.keys(engines).length && kills < LEAST_KILLS;
process.exitCode = isWrong || isShort || restarts.some(({ atOnce }) => atOnce < count) ? 1 : 0;
