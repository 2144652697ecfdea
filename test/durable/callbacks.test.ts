import { describe, expect, onTestFinished, test } from "vitest";
import type { Harness } from "./harness.js";
import { onDbos } from "./on-dbos.js";
import { onRestate } from "./on-restate.js";
import { jobOf, startTwilios, type Twilios } from "./site.js";

/** With such a poll nothing but a callback ends a wait within the time of a test. */
const CALM = { maxInterval: 600_000, deadline: 900_000 };

async function started(open: (site: Twilios["site"]) => Promise<Harness>, isHeld = false): Promise<[Twilios, Harness]> {
  const twilios = await startTwilios(isHeld);
  const harness = await open(twilios.site);
  onTestFinished(async () => {
    await harness.close();
    await twilios.close();
  });
  return [twilios, harness];
}

describe.each([
  ["DBOS", onDbos],
  ["Restate", onRestate],
] as const)("a run on %s", (_name, open) => {
  test("is woken by a callback that another process takes, and reads at once", async () => {
    const [{ receiver, judge, reads }, harness] = await started(open);
    receiver.wakeBy(harness.wake);
    const job = { ...jobOf("told"), poll: CALM };
    // It goes on by the same answers after each kill.
    expect(await harness.kill(job, 5)).toBe("before checkStatus/wait");
    const ends = await harness.finish([job]);
    expect(judge([job], ends)).toMatchObject({ right: 1, wrong: [], twice: [] });
    expect(reads()).toBe(1);
    // Somebody may have deleted a run that has ended.
    await harness.wake?.("message-status SM0", "no-such-run");
  });

  test("that waits is nobody's, and still woken", async () => {
    const [{ receiver, judge, reads }, harness] = await started(open);
    const job = { ...jobOf("told"), poll: CALM };
    expect(await harness.kill(job, 6)).toBe("amid checkStatus/wait");
    // It comes while there is no worker.
    receiver.wakeBy(harness.wake);
    await receiver.woken;
    const ends = await harness.finish([job]);
    expect(judge([job], ends)).toMatchObject({ right: 1, wrong: [], twice: [] });
    expect(reads()).toBe(1);
  });

  test.each([
    { what: "is polled where its callback is lost", held: false, want: { outputs: expect.anything() } },
    { what: "ends at its deadline where nothing comes", held: true, want: { error: "poll-deadline" } },
  ])("$what", async ({ held, want }) => {
    const [{ receiver }, harness] = await started(open, held);
    receiver.wakeBy(undefined);
    const job = { ...jobOf("told"), poll: { interval: 10, maxInterval: 100, deadline: 300 } };
    expect(await harness.kill(job, 7)).toBe("after checkStatus/wait");
    expect(await harness.finish([job])).toEqual([{ id: job.id, ...want }]);
  });
});
