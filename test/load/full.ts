// 10,000 workflows at once, as `npm run test:load`, polled and with callbacks; the suite has a tenth of it.
import { type Callbacks, describeFigures, type Figures, load } from "./load.js";

async function measured(name: string, callbacks: Callbacks): Promise<Figures> {
  const figures = await load(10_000, 1_000, {}, callbacks);
  console.log(`${name}\n${describeFigures(figures)}\n`);
  const { delivered, messages, twice } = figures;
  if (delivered !== 10_000 || messages !== 10_000 || twice > 0) process.exitCode = 1;
  return figures;
}

const polled = await measured("polled", "none");
const told = await measured("with callbacks", { lost: Infinity });
await measured("with a third of the callbacks lost", { lost: 3 });
if (polled.limitedOnceSettled >= 0.05 || told.reads > 12_000) process.exitCode = 1;
