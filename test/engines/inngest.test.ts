import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { expect, test } from "vitest";
import { sendMessageTrackStatus, WorkflowError } from "../../generated/index.js";
import { fieldsOf } from "../../templates/runtime/errors/text.js";
import { onInngest } from "../../templates/engines/inngest.js";
import { delivered, holding, sending } from "./support/messages.js";

const input = { to: "+15558675310", from: "+15017122661", body: "hi" };
const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "the-auth-token" };

/** What a function reports to the engine, of a step or of a wait. */
interface Reported {
  readonly id: string;
  readonly op: string;
  readonly name: string;
  readonly data: unknown;
}

/** A request of the engine with what it has kept of earlier ones, and the reply. */
type Ask = (kept: readonly Reported[], attempt: number) => Promise<{ readonly status: number; readonly text: string }>;

/** The function as an app serves it to the engine, and the requests that the engine sends it. */
function app(baseUrl: string, atLeastOnce = false): Ask {
  const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  const client = new Inngest({ id: "app", isDev: true, logger: silent });
  const send = client.createFunction({ id: "send", triggers: [{ event: "send" }] }, (context) =>
    onInngest(context, (runner) => sendMessageTrackStatus(input, { credentials, baseUrl, runner }), { atLeastOnce }),
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
async function ended(ask: Ask, kept: Reported[], attempt = 0): Promise<{ status: number; body: unknown }> {
  const { status, text } = await ask(kept, attempt);
  const body: unknown = JSON.parse(text);
  if (status !== 206) return { status, body };
  const reported: readonly Reported[] = JSON.parse(text);
  kept.push(...reported);
  return ended(ask, kept);
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
  const step = { run: <T>(_id: string, work: () => T): T => work(), sleep: async (): Promise<void> => undefined };
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
