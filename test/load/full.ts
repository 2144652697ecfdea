// 10,000 workflows at once, as `npm run test:load`, polled and with callbacks; the suite has a tenth of it.
import { type Callbacks, describeFigures, type Figures, load } from "./load.js";
import { bytesPerWaitingRun } from "./memory.js";

const RUNS = 10_000;
/** Of so many callbacks one is lost. */
const LOST = 3;

const complaints: string[] = [];
const wants = (name: string, isSo: boolean): void => void (isSo || complaints.push(name));

async function measured(name: string, callbacks: Callbacks): Promise<Figures> {
  const figures = await load(RUNS, 1_000, {}, callbacks);
  console.log(`${name}\n${describeFigures(figures)}\n`);
  const { delivered, messages, twice } = figures;
  wants(`${name}: all are delivered, each once`, delivered === RUNS && messages === RUNS && twice === 0);
  return figures;
}

const polled = await measured("polled", "none");
const told = await measured("with callbacks", { lost: Infinity });
const some = await measured("with a third of the callbacks lost", { lost: LOST });
const bytes = [await bytesPerWaitingRun(RUNS, "time"), await bytesPerWaitingRun(RUNS, "callback")] as const;
const reads = [polled, told, some].map((figures) => (figures.reads / RUNS).toFixed(2));
console.log(`reads a message: ${reads[0]} polled, ${reads[1]} with callbacks, ${reads[2]} with a third of them lost`);
console.log(`memory of a waiting run: ${bytes[0]} bytes polled, ${bytes[1]} bytes with callbacks`);

wants("few requests are refused", polled.limitedOnceSettled < 0.05);
wants("callbacks wake all runs, which read once", told.reads === RUNS && told.woken === RUNS);
wants("they wake those whose callbacks come", some.woken === RUNS - Math.floor(RUNS / LOST));
wants("the others read once too, when their wait is over", some.reads === RUNS);
wants("waiting for a callback takes no more memory", bytes[1] <= bytes[0]);
for (const complaint of complaints) console.log(`not so: ${complaint}`);
process.exitCode = complaints.length === 0 ? 0 : 1;
