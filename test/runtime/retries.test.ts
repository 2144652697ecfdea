import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WorkflowOptions } from "../../templates/runtime/index.js";
import { at, failureOf, quick } from "./support/options.js";
import { deadUrl, type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, removeOne } from "./support/workflows.js";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const found: Reply = { body: { sid: "SM1" } };
const created: Reply = { status: 201, body: { sid: "SM1" } };
const cut: Reply = { raw: (response) => response.destroy() };
const silent: Reply = { raw: () => undefined };

const read = (options: WorkflowOptions): Promise<unknown> => fetchOne("SM1", options);
const write = (options: WorkflowOptions): Promise<unknown> => createOne("+1", options);
const remove = (options: WorkflowOptions): Promise<unknown> => removeOne("SM1", options);

test.each<[name: string, work: typeof read, replies: Reply[], sleeps: [string, number][]]>([
  ["a GET after a 429", read, [{ status: 429 }, found], [["fetchMessage/try-2/wait", 250]]],
  ["a POST after a 429", write, [{ status: 429 }, created], [["createMessage/try-2/wait", 250]]],
  ["a GET after a 500", read, [{ status: 500 }, found], [["fetchMessage/try-2/wait", 250]]],
  ["a GET after a cut connection", read, [cut, found], [["fetchMessage/try-2/wait", 250]]],
  [
    "each wait may be twice as long",
    read,
    [{ status: 503 }, cut, { status: 429 }, found],
    [
      ["fetchMessage/try-2/wait", 250],
      ["fetchMessage/try-3/wait", 500],
      ["fetchMessage/try-4/wait", 1_000],
    ],
  ],
  [
    "Retry-After in seconds",
    write,
    [{ status: 429, headers: { "retry-after": "7" } }, created],
    [["createMessage/try-2/wait", 7_000]],
  ],
  [
    "Retry-After of 0",
    write,
    [{ status: 429, headers: { "retry-after": "0" } }, created],
    [["createMessage/try-2/wait", 0]],
  ],
  [
    "Retry-After in the past",
    write,
    [{ status: 429, headers: { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" } }, created],
    [["createMessage/try-2/wait", 0]],
  ],
  [
    "a Retry-After that is none",
    write,
    [{ status: 429, headers: { "retry-after": "soon" } }, created],
    [["createMessage/try-2/wait", 250]],
  ],
])("%s is sent again", async (_name, work, replies, want) => {
  const server = await serve(replies);
  const { runner, sleeps } = quick();
  await work(at(server.url, { runner }));
  expect(server.requests).toHaveLength(replies.length);
  expect(sleeps).toEqual(want);
});

test("Retry-After as a date", async () => {
  vi.spyOn(Date, "now").mockReturnValue(Date.parse("2026-01-01T00:00:00Z"));
  const server = await serve([{ status: 503, headers: { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT" } }, found]);
  const { runner, sleeps } = quick();
  await read(at(server.url, { runner }));
  expect(sleeps).toEqual([["fetchMessage/try-2/wait", 9_000]]);
});

test("a GET that is not answered in time is sent again", async () => {
  const server = await serve([silent, found]);
  await read(at(server.url, { timeout: 100 }));
  expect(server.requests).toHaveLength(2);
});

test.each<[name: string, work: typeof read, reply: Reply, code: string, options?: WorkflowOptions]>([
  ["a POST after a 500", write, { status: 500 }, "step-failed"],
  ["a POST after a cut connection", write, cut, "unknown-outcome"],
  ["a POST without an answer in time", write, silent, "unknown-outcome", { timeout: 50 }],
  ["a DELETE after a 503", remove, { status: 503 }, "step-failed"],
  ["a DELETE after a cut connection", remove, cut, "unknown-outcome"],
  ["a GET after a 404", read, { status: 404 }, "step-failed"],
  [
    "a POST after a 429 that asks for too much patience",
    write,
    { status: 429, headers: { "retry-after": "121" } },
    "step-failed",
  ],
  ["anything with `retries: 0`", read, { status: 429 }, "step-failed", { retries: 0 }],
])("%s is not sent again", async (_name, work, reply, code, options) => {
  const server = await serve([reply, found]);
  const { runner, sleeps } = quick();
  const error = await failureOf(work(at(server.url, { runner, ...options })));
  expect(error).toMatchObject({ code });
  expect(server.requests).toHaveLength(1);
  expect(sleeps).toEqual([]);
});

test("three times again at most, or as `retries` says", async () => {
  for (const [retries, want] of [
    [undefined, 4],
    [1, 2],
    [6, 7],
  ] as const) {
    const server = await serve([{ status: 500 }]);
    await failureOf(read(at(server.url, { retries })));
    expect(server.requests).toHaveLength(want);
  }
});

test("two minutes of waiting at most, in all", async () => {
  const server = await serve([{ status: 429, headers: { "retry-after": "50" } }]);
  const { runner, sleeps } = quick();
  expect(await failureOf(write(at(server.url, { runner, retries: 9 })))).toMatchObject({ status: 429 });
  expect(sleeps.map(([, ms]) => ms)).toEqual([50_000, 50_000]);
});

test("no single random wait is longer than 20 seconds", async () => {
  const server = await serve([{ status: 500 }]);
  const { runner, sleeps } = quick();
  await failureOf(read(at(server.url, { runner, retries: 8 })));
  expect(sleeps.map(([, ms]) => ms)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test("where no connection could be made nothing was sent, so a POST is tried again too", async () => {
  const { runner, sleeps } = quick();
  const error = await failureOf(write(at(await deadUrl(), { runner })));
  expect(sleeps).toHaveLength(3);
  expect(error).toMatchObject({
    code: "step-failed",
    status: undefined,
    outcome: "not-done",
    checkpoint: { unknown: [] },
  });
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(/got no answer \(4 attempts\): fetch failed: .*ECONNREFUSED/),
  );
});

test.each([
  ["a code on the error itself", Object.assign(new Error("no"), { code: "ConnectionRefused" }), "step-failed"],
  ["a name that is not found", new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }), "step-failed"],
  ["another code", new TypeError("fetch failed", { cause: { code: "ECONNRESET" } }), "unknown-outcome"],
  ["a code that is a number", Object.assign(new Error("no"), { code: 7 }), "unknown-outcome"],
  [
    "several addresses, none of which can be connected to",
    new TypeError("fetch failed", { cause: Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }) }),
    "step-failed",
  ],
  ["what is no error", "no", "unknown-outcome"],
  ["nothing", null, "unknown-outcome"],
])("from a fetch of the caller's: %s", async (_name, thrown, code) => {
  const fetch = (): Promise<Response> => Promise.reject(thrown);
  expect(await failureOf(write(at("https://x.test", { fetch })))).toMatchObject({ code });
});

test("a cause without words is named by its code", async () => {
  const cause = Object.assign(new AggregateError([]), { code: "ECONNREFUSED" });
  const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
  const error = await failureOf(read(at("https://x.test", { fetch })));
  expect(error).toHaveProperty("message", expect.stringMatching(/: fetch failed: ECONNREFUSED$/));
});
