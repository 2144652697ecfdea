import { describe, expect, test } from "vitest";
import { createWakeups } from "../../templates/callbacks/index.js";
import { callbackUrl } from "../../templates/runtime/run/callback-url.js";
import {
  type Checkpoint,
  inProcess,
  openWorkflow,
  type Runner,
  type Wakeups,
  WorkflowError,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf, quick } from "./support/options.js";
import { type Reply, serve, type Server } from "./support/server.js";

const url = "https://app.example.com/callbacks";
const created: Reply = { status: 201, body: { sid: "SM1" } };
const status = (value: string): Reply => ({ body: { sid: "SM1", status: value } });

interface Paths {
  "/Messages.json": {
    post: {
      requestBody: { content: { "application/x-www-form-urlencoded": { StatusCallback?: string | undefined } } };
      responses: { 201: { content: { "application/json": { sid: string } } } };
    };
  };
  "/Messages/SM1.json": {
    get: { responses: { 200: { content: { "application/json": { status: string } } } } };
  };
}

/** Written by hand in the shape of generated functions. */
async function sendAndTrack(statusCallback: string | undefined, options: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("send-and-track", options);
  const messaging = run.api<Paths>("https://api.twilio.com/2010-04-01");
  const sendMessage = await messaging.POST("/Messages.json", {
    ...run.step("sendMessage"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { StatusCallback: statusCallback ?? callbackUrl(run) },
  });
  if (sendMessage.status !== 201) run.fail(sendMessage);
  const messageSid = run.required(sendMessage, "sid");

  const polling = run.polling("checkStatus", { interval: 2_000, factor: 1.5, maxInterval: 15_000, deadline: 60_000 });
  await polling.wokenBy("message-status", messageSid);
  for (;;) {
    const checkStatus = await messaging.GET("/Messages/SM1.json", { ...polling.attempt() });
    if (checkStatus.status !== 200) run.fail(checkStatus);
    const { status: now } = checkStatus.data;
    if (now === "delivered") return now;
    await polling.wait({ status: now });
  }
}

/** Wakes whoever waits as often as it is told to; all other waits are only noted. */
function waking(...wakes: readonly boolean[]): { runner: Runner; waits: [string, number, string?][] } {
  const left = [...wakes];
  const waits: [string, number, string?][] = [];
  const runner: Runner = {
    ...quick().runner,
    async sleep(id, ms) {
      waits.push([id, ms]);
    },
    async wait(id, ms, { name }) {
      waits.push([id, ms, name]);
      return left.shift() ?? false;
    },
  };
  return { runner, waits };
}

const never: Wakeups = { listen: () => () => undefined };
const name = "message-status SM1";

function urlsSent(server: Server): readonly (string | null)[] {
  return server.requests.slice(0, 1).map(({ body }) => new URLSearchParams(body).get("StatusCallback"));
}

describe("a step that a callback wakes", () => {
  test("is asked once the callback has come, and with nothing before", async () => {
    const server = await serve([created, status("delivered")]);
    const { runner, waits } = waking(true);
    await sendAndTrack(undefined, at(server.url, { runner, callbacks: { url, wakeups: never } }));
    expect(server.requests).toHaveLength(2);
    expect(waits).toEqual([["checkStatus/wait", 15_000, name]]);
    expect(urlsSent(server)).toEqual([url]);
  });

  test("is polled slowly while none comes", async () => {
    const server = await serve([created, status("sent"), status("sent"), status("delivered")]);
    const { runner, waits } = waking();
    await sendAndTrack(undefined, at(server.url, { runner, callbacks: { url, wakeups: never } }));
    expect(waits).toEqual([
      ["checkStatus/wait", 15_000, name],
      ["checkStatus/poll-2/wait", 22_500, name],
      ["checkStatus/poll-3/wait", 22_500, name],
    ]);
  });

  test("comes to its deadline as without", async () => {
    const server = await serve([created, ...Array.from({ length: 3 }, () => status("sent"))]);
    const { runner, waits } = waking();
    const error = await failureOf(
      sendAndTrack(undefined, at(server.url, { runner, callbacks: { url, wakeups: never } })),
    );
    expect(error).toMatchObject({ code: "poll-deadline", attempts: 3, deadline: 60_000, outputs: { status: "sent" } });
    expect(waits.map(([, ms]) => ms)).toEqual([15_000, 22_500, 22_500]);
  });

  test("is asked again soon where the callback came before the answer had changed", async () => {
    const server = await serve([created, status("sent"), status("sent"), status("sent"), status("delivered")]);
    const { runner, waits } = waking(true, false, false, true);
    await sendAndTrack(undefined, at(server.url, { runner, callbacks: { url, wakeups: never } }));
    expect(waits.map(([, ms]) => ms)).toEqual([15_000, 2_000, 3_000, 4_500]);
  });

  test("is asked at once by a run that resumes, which may have missed the callback", async () => {
    const server = await serve([created, status("sent"), status("delivered")]);
    let kept: Checkpoint | undefined;
    const stopping: Runner = { ...waking().runner, wait: () => Promise.reject(new Error("the process ends")) };
    const callbacks = { url, wakeups: never };
    const onCheckpoint = (checkpoint: Checkpoint): void => void (kept = checkpoint);
    await failureOf(sendAndTrack(undefined, at(server.url, { runner: stopping, callbacks, onCheckpoint })));
    const { runner, waits } = waking(true);
    await sendAndTrack(undefined, at(server.url, { runner, callbacks, resume: kept ?? null }));
    expect(waits).toEqual([["checkStatus/poll-2/wait", 22_500, name]]);
  });

  test("is polled as ever without callbacks", async () => {
    const server = await serve([created, status("sent"), status("delivered")]);
    const { runner, waits } = waking();
    await sendAndTrack(undefined, at(server.url, { runner }));
    expect(waits).toEqual([["checkStatus/poll-2/wait", 2_000]]);
    expect(urlsSent(server)).toEqual([null]);
  });

  test.each<[what: string, change: object, wakeups: Wakeups | undefined]>([
    ["with a runner that knows no wake-ups", { wait: undefined }, never],
    ["with nothing to be woken by", {}, undefined],
  ])("is polled as ever %s", async (_what, change, wakeups) => {
    const server = await serve([created, status("sent"), status("delivered")]);
    const { runner, waits } = waking();
    const options = at(server.url, { callbacks: { url, wakeups } });
    await sendAndTrack(undefined, Object.assign(options, { runner: { ...runner, ...change } }));
    expect(waits).toEqual([["checkStatus/poll-2/wait", 2_000]]);
  });

  test("is woken by an engine's own messages, to where its URL says", async () => {
    const server = await serve([created, status("delivered")]);
    const { runner, waits } = waking(true);
    const engine = { ...runner, runId: "7", mailbox: "order 7" };
    await sendAndTrack(undefined, at(server.url, { runner: engine, callbacks: { url } }));
    expect(waits).toEqual([["checkStatus/wait", 15_000, name]]);
    expect(urlsSent(server)).toEqual([`${url}?run=order%207`]);
  });

  test("has its URL with what that says already, or one that the caller gives", async () => {
    const server = await serve([created, status("delivered"), created, status("delivered")]);
    const engine = { ...waking(true, true).runner, mailbox: "7" };
    const callbacks = { url: `${url}?tenant=1`, wakeups: never };
    await sendAndTrack(undefined, at(server.url, { runner: engine, callbacks }));
    await sendAndTrack("https://other.example", at(server.url, { runner: engine, callbacks }));
    const sent = server.requests.map(({ body }) => new URLSearchParams(body).get("StatusCallback"));
    expect(sent).toEqual([`${url}?tenant=1&run=7`, null, "https://other.example", null]);
  });
});

describe("in one process", () => {
  /** Tells of each who listens, and of each who stops. */
  function heard(onListen: (wakeups: ReturnType<typeof createWakeups>) => void): { wakeups: Wakeups; log: string[] } {
    const log: string[] = [];
    const inner = createWakeups();
    return {
      log,
      wakeups: {
        listen(which, wake) {
          log.push(`listens for ${which}`);
          const stop = inner.listen(which, wake);
          onListen(inner);
          return () => {
            log.push("stops");
            stop();
          };
        },
      },
    };
  }

  test("who waits hears of it", async () => {
    const server = await serve([created, status("delivered")]);
    const { wakeups, log } = heard((inner) => queueMicrotask(() => inner.wake(name)));
    await sendAndTrack(undefined, at(server.url, { runner: inProcess, callbacks: { url, wakeups } }));
    expect(log).toEqual([`listens for ${name}`, "stops"]);
  });

  test("what came before anybody waited is heard too", async () => {
    const server = await serve([created, status("delivered")]);
    const wakeups = createWakeups();
    wakeups.wake(name);
    await sendAndTrack(undefined, at(server.url, { runner: inProcess, callbacks: { url, wakeups } }));
    expect(server.requests).toHaveLength(2);
  });

  test("a run that is aborted stops to listen", async () => {
    const server = await serve([created]);
    const stop = new AbortController();
    const { wakeups, log } = heard(() => queueMicrotask(() => stop.abort()));
    const options = at(server.url, { runner: inProcess, callbacks: { url, wakeups }, signal: stop.signal });
    expect(await failureOf(sendAndTrack(undefined, options))).toMatchObject({ code: "aborted" });
    expect(log).toEqual([`listens for ${name}`, "stops"]);
  });

  test("without a wake-up, a wait is over when its time is", async () => {
    const server = await serve([created, status("delivered")]);
    const poll = { maxInterval: 1 };
    const options = at(server.url, { runner: inProcess, callbacks: { url, wakeups: never }, poll });
    expect(await sendAndTrack(undefined, options)).toBe("delivered");
  });
});

test("a poll is told once what wakes it", async () => {
  const { runner, waits } = waking();
  const polling = openWorkflow("w", { runner, callbacks: { url, wakeups: never } }).polling("s");
  await polling.wokenBy("call-status", "CA1");
  await polling.wokenBy("call-status", "CA2");
  expect(waits).toEqual([["s/wait", 30_000, "call-status CA1"]]);
});

test.each<[given: object, option: string, want: string]>([
  [{}, "callbacks", "must be an object with a url, not object"],
  [{ url: "/callbacks" }, "callbacks.url", "must be an absolute URL of http or https, not string"],
  [{ url: "ftp://x.example" }, "callbacks.url", "must be an absolute URL of http or https, not string"],
  [{ url, wakeups: {} }, "callbacks.wakeups", "must be what runs are woken by, with listen, not object"],
  [{ url, hub: 1 }, "callbacks.hub", "is none; there are url, wakeups"],
])("callbacks cannot be %j", (callbacks, option, want) => {
  const options: WorkflowOptions = Object.create({ callbacks });
  const open = (): unknown => openWorkflow("w", options);
  expect(open).toThrow(WorkflowError);
  expect(open).toThrow(`option ${option} ${want}`);
});

test("who has stopped to listen can do so again", () => {
  const wakeups = createWakeups();
  const stop = wakeups.listen("message-status SM1", () => undefined);
  stop();
  expect(stop).not.toThrow();
});
