import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { expect, test } from "vitest";
import { type CallbackOptions, sendMessageTrackStatus, WorkflowError } from "../../generated/index.js";
import { fieldsOf } from "../../templates/runtime/errors/text.js";
import { onInngest, wakeOnInngest } from "../../templates/engines/inngest.js";
import { serve as serving } from "../runtime/support/server.js";
import { delivered, holding, sending, told } from "./support/messages.js";

const input = { to: "+15558675310", from: "+15017122661", body: "hi" };
const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "the-auth-token" };

/** What a function reports to the engine, of a step or of a wait. */
interface Reported {
  readonly id: string;
  readonly op: string;
  readonly name: string;
  readonly data: unknown;
  readonly opts?: object | undefined;
}

/** A request of the engine with what it has kept of earlier ones, and the reply. */
type Ask = (kept: readonly Reported[], attempt: number) => Promise<{ readonly status: number; readonly text: string }>;

/** The function as an app serves it to the engine, and the requests that the engine sends it. */
function app(baseUrl: string, atLeastOnce = false, callbacks?: CallbackOptions): Ask {
  const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  const client = new Inngest({ id: "app", isDev: true, logger: silent });
  const send = client.createFunction({ id: "send", triggers: [{ event: "send" }] }, (context) =>
    onInngest(context, (runner) => sendMessageTrackStatus(input, { credentials, baseUrl, callbacks, runner }), {
      atLeastOnce,
    }),
  );
  const handle = serve({ client, functions: [send] });
  return async (kept, attempt) => {
    const event = { name: "send", data: {} };
    const steps = Object.fromEntries(kept.map(({ id, data }) => [id, { type: "data", data }]));
    const stack = { stack: kept.map(({ id }) => id), current: kept.length };
    const body = JSON.stringify({ event, events: [event], steps, ctx: { run_id: "run", attempt, stack }, version: 1 });
    const url = "http://localhost/api/inngest?fnId=app-send&stepId=step";
    const response = await handle(new Request(url, { method: "POST", headers: { host: "localhost" }, body }));
    return { status: response.status, text: await response.text() };
  };
}

/** Goes on as the engine does: keeps what is reported, and asks again, until the function has ended. */
async function ended(
  ask: Ask,
  kept: Reported[],
  attempt = 0,
  event: object | null = null,
): Promise<{ status: number; body: unknown }> {
  const { status, text } = await ask(kept, attempt);
  const body: unknown = JSON.parse(text);
  if (status !== 206) return { status, body };
  const reported: readonly Reported[] = JSON.parse(text);
  kept.push(...reported.map((one) => (one.op === "WaitForEvent" ? { ...one, data: event } : one)));
  return ended(ask, kept, 0, event);
}

/** The error of the workflow that a function ended in. */
function errorOf(body: unknown): unknown {
  return WorkflowError.from(fieldsOf(fieldsOf(body)["cause"])["error"]);
}

test("a run, with its waits", async () => {
  const server = await sending();
  const kept: Reported[] = [];
  expect(await ended(app(server.url), kept)).toEqual({ status: 200, body: delivered });
  expect(kept.map(({ op, name }) => [op, name.replace(/ .*/, "")])).toEqual([
    ["StepRun", "sendMessage"],
    ["StepRun", "checkStatus"],
    ["Sleep", "2s"],
    ["StepRun", "checkStatus/poll-2"],
  ]);
  expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
});

test.each<[when: string, held: string, atLeastOnce: boolean, end: object, sent: string[]]>([
  ["amid a request that must not be sent twice", "POST", false, { code: "unknown-outcome" }, ["POST"]],
  ["amid the same, at least once", "POST", true, delivered, ["POST", "POST", "GET"]],
  ["amid a request that reads", "GET", false, delivered, ["POST", "GET", "GET"]],
])("an app that ends %s", async (_when, method, atLeastOnce, end, sent) => {
  const { server, reached, letGo } = await holding(method);
  const kept: Reported[] = [];
  void ended(app(server.url, atLeastOnce), kept);
  await reached;
  letGo();
  const { status, body } = await ended(app(server.url, atLeastOnce), [...kept], 1);
  expect(status === 200 ? body : errorOf(body)).toMatchObject(end);
  expect(server.requests.map((request) => request.method)).toEqual(sent);
});

test("of a retry only the first step is in doubt, which may have been done", async () => {
  const server = await sending();
  const step = {
    run: <T>(_id: string, work: () => T): T => work(),
    sleep: async (): Promise<void> => undefined,
    waitForEvent: async () => null,
  };
  const ends = await onInngest({ runId: "run", attempt: 1, step }, async (runner) => {
    const options = { credentials, baseUrl: server.url, runner };
    const first = await sendMessageTrackStatus(input, options).catch((error: unknown) => error);
    return [first, await sendMessageTrackStatus(input, options)];
  });
  expect(ends).toMatchObject([{ code: "unknown-outcome" }, delivered]);
});

test("an error of the workflow is found again, and is not tried again", async () => {
  const server = await sending({ status: 400, body: { code: 21211, message: "no such number" } });
  const { status, body } = await ended(app(server.url), []);
  expect(status).toBe(400);
  expect(errorOf(body)).toMatchObject({ code: "step-failed", twilioCode: 21211 });
});

test.each([
  {
    what: "an event that a callback sends",
    event: { name: "workflow/wake-up", data: { wakeUp: "message-status SM1" } },
  },
  { what: "the end of the wait", event: null },
])("a run that waits for a callback goes on after $what", async ({ event }) => {
  const server = await told();
  const kept: Reported[] = [];
  const callbacks = { url: "https://app.example.com/twilio" };
  expect(await ended(app(server.url, false, callbacks), kept, 0, event)).toEqual({ status: 200, body: delivered });
  expect(await server.sent).toBe(callbacks.url);
  expect(kept.map(({ op, opts }) => [op, op === "WaitForEvent" && opts])).toEqual([
    ["StepRun", false],
    ["WaitForEvent", { timeout: "15s", if: 'async.data.wakeUp == "message-status SM1"' }],
    ["StepRun", false],
  ]);
});

test("who takes callbacks sends the event that runs wait for", async () => {
  const server = await serving([{ body: { ids: ["1"], status: 200 } }]);
  const inngest = new Inngest({ id: "app", isDev: true, baseUrl: server.url, eventKey: "key" });
  await wakeOnInngest(inngest)("message-status SM1");
  expect(server.requests.map(({ url, body }) => [url, JSON.parse(body)])).toMatchObject([
    ["/e/key", [{ name: "workflow/wake-up", data: { wakeUp: "message-status SM1" } }]],
  ]);
});
