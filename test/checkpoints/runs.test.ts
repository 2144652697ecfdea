import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  fileStore,
  type KeptOptions,
  type KeptRuns,
  keptRuns,
  LeaseLostError,
  type RunStore,
} from "../../templates/checkpoints/index.js";
import { inProcess, type Runner, StepFailedError, UnknownOutcomeError } from "../../templates/runtime/index.js";
import { at, failureOf } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { type SendAndTrackInput, type SendAndTrackOutput, sendAndTrack } from "../runtime/support/workflows.js";

type Send = (input: SendAndTrackInput, options: KeptOptions) => Promise<SendAndTrackOutput>;

const created: Reply = { status: 201, body: { sid: "SM1" } };
const sent: Reply = { body: { status: "sent" } };
const delivered: Reply = { body: { status: "delivered" } };
const lost: Reply = { raw: (response) => response.destroy() };
const outputs = { outcome: "delivered", messageSid: "SM1", finalStatus: "delivered" };
const input = { to: "+1" };

interface Setting {
  readonly store: RunStore;
  readonly url: string;
  /** The methods of the requests that were sent. */
  readonly methods: () => readonly string[];
  readonly runs: (runner?: Runner, options?: { signal?: AbortSignal; lease?: number }) => KeptRuns<{ send: Send }>;
}

async function setting(replies: readonly Reply[]): Promise<Setting> {
  const folder = mkdtempSync(join(tmpdir(), "checkpoints-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = fileStore(folder);
  const { url, requests } = await serve(replies);
  return {
    store,
    url,
    methods: () => requests.map(({ method }) => method),
    runs: (runner, options) =>
      keptRuns(
        store,
        {
          send: (given: SendAndTrackInput, kept) =>
            sendAndTrack(given, at(url, { ...(runner && { runner }), ...kept })),
        },
        options,
      ),
  };
}

/** What ends a process, as far as its runs can tell: nothing comes of it any more. */
const never = new Promise<never>(() => undefined);

/** Stands still at a request, once it has been answered. */
function stopping(method: string, reached: () => void): Runner {
  return {
    ...inProcess,
    sleep: async () => undefined,
    async request(call, send) {
      const answer = await send(call);
      if (call.method !== method) return answer;
      reached();
      return never;
    },
  };
}

/** Begins a run, in a process that stands still for longer than its lease. */
async function left({ runs, store }: Setting, method: string): Promise<void> {
  await new Promise<void>((resolve) => {
    runs(stopping(method, resolve))
      .start("send", "a", input)
      .catch(() => undefined);
  });
  const run = await store.read("a");
  if (run) await store.write({ ...run, revision: run.revision + 1, leasedUntil: 0 });
}

test("a run that has ended is not begun anew, and gives what it gave", async () => {
  const { runs, methods } = await setting([created, delivered]);
  expect(await runs().start("send", "a", input)).toEqual(outputs);
  expect(await runs().start("send", "a", input)).toEqual(outputs);
  expect(methods()).toEqual(["POST", "GET"]);
  expect(await runs().resumeUnfinished()).toEqual([]);
});

test("a run that has ended in an error ends in it each time, until it is let go on", async () => {
  const { runs, methods } = await setting([{ status: 400, body: { code: 21211 } }, created, delivered]);
  const error = await failureOf(runs().start("send", "a", input));
  const again = await failureOf(runs().start("send", "a", input));
  expect(again).toBeInstanceOf(StepFailedError);
  expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(error)));
  expect(methods()).toEqual(["POST"]);
  expect(await runs().resumeUnfinished()).toEqual([]);
  expect(await runs().goOn("a")).toEqual(outputs);
});

test("a request whose answer was lost is sent again only where that is said", async () => {
  const { runs, methods } = await setting([lost, created, delivered]);
  expect(await failureOf(runs().start("send", "a", input))).toBeInstanceOf(UnknownOutcomeError);
  expect(await failureOf(runs().goOn("a"))).toBeInstanceOf(UnknownOutcomeError);
  expect(methods()).toEqual(["POST"]);
  expect(await runs().goOn("a", ["sendMessage"])).toEqual(outputs);
});

test.each<[name: string, method: string, want: object, methods: readonly string[]]>([
  ["once its message was sent", "POST", { error: expect.any(UnknownOutcomeError) }, ["POST"]],
  ["amid a read", "GET", { outputs }, ["POST", "GET", "GET"]],
])("a run whose process ends %s is taken up", async (_name, method, want, methods) => {
  const given = await setting([created, sent, delivered]);
  await left(given, method);
  expect(await given.runs().resumeUnfinished()).toEqual([{ id: "a", ...want }]);
  expect(given.methods()).toEqual(methods);
});

test("of many that take up a run at a time, one does", async () => {
  const given = await setting([created, sent, delivered]);
  await left(given, "GET");
  const ended = await Promise.all(Array.from({ length: 5 }, () => given.runs().resumeUnfinished()));
  expect(ended.flat()).toEqual([{ id: "a", outputs }]);
});

test("while its process is alive, nobody else takes up a run", async () => {
  const given = await setting([created, sent, delivered]);
  const others: unknown[] = [];
  const runner: Runner = {
    ...inProcess,
    async sleep() {
      others.push(await given.runs().resumeUnfinished());
      others.push(await failureOf(given.runs().start("send", "a", input)));
    },
  };
  expect(await given.runs(runner).start("send", "a", input)).toEqual(outputs);
  expect(others).toEqual([[], new TypeError("another process carries out the run a")]);
});

test("a process that stood still for longer than its lease sends nothing that another one may have sent", async () => {
  const { store, url, methods } = await setting([created, delivered]);
  const standingStill = keptRuns(store, {
    async send(given: SendAndTrackInput, kept) {
      const run = await store.read("a");
      if (run) await store.write({ ...run, revision: run.revision + 1 });
      return sendAndTrack(given, at(url, kept));
    },
  });
  expect(await failureOf(standingStill.start("send", "a", input))).toBeInstanceOf(LeaseLostError);
  expect(methods()).toEqual([]);
});

test("a run that a signal ends is taken up at once by another process", async () => {
  const given = await setting([created, sent, delivered]);
  const deploy = new AbortController();
  const runner: Runner = { ...inProcess, sleep: async () => deploy.abort(new Error("a deploy")) };
  const first = given.runs(runner, { signal: deploy.signal }).start("send", "a", input);
  expect(await failureOf(first)).toMatchObject({ code: "aborted" });
  expect(await given.runs().resumeUnfinished()).toEqual([{ id: "a", outputs }]);
  expect(given.methods()).toEqual(["POST", "GET", "GET"]);
});

test("what is no error of a workflow ends no run", async () => {
  const given = await setting([created, sent, delivered]);
  const runner: Runner = { ...inProcess, sleep: async () => Promise.reject(new Error("a bug of the app")) };
  expect(await failureOf(given.runs(runner).start("send", "a", input))).toMatchObject({ message: "a bug of the app" });
  expect(await given.runs().start("send", "a", input)).toEqual(outputs);
});

test("a run whose store fails has not ended, and sends nothing before it is kept", async () => {
  const given = await setting([created, delivered]);
  let writes = 0;
  const store: RunStore = {
    ...given.store,
    async write(run) {
      writes += 1;
      if (writes === 2) throw new Error("no space left");
      return given.store.write(run);
    },
  };
  const broken = keptRuns(store, {
    send: (value: SendAndTrackInput, kept) => sendAndTrack(value, at(given.url, kept)),
  });
  expect(await failureOf(broken.start("send", "a", input))).toMatchObject({ code: "aborted" });
  expect(given.methods()).toEqual([]);
  expect(await given.runs().resumeUnfinished()).toEqual([{ id: "a", outputs }]);
});

test.each<[name: string, work: (runs: KeptRuns<{ send: Send }>) => Promise<unknown>, want: string]>([
  ["a run that there is not", (runs) => runs.goOn("b"), "there is no run b"],
  ["a run that has come to its end", (runs) => runs.goOn("a"), "the run a has not ended in an error"],
])("%s does not go on", async (_name, work, want) => {
  const { runs } = await setting([created, delivered]);
  await runs().start("send", "a", input);
  expect(await failureOf(work(runs()))).toMatchObject({ name: "TypeError", message: want });
});

test("a run of a workflow that this app does not have is left to others", async () => {
  const { store, runs } = await setting([created, delivered]);
  await store.write({ id: "b", revision: 1, workflow: "other", input, checkpoint: null, leasedUntil: 0 });
  expect(await runs().resumeUnfinished()).toEqual([]);
  const error = await failureOf(runs().start("send", "b", input));
  expect(error).toMatchObject({ message: "the run b is of another workflow: other" });
});

test.each([{ lease: 0 }, { lease: Number.NaN }, { leese: 1 }])("options %j cannot be used", async (options) => {
  const { store } = await setting([]);
  expect(() => keptRuns(store, {}, options)).toThrow(expect.objectContaining({ code: "invalid-option" }));
});
