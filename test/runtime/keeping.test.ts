import { expect, test, vi } from "vitest";
import { type Checkpoint, inProcess, isWorkflowError } from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import { type Reply, type Server, serve } from "./support/server.js";
import { SlowStore } from "./support/slow-store.js";
import { createOne, sendAndTrack } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };

/** Begins anew, or goes on from the store, as the next process of an app does. */
async function nextProcess(server: Server, store: SlowStore, resend?: string[]): Promise<unknown> {
  const { onCheckpoint, content: resume } = store;
  const options = at(server.url, { onCheckpoint, resume, resend, retries: 0 });
  return createOne("+1", options).catch((error: unknown) => error);
}

test.each([
  ["400", [{ status: 400 }, created], ["step-failed", "SM1"]],
  ["401", [{ status: 401 }, { status: 401 }, created], ["step-failed", "step-failed", "SM1"]],
] as const)("after a %s the next process sends, and the one after it sends nothing", async (_status, replies, want) => {
  const server = await serve([...replies]);
  const store = new SlowStore();
  for (const outcome of want) {
    const end = await nextProcess(server, store);
    expect(isWorkflowError(end) ? end.code : end).toBe(outcome);
  }
  expect(await nextProcess(server, store)).toBe("SM1");
  expect(server.requests).toHaveLength(replies.length);
});

test("after a 503 the next process says that the outcome is unknown, and sends only on demand", async () => {
  const server = await serve([{ status: 503 }, created]);
  const store = new SlowStore();
  expect(await nextProcess(server, store)).toMatchObject({ code: "step-failed", outcome: "unknown" });
  expect(await nextProcess(server, store)).toMatchObject({ code: "unknown-outcome" });
  expect(server.requests).toHaveLength(1);
  expect(await nextProcess(server, store, ["createMessage"])).toBe("SM1");
  expect(await nextProcess(server, store)).toBe("SM1");
  expect(server.requests).toHaveLength(2);
});

test("a process that ends behind a refusal or an answer in doubt leaves what its error would say", async () => {
  for (const [status, unknown] of [
    [400, []],
    [503, ["createMessage"]],
  ] as const) {
    const server = await serve([{ status, body: { code: 21211 } }]);
    const kept: Checkpoint[] = [];
    const onCheckpoint = (checkpoint: Checkpoint): unknown => kept.push(checkpoint);
    await failureOf(createOne("+1", at(server.url, { onCheckpoint, retries: 0 })));
    // Before the request, and behind it: the error has nothing to add.
    expect(kept.slice(1)).toMatchObject(status === 400 ? [{ answers: {}, unknown }] : []);
    expect(kept.at(-1)).toMatchObject({ answers: {}, unknown });
  }
});

test("an abort while a checkpoint is being kept waits for it, and for that of its error", async () => {
  const server = await serve([created]);
  const abort = new AbortController();
  const store = new SlowStore();
  const onCheckpoint = (checkpoint: Checkpoint): Promise<void> => {
    if (store.writes === 0) setImmediate(() => abort.abort("enough"));
    return store.onCheckpoint(checkpoint);
  };
  const error = await failureOf(createOne("+1", at(server.url, { onCheckpoint, signal: abort.signal })));
  expect(error).toMatchObject({ code: "aborted", cause: "enough", checkpoint: store.content });
  expect(store).toMatchObject({ busy: 0, writes: 2, content: { unknown: [] } });
  expect(server.requests).toEqual([]);
});

test("what a runner throws waits for the checkpoint, too", async () => {
  const store = new SlowStore();
  const suspended = new Error("suspended");
  const runner = { ...inProcess, request: () => Promise.reject(suspended) };
  const error = await failureOf(createOne("+1", at("https://x.test", { onCheckpoint: store.onCheckpoint, runner })));
  expect(error).toBe(suspended);
  expect(store).toMatchObject({ busy: 0, content: { unknown: ["createMessage"] } });
});

test("an error whose checkpoint cannot be kept says so", async () => {
  const server = await serve([{ status: 400 }]);
  const onCheckpoint = ({ unknown, answers }: Checkpoint): void => {
    if (unknown.length === 0 && Object.keys(answers).length === 0) throw new Error("the disk is full");
  };
  const error = await failureOf(createOne("+1", at(server.url, { onCheckpoint })));
  expect(error).toMatchObject({ code: "aborted", cause: new Error("the disk is full"), notKept: "the disk is full" });
  expect(error).toHaveProperty("message", expect.stringMatching(/; its checkpoint was not kept: the disk is full$/));
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ notKept: "the disk is full" });
});

test("what a runner throws stays as it is though its checkpoint cannot be kept", async () => {
  const suspended = new Error("suspended");
  let sent = false;
  const runner = { ...inProcess, request: () => ((sent = true), Promise.reject(suspended)) };
  const onCheckpoint = (): void => {
    if (sent) throw new Error("the disk is full");
  };
  const options = at("https://x.test", { onCheckpoint, runner });
  expect(await failureOf(sendAndTrack({ to: "+1" }, options))).toBe(suspended);
});

test("an abort does not wait forever for a store that hangs, which is given nothing after it", async () => {
  const abort = new AbortController();
  const given: Checkpoint[] = [];
  let release = (): void => undefined;
  const onCheckpoint = (checkpoint: Checkpoint): Promise<void> => {
    given.push(checkpoint);
    setImmediate(() => abort.abort("enough"));
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const failure = failureOf(createOne("+1", at("https://x.test", { onCheckpoint, signal: abort.signal })));
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    vi.advanceTimersByTime(10_000);
    expect(await failure).toMatchObject({ code: "aborted", cause: "enough", notKept: "not within 10000 ms" });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(given).toHaveLength(1);
});
