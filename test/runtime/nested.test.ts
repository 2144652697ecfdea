import { expect, test } from "vitest";
import {
  type Checkpoint,
  openWorkflow,
  type StepEvent,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { nestedRun, settleCall } from "../../templates/runtime/run/nested.js";
import { at, failureOf, quick } from "./support/options.js";
import { askAndCreate, callOne, circle, insist, tryAgain, upload } from "./support/nested.js";
import { type Received, type Reply, serve } from "./support/server.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };
const found: Reply = { body: { sid: "SM1" } };
const silent: Reply = { raw: () => undefined };

async function checkpointOf(work: Promise<unknown>): Promise<Checkpoint> {
  const error = await failureOf(work);
  if (typeof error !== "object" || error === null || !("checkpoint" in error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}

const methods = (requests: readonly Received[]): string => requests.map(({ method }) => method).join(" ");

test("the steps of a called workflow are part of the run, under the step that calls it", async () => {
  const server = await serve([created, found]);
  const events: StepEvent[] = [];
  expect(await callOne("+1", at(server.url, { onStep: (event) => events.push(event) }))).toBe("SM1");
  expect(events.filter(({ type }) => type === "end").map(({ workflowId, id }) => [workflowId, id])).toEqual([
    ["create-one", "call/createMessage"],
    ["fetch-one", "call@look/fetchMessage"],
  ]);
});

test("a criterion of the step that the outputs do not keep to", async () => {
  const server = await serve([{ status: 201, body: { sid: "SM0" } }]);
  expect(await failureOf(callOne("+1", at(server.url)))).toMatchObject({
    code: "criterion-failed",
    criterion: "$outputs.sid != 'SM0'",
    message:
      "workflow call-one, step call: the workflow that it calls came to its end, but not with $outputs.sid != 'SM0'",
  });
});

test("a run goes on after a failure that a step plans for, and so does one that resumes", async () => {
  const server = await serve([
    { status: 404, body: {} },
    { status: 400, body: {} },
  ]);
  const resume = await checkpointOf(insist("+1", at(server.url)));
  expect(Object.keys(resume.answers)).toEqual(["look/fetchMessage"]);
  expect(resume.versions).toEqual({ insist: "1a", "fetch-one": "", "create-one": "" });
  const second = await serve([created]);
  expect(await insist("+1", at(second.url, { resume }))).toBe("SM1");
  expect(methods(second.requests)).toBe("POST");
});

test("what a called workflow returns is taken as it is", async () => {
  const server = await serve([found]);
  expect(await insist("+1", at(server.url))).toBe("SM1");
});

test("a doubt goes through to the caller, with the way to the step", async () => {
  const server = await serve(({ method }) => (method === "GET" ? { status: 404 } : { raw: (r) => void r.destroy() }));
  const error = await failureOf(insist("+1", at(server.url)));
  expect(error).toMatchObject({ code: "unknown-outcome", stepPath: "make/createMessage" });
  expect(error).toHaveProperty("message", expect.stringContaining('resume with resend: ["make/createMessage"]'));
});

test("time that a step has for the called workflow: over while it reads, the step has failed", async () => {
  const server = await serve(({ method }) => (method === "GET" ? silent : created));
  expect(await insist("+1", at(server.url), { look: 50 })).toBe("SM1");
});

test("time that a step has for the called workflow: over while it writes, the run ends", async () => {
  const server = await serve(({ method }) => (method === "GET" ? { status: 404 } : silent));
  const error = await failureOf(insist("+1", at(server.url), { make: 50 }));
  expect(error).toMatchObject({ code: "aborted", checkpoint: { unknown: ["make/createMessage"] } });
});

test("what is no call of a workflow can be settled, too", async () => {
  expect(await settleCall(openWorkflow("w"), "s", Promise.resolve(1))).toEqual({ outputs: 1 });
});

test("a call that failed is tried again after the time of the action", async () => {
  const { runner, sleeps } = quick();
  const retry = openWorkflow("w", { runner }).retry("s");
  expect(await retry.again(undefined, { name: "wait", limit: 1, after: 700 })).toBe(true);
  expect(await retry.again(undefined, { name: "wait", limit: 1, after: 700 })).toBe(false);
  expect(sleeps).toEqual([["s#wait", 700]]);
});

test.each<[header: string, maxRetryAfter: number | undefined, again: boolean, waits: number[]]>([
  ["120", undefined, true, [120_000]],
  ["121", undefined, false, []],
  ["99999999", undefined, false, []],
  // No answer says when it was.
  ["Fri, 31 Dec 9999 23:59:59 GMT", undefined, true, [700]],
  ["2", 1_999, false, []],
  ["3600", 3_600_000, true, [3_600_000]],
  ["-5", undefined, true, [700]],
  ["3, 5", undefined, true, [700]],
])(
  "an action that tries again after Retry-After: %s, of %s at most: %s",
  async (header, maxRetryAfter, again, waits) => {
    const { runner, sleeps } = quick();
    const retry = openWorkflow("w", { runner, maxRetryAfter }).retry("s");
    const response = new Response(null, { status: 503, headers: { "retry-after": header } });
    expect(await retry.again(response, { name: "wait", limit: 1, after: 700 })).toBe(again);
    expect(sleeps.map(([, ms]) => ms)).toEqual(waits);
  },
);

test("the time that an action itself wants is as its document says", async () => {
  const { runner, sleeps } = quick();
  const retry = openWorkflow("w", { runner, maxRetryAfter: 0 }).retry("s");
  expect(await retry.again(undefined, { name: "wait", limit: 1, after: 600_000 })).toBe(true);
  expect(await retry.again(undefined, { name: "weeks", limit: 1, after: 1e12 })).toBe(true);
  expect(sleeps.map(([, ms]) => ms)).toEqual([600_000, 2 ** 31 - 1]);
});

test("an abort of the whole run is no failure of a step", async () => {
  const options: WorkflowOptions = { signal: AbortSignal.abort("enough") };
  expect(await failureOf(insist("+1", at("https://x.test", options)))).toMatchObject({ code: "aborted" });
});

test("a step's time for the called workflow is checked", () => {
  expect(() => nestedRun(openWorkflow("w"), "s", { timeout: -1 })).toThrow(
    "workflow w, step s: option timeout must be",
  );
});

test("workflows that call each other without end", async () => {
  const error = await failureOf(circle({ maxSteps: 3 }));
  expect(error).toMatchObject({ code: "step-limit", limit: 3, stepPath: "again/again/again/again" });
});

test("a checkpoint of other steps of a called workflow is refused", async () => {
  const resume: Checkpoint = {
    version: 1,
    workflow: "call-one",
    versions: { "call-one": "", "create-one": "0f" },
    answers: {},
    unknown: [],
  };
  expect(await failureOf(callOne("+1", at("https://x.test", { resume })))).toMatchObject({
    code: "invalid-input",
    workflowId: "create-one",
    message: expect.stringContaining("another version of workflow create-one (0f; this is )"),
  });
});

test("an input that comes later is asked for once, also on resuming", async () => {
  const server = await serve([{ status: 400 }]);
  const known: object[] = [];
  const ask = async (about: object): Promise<string> => `+${known.push(about)}`;
  const resume = await checkpointOf(askAndCreate(ask, at(server.url)));
  expect(resume.given).toEqual({ "create?to": "+1" });
  const second = await serve([created]);
  expect(await askAndCreate(ask, at(second.url, { resume }))).toBe("SM1");
  expect(second.requests[0]?.body).toBe("To=%2B1");
  expect(known).toEqual([{ count: 1 }]);
});

test("an input that is there already is taken, and nobody is asked", async () => {
  const server = await serve([created]);
  expect(await askAndCreate("+7", at(server.url))).toBe("SM1");
  expect(server.requests[0]?.body).toBe("To=%2B7");
});

test("nobody gives the input", async () => {
  const ask = (): never => {
    throw new Error("no idea");
  };
  expect(await failureOf(askAndCreate(ask, at("https://x.test")))).toMatchObject({
    code: "invalid-input",
    message: "workflow ask-and-create, step create: nobody gave the input to: no idea",
  });
});

test.each([false, true])("a step is tried again as often as its action may be taken; polled: %s", async (polled) => {
  const server = await serve([{ status: 404, headers: { "retry-after": "3" } }, { status: 404 }, { status: 404 }]);
  const { runner, sleeps } = quick();
  expect(await tryAgain(at(server.url, { runner }), polled)).toBe(404);
  expect(sleeps.map(([, ms]) => ms)).toEqual([3_000, 700]);
  expect(server.requests).toHaveLength(3);
});

test("a run that resumes behind a wait does not wait again", async () => {
  const server = await serve([{ status: 404 }, { status: 404 }, { status: 500 }]);
  const resume = await checkpointOf(tryAgain(at(server.url, { retries: 0 })));
  expect(Object.keys(resume.answers)).toEqual(["fetch", "fetch#2"]);
  const second = await serve([found]);
  const { runner, sleeps } = quick();
  expect(await tryAgain(at(second.url, { resume, runner }))).toBe(200);
  expect(sleeps.map(([id]) => id)).toEqual(["fetch#3#wait"]);
});

test("bytes and cookies reach the server as they are", async () => {
  const server = await serve([{ status: 204 }]);
  await upload(new Blob([new Uint8Array([0xff, 0x00])]), at(server.url));
  const [sent, plain] = server.requests;
  expect(sent?.headers).toMatchObject({
    cookie: "session=a,b%20c",
    "content-type": "multipart/form-data; boundary=form-boundary",
  });
  expect(sent?.body).toContain('name="file"; filename="blob"');
  expect(plain?.headers["cookie"]).toBeUndefined();
  expect(plain).toMatchObject({ body: '{"file":"text"}', headers: { "content-type": "application/json" } });
});
