import { expect, test } from "vitest";
import { type Checkpoint, openWorkflow, type WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { at } from "./support/options.js";
import { serve } from "./support/server.js";
import { createOne } from "./support/workflows.js";

/** As a store gives it: its type proves nothing. */
const stored = (given: unknown): WorkflowOptions["resume"] => JSON.parse(JSON.stringify(given) ?? "null");

const good = { version: 1, workflow: "w", versions: { w: "" }, answers: {}, unknown: [] };
const answer = { status: 201, headers: {}, body: "{}" };
const withAnswer = (odd: unknown): object => ({ ...good, answers: { first: answer, "second one": odd } });

test.each<[given: unknown, want: string]>([
  [{ answers: {} }, "has version undefined; this runtime reads version 1"],
  [{ ...good, version: 2 }, "has version 2; this runtime reads version 1"],
  [{ ...good, version: "1\n" }, "has version 1; this runtime reads version 1"],
  [{ ...good, version: {} }, "has version {}; this runtime reads version 1"],
  [{ ...good, workflow: "other" }, "is a checkpoint of workflow other"],
  [{ ...good, workflow: ["w"] }, 'is a checkpoint of workflow ["w"]'],
  ...[undefined, null, 5, [], {}, { other: "" }, { w: 1 }, { w: "", x: null }].map((versions): [object, string] => [
    { ...good, versions },
    "is no checkpoint: `versions` must name that of the workflow",
  ]),
  ...[undefined, null, 5, "x", []].map((answers): [object, string] => [
    { ...good, answers },
    "is no checkpoint: `answers` must be an object",
  ]),
  ...[undefined, null, 5, "x", {}, [1], [null], [["s"]]].map((unknown): [object, string] => [
    { ...good, unknown },
    "is no checkpoint: `unknown` must be a list of ids",
  ]),
  ...[null, 5, "x", []].map((given): [object, string] => [
    { ...good, given },
    "is no checkpoint: `given` must be an object",
  ]),
  ...[null, 5, "x", [], { "send[0]": 1 }].map((done): [object, string] => [
    { ...good, done },
    "is no checkpoint: `done` must be an object of objects",
  ]),
  ...[null, 5, "x", [], {}, { inputs: "1" }, { salt: 1 }, { salt: "", inputs: 5 }].map((begun): [object, string] => [
    { ...good, begun },
    "is no checkpoint: `begun` must hold digests and their salt",
  ]),
  ...[
    null,
    5,
    "x",
    [],
    {},
    { ...answer, status: "201" },
    { ...answer, status: 200.5 },
    { ...answer, headers: undefined },
    { ...answer, headers: [] },
    { ...answer, headers: { a: 1 } },
    { ...answer, body: undefined },
    { ...answer, body: {} },
    { ...answer, rest: 5 },
  ].map((odd): [object, string] => [
    withAnswer(odd),
    'is no checkpoint: `answers["second one"]` must have a whole number as `status`, texts as `headers`, and a text as `body`',
  ]),
  ...[0, 7, 600, -1].map((status): [object, string] => [
    withAnswer({ ...answer, status }),
    'is no checkpoint: `answers["second one"]` is no answer: ',
  ]),
  [withAnswer({ ...answer, headers: { "a b": "" } }), 'is no checkpoint: `answers["second one"]` is no answer: '],
  ...[{ at: "today" }, { ms: null }].map((time): [object, string] => [
    withAnswer({ ...answer, ...time }),
    'is no checkpoint: `answers["second one"]` has a time that is no number',
  ]),
  ...[null, "***", { headers: {} }, { headers: {}, body: 1 }, { body: "***" }].map((shown): [object, string] => [
    withAnswer({ ...answer, shown }),
    'is no checkpoint: `answers["second one"]` has no texts in `shown`',
  ]),
  ...[null, 5, "lost", {}, { reason: "lost" }, { reason: 1, message: "" }].map((failure): [object, string] => [
    withAnswer({ ...answer, status: 0, failure }),
    'is no checkpoint: `answers["second one"]` has a `failure` of no kind',
  ]),
])("%j is refused", (given, want) => {
  let error: unknown;
  try {
    openWorkflow("w", { resume: stored(given) });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: "InvalidInputError", code: "invalid-input", checkpoint: { answers: {} } });
  expect(error).toHaveProperty("message", expect.stringContaining(`workflow w: options.resume ${want}`));
});

test.each(["{}", "", 5, false, []])("%j is refused as an option", (given) => {
  expect(() => openWorkflow("w", { resume: stored(given) })).toThrow("resume must be a checkpoint, which is an object");
});

test("what a run hands out is no odd checkpoint", () => {
  const resume: Checkpoint = {
    version: 1,
    workflow: "w",
    versions: { w: "", other: "1a" },
    answers: {
      constructor: { status: 204, headers: {}, body: "" },
      lost: { status: 0, headers: {}, body: "", failure: { reason: "lost", message: "gone" } },
      late: { status: 200, headers: {}, body: "{", failure: { reason: "timeout", message: "slow" } },
    },
    unknown: ["step#2"],
    given: { "ask?code": null },
    begun: { salt: "s", inputs: "1", account: "2" },
  };
  expect(() => openWorkflow("w", { resume, resend: ["step"] })).not.toThrow();
});

test.each([{ resume: undefined }, { resume: null }, { resume: {} }])(
  "with $resume a run begins anew",
  async (options) => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    expect(await createOne("+1", at(server.url, options))).toBe("SM1");
    expect(server.requests).toHaveLength(1);
  },
);
