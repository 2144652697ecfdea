import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runWords, stepRuns } from "../../generator/site/run-marks.js";
import { readRunRecord } from "../../generator/site/run-record.js";
import { WorkflowError, sendMessageTrackStatus, type StepEvent } from "../../generated/index.js";
import { runMain } from "../cli/run-main.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { wired } from "../support/local-twilio.js";

const ofMessages = [
  "specs/arazzo/twilio-send-message-track-status-workflow.yml",
  "--overlays",
  "specs/overlays/send-message-track-status.yml",
];
const input = { to: "+15558675310", from: "+15017122661", body: "A secret between us" };

/** The page of a run, from what was kept of it. */
async function pageOf(kept: string, documents: readonly string[] = ofMessages) {
  const folder = makeFolder({ "run.json": kept });
  onTestFinished(() => removeFolder(folder));
  const ended = await runMain(folder, ["trace", join(folder, "run.json"), ...documents, "--out", join(folder, "out")]);
  return { ended, page: ended.code === 0 ? readFileSync(join(folder, "out/index.html"), "utf8") : "" };
}

/** What the steps in the diagram say last, by the class of their nodes. */
function marksIn(page: string): readonly string[] {
  const nodes = page
    .split('<g class="node ')
    .slice(1)
    .map((text) => text.split("</g>", 1)[0] ?? "");
  return nodes.flatMap((node) => {
    const [, kind, state] = /^(\S+) ?([\w-]*)"/.exec(node) ?? [];
    const mark = [...node.matchAll(/class="note"[^>]*>([^<]*)</g)]
      .at(-1)?.[1]
      ?.trim()
      .replaceAll(/\d+ ms|[\d.]+ (?:s|min)/g, "TIME");
    return kind === "step" ? [`${state}: ${mark}`] : [];
  });
}

describe("a run against the local Twilio", () => {
  test("is drawn from its events, with nothing of what was sent and answered", async () => {
    const { options, twilio } = await wired();
    const events: StepEvent[] = [];
    const result = await sendMessageTrackStatus(input, { ...options, onStep: (event) => void events.push(event) });
    const { ended, page } = await pageOf(JSON.stringify({ events, outcome: result.outcome }));

    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(marksIn(page)).toEqual([
      expect.stringMatching(/^done: 201 · TIME$/),
      expect.stringMatching(/^done: 200 · \d+ × · TIME · waited TIME$/),
    ]);
    expect(page).toContain("It ended as <code>delivered</code>");
    const own = [
      ...Object.values(input),
      result.messageSid,
      twilio.credentials.accountSid,
      twilio.credentials.authToken,
    ];
    expect(own.filter((text) => page.includes(text))).toEqual([]);
  });

  test("that failed is drawn from the checkpoint of its error", async () => {
    const { options } = await wired();
    const error: unknown = await sendMessageTrackStatus(
      { ...input, to: "+15005550001" },
      { ...options, poll: { deadline: 1 } },
    ).catch((thrown: unknown) => thrown);
    if (!(error instanceof WorkflowError)) throw new Error("it did not fail");
    const { ended, page } = await pageOf(JSON.stringify(error.checkpoint));

    expect(ended.code).toBe(0);
    expect(marksIn(page).length).toBe(2);
    expect(page).not.toContain(input.body);
  });
});

describe("what cannot be drawn", () => {
  test.each<{ name: string; kept: string; want: RegExp }>([
    { name: "no JSON", kept: "hello", want: /holds neither the events of a run nor a checkpoint, as JSON/ },
    { name: "other JSON", kept: '{ "a": 1 }', want: /holds neither the events of a run nor a checkpoint/ },
    {
      name: "a workflow of other documents",
      kept: '{ "workflow": "other", "answers": {} }',
      want: /is of no workflow of these documents/,
    },
  ])("$name", async ({ kept, want }) => {
    const { ended } = await pageOf(kept);

    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(want);
  });

  test("a file that is not there", async () => {
    const folder = makeFolder();
    onTestFinished(() => removeFolder(folder));
    writeFileSync(join(folder, "other.json"), "{}");

    expect(await runMain(folder, ["trace", join(folder, "run.json")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no file `run.json`."),
    });
  });
});

const start = { type: "start", workflowId: "w", stepId: "a", id: "a" };
const end = { ...start, type: "end", status: 200, ms: 40 };

test.each<{ name: string; kept: string; want: string[] }>([
  { name: "a list of events", kept: JSON.stringify([start, end]), want: ["a done: 200 · 40 ms"] },
  {
    name: "an event a line",
    kept: `${JSON.stringify(start)}\n${JSON.stringify(end)}\n`,
    want: ["a done: 200 · 40 ms"],
  },
  {
    name: "several passes and waits",
    kept: JSON.stringify([end, { ...start, type: "wait", ms: 2000 }, { ...end, id: "a#2", ms: 60 }]),
    want: ["a done: 200 · 2 × · 100 ms · waited 2 s"],
  },
  {
    name: "an answer that is no success",
    kept: JSON.stringify([{ ...end, status: 404 }]),
    want: ["a failed: 404 · 40 ms"],
  },
  {
    name: "an answer that is no success, behind which the run went on",
    kept: JSON.stringify([
      { ...end, status: 404 },
      { ...end, id: "b" },
    ]),
    want: ["a done: 404 · planned for · 40 ms", "b done: 200 · 40 ms"],
  },
  {
    name: "an answer that is no success, with which the run came to an ending",
    kept: JSON.stringify({ events: [{ ...end, status: 404 }], outcome: "missing" }),
    want: ["a done: 404 · planned for · 40 ms"],
  },
  {
    name: "the elements of a list, as those of their step",
    kept: JSON.stringify([
      { ...end, id: "a[0]" },
      { ...end, id: "a[1]/check#2" },
      { ...end, id: "%5Bx%5D" },
    ]),
    want: ["a done: 200 · 2 × · 80 ms", "[x] done: 200 · 40 ms"],
  },
  { name: "no answer", kept: JSON.stringify([{ ...end, status: 0 }]), want: ["a failed: no answer · 40 ms"] },
  { name: "a request that was not answered", kept: JSON.stringify([start]), want: ["a waiting: not known to be done"] },
  {
    name: "the steps of a called workflow, as those of the step that calls it",
    kept: JSON.stringify([
      { ...end, id: "call/a" },
      { ...end, id: "call/b#2" },
      { ...end, id: "x%2Fy" },
    ]),
    want: ["call done: 200 · 2 × · 80 ms", "x/y done: 200 · 40 ms"],
  },
  {
    name: "a checkpoint",
    kept: JSON.stringify({ workflow: "w", answers: { a: { status: 201, body: "secret" } }, unknown: ["b"] }),
    want: ["a done: 201", "b waiting: not known to be done"],
  },
  {
    name: "what is no event",
    kept: JSON.stringify([end, 1, null, { type: "boo", id: "b" }]),
    want: ["a done: 200 · 40 ms"],
  },
])("$name", ({ kept, want }) => {
  const record = readRunRecord(kept);
  const runs = record === undefined ? [] : stepRuns(record);

  expect(runs.map((run) => `${run.stepId} ${run.state}: ${runWords(run)}`)).toEqual(want);
});
