import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openWorkflow, type PollOptions } from "../../templates/runtime/twilio/index.js";
import { at, failureOf, quick } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { sendAndTrack } from "./support/workflows.js";

// Only sleeps take time, unless a test lets the clock go on.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const created: Reply = { status: 201, body: { sid: "SM1" } };
const status = (value: string): Reply => ({ body: { sid: "SM1", status: value } });

async function waitsOf(poll: PollOptions, polls: number): Promise<number[]> {
  const server = await serve([created, ...Array.from({ length: polls }, () => status("sent")), status("delivered")]);
  const { runner, sleeps } = quick();
  await sendAndTrack({ to: "+1" }, at(server.url, { runner, poll }));
  return sleeps.map(([, ms]) => ms);
}

test.each<[given: PollOptions, want: number[]]>([
  [{}, [1_000, 1_500, 2_250, 3_375]],
  [{ interval: 10, factor: 1 }, [10, 10, 10, 10]],
  [{ interval: 10, factor: 2, maxInterval: 30 }, [10, 20, 30, 30]],
  [{ interval: undefined, factor: 3 }, [1_000, 3_000, 9_000, 27_000]],
  [{ interval: 20_000, maxInterval: 60_000 }, [20_000, 30_000, 45_000, 60_000]],
])("with %o it waits %o", async (poll, want) => {
  expect(await waitsOf(poll, 4)).toEqual(want);
});

test("without any options: from 2 to 30 seconds, for 5 minutes", async () => {
  const { runner, sleeps } = quick();
  const polling = openWorkflow("w", { runner }).polling("s");
  const poll = async (): Promise<never> => {
    for (;;) {
      polling.attempt();
      await polling.wait({});
    }
  };
  expect(await failureOf(poll())).toMatchObject({ code: "poll-deadline", deadline: 300_000 });
  expect(sleeps.slice(0, 3)).toEqual([
    ["s/poll-2/wait", 2_000],
    ["s/poll-3/wait", 3_000],
    ["s/poll-4/wait", 4_500],
  ]);
  expect(Math.max(...sleeps.map(([, ms]) => ms))).toBe(30_000);
  expect(sleeps.reduce((sum, [, ms]) => sum + ms, 0)).toBe(300_000);
});

test("at the deadline it asks once more, and then gives up with what is known", async () => {
  const server = await serve([created, status("queued"), status("sent")]);
  const { runner, sleeps } = quick();
  const poll = { interval: 40, factor: 1, deadline: 100 };
  const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url, { runner, poll })));
  expect(error).toMatchObject({
    name: "PollDeadlineError",
    code: "poll-deadline",
    stepId: "checkStatus",
    attempts: 4,
    deadline: 100,
    outputs: { messageSid: "SM1", finalStatus: "sent" },
    message:
      "workflow send-and-track, step checkStatus: not at its end after 100 ms and 4 requests; see `outputs` for what is known",
  });
  expect(sleeps.map(([, ms]) => ms)).toEqual([40, 40, 20]);
  expect(server.requests).toHaveLength(5);
});

test("the last try counts", async () => {
  const server = await serve([created, status("sent"), status("delivered")]);
  const result = await sendAndTrack({ to: "+1" }, at(server.url, { poll: { interval: 50, deadline: 10 } }));
  expect(result).toMatchObject({ outcome: "delivered" });
});

test("a deadline of 0 asks once", async () => {
  const server = await serve([created, status("sent")]);
  const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url, { poll: { deadline: 0 } })));
  expect(error).toMatchObject({ code: "poll-deadline", attempts: 1 });
});

test("requests take time too: the clock counts beside the sleeps", async () => {
  const server = await serve((request) => {
    vi.setSystemTime(Date.now() + 400);
    return request.method === "POST" ? created : status("sent");
  });
  const { runner, sleeps } = quick();
  const poll = { interval: 10, factor: 1, deadline: 1_000 };
  await failureOf(sendAndTrack({ to: "+1" }, at(server.url, { runner, poll })));
  expect(sleeps.map(([, ms]) => ms)).toEqual([10, 10]);
});

test("a poll that fails is a failed step", async () => {
  const server = await serve([created, status("sent"), { status: 404, body: { code: 20404 } }]);
  const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url)));
  expect(error).toMatchObject({ code: "step-failed", stepId: "checkStatus", status: 404 });
  expect(error).toHaveProperty("checkpoint.answers", { sendMessage: expect.anything() });
});

test.each<[header: string, poll: PollOptions, maxRetryAfter: number | undefined, want: number[]]>([
  ["7", {}, undefined, [7_000, 1_500]],
  ["0", {}, undefined, [1_000, 1_500]],
  ["1.5", {}, undefined, [2_000, 1_500]],
  ["-5", {}, undefined, [1_000, 1_500]],
  ["3, 5", {}, undefined, [1_000, 1_500]],
  ["7", {}, 5_000, [5_000, 1_500]],
  ["99999999", {}, undefined, [120_000, 1_500]],
  ["99999999", { deadline: 10_000 }, undefined, [10_000]],
])(
  "an answer that is no final one, with Retry-After: %s, %o, of %s at most",
  async (header, poll, maxRetryAfter, want) => {
    const later: Reply = { ...status("sent"), headers: { "retry-after": header } };
    const server = await serve([created, later, ...(want.length > 1 ? [status("sent")] : []), status("delivered")]);
    const { runner, sleeps } = quick();
    await sendAndTrack({ to: "+1" }, at(server.url, { runner, poll, maxRetryAfter }));
    expect(sleeps.map(([, ms]) => ms)).toEqual(want);
  },
);

test("intervals that grow beyond all numbers", async () => {
  const { runner, sleeps } = quick();
  const polling = openWorkflow("w", { runner, poll: { interval: 0, factor: 1e9, deadline: 1 } }).polling("s");
  for (let count = 0; count < 40; count++) {
    polling.attempt();
    await polling.wait({});
  }
  expect(sleeps.every(([, ms]) => ms === 0)).toBe(true);
});
