import fc from "fast-check";
import { expect, test } from "vitest";
import { documents } from "./documents.js";
import { Search } from "./search.js";

const runs = Number(process.env["PROPERTY_RUNS"] ?? 40);
const seed = Number(process.env["PROPERTY_SEED"] ?? 20_260_502);
/** How long to look for a smaller example of each defect, in milliseconds. */
const patience = Number(process.env["PROPERTY_PATIENCE"] ?? 60_000);
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
      if (runs > batchSize) console.log(`seed ${batchSeed}: ${search.summary}`);
    }
    if (runs > batchSize) console.log(search.details);
    expect(search.defects.join("\n\n----------\n\n")).toBe("");
    expect(search.accepted).toBeGreaterThan(runs * 0.6);
  },
);
