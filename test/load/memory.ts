import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createWakeups } from "../../templates/callbacks/index.js";
import { type Answer, type Runner, sendMessageTrackStatus } from "../../generated/index.js";
import { inProcess } from "../../generated/runtime/run/runner.js";

const { wait: waitHere = () => Promise.reject(new Error("nobody waits")) } = inProcess;

const answer = (status: number, body: object): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** A clock does not end such a wait while anybody measures. */
const poll = { interval: 3_600_000, maxInterval: 3_600_000, deadline: 7_200_000 };

/**
 * The memory of this process that each run of `sendMessageTrackStatus` takes which waits, in bytes, with many of them
 * waiting: for the next read of a message, or for a callback.
 */
export async function bytesPerWaitingRun(runs: number, waitsFor: "time" | "callback"): Promise<number> {
  const stop = new AbortController();
  let waiting = 0;
  let allWait = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    allWait = resolve;
  });
  const count = (): void => {
    waiting += 1;
    if (waiting === runs) allWait();
  };
  let sent = 0;
  const runner: Runner = {
    ...inProcess,
    // No server and no connection, so that what these take is not counted.
    request: async ({ method }) =>
      method === "POST" ? answer(201, { sid: `SM${(sent += 1)}` }) : answer(200, { status: "sent" }),
    sleep(...wait) {
      count();
      return inProcess.sleep(...wait);
    },
    wait(...wait) {
      count();
      return waitHere(...wait);
    },
  };
  const callbacks = { url: "https://app.example.com/twilio", wakeups: createWakeups() };
  const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "the-auth-token" };
  const options = { credentials, poll, runner, signal: stop.signal, ...(waitsFor === "callback" && { callbacks }) };
  const before = heapUsed();
  const all = Array.from({ length: runs }, (_, index) =>
    sendMessageTrackStatus({ to: "+15558675310", from: "+15017122661", body: `m${index}` }, options),
  );
  const ended = Promise.allSettled(all);
  await reached;
  const bytes = Math.round((heapUsed() - before) / runs);
  stop.abort();
  await ended;
  return bytes;
}

/** After all that is garbage was thrown away. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
