import { expect, test } from "vitest";
import { describeFigures, load } from "./load.js";
import { bytesPerWaitingRun } from "./memory.js";

test("1,000 workflows at once arrive as fast as the account allows, and no faster", async () => {
  // Fewer a second than this machine could send, so that the limit is met.
  const figures = await load(1_000, 250, { interval: 200 });
  console.info(describeFigures(figures));

  expect(figures).toMatchObject({ delivered: 1_000, failures: [], messages: 1_000, twice: 0 });
  expect(figures.limited).toBeGreaterThan(0);
  expect(figures.limitedOnceSettled).toBeLessThan(0.05);
});

test.each([
  { what: "", lost: Infinity, woken: 1_000 },
  // The others are found by polling.
  { what: ", also where a third of what it tells is lost", lost: 3, woken: 667 },
])("1,000 workflows at once read each message once where Twilio tells of it$what", async ({ lost, woken }) => {
  const figures = await load(1_000, 250, {}, { lost });
  console.info(describeFigures(figures));

  const want = { delivered: 1_000, failures: [], messages: 1_000, twice: 0, reads: 1_000, woken };
  expect(figures).toMatchObject(want);
});

test("a run that waits for a callback takes no more memory than one that waits for its next read", async () => {
  // The first one finds nothing compiled.
  await bytesPerWaitingRun(100, "time");
  const [polled, told] = [await bytesPerWaitingRun(2_000, "time"), await bytesPerWaitingRun(2_000, "callback")];
  console.info(`memory of a waiting run: ${polled} bytes polled, ${told} bytes with callbacks`);
  expect(told).toBeLessThanOrEqual(polled);
  expect(polled).toBeLessThan(50_000);
});
