import { expect, test } from "vitest";
import { inProcess, isWorkflowError, type WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { makeLookMake, makeOrAsk } from "./support/endings.js";
import { askAndCreate, callOne, insist, tryAgain } from "./support/nested.js";
import { at, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { SlowStore } from "./support/slow-store.js";
import { createOne, fetchOne, removeOne, sendAndTrack } from "./support/workflows.js";

type Work = (options: WorkflowOptions) => Promise<unknown>;

const one: Work = (options) => createOne("+1", options);
const read: Work = (options) => fetchOne("a", options);
const remove: Work = (options) => removeOne("a", options);
const refused: Work = (options) => one({ ...options, credentials: { clientId: "OQ1", clientSecret: "the-secret" } });
const call: Work = (options) => callOne("+1", options);
const second: Work = (options) => insist("+1", options);
const poll: Work = (options) => sendAndTrack({ to: "+1" }, { ...options, poll: { deadline: 0 } });
const given: Work = (options) => makeOrAsk(async () => "+2", options);
const notGiven: Work = (options) => makeOrAsk(() => Promise.reject(new Error("no code came")), options);
const tooMany: Work = (options) => askAndCreate(async () => "+1", { ...options, maxSteps: 1 });
const abortedInWait: Work = (options) => {
  const abort = new AbortController();
  const sleep = async (): Promise<void> => abort.abort("enough");
  return makeLookMake({ ...options, retries: 3, signal: abort.signal, runner: { ...inProcess, sleep } });
};

const created: Reply = { status: 201, body: { sid: "SM1" } };
const found: Reply = { body: { sid: "SM1" } };
const sent: Reply = { body: { status: "sent" } };
const lost: Reply = { raw: (response) => response.destroy() };
const silent: Reply = { raw: () => undefined };
const cut: Reply = {
  raw: (response) => response.writeHead(201, { "content-length": "9" }).write("{", () => response.destroy()),
};

const [answered, doubtful, open] = ["answered", "doubtful", "open"];

/** What each ends in, and what its checkpoint says of the step that it names. */
const ends: [name: string, work: Work, replies: Reply[], code: string, steps: Record<string, string>][] = [
  ["a POST answered 400", one, [{ status: 400, body: { code: 21211 } }], "step-failed", { createMessage: open }],
  ["a POST answered 401", one, [{ status: 401 }], "step-failed", { createMessage: open }],
  ["a POST answered 429 too often", one, [{ status: 429 }], "step-failed", { createMessage: open }],
  ["a POST answered 500", one, [{ status: 500 }], "step-failed", { createMessage: doubtful }],
  ["a POST answered 503", one, [{ status: 503 }], "step-failed", { createMessage: doubtful }],
  ["a POST answered 302", one, [{ status: 302 }], "step-failed", { createMessage: open }],
  ["a POST answered with another 2xx", one, [{ status: 202, body: {} }], "step-failed", { createMessage: answered }],
  ["a POST whose answer is lost", one, [lost], "unknown-outcome", { createMessage: doubtful }],
  ["a POST whose answer breaks off", one, [cut], "unknown-outcome", { createMessage: doubtful }],
  [
    "a POST whose answer is no JSON",
    one,
    [{ status: 201, body: "<p>" }],
    "invalid-answer",
    { createMessage: answered },
  ],
  ["a POST whose answer is empty", one, [{ status: 201 }], "invalid-answer", { createMessage: answered }],
  [
    "a POST whose answer lacks a value",
    one,
    [{ status: 201, body: {} }],
    "missing-output",
    { createMessage: answered },
  ],
  [
    "a POST without an answer in time",
    (options) => one({ ...options, timeout: 30 }),
    [silent],
    "unknown-outcome",
    { createMessage: doubtful },
  ],
  [
    "a POST when the time of the run is up",
    (options) => one({ ...options, deadline: 200 }),
    [silent],
    "aborted",
    { createMessage: doubtful },
  ],
  ["a POST for which Twilio gives no token", refused, [{ status: 401 }], "credentials", { createMessage: open }],
  ["a GET answered 404", read, [{ status: 404 }], "step-failed", { fetchMessage: open }],
  ["a GET whose answer is lost", read, [lost], "step-failed", { fetchMessage: open }],
  ["a GET whose answer is of another shape", read, [{ body: [] }], "invalid-answer", { fetchMessage: open }],
  ["a GET whose answer lacks a value", read, [{ body: {} }], "missing-output", { fetchMessage: open }],
  ["a DELETE answered 500", remove, [{ status: 500 }], "step-failed", { removeMessage: open }],
  ["a DELETE answered with another 2xx", remove, [{ status: 202 }], "step-failed", { removeMessage: answered }],
  ["a poll at its deadline", poll, [created, sent], "poll-deadline", { sendMessage: answered, checkStatus: open }],
  [
    "a poll answered 500",
    poll,
    [created, { status: 500 }],
    "step-failed",
    { sendMessage: answered, checkStatus: open },
  ],
  [
    "a GET behind a 409 that was accepted",
    makeLookMake,
    [{ status: 409 }, { status: 404 }],
    "step-failed",
    { make: answered, look: open },
  ],
  [
    "a lost GET behind a 409 that was accepted",
    makeLookMake,
    [{ status: 409 }, lost],
    "step-failed",
    { make: answered, look: open },
  ],
  [
    "a value that is missing for the next step",
    makeLookMake,
    [{ status: 409 }, { body: {} }],
    "missing-output",
    { make: answered, look: open },
  ],
  [
    "a POST answered 400 behind two steps",
    makeLookMake,
    [created, found, { status: 400 }],
    "step-failed",
    { make: answered, look: answered, more: open },
  ],
  [
    "a POST lost behind two steps",
    makeLookMake,
    [created, found, lost],
    "unknown-outcome",
    { make: answered, look: answered, more: doubtful },
  ],
  [
    "a criterion on the body",
    makeLookMake,
    [created, found, { status: 201, body: { sid: "SM0" } }],
    "step-failed",
    { look: answered, more: answered },
  ],
  [
    "an answer of another shape",
    makeLookMake,
    [created, found, { status: 201, body: { sid: {} } }],
    "invalid-answer",
    { look: answered, more: answered },
  ],
  [
    "a step that is tried again, and is answered 400",
    makeLookMake,
    [created, found, { status: 503 }, { status: 400 }],
    "step-failed",
    { more: answered, "more#2": open },
  ],
  [
    "a step that is tried again, and is answered 503",
    makeLookMake,
    [created, found, { status: 503 }],
    "step-failed",
    { more: answered, "more#2": doubtful },
  ],
  [
    "an abort while a step waits to be tried again",
    abortedInWait,
    [created, found, { status: 503 }],
    "aborted",
    { more: answered },
  ],
  [
    "an abort while a refused request waits to be sent again",
    abortedInWait,
    [created, found, { status: 429 }],
    "aborted",
    { look: answered, more: open },
  ],
  [
    "a poll that is tried again",
    (options) => tryAgain({ ...options }, true),
    [{ status: 404 }, { status: 404 }, { status: 500 }],
    "step-failed",
    { fetch: open },
  ],
  ["a POST answered 400 in a called workflow", call, [{ status: 400 }], "step-failed", { "call/createMessage": open }],
  ["a POST lost in a called workflow", call, [lost], "unknown-outcome", { "call/createMessage": doubtful }],
  [
    "a called workflow that fails its criterion",
    call,
    [{ status: 201, body: { sid: "SM0" } }],
    "criterion-failed",
    { "call/createMessage": answered },
  ],
  [
    "a GET answered 404 in a second called workflow",
    call,
    [created, { status: 404 }],
    "step-failed",
    { "call/createMessage": answered, "call@look/fetchMessage": open },
  ],
  [
    "a called workflow that fails after another one did",
    second,
    [{ status: 404 }, { status: 503 }],
    "step-failed",
    { "look/fetchMessage": answered, "make/createMessage": doubtful },
  ],
  [
    "a called workflow that fails after an input was given",
    given,
    [{ status: 503 }, { status: 400 }],
    "step-failed",
    { "first/make": answered, "second/createMessage": open },
  ],
  [
    "an input that nobody gives, behind a failure",
    notGiven,
    [{ status: 503 }],
    "invalid-input",
    { "first/make": answered },
  ],
  ["a step too many behind an input that was given", tooMany, [], "step-limit", {}],
];

test.each(ends)("%s: the store has the checkpoint of the error", async (_name, work, replies, code, steps) => {
  const server = await serve(replies);
  const store = new SlowStore();
  const error = await failureOf(work(at(server.url, { onCheckpoint: store.onCheckpoint, retries: 0 })));
  if (!isWorkflowError(error)) throw error;
  expect(store.busy).toBe(0);
  expect(error).toMatchObject({ code });
  expect(error).not.toHaveProperty("notKept");
  const { answers, unknown } = error.checkpoint;
  const states = Object.keys(steps).map((id) => [
    id,
    id in answers ? answered : unknown.includes(id) ? doubtful : open,
  ]);
  expect(Object.fromEntries(states)).toEqual(steps);
  expect(store.content ?? { ...error.checkpoint, answers: {}, unknown: [] }).toEqual(error.checkpoint);
});
