import { expect, test } from "vitest";
import {
  type Answer,
  type Call,
  type Checkpoint,
  openWorkflow,
  type Runner,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import { order } from "./support/order.js";
import { serveOrders } from "./support/orders.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, sendAndTrack } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };
const busy: Reply = { status: 429, headers: { "retry-after": "1" } };
const replies: Reply[] = [busy, created, { body: { status: "sent" } }, { body: { status: "delivered" } }];

/** An engine that keeps answers by id, and stops after some requests as if its process ended there. */
function engine(kept: Map<string, Answer>, stopsAfter = Infinity): Runner {
  let sent = 0;
  return {
    runId: "run/1",
    async request(call, send) {
      const before = kept.get(call.id);
      if (before) return { ...before, replayed: true };
      if (sent === stopsAfter) throw new Error("the process has ended");
      sent += 1;
      const answer = await send(call);
      kept.set(call.id, answer);
      return answer;
    },
    sleep: async () => undefined,
  };
}

/** A run in several processes: what is told of it, and what is handed out. */
async function inProcesses(stops: readonly number[]): Promise<{ events: string[]; checkpoints: Checkpoint[] }> {
  const server = await serve(replies);
  const kept = new Map<string, Answer>();
  const events: string[] = [];
  const checkpoints: Checkpoint[] = [];
  for (const stopsAfter of [...stops, Infinity]) {
    const options = at(server.url, {
      runner: engine(kept, stopsAfter),
      onStep: ({ type, id, attempt }) => events.push(`${type} ${id} ${attempt}`),
      onCheckpoint: (checkpoint) => checkpoints.push(checkpoint),
    });
    const run = sendAndTrack({ to: "+1" }, options);
    if (stopsAfter === Infinity) expect(await run).toMatchObject({ outcome: "delivered" });
    else expect(await failureOf(run)).toMatchObject({ message: "the process has ended" });
  }
  return { events, checkpoints };
}

test("of what was replayed no event tells, and no checkpoint is handed out", async () => {
  const once = await inProcesses([]);
  const often = await inProcesses([2, 1, 0, 0]);
  expect(once.events).toEqual([
    "start sendMessage 1",
    "attempt sendMessage 1",
    "retry sendMessage 1",
    "attempt sendMessage/try-2 2",
    "end sendMessage 2",
    "start checkStatus 1",
    "attempt checkStatus 1",
    "end checkStatus 1",
    "wait checkStatus 1",
    "start checkStatus/poll-2 1",
    "attempt checkStatus/poll-2 1",
    "end checkStatus/poll-2 1",
  ]);
  expect(often.events).toEqual(once.events);
  const progress = ({ checkpoints }: typeof once): string[][] => checkpoints.map(({ answers }) => Object.keys(answers));
  expect(progress(once)).toEqual([["sendMessage"]]);
  // A process that goes on does not know what the one before it handed out, but hands out nothing older.
  expect(new Set(progress(often).flat())).toEqual(new Set(["sendMessage"]));
  expect(JSON.stringify(often.checkpoints)).not.toContain("replayed");
});

test("a replayed refusal ends the run as before, and hands out nothing", async () => {
  const server = await serve([{ status: 400, body: { code: 21211 } }]);
  const kept = new Map<string, Answer>();
  const checkpoints: Checkpoint[] = [];
  const onCheckpoint = (checkpoint: Checkpoint): unknown => checkpoints.push(checkpoint);
  const run = (): Promise<unknown> =>
    failureOf(createOne("+1", at(server.url, { runner: engine(kept), onCheckpoint })));
  const first = await run();
  const handedOut = checkpoints.length;
  expect(await run()).toMatchObject({ ...Object(first), message: Object(first).message });
  expect(checkpoints).toHaveLength(handedOut);
});

test("an engine that sends by other means is told of, too", async () => {
  const events: string[] = [];
  const answer = { status: 201, headers: {}, body: '{"sid":"SM1"}' };
  const runner: Runner = { runId: "1", request: async () => answer, sleep: async () => undefined };
  await createOne("+1", at("https://x.test", { runner, onStep: ({ type }) => events.push(type) }));
  expect(events).toEqual(["start", "attempt", "end"]);
});

test("an idempotency key is the same each time that an engine carries out the run", async () => {
  const shop = await serveOrders([]);
  for (const _process of [1, 2]) await order("pen", at(shop.url, { runner: engine(new Map()) }));
  expect(shop.made).toHaveLength(1);
  expect(new Set(shop.keys)).toEqual(new Set(["run%2F1%2Forder"]));
});

test("the version of a call changes with the workflow, and with what is sent", async () => {
  const versions = new Set<string>();
  const runner: Runner = {
    request: async (call: Call) => (versions.add(call.version), { status: 400, headers: {}, body: "" }),
    sleep: async () => undefined,
  };
  const call = async (version: string, init: { Sid: string; Body?: string; trace?: string }): Promise<void> => {
    const run = openWorkflow("w", { credentials: { accountSid: "AC1", authToken: "t" }, runner }, { version });
    const { Sid, Body, trace } = init;
    const messaging = run.api<MessagesApi>("https://api.twilio.com");
    const header = trace === undefined ? {} : { "X-Trace": trace };
    await messaging.POST("/{Sid}", { ...run.step("s"), params: { path: { Sid } }, headers: header, body: { Body } });
  };
  for (const _time of [1, 2]) {
    await call("1", { Sid: "SM1", Body: "hi" });
    await call("2", { Sid: "SM1", Body: "hi" });
    await call("1", { Sid: "SM2", Body: "hi" });
    await call("1", { Sid: "SM1", Body: "ho" });
    await call("1", { Sid: "SM1", Body: "hi", trace: "a" });
  }
  expect(versions.size).toBe(5);
});

interface MessagesApi {
  "/{Sid}": {
    post: {
      parameters: { path: { Sid: string } };
      requestBody: { content: { "application/json": { Body?: string | undefined } } };
      responses: { 201: { content: { "application/json": { sid: string } } } };
    };
  };
}
