import { resolve } from "node:path";
import { DefaultLogger, type InjectedSinks, Runtime, bundleWorkflowCode, Worker } from "@temporalio/worker";
import { beforeAll, expect, test } from "vitest";
import {
  type Answer,
  type Call,
  type CallbackOptions,
  sendMessageTrackStatus,
  WorkflowError,
} from "../../generated/index.js";
import { type End, type Happened, historyOf } from "./support/temporal-history.js";
import { wakeOnTemporal } from "../../templates/engines/temporal.js";
import { delivered } from "./support/messages.js";
import type { AskedFor, Told } from "./support/temporal-workflows.js";

const input = { to: "+15558675310", from: "+15017122661", body: "hi" };

let code = "";
beforeAll(async () => {
  const logger = new DefaultLogger("ERROR");
  Runtime.install({ logger });
  const workflowsPath = resolve("test/engines/support/temporal-workflows.ts");
  ({ code } = await bundleWorkflowCode({ workflowsPath, workflowInterceptorModules: [workflowsPath], logger }));
}, 120_000);

interface Replayed {
  ended?: unknown;
  failed?: { readonly type?: string; readonly nonRetryable?: boolean; readonly details?: readonly unknown[] };
  readonly askedFor: AskedFor[];
  readonly events: string[];
}

/** What is told of a run that is replayed by its history. */
async function replayed(
  happened: readonly Happened[],
  end: End,
  { atLeastOnce = false, callbacks }: { atLeastOnce?: boolean; callbacks?: CallbackOptions } = {},
): Promise<Replayed> {
  const all: Replayed = { askedFor: [], events: [] };
  const sinks: InjectedSinks<Told> = {
    told: {
      askedFor: { fn: (_info, activity) => void all.askedFor.push(activity), callDuringReplay: true },
      ended: { fn: (_info, outputs) => void (all.ended = outputs), callDuringReplay: true },
      failed: { fn: (_info, failure) => void (all.failed = failure), callDuringReplay: true },
      event: { fn: (_info, type) => void all.events.push(type), callDuringReplay: true },
    },
  };
  const history = historyOf([input, atLeastOnce, ...(callbacks ? [callbacks] : [])], happened, end);
  await Worker.runReplayHistory({ workflowBundle: { code }, sinks }, history, "workflow");
  return all;
}

const answer = (status: number, body: object, second: number): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
  at: Date.UTC(2026, 0, 1, 0, 0, second),
  ms: 5,
});

const answers = [
  answer(201, { sid: "SM1" }, 1),
  answer(200, { status: "sent" }, 2),
  answer(200, { status: "delivered", error_code: null }, 5),
];

/** What happens in a run that is given these answers. */
async function happening(
  given: readonly Answer[],
  { callbacks, woken = "never" }: { callbacks?: CallbackOptions; woken?: "never" | "early" | "waiting" } = {},
): Promise<Happened[]> {
  const happened: Happened[] = [];
  const calls: Call[] = [];
  const runner = {
    runId: "run",
    async request(call: Call): Promise<Answer> {
      const came = given[calls.push(call) - 1];
      if (!came) throw new Error(`no answer to ${call.id}`);
      happened.push({ is: "answered", id: `${call.id} ${call.version}`, answer: came });
      return came;
    },
    sleep: async (id: string, ms: number): Promise<void> => void happened.push({ is: "waited", id, ms }),
    mailbox: "workflow",
    async wait(id: string, ms: number, { name }: { readonly name: string }): Promise<boolean> {
      const what: Readonly<Record<typeof woken, Happened>> = {
        never: { is: "waited", id, ms },
        early: { is: "signaled", name },
        waiting: { is: "woken", name, ms },
      };
      happened.push(what[woken]);
      return woken !== "never";
    },
  };
  const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef" };
  await sendMessageTrackStatus(input, { credentials, callbacks, runner }).catch(() => undefined);
  return happened;
}

const read: AskedFor = { id: "checkStatus", maximumAttempts: undefined };

test.each([
  ["once at most", false, { id: "sendMessage", maximumAttempts: 1 }],
  ["at least once", true, { id: "sendMessage", maximumAttempts: undefined }],
])(
  "a run is replayed by its history, with its waits, and tells nothing anew: %s",
  async (_name, atLeastOnce, write) => {
    const happened = await happening(answers);
    expect(happened.map(({ is }) => is)).toEqual(["answered", "answered", "waited", "answered"]);
    expect(await replayed(happened, "completed", { atLeastOnce })).toEqual({
      ended: delivered,
      askedFor: [write, read, { ...read, id: "checkStatus/poll-2" }],
      events: [],
    });
  },
);

test.each([
  { woken: "waiting", what: "while it waits", left: "woken" },
  { woken: "early", what: "before it waits", left: "signaled" },
  { woken: "never", what: "never", left: "waited" },
] as const)("a callback comes $what, as a signal, and a run is replayed by it", async ({ woken, left }) => {
  const callbacks = { url: "https://app.example.com/twilio" };
  const [sent, , last] = answers;
  if (!sent || !last) throw new Error("there are three");
  const happened = await happening([sent, last], { callbacks, woken });
  expect(happened.map(({ is }) => is)).toEqual(["answered", left, "answered"]);
  expect(await replayed(happened, "completed", { callbacks })).toMatchObject({ ended: delivered, events: [] });
});

test("a callback about something else wakes nobody", async () => {
  const callbacks = { url: "https://app.example.com/twilio" };
  const happened = await happening(answers, { callbacks });
  const other: Happened = { is: "signaled", name: "message-status SM2" };
  const { ended } = await replayed([...happened.slice(0, 1), other, ...happened.slice(1)], "completed", { callbacks });
  expect(ended).toEqual(delivered);
});

test("who takes callbacks signals the run that their URL names, if it is still there", async () => {
  const signals: (readonly string[])[] = [];
  const gone = Object.assign(new Error("workflow not found"), { name: "WorkflowNotFoundError" });
  const wake = wakeOnTemporal({
    workflow: {
      getHandle: (id) => ({
        async signal(...given) {
          signals.push([id, ...given]);
          if (id === "gone") throw gone;
          if (id === "down") throw new Error("no connection");
        },
      }),
    },
  });
  await wake("message-status SM1", "order-17");
  await wake("message-status SM1", undefined);
  await wake("message-status SM1", "gone");
  await expect(wake("message-status SM1", "down")).rejects.toThrow("no connection");
  expect(signals.map(([id]) => id)).toEqual(["order-17", "gone", "down"]);
  expect(signals[0]).toEqual(["order-17", "workflow-wake-up", "message-status SM1"]);
});

test("a worker that ends amid a request that must not be sent twice leaves it unknown whether it was sent", async () => {
  const [sent] = await happening(answers);
  const { failed, askedFor } = await replayed(
    [{ is: "timed out", id: sent?.is === "answered" ? sent.id : "" }],
    "failed",
  );
  expect(failed).toMatchObject({ type: "UnknownOutcomeError", nonRetryable: true });
  expect(WorkflowError.from(failed?.details?.[0])).toMatchObject({ code: "unknown-outcome", stepId: "sendMessage" });
  expect(askedFor).toHaveLength(1);
});

test("a refusal is the error that it is elsewhere", async () => {
  const happened = await happening([answer(400, { code: 21211, message: "no such number" }, 1)]);
  const { failed } = await replayed(happened, "failed");
  expect(failed).toMatchObject({ type: "StepFailedError", nonRetryable: true });
  expect(WorkflowError.from(failed?.details?.[0])).toMatchObject({ code: "step-failed", twilioCode: 21211 });
});

test("no run goes on with an answer to another request", async () => {
  const happened = await happening(answers);
  const others = happened.map((one) =>
    one.is === "answered" ? { ...one, id: one.id.replace(/ \w{8}$/, " 01234567") } : one,
  );
  await expect(replayed(others, "completed")).rejects.toMatchObject({ name: "DeterminismViolationError" });
});
