import { expect, test } from "vitest";
import { mapEach } from "../../templates/runtime/run/each.js";
import { inProcess, openWorkflow, type WorkflowRun } from "../../templates/runtime/twilio/index.js";
import { at } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import type { paths as MessagingApi } from "./support/messaging.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };

function send(run: WorkflowRun, to: string): Promise<unknown> {
  return run.api<MessagingApi>("https://api.twilio.com/2010-04-01").POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("send", { expect: 201 }),
    params: { path: { AccountSid: "AC1" } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: to },
  });
}

test.each([undefined, null])("nothing is done for a list that is %s", async (list) => {
  const server = await serve([]);
  const run = openWorkflow("w", at(server.url));
  expect(await mapEach(run, "each", list, {}, async () => 1)).toEqual([]);
});

test("what no checkpoint can hold is handed out all the same", async () => {
  const server = await serve([]);
  const run = openWorkflow("w", at(server.url));
  const date = new Date(0);
  expect(await mapEach(run, "each", [1], { collect: true }, async () => ({ date }))).toEqual([{ ok: true, date }]);
});

test("an error that is none of a workflow is thrown as it is", async () => {
  const server = await serve([]);
  const run = openWorkflow("w", at(server.url));
  const error = new TypeError("a defect");
  const work = async (): Promise<never> => Promise.reject(error);
  await expect(mapEach(run, "each", [1], { collect: true }, work)).rejects.toBe(error);
});

test("what runs beside an element that has failed sends nothing more", async () => {
  const server = await serve([created]);
  const run = openWorkflow("w", at(server.url));
  let failed = (): void => undefined;
  const failure = new Promise<void>((resolve) => (failed = resolve));
  const ended = mapEach(run, "each", ["a", "b"], { concurrency: 2 }, async (to, own) => {
    if (to === "a") {
      failed();
      throw new TypeError("a defect");
    }
    await failure;
    // The other one is taken note of before this goes on.
    await new Promise((resolve) => setImmediate(resolve));
    return send(own, to);
  });
  await expect(ended).rejects.toThrow("a defect");
  expect(server.requests).toEqual([]);
});

test("an engine that replays runs is given one element at a time", async () => {
  const server = await serve([]);
  const run = openWorkflow("w", at(server.url, { runner: { ...inProcess, runId: "run-1" } }));
  const steps: string[] = [];
  await mapEach(run, "each", ["a", "b"], { concurrency: 2 }, async (name) => {
    steps.push(`begin ${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    steps.push(`end ${name}`);
  });
  expect(steps).toEqual(["begin a", "end a", "begin b", "end b"]);
});

test.each([new Date(0), { date: new Date(0) }, [new Date(0)], "text", 5, null, undefined, { a: [1] }])(
  "the result %j is handed out as it is",
  async (result) => {
    const server = await serve([]);
    const run = openWorkflow("w", at(server.url));
    expect(await mapEach(run, "each", [1], {}, async () => result)).toEqual([result]);
  },
);
