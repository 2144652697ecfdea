import { afterEach, expect, test, vi } from "vitest";
import type { WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { resendDelay } from "../../templates/runtime/answers/backoff.js";
import { at, failureOf, quick } from "./support/options.js";
import { deadUrl, type Reply, serve } from "./support/server.js";
import { callOne } from "./support/nested.js";
import { createOne, fetchOne, removeOne } from "./support/workflows.js";

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

test.each<[name: string, work: typeof read, replies: Reply[], waits: [id: string, most: number][]]>([
  ["a GET after a 429", read, [{ status: 429 }, found], [["fetchMessage/try-2/wait", 500]]],
  ["a POST after a 429", write, [{ status: 429 }, created], [["createMessage/try-2/wait", 500]]],
  ["a GET after a 500", read, [{ status: 500 }, found], [["fetchMessage/try-2/wait", 500]]],
  ["a GET after a cut connection", read, [cut, found], [["fetchMessage/try-2/wait", 500]]],
  [
    "each wait may be twice as long",
    read,
    [{ status: 503 }, cut, { status: 429 }, found],
    [
      ["fetchMessage/try-2/wait", 500],
      ["fetchMessage/try-3/wait", 1_000],
      ["fetchMessage/try-4/wait", 2_000],
    ],
  ],
])("%s is sent again", async (_name, work, replies, want) => {
  const server = await serve(replies);
  const { runner, sleeps } = quick();
  await work(at(server.url, { runner }));
  expect(server.requests).toHaveLength(replies.length);
  expect(sleeps.map(([id]) => id)).toEqual(want.map(([id]) => id));
  expect(sleeps.filter(([, ms], index) => ms > (want[index]?.[1] ?? 0))).toEqual([]);
});

const now = Date.parse("2026-01-01T00:00:00Z");

/** A time that no header asks for is a part of half a second. */
const random = "random";

/** How long is waited after a 503 with this header, and from the second try on. */
async function waitsAfter(header: string, options?: WorkflowOptions): Promise<(number | typeof random)[]> {
  vi.spyOn(Date, "now").mockReturnValue(now);
  const server = await serve([{ status: 503, headers: { "retry-after": header } }, found]);
  const { runner, sleeps } = quick();
  await read(at(server.url, { runner, ...options }));
  return sleeps.map(([, ms]) => (Number.isInteger(ms) || ms > 500 ? ms : random));
}

test.each<[name: string, header: string, ms: number | typeof random]>([
  ["seconds", "7", 7_000],
  ["no seconds", "0", 0],
  ["decimals are rounded up", "1.5", 2_000],
  ["the least of decimals", "0.001", 1_000],
  ["the date of today", "Thu, 01 Jan 2026 00:00:09 GMT", 9_000],
  ["the date of RFC 850", "Thursday, 01-Jan-26 00:00:09 GMT", 9_000],
  ["the date of C's asctime", "Thu Jan  1 00:00:09 2026", 9_000],
  ["a date of C's asctime, later in the month", "Thu Jan 01 00:01:00 2026", 60_000],
  ["a date that has passed", "Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ["two digits of a year that has passed", "Sunday, 06-Nov-94 08:49:37 GMT", 0],
  ["two digits of a year less than 50 years ago", "Saturday, 01-Jan-77 00:00:09 GMT", 0],
  ["a negative number", "-5", random],
  ["two headers in one", "3, 5", random],
  ["a plus", "+3", random],
  ["an exponent", "1e3", random],
  ["a hexadecimal number", "0x10", random],
  ["half a decimal", "1.", random],
  ["a unit", "3s", random],
  ["words", "soon", random],
  ["nothing", "", random],
  ["an ISO date", "2026-01-01T00:00:09Z", random],
  ["a date without a time", "Thu, 01 Jan 2026", random],
  ["a date of another zone", "Thu, 01 Jan 2026 00:00:09 +0100", random],
  ["a month that there is not", "Thu, 01 Foo 2026 00:00:09 GMT", random],
  ["a month between two", "Thu, 01 anF 2026 00:00:09 GMT", random],
  ["a day that there is not", "Thu, 32 Jan 2026 00:00:09 GMT", random],
  ["an hour that there is not", "Thu, 01 Jan 2026 25:00:09 GMT", random],
  ["two dates", "Thu, 01 Jan 2026 00:00:09 GMT, Thu, 01 Jan 2026 00:00:10 GMT", random],
])("Retry-After: %s", async (_name, header, ms) => {
  expect(await waitsAfter(header)).toEqual([ms]);
});

test.each([
  ["seconds", "121"],
  ["more seconds than numbers go", "9".repeat(400)],
  ["a date", "Thu, 01 Jan 2026 00:02:01 GMT"],
  ["the last of all dates", "Fri, 31 Dec 9999 23:59:59 GMT"],
])("a Retry-After of more than two minutes is not waited for: %s", async (_name, header) => {
  vi.spyOn(Date, "now").mockReturnValue(now);
  const server = await serve([{ status: 429, headers: { "retry-after": header } }, found]);
  const { runner, sleeps } = quick();
  expect(await failureOf(read(at(server.url, { runner })))).toMatchObject({ code: "step-failed", status: 429 });
  expect(sleeps).toEqual([]);
});

test("`maxRetryAfter` says what is too long", async () => {
  expect(await waitsAfter("3600", { maxRetryAfter: 3_600_000 })).toEqual([3_600_000]);
  const server = await serve([{ status: 429, headers: { "retry-after": "2" } }, found]);
  expect(await failureOf(write(at(server.url, { maxRetryAfter: 1_999 })))).toMatchObject({ status: 429 });
  expect(server.requests).toHaveLength(1);
});

test("a step of a called workflow has the same bound", async () => {
  const server = await serve([{ status: 429, headers: { "retry-after": "2" } }]);
  expect(await failureOf(callOne("+1", at(server.url, { maxRetryAfter: 1_999 })))).toMatchObject({ status: 429 });
  expect(server.requests).toHaveLength(1);
});

test("a GET that is not answered in time is sent again", async () => {
  const server = await serve([silent, found]);
  await read(at(server.url, { timeout: 100 }));
  expect(server.requests).toHaveLength(2);
});

test.each<[name: string, work: typeof read, reply: Reply, code: string, options?: WorkflowOptions]>([
  ["a POST after a 500", write, { status: 500 }, "step-failed"],
  ["a POST after a cut connection", write, cut, "unknown-outcome"],
  ["a POST without an answer in time", write, silent, "unknown-outcome", { timeout: 500 }],
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
  const most = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000];
  expect(sleeps.filter(([, ms], index) => ms > (most[index] ?? 0))).toEqual([]);
  expect(sleeps).toHaveLength(most.length);
});

test("many that are refused at one moment do not come again at one", () => {
  const call = { workflowId: "w", stepId: "s", version: "", method: "GET", headers: {}, effect: "safe" } as const;
  const waits = Array.from({ length: 1_000 }, (_, index) =>
    resendDelay({ status: 429, headers: {}, body: "", at: 0 }, { ...call, id: "s", url: `https://x.test/${index}` }, 1),
  );
  const inFifths = [0, 1, 2, 3, 4].map((fifth) => waits.filter((ms = 0) => Math.floor(ms / 100) === fifth).length);
  expect(inFifths.filter((count) => count < 150 || count > 250)).toEqual([]);
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
    expect.stringMatching(/got no answer \(4 attempts\): no connection: .*ECONNREFUSED/),
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
