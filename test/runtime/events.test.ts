import { expect, test } from "vitest";
import { openWorkflow, type StepEvent } from "../../templates/runtime/twilio/index.js";
import { at } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, sendAndTrack } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };

test("everything that happens is told, in order", async () => {
  const server = await serve([
    { status: 429, headers: { "retry-after": "3" } },
    created,
    { body: { status: "sent" } },
    { body: { status: "delivered" } },
  ]);
  const events: StepEvent[] = [];
  const onStep = (event: StepEvent): void => void events.push(event);
  await sendAndTrack({ to: "+1" }, at(server.url, { onStep }));
  expect(events.map(({ type, id, attempt, status }) => [type, id, attempt, status])).toEqual([
    ["start", "sendMessage", 1, undefined],
    ["attempt", "sendMessage", 1, 429],
    ["retry", "sendMessage", 1, 429],
    ["attempt", "sendMessage/try-2", 2, 201],
    ["end", "sendMessage", 2, 201],
    ["start", "checkStatus", 1, undefined],
    ["attempt", "checkStatus", 1, 200],
    ["end", "checkStatus", 1, 200],
    ["wait", "checkStatus", 1, undefined],
    ["start", "checkStatus/poll-2", 1, undefined],
    ["attempt", "checkStatus/poll-2", 1, 200],
    ["end", "checkStatus/poll-2", 1, 200],
  ]);
  expect(events.every(({ workflowId }) => workflowId === "send-and-track")).toBe(true);
  expect(new Set(events.map(({ stepId }) => stepId))).toEqual(new Set(["sendMessage", "checkStatus"]));
  expect(events.filter(({ type }) => type === "retry" || type === "wait").map(({ ms }) => ms)).toEqual([3_000, 1_000]);
  for (const { type, ms } of events)
    if (type === "attempt" || type === "end")
      expect([ms, (ms ?? -1) >= 0, (ms ?? 1e9) < 60_000]).toEqual([ms, true, true]);
});

test("an answer out of the checkpoint is an end without an attempt", async () => {
  const answer = { status: 201, headers: {}, body: '{"sid":"SM7"}' };
  const events: StepEvent[] = [];
  await createOne("+1", {
    resume: {
      version: 1,
      workflow: "create-one",
      versions: { "create-one": "" },
      answers: { createMessage: answer },
      unknown: [],
    },
    onStep: (event) => events.push(event),
  });
  expect(events).toEqual([
    {
      type: "end",
      workflowId: "create-one",
      stepId: "createMessage",
      method: "POST",
      url: "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
      id: "createMessage",
      attempt: 0,
      status: 201,
    },
  ]);
});

test.each<[name: string, onStep: () => unknown]>([
  [
    "throws",
    () => {
      throw new Error("no");
    },
  ],
  [
    "rejects",
    async () => {
      throw new Error("no");
    },
  ],
])("a listener that %s changes nothing", async (_name, onStep) => {
  const server = await serve([created]);
  expect(await createOne("+1", at(server.url, { onStep }))).toBe("SM1");
});

test("events are told at once, not later", async () => {
  const server = await serve([created]);
  const order: string[] = [];
  const run = openWorkflow("w", at(server.url, { onStep: ({ type }) => order.push(type) }));
  const polling = run.polling("s");
  polling.attempt();
  const waiting = polling.wait({});
  order.push("after");
  await waiting;
  expect(order).toEqual(["wait", "after"]);
});
