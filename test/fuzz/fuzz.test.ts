import { expect, test } from "vitest";
import { originals } from "./mutants.js";
import { Tally } from "./tally.js";
import { verdictOn } from "./verdict.js";

/** `npm run test:fuzz` takes as many more as one likes. */
const mutants = 60;

test("the documents that are changed are accepted as they are", async () => {
  const verdicts = await Promise.all(originals().map(verdictOn));
  expect(verdicts.map(({ kind }) => kind)).toEqual(verdicts.map(() => "accepted"));
  expect(verdicts).toHaveLength(5);
});

test(
  "no change of the documents ends in a stack trace, or in code that does not compile",
  { timeout: 240_000 },
  async () => {
    const tally = new Tally(20_261_121);
    for (let index = 0; index < mutants; index++) await tally.take(index);
    tally.checkTypes();
    expect(tally.problems).toEqual([]);
    expect(tally.accepted + tally.refused).toBe(mutants);
    // The changes are small enough to be let through now and then, and large enough not to be so always.
    expect(tally.different).toBeGreaterThan(mutants / 20);
    expect(tally.refused).toBeGreaterThan(mutants / 20);
  },
);
