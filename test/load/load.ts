import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { AcceptedCredentials } from "../../examples/local-twilio/index.js";
import { createCallbackHandler, createWakeups } from "../../templates/callbacks/index.js";
import { createTwilio, type PollOptions, sendMessageTrackStatus, type StepEvent } from "../../generated/index.js";
import { Waits } from "./waits.js";

/** What came of many runs at once. */
export interface Figures {
  readonly runs: number;
  /** Those that came to their end. */
  readonly delivered: number;
  /** What went wrong with the others. */
  readonly failures: readonly string[];
  readonly messages: number;
  /** How often messages were read. */
  readonly reads: number;
  /** How many runs were woken by a callback. */
  readonly woken: number;
  /** Messages that were sent more than once. */
  readonly twice: number;
  readonly attempts: number;
  /** The share of 429s among all attempts, and among those after the first fifth. */
  readonly limited: number;
  readonly limitedOnceSettled: number;
  readonly seconds: number;
}

/** Whether runs take callbacks: all of them come, one in so many is lost, or they are only polled. */
export type Callbacks = "none" | { readonly lost: number };

/**
 * Runs `sendMessageTrackStatus` many times at once, against a local Twilio that lets in so many requests a second. Where
 * callbacks are taken, no clock ends a wait: it is over once all callbacks have come that are not lost.
 */
export async function load(
  runs: number,
  perSecond: number,
  poll: PollOptions,
  taken: Callbacks = "none",
): Promise<Figures> {
  const file = fileURLToPath(new URL("server.ts", import.meta.url));
  const lost = taken === "none" ? Infinity : taken.lost;
  const server = fork(file, [perSecond, lost, taken === "none" ? 0 : runs].map(String), {
    execArgv: ["--import", "tsx"],
  });
  const { listen, wake } = createWakeups({ remembered: 2 * runs });
  const heard = createServer();
  try {
    const [ready]: Started[] = await nextMessage(server);
    if (!ready) throw new Error("the server did not start");
    const { accountSid, authToken } = ready.credentials;
    const client = createTwilio({
      credentials: { accountSid, authToken },
      baseUrl: (host) => `${ready.baseUrl}/${host}`,
    });
    const handler = createCallbackHandler({ authToken, wake });
    heard.on("request", (request, response) => void handler.listener(request, response));
    heard.listen(0, "127.0.0.1");
    await once(heard, "listening");
    const { port } = heard.address() as AddressInfo;
    const callbacks = { url: `http://127.0.0.1:${port}/`, wakeups: { listen } };
    const statuses: (number | undefined)[] = [];
    const onStep = ({ type, status }: StepEvent): void => void (type === "attempt" && statuses.push(status));
    const waits = new Waits();
    const options = { client, poll, onStep, ...(taken !== "none" && { callbacks, runner: waits.runner }) };
    const told = taken === "none" ? undefined : nextMessage(server).then(() => waits.end());
    const begun = performance.now();
    const all = Array.from({ length: runs }, (_, index) =>
      sendMessageTrackStatus({ to: "+15558675310", from: "+15017122661", body: `m${index}` }, options),
    );
    const ends = await Promise.allSettled(all);
    const seconds = (performance.now() - begun) / 1_000;
    await told;
    server.send("report");
    const [report]: { readonly messages: readonly string[]; readonly reads: number }[] = await nextMessage(server);
    const messages = report?.messages ?? [];
    return {
      runs,
      delivered: ends.filter((end) => end.status === "fulfilled" && end.value.outcome === "delivered").length,
      failures: [...new Set(ends.flatMap((end) => (end.status === "rejected" ? String(end.reason) : [])))],
      messages: messages.length,
      reads: report?.reads ?? 0,
      woken: waits.woken,
      twice: messages.length - new Set(messages).size,
      attempts: statuses.length,
      limited: shareOf429(statuses),
      limitedOnceSettled: shareOf429(statuses.slice(statuses.length / 5)),
      seconds,
    };
  } finally {
    server.kill();
    heard.close();
  }
}

interface Started {
  readonly baseUrl: string;
  readonly credentials: AcceptedCredentials;
}

// What comes over the channel is what our own server sends.
function nextMessage<Message>(server: ReturnType<typeof fork>): Promise<Message[]> {
  return once(server, "message");
}

function shareOf429(statuses: readonly (number | undefined)[]): number {
  return statuses.filter((status) => status === 429).length / statuses.length;
}

export function describeFigures(figures: Figures): string {
  const { runs, delivered, messages, reads, woken, twice, attempts, limited, limitedOnceSettled } = figures;
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  return [
    `${runs} workflows at once: ${delivered} delivered, ${messages} messages sent, ${twice} of them twice`,
    `${(reads / runs).toFixed(2)} reads a message; ${woken} runs woken by callbacks`,
    `${attempts} requests in ${figures.seconds.toFixed(1)} s, ${Math.round(attempts / figures.seconds)} a second`,
    `429s: ${percent(limited)} of all requests, ${percent(limitedOnceSettled)} after the first fifth`,
    ...figures.failures.slice(0, 5),
  ].join("\n");
}
