import { expect, test, vi } from "vitest";
import { type Checkpoint, createTwilio, inProcess } from "../../templates/runtime/twilio/index.js";
import { at, credentials, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

const silent: Reply = { raw: () => undefined };
const reason = new Error("the user left");

test("before anything is sent", async () => {
  const server = await serve([silent]);
  const error = await failureOf(createOne("+1", at(server.url, { signal: AbortSignal.abort(reason) })));
  expect(error).toMatchObject({ name: "AbortedError", code: "aborted", stepId: "createMessage", cause: reason });
  expect(error).toMatchObject({
    message: "workflow create-one, step createMessage: aborted: the user left",
    checkpoint: { unknown: [] },
  });
  expect(server.requests).toEqual([]);
});

test.each([
  ["POST", createOne, ["createMessage"]],
  ["GET", fetchOne, []],
])("a %s under way ends at once", async (_method, work, unknown) => {
  const server = await serve([silent]);
  const abort = new AbortController();
  const failure = failureOf(work("+1", at(server.url, { signal: abort.signal })));
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  abort.abort(reason);
  expect(await failure).toMatchObject({ code: "aborted", cause: reason, checkpoint: { answers: {}, unknown } });
});

test("a fetch and a runner that do not care for signals are left behind", async () => {
  const never = new Promise<never>(() => undefined);
  for (const options of [{ fetch: () => never }, { runner: { ...inProcess, request: () => never } }]) {
    const abort = new AbortController();
    const failure = failureOf(fetchOne("a", at("https://x.test", { signal: abort.signal, ...options })));
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort(reason);
    expect(await failure).toMatchObject({ code: "aborted", cause: reason });
  }
});

test("a wait ends at once: between polls, and before a request is sent again", async () => {
  for (const replies of [
    [{ status: 201, body: { sid: "SM1" } }, { body: { status: "sent" } }],
    [
      { status: 201, body: { sid: "SM1" } },
      { status: 429, headers: { "retry-after": "100" } },
    ],
  ]) {
    const server = await serve(replies);
    const abort = new AbortController();
    const poll = { interval: 1_000_000, maxInterval: 1_000_000, deadline: 2_000_000 };
    const runner = {
      ...inProcess,
      sleep: (id: string, ms: number, signal?: AbortSignal) => {
        setImmediate(() => abort.abort(reason));
        return inProcess.sleep(id, ms, signal);
      },
    };
    const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url, { signal: abort.signal, runner, poll })));
    expect(error).toMatchObject({ code: "aborted", stepId: "checkStatus", cause: reason });
    expect(error).toHaveProperty("checkpoint.answers", { sendMessage: expect.anything() });
    expect(error).toHaveProperty("checkpoint.unknown", []);
  }
});

test("a request that waits for its turn is in no doubt", async () => {
  const server = await serve([silent]);
  const client = createTwilio({ credentials, baseUrl: server.url, maxConcurrent: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const failures = [first, second].map(({ signal }) => failureOf(createOne("+1", { client, signal })));
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  second.abort(reason);
  expect(await failures[1]).toMatchObject({ code: "aborted", checkpoint: { unknown: [] } });
  first.abort(reason);
  expect(await failures[0]).toMatchObject({ code: "aborted", checkpoint: { unknown: ["createMessage"] } });
  expect(server.requests).toHaveLength(1);
});

test("a request that waits for its turn to be sent again stays in doubt", async () => {
  const server = await serve([silent]);
  const client = createTwilio({ credentials, baseUrl: server.url, maxConcurrent: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const failure = failureOf(createOne("+1", { client, signal: first.signal }));
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  const resume: Checkpoint = {
    version: 1,
    workflow: "create-one",
    versions: { "create-one": "" },
    answers: {},
    unknown: ["createMessage"],
  };
  const again = failureOf(createOne("+1", { client, resume, resend: ["createMessage"], signal: second.signal }));
  await new Promise((resolve) => setImmediate(resolve));
  second.abort(reason);
  expect(await again).toMatchObject({ code: "aborted", checkpoint: { unknown: ["createMessage"] } });
  first.abort(reason);
  await failure;
});

test("an abort between a 429 and the next attempt leaves no doubt", async () => {
  const server = await serve([{ status: 429, headers: { "retry-after": "100" } }]);
  const abort = new AbortController();
  const runner = {
    ...inProcess,
    sleep: async () => {
      abort.abort(reason);
    },
  };
  const error = await failureOf(createOne("+1", at(server.url, { signal: abort.signal, runner })));
  expect(error).toMatchObject({ code: "aborted", checkpoint: { unknown: [] } });
  expect(server.requests).toHaveLength(1);
});

test("a deadline for the whole run", async () => {
  const server = await serve([silent]);
  const error = await failureOf(fetchOne("a", at(server.url, { deadline: 50 })));
  expect(error).toMatchObject({ code: "aborted", cause: { name: "TimeoutError" } });
});

test("a request is given 30 seconds, unless something else is said", async () => {
  const server = await serve([{ body: { sid: "SM1" } }]);
  const timers = vi.spyOn(globalThis, "setTimeout");
  await fetchOne("a", at(server.url));
  await fetchOne("a", at(server.url, { timeout: 12_345 }));
  const delays = timers.mock.calls.map(([, ms]) => ms);
  timers.mockRestore();
  expect(delays).toEqual(expect.arrayContaining([30_000, 12_345]));
});

test("the default runner waits for real, and forgets its timer when aborted", async () => {
  await inProcess.sleep("s", 0);
  const timers = vi.spyOn(globalThis, "clearTimeout");
  const failure = failureOf(inProcess.sleep("s", 1_000_000, AbortSignal.abort(reason)));
  expect(await failure).toBe(reason);
  expect(timers).toHaveBeenCalledOnce();
  timers.mockRestore();
});
