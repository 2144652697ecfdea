import { expect, test, vi } from "vitest";
import { type Checkpoint, inProcess, isWorkflowError, type WorkflowOptions } from "../../templates/runtime/index.js";
import { askAndCreate, callOne, insist } from "./support/nested.js";
import { at, failureOf } from "./support/options.js";
import { type Reply, type Server, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };

/** A store that is slow: what it is given is there only many turns of the event loop later. */
class SlowStore {
  content: Checkpoint | undefined;
  busy = 0;
  writes = 0;

  readonly onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    this.writes += 1;
    this.busy += 1;
    if (this.busy > 1) throw new Error("two writes at a time");
    const text = JSON.stringify(checkpoint);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    this.content = JSON.parse(text);
    this.busy -= 1;
  };
}

type Work = (options: WorkflowOptions) => Promise<unknown>;

const one: Work = (options) => createOne("+1", options);
const failing: Work = (options) => askAndCreate(() => Promise.reject(new Error("no code came")), options);

const ends: [name: string, work: Work, replies: Reply[], code: string][] = [
  ["a POST that is refused", one, [{ status: 400, body: { code: 21211 } }], "step-failed"],
  ["a POST without the right credentials", one, [{ status: 401 }], "step-failed"],
  ["a POST that is answered 503", one, [{ status: 503 }], "step-failed"],
  ["a POST that is answered with another 2xx", one, [{ status: 202, body: {} }], "step-failed"],
  ["a POST whose answer is no JSON", one, [{ status: 201, body: "no JSON" }], "invalid-answer"],
  ["a POST whose answer has no body", one, [{ status: 201 }], "invalid-answer"],
  ["a POST whose answer lacks a value", one, [{ status: 201, body: {} }], "missing-output"],
  ["a POST without an answer", one, [{ raw: (response) => response.destroy() }], "unknown-outcome"],
  ["a GET that is refused", (options) => fetchOne("a", options), [{ status: 404 }], "step-failed"],
  ["a GET whose answer lacks a value", (options) => fetchOne("a", options), [{ body: {} }], "missing-output"],
  [
    "a poll that comes to its deadline",
    (options) => sendAndTrack({ to: "+1" }, { ...options, poll: { deadline: 0 } }),
    [created, { body: { status: "sent" } }],
    "poll-deadline",
  ],
  [
    "a POST that is refused inside of a called workflow",
    (options) => callOne("+1", options),
    [{ status: 400 }],
    "step-failed",
  ],
  [
    "a called workflow that fails after another one did",
    (options) => insist("+1", options),
    [{ status: 404 }, { status: 503 }],
    "step-failed",
  ],
  [
    "a called workflow that fails its criterion",
    (options) => callOne("+1", options),
    [{ status: 201, body: { sid: "SM0" } }],
    "criterion-failed",
  ],
  ["an input that nobody gives", failing, [], "invalid-input"],
];

test.each(ends)("%s: when the error is thrown, a slow store has its checkpoint", async (_name, work, replies, code) => {
  const server = await serve(replies);
  const store = new SlowStore();
  const error = await failureOf(work(at(server.url, { onCheckpoint: store.onCheckpoint, retries: 0 })));
  expect(error).toMatchObject({ code, checkpoint: store.content ?? { answers: {}, unknown: [] } });
  expect(error).not.toHaveProperty("notKept");
  expect(store.busy).toBe(0);
});

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

test("a process that ends between a refusal and its error leaves one that tells it, and then one that sends", async () => {
  const server = await serve([{ status: 400, body: { code: 21211 } }, created]);
  const kept: Checkpoint[] = [];
  await failureOf(createOne("+1", at(server.url, { onCheckpoint: (checkpoint) => kept.push(checkpoint) })));
  const store = new SlowStore();
  store.content = kept.find(({ answers }) => "createMessage" in answers);
  expect(await nextProcess(server, store)).toMatchObject({ code: "step-failed", twilioCode: 21211 });
  expect(server.requests).toHaveLength(1);
  expect(await nextProcess(server, store)).toBe("SM1");
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
  expect(error).toMatchObject({ code: "step-failed", status: 400, notKept: "the disk is full" });
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
