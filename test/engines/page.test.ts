import { expect, test } from "vitest";
import { complaints, samples } from "./support/page.js";

/** With the types of its platform in place of those of Node.js. */
const CLOUDFLARE = "Cloudflare Workflows";
/** On Node.js 22, with the other tests on AWS. */
const AWS = "AWS durable functions";

test("the page shows code for each engine", () => {
  expect([...samples.keys()]).toEqual([
    "DBOS",
    "Restate",
    "Temporal",
    CLOUDFLARE,
    "Inngest",
    AWS,
    "Without an engine",
    "What is guaranteed",
  ]);
});

test("what the page shows compiles", async () => {
  expect(await complaints([...samples.keys()].filter((title) => ![CLOUDFLARE, AWS].includes(title)))).toBe("");
});
