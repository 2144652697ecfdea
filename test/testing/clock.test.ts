import { expect, onTestFinished, test, vi } from "vitest";
import { sendMessageTrackStatus } from "../../generated/index.js";
import { instantClock, type LocalTwilio, type LocalTwilioOptions, startLocalTwilio } from "../../examples/testing.js";

const input = { to: "+15558675310", from: "+15017122661", body: "Hi" };

async function local(options?: LocalTwilioOptions): Promise<LocalTwilio> {
  const twilio = await startLocalTwilio(options);
  onTestFinished(() => twilio.close());
  return twilio;
}

test("a run against the local Twilio waits for nothing", async () => {
  const twilio = await local();
  const { runner, waits } = instantClock();

  expect(await sendMessageTrackStatus(input, { ...twilio.options, runner })).toMatchObject({ outcome: "delivered" });
  expect(waits).toEqual([2_000]);
  expect(twilio.requests.map(({ operation }) => operation)).toEqual(["createMessage", "fetchMessage", "fetchMessage"]);
});

test("a poll comes to its deadline as if it had waited", async () => {
  const twilio = await local({ messageStatuses: ["queued", "sent"] });
  const { runner, waits } = instantClock();
  const poll = { interval: 40_000, factor: 1, maxInterval: 40_000, deadline: 60_000 };

  await expect(sendMessageTrackStatus(input, { ...twilio.options, runner, poll })).rejects.toMatchObject({
    code: "poll-deadline",
    attempts: 3,
  });
  expect(waits[0]).toBe(40_000);
  // What is left of the minute, less what the requests took.
  expect(waits[1]).toBeGreaterThan(0);
  expect(waits[1]).toBeLessThanOrEqual(20_000);
});

test("the local Twilio is found whatever the environment says", async () => {
  vi.stubEnv("TWILIO_REGION", "au1");
  onTestFinished(() => void vi.unstubAllEnvs());
  const twilio = await local();
  const { runner } = instantClock();

  expect(await sendMessageTrackStatus(input, { ...twilio.options, runner })).toMatchObject({ outcome: "delivered" });
});
