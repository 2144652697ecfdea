import { expect, test } from "vitest";
import { describeFigures, load } from "./load.js";

test("1,000 workflows at once arrive as fast as the account allows, and no faster", async () => {
  // Fewer a second than this machine could send, so that the limit is met.
  const figures = await load(1_000, 250, { interval: 200 });
  console.info(describeFigures(figures));

  expect(figures).toMatchObject({ delivered: 1_000, failures: [], messages: 1_000, twice: 0 });
  expect(figures.limited).toBeGreaterThan(0);
  expect(figures.limitedOnceSettled).toBeLessThan(0.05);
  expect(figures.bytesPerWaitingRun).toBeLessThan(50_000);
});

test("1,000 workflows at once read each message once where Twilio tells of it", async () => {
  const figures = await load(1_000, 250, {}, { lost: Infinity });
  console.info(describeFigures(figures));

  expect(figures).toMatchObject({ delivered: 1_000, failures: [], messages: 1_000, twice: 0 });
  expect(figures.reads).toBeLessThanOrEqual(1_200);
  expect(figures.bytesPerWaitingRun).toBeLessThan(50_000);
});

test("1,000 workflows at once arrive also where a third of what Twilio tells is lost", async () => {
  const figures = await load(1_000, 250, { maxInterval: 2_000 }, { lost: 3 });
  console.info(describeFigures(figures));

  expect(figures).toMatchObject({ delivered: 1_000, failures: [], messages: 1_000, twice: 0 });
});
