import { Tally } from "./tally.js";

/*
 * A process of `run.ts`: takes every `step`th mutant, says which one it has begun, so that the other side sees when it
 * hangs, and tells what it counted in the end.
 */

const [seed = 0, from = 0, to = 0, step = 1] = process.argv.slice(2).map(Number);
const tally = new Tally(seed);
for (let index = from; index < to; index += step) {
  process.send?.({ begun: index });
  await tally.take(index);
  process.send?.({ begun: undefined });
  if (tally.isFull) tally.checkTypes();
}
tally.checkTypes();
const { accepted, refused, different, problems } = tally;
process.send?.({ done: { accepted, refused, different, problems } });
