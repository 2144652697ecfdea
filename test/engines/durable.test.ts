import { afterEach, expect, test, vi } from "vitest";
import type { Engine } from "../../templates/engines/durable.js";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { at } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { createOne, sendAndTrack } from "../runtime/support/workflows.js";

afterEach(() => {
  vi.resetModules();
});

const created: Reply = { status: 201, body: { sid: "SM1" } };

/** Where a process ends: the name of a step, and whether its work is done by then, and kept. */
interface Crash {
  readonly step: RegExp;
  readonly when: "before" | "done" | "kept";
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The steps of a run, which end where the crash is. */
function steps(kept: Map<string, unknown>, crash?: Crash): { step: Step; names: string[] } {
  const names: string[] = [];
  const end = (name: string, when: Crash["when"]): void => {
    if (crash?.step.test(name) && crash.when === when) throw new Error("ended");
  };
  return {
    names,
    async step(name, work) {
      names.push(name);
      // What is kept is what the same work came to.
      if (kept.has(name)) return kept.get(name) as Awaited<ReturnType<typeof work>>;
      end(name, "before");
      const came = await work();
      end(name, "done");
      kept.set(name, came);
      end(name, "kept");
      return came;
    },
  };
}

interface Outcome {
  readonly end: unknown;
  readonly writes: number;
}

/** Runs a workflow until it crashes, and then once more, in the same process or in another one. */
async function recovered(crash: Crash, isSameProcess: boolean, atLeastOnce?: boolean): Promise<Outcome> {
  const server = await serve([created]);
  const kept = new Map<string, unknown>();
  const run = async (where?: Crash): Promise<unknown> => {
    const { durableRunner } = await import("../../templates/engines/durable.js");
    const engine = { runId: "1", step: steps(kept, where).step, sleep: async () => undefined };
    const runner = durableRunner(engine, { atLeastOnce });
    return createOne("+1", at(server.url, { runner })).catch((error: unknown) => error);
  };
  expect(await run(crash)).toMatchObject({ message: "ended" });
  if (!isSameProcess) vi.resetModules();
  const end = await run();
  return { end: isWorkflowError(end) ? end.code : end, writes: server.requests.length };
}

const begin = /\/begin$/;
const send = /^createMessage [0-9a-f]{8}$/;

test.each<[name: string, crash: Crash, isSameProcess: boolean, want: Outcome]>([
  ["before it is begun", { step: begin, when: "before" }, false, { end: "SM1", writes: 1 }],
  ["before it is kept that it is begun", { step: begin, when: "done" }, false, { end: "SM1", writes: 1 }],
  ["before it is sent", { step: send, when: "before" }, false, { end: "unknown-outcome", writes: 0 }],
  ["before its answer is kept", { step: send, when: "done" }, false, { end: "unknown-outcome", writes: 1 }],
  ["once its answer is kept", { step: send, when: "kept" }, false, { end: "SM1", writes: 1 }],
  ["before it is sent, and taken up by itself", { step: send, when: "before" }, true, { end: "SM1", writes: 1 }],
  ["amid it, and taken up by itself", { step: send, when: "done" }, true, { end: "SM1", writes: 1 }],
])("a request that must not be sent twice, of a process that ends %s", async (_name, crash, isSameProcess, want) => {
  expect(await recovered(crash, isSameProcess)).toEqual(want);
});

test.each<[name: string, crash: Crash, want: Outcome]>([
  ["before it is sent", { step: send, when: "before" }, { end: "SM1", writes: 1 }],
  ["before its answer is kept", { step: send, when: "done" }, { end: "SM1", writes: 2 }],
])("at least once, of a process that ends %s", async (_name, crash, want) => {
  expect(await recovered(crash, false, true)).toEqual(want);
});

test.each<[name: string, again: boolean, want: Outcome]>([
  ["for the first time", false, { end: "SM1", writes: 1 }],
  ["once more", true, { end: "unknown-outcome", writes: 0 }],
])("an engine that knows it says that it does a step %s", async (_name, again, want) => {
  const { durableRunner } = await import("../../templates/engines/durable.js");
  const server = await serve([created]);
  const { step, names } = steps(new Map());
  const once: Engine["once"] = (name, work) => step(name, () => work(again));
  const runner = durableRunner({ runId: "1", step, once, sleep: async () => undefined });
  const end = await createOne("+1", at(server.url, { runner })).catch((error: unknown) => error);
  expect({ end: isWorkflowError(end) ? end.code : end, writes: server.requests.length }).toEqual(want);
  expect(names).toEqual([expect.stringMatching(send)]);
});

test("what crosses to an engine: steps with the version of their call, and waits of whole milliseconds", async () => {
  const { durableRunner } = await import("../../templates/engines/durable.js");
  const server = await serve([created, { body: { status: "sent" } }, { body: { status: "delivered" } }]);
  const { step, names } = steps(new Map());
  const waits: unknown[] = [];
  const engine = { runId: "1", step, sleep: async (...wait: unknown[]) => void waits.push(wait) };
  await sendAndTrack({ to: "+1" }, at(server.url, { runner: durableRunner(engine), poll: { interval: 0.5 } }));
  expect(names.map((name) => name.replace(/ [0-9a-f]{8}/, " #"))).toEqual([
    "sendMessage #/begin",
    "sendMessage #",
    "checkStatus #",
    "checkStatus/poll-2 #",
  ]);
  expect(waits).toEqual([["checkStatus/poll-2/wait", 1]]);
});

test("no run goes on with an answer to another request", async () => {
  const { durableRunner } = await import("../../templates/engines/durable.js");
  const server = await serve([created]);
  const kept = new Map<string, unknown>();
  const names: string[] = [];
  for (const to of ["+1", "+2"]) {
    const { step, names: own } = steps(kept);
    const runner = durableRunner({ runId: to, step, sleep: async () => undefined });
    await createOne(to, at(server.url, { runner }));
    names.push(...own);
  }
  expect(new Set(names).size).toBe(4);
});

test("an engine that goes by names alone does nothing anew for code that has changed", async () => {
  const { durableRunner } = await import("../../templates/engines/durable.js");
  const server = await serve([created]);
  const kept = new Map<string, unknown>();
  const send = (to: string): Promise<unknown> => {
    const runner = durableRunner({ runId: "1", byName: true, step: steps(kept).step, sleep: async () => undefined });
    return createOne(to, at(server.url, { runner }));
  };
  expect(await send("+1")).toBe("SM1");
  expect(await send("+1")).toBe("SM1");
  await expect(send("+2")).rejects.toThrow("the answer to createMessage is one to a request of other code");
  expect(server.requests).toHaveLength(1);
});

test("a process that is to end keeps what is under way, and begins nothing more that must not be sent twice", async () => {
  const { drain, durableRunner } = await import("../../templates/engines/durable.js");
  let answer = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const held: (() => void)[] = [];
  const server = await serve([
    {
      raw(response) {
        held.push(() => response.writeHead(201, { "content-type": "application/json" }).end('{"sid":"SM1"}'));
        answer();
      },
    },
  ]);
  const kept = new Map<string, unknown>();
  const { step, names } = steps(kept);
  const run = async (runId: string): Promise<unknown> => {
    const runner = durableRunner({ runId, step, sleep: async () => undefined });
    return createOne("+1", at(server.url, { runner }));
  };
  const first = run("1");
  await reached;
  const order: string[] = [];
  const drained = drain().then(() => order.push(`drained, ${kept.size} kept`));
  run("2").catch(() => undefined);
  order.push("answered");
  held[0]?.();
  await drained;
  expect(order).toEqual(["answered", "drained, 2 kept"]);
  expect(await first).toBe("SM1");
  expect(names).toHaveLength(2);
  expect(server.requests).toHaveLength(1);
});

test("a process that has nothing under way can end at once", async () => {
  const { drain } = await import("../../templates/engines/durable.js");
  expect(await drain()).toBeUndefined();
});
