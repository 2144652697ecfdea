// `npm run test:durable`: kills the workers of durable engines, and the engines, at every moment of several workflows. Its
// last line counts what came of it. `DURABLE_MOMENTS` limits the moments, and names of engines choose among them.
import { type Tally, tallyOf } from "./kills.js";
import { onDbos } from "./on-dbos.js";
import { onRestate } from "./on-restate.js";
import { onPostgres } from "./on-stores.js";

const limit = Number(process.env["DURABLE_MOMENTS"] ?? Infinity);
const engines = { dbos: onDbos, restate: onRestate, postgres: onPostgres };
const named = process.argv.slice(2);
const chosen = Object.entries(engines).filter(([name]) => named.length === 0 || named.includes(name));
const begun = Date.now();

const tallies: readonly Tally[] = await Promise.all(chosen.map(([, open]) => tallyOf(open, { limit })));
for (const { name, twice, wrong } of tallies) {
  for (const line of twice) console.log(`${name}, sent twice: ${line}`);
  for (const line of wrong) console.log(`${name}, wrong: ${line}`);
}
const counts = tallies.map(
  ({ name, kills, crashes, pairs, runs, right, unknown, twice, wrong }) =>
    `${name}: ${kills} kills of a worker and ${crashes} of the engine amid ${runs} runs` +
    (pairs > 0 ? `, ${pairs} of them taken up by two workers at a time` : "") +
    `: ${right} right, ${unknown} of unknown outcome, ${wrong.length} wrong, ${twice.length} sent twice`,
);
console.log(`${counts.join("; ")}; ${Math.round((Date.now() - begun) / 1_000)} s`);
process.exitCode = tallies.some(({ twice, wrong }) => twice.length + wrong.length > 0) ? 1 : 0;
