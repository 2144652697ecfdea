import { expect, test } from "vitest";
import { type Answer, type Call, createTwilio, inProcess, type Runner } from "../../templates/runtime/twilio/index.js";
import { at, credentials, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, removeOne, sendAndTrack, tidy } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };

/** Notes what crosses the seam, and lets only what is JSON through it. */
function recorder(): { runner: Runner; calls: Call[]; answers: Answer[]; ids: string[] } {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const ids: string[] = [];
  const runner: Runner = {
    async request(call, send) {
      calls.push(call);
      ids.push(call.id);
      const answer = await send(JSON.parse(JSON.stringify(call)));
      answers.push(answer);
      return JSON.parse(JSON.stringify(answer));
    },
    sleep: async (id) => {
      ids.push(id);
    },
  };
  return { runner, calls, answers, ids };
}

test("a call is plain data, with its documented URL and without credentials", async () => {
  const server = await serve([created]);
  const { runner, calls, answers } = recorder();
  await createOne("+1", at(server.url, { runner }));
  expect(calls).toEqual([
    {
      id: "createMessage",
      workflowId: "create-one",
      source: "twilio",
      stepId: "createMessage",
      version: expect.stringMatching(/^[0-9a-f]{8}$/),
      method: "POST",
      url: "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "To=%2B1",
      effect: "unsafe",
      timeout: undefined,
    },
  ]);
  expect(answers).toMatchObject([
    { status: 201, headers: { "content-type": "application/json" }, body: '{"sid":"SM1"}' },
  ]);
});

test("what methods do", async () => {
  const answer = async (): Promise<Answer> => ({ status: 200, headers: {}, body: '{"messages":[]}' });
  const effects: [string, string][] = [];
  const runner: Runner = { ...inProcess, request: (call) => (effects.push([call.method, call.effect]), answer()) };
  await failureOf(tidy({ sid: "SM1", tags: [] }, { runner }));
  await failureOf(fetchOne("a", { runner }));
  expect(effects).toEqual([
    ["PATCH", "unsafe"],
    ["DELETE", "idempotent"],
    ["GET", "safe"],
  ]);
});

test("ids are unique, and the same each time", async () => {
  const replies: Reply[] = [
    { status: 429 },
    created,
    { body: { status: "sent" } },
    { status: 500 },
    { status: 429 },
    { body: { status: "sent" } },
    { body: { status: "delivered" } },
  ];
  const want = [
    "sendMessage",
    "sendMessage/try-2/wait",
    "sendMessage/try-2",
    "checkStatus",
    "checkStatus/poll-2/wait",
    "checkStatus/poll-2",
    "checkStatus/poll-2/try-2/wait",
    "checkStatus/poll-2/try-2",
    "checkStatus/poll-2/try-3/wait",
    "checkStatus/poll-2/try-3",
    "checkStatus/poll-3/wait",
    "checkStatus/poll-3",
  ];
  for (const _ of [1, 2]) {
    const server = await serve(replies);
    const { runner, ids } = recorder();
    await sendAndTrack({ to: "+1" }, at(server.url, { runner }));
    expect(ids).toEqual(want);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("an engine can send elsewhere, where the credentials are", async () => {
  const server = await serve([created]);
  const worker = createTwilio({ credentials, baseUrl: server.url });
  const runner: Runner = { ...inProcess, request: (call) => worker.send(JSON.parse(JSON.stringify(call))) };
  expect(await createOne("+1", { runner })).toBe("SM1");
  expect(server.requests[0]?.headers["authorization"]).toBe(`Basic ${btoa("AC1:the-auth-token")}`);
});

test("an engine that keeps answers by id replays a run without sending", async () => {
  const server = await serve([created, { body: { status: "sent" } }, { body: { status: "delivered" } }]);
  const kept = new Map<string, Answer>();
  const runner: Runner = {
    ...inProcess,
    async request(call, send) {
      const answer = kept.get(call.id) ?? (await send(call));
      kept.set(call.id, answer);
      return answer;
    },
    sleep: async () => undefined,
  };
  const first = await sendAndTrack({ to: "+1" }, at(server.url, { runner }));
  expect(await sendAndTrack({ to: "+1" }, at(server.url, { runner }))).toEqual(first);
  expect(server.requests).toHaveLength(3);
});

test("what an engine throws reaches the caller as it is", async () => {
  const own = new RangeError("suspended");
  const runner: Runner = { ...inProcess, request: () => Promise.reject(own) };
  expect(await failureOf(createOne("+1", { runner }))).toBe(own);
  expect(await failureOf(removeOne("SM1", { runner }))).toBe(own);
});

test("an engine's own signal ends a request, and is its own business", async () => {
  const server = await serve([{ raw: () => undefined }]);
  const own = new Error("cancelled by the engine");
  const runner: Runner = { ...inProcess, request: (call, send) => send(call, AbortSignal.abort(own)) };
  expect(await failureOf(fetchOne("a", at(server.url, { runner })))).toBe(own);
});

test("both signals end a request", async () => {
  const server = await serve([{ raw: () => undefined }]);
  const abort = new AbortController();
  const runner: Runner = { ...inProcess, request: (call, send) => send(call, new AbortController().signal) };
  const failure = failureOf(fetchOne("a", at(server.url, { runner, signal: abort.signal })));
  setImmediate(() => abort.abort());
  expect(await failure).toMatchObject({ code: "aborted" });
});

test("a step's own timeout goes with its call", async () => {
  const server = await serve([{ raw: () => undefined }]);
  const call: Call = {
    id: "s",
    workflowId: "w",
    stepId: "s",
    version: "",
    method: "GET",
    url: "https://api.twilio.com/x",
    headers: {},
    effect: "safe",
    timeout: 20,
  };
  const answer = await createTwilio({ credentials, baseUrl: server.url }).send(call);
  expect(answer).toEqual({
    status: 0,
    headers: {},
    body: "",
    failure: { reason: "timeout", message: "no whole answer within 20 ms" },
    at: expect.any(Number),
    ms: expect.any(Number),
  });
});
