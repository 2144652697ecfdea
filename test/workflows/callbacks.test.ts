import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { type LocalTwilio, type LocalTwilioOptions, startLocalTwilio } from "../../examples/local-twilio/index.js";
import {
  type CallbackOptions,
  placeCallTrackToEnd,
  recordActiveCallAndWait,
  sendMessageTrackStatus,
  type WorkflowOptions,
} from "../../generated/index.js";
import { createCallbackHandler, createWakeups, type TwilioEvent } from "../../templates/callbacks/index.js";

interface App {
  readonly twilio: LocalTwilio;
  /** Those of a run that takes callbacks. */
  readonly options: WorkflowOptions & { readonly callbacks: CallbackOptions };
  /** What callbacks told of, in the order in which they came. */
  readonly events: readonly TwilioEvent[];
}

/** An app that takes callbacks, and a Twilio that sends them. */
async function app(given?: LocalTwilioOptions): Promise<App> {
  const twilio = await startLocalTwilio(given);
  const events: TwilioEvent[] = [];
  const { listen, wake } = createWakeups();
  const { accountSid, authToken } = twilio.credentials;
  const handler = createCallbackHandler({ authToken, wake, onEvent: (event) => void events.push(event) });
  const server = createServer((request, response) => void handler.listener(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(async () => {
    await twilio.close();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const callbacks = { url: `http://127.0.0.1:${port}/callbacks`, wakeups: { listen } };
  return { twilio, events, options: { ...twilio.options, credentials: { accountSid, authToken }, callbacks } };
}

function countOf({ requests }: LocalTwilio, operation: string): number {
  return requests.filter((request) => request.operation === operation).length;
}

const message = { to: "+15558675310", from: "+15017122661", body: "Hello" };

describe("a message that Twilio tells of", () => {
  test.each([
    { callbacks: "sent", want: ["sent", "delivered"] },
    { callbacks: "twice", want: ["sent", "sent", "delivered", "delivered"] },
    { callbacks: "reversed", want: ["delivered", "sent"] },
  ] as const)("is read once, its callbacks $callbacks", async ({ callbacks, want }) => {
    const { twilio, options, events } = await app({ callbacks });
    expect(await sendMessageTrackStatus(message, options)).toMatchObject({ outcome: "delivered" });
    await twilio.told();
    expect(countOf(twilio, "fetchMessage")).toBe(1);
    expect(events.map((event) => event.type === "message-status" && event.status)).toEqual(want);
    expect(twilio.callbacks.map(({ status }) => status)).toEqual(want.map(() => 204));
  });

  test.each([
    { callbacks: "late", want: 2 },
    { callbacks: "never", want: 0 },
  ] as const)("is found by polling, its callbacks $callbacks", async ({ callbacks, want }) => {
    const { twilio, options, events } = await app({ callbacks });
    const ended = await sendMessageTrackStatus(message, { ...options, poll: { maxInterval: 1 } });
    expect(ended).toMatchObject({ outcome: "delivered" });
    await twilio.told();
    expect(events).toHaveLength(want);
  });

  test("says why it failed", async () => {
    const { options, events } = await app({ undeliverable: [message.to] });
    expect(await sendMessageTrackStatus(message, options)).toMatchObject({ outcome: "failed", errorCode: 30003 });
    expect(events.at(-1)).toMatchObject({ type: "message-status", status: "undelivered", errorCode: 30003 });
  });
});

test("a call that Twilio tells of is read once", async () => {
  const { twilio, options } = await app();
  const call = { to: "+15558675310", from: "+15017122661", url: "https://app.example.com/twiml" };
  expect(await placeCallTrackToEnd(call, options)).toMatchObject({ outcome: "completed" });
  expect(countOf(twilio, "FetchCall")).toBe(1);
});

test("a recording that Twilio tells of is read once", async () => {
  const { twilio, options } = await app();
  const callSid = `CA${"0".repeat(32)}`;
  expect(await recordActiveCallAndWait({ callSid }, options)).toMatchObject({ outcome: "recorded" });
  expect(countOf(twilio, "FetchCallRecording")).toBe(1);
});

test("nobody but this machine is told of what is only played", async () => {
  const { twilio, options } = await app();
  const elsewhere = { ...message, statusCallback: "https://app.example.com/callbacks" };
  await sendMessageTrackStatus(elsewhere, { ...options, poll: { maxInterval: 1 } });
  await twilio.told();
  expect(twilio.callbacks).toEqual([]);
});
