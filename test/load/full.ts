// 10,000 workflows at once, as `npm run test:load`; the suite has a tenth of it.
import { describeFigures, load } from "./load.js";

const figures = await load(10_000, 1_000, {});
console.log(describeFigures(figures));
const { delivered, limitedOnceSettled, messages, twice } = figures;
if (delivered !== 10_000 || messages !== 10_000 || twice > 0 || limitedOnceSettled >= 0.05) process.exitCode = 1;
