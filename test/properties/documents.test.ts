import fc from "fast-check";
import { expect, test } from "vitest";
import { documents } from "./documents.js";
import { Search } from "./search.js";
import { patience, runsOf, seed, tell } from "./settings.js";

const runs = runsOf({ short: 8, long: 2_000 });
/** As many documents as one program of the compiler looks at. */
const batchSize = 200;

test(
  "what is accepted compiles, what is refused is refused at a place, and all of it twice the same",
  { timeout: 36_000_000 },
  async () => {
    const search = new Search(patience);
    for (let done = 0; done < runs; done += batchSize) {
      const batchSeed = seed + done / batchSize;
      await search.batch(fc.sample(documents, { numRuns: Math.min(batchSize, runs - done), seed: batchSeed }));
      tell(`seed ${batchSeed}: ${search.summary}`);
    }
    tell(search.details);
    expect(search.defects.join("\n\n----------\n\n")).toBe("");
    expect(search.accepted).toBeGreaterThan(runs * 0.6);
  },
);
