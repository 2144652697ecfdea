import { describe, expect, test } from "vitest";
import { createFlowAndExecute, sendMessageTrackStatus } from "../../generated/index.js";
import type { CreateFlowAndExecuteSteps, SendMessageTrackStatusSteps } from "../../generated/testing/steps.js";
import {
  type AnswersOf,
  answers,
  lost,
  refused,
  refusedByTwilio,
  TEST_ACCOUNT,
  timedOut,
  tooManyRequests,
  unreachable,
} from "../../templates/testing/index.js";

const input = { to: "+15558675310", from: "+15017122661", body: "Hi" };
const sent = { status: 201, body: { sid: "SM1" } } as const;

test("a run is answered by step, in no time", async () => {
  const twilio = answers<SendMessageTrackStatusSteps>({
    sendMessage: { ...sent, ms: 100 },
    checkStatus: [{ body: { status: "queued" } }, { body: { status: "delivered" } }],
  });

  expect(await sendMessageTrackStatus(input, twilio.options)).toEqual({
    outcome: "delivered",
    messageSid: "SM1",
    finalStatus: "delivered",
  });
  const url = `https://api.twilio.com/2010-04-01/Accounts/${TEST_ACCOUNT}/Messages`;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = { To: input.to, From: input.from, Body: "Hi" };
  expect(twilio.asked).toEqual([
    { step: "sendMessage", method: "POST", url: `${url}.json`, headers, body, at: 0 },
    { step: "checkStatus", method: "GET", url: `${url}/SM1.json`, headers: {}, body: undefined, at: 100 },
    { step: "checkStatus", method: "GET", url: `${url}/SM1.json`, headers: {}, body: undefined, at: 2_100 },
  ]);
  expect(twilio.waits).toEqual([2_000]);
});

describe("a run ends as it would with an API that answers", () => {
  const rows: readonly {
    readonly name: string;
    readonly given: AnswersOf<SendMessageTrackStatusSteps>;
    readonly want: object;
    readonly asked: number;
  }[] = [
    {
      name: "with a refusal of Twilio's",
      given: { sendMessage: refusedByTwilio(400, 21610, "Attempt to send to unsubscribed recipient") },
      want: { code: "step-failed", status: 400, outcome: "not-done", message: expect.stringContaining("21610") },
      asked: 1,
    },
    {
      name: "with a status that is not documented",
      given: { sendMessage: sent, checkStatus: refused(404, "gone") },
      want: { code: "step-failed", stepId: "checkStatus", status: 404, body: "gone" },
      asked: 2,
    },
    {
      name: "by breaking the connection",
      given: { sendMessage: lost() },
      want: { code: "unknown-outcome", stepId: "sendMessage" },
      asked: 1,
    },
    {
      name: "not in time",
      given: { sendMessage: timedOut() },
      want: { code: "unknown-outcome", stepId: "sendMessage" },
      asked: 1,
    },
    {
      name: "never, as there is no connection",
      given: { sendMessage: unreachable() },
      want: { code: "step-failed", outcome: "not-done" },
      asked: 4,
    },
    {
      name: "with too many requests",
      given: { sendMessage: tooManyRequests(5) },
      want: { code: "step-failed", status: 429 },
      asked: 4,
    },
    {
      name: "with what is no final status, for ever",
      given: { sendMessage: sent, checkStatus: { body: { status: "sent" } } },
      want: { code: "poll-deadline", deadline: 300_000, outputs: { finalStatus: "sent" } },
      asked: 26,
    },
    {
      name: "with less than is read",
      given: { sendMessage: { status: 201, body: {} } },
      want: { code: "missing-output", expression: "$response.body#/sid" },
      asked: 1,
    },
    {
      name: "as a function says",
      given: { sendMessage: ({ body }) => refused(400, body) },
      want: { code: "step-failed", body: { To: input.to, From: input.from, Body: "Hi" } },
      asked: 1,
    },
  ];

  test.each(rows)("$name", async ({ given, want, asked }) => {
    const twilio = answers<SendMessageTrackStatusSteps>(given);

    await expect(sendMessageTrackStatus(input, twilio.options)).rejects.toMatchObject(want);
    expect(twilio.asked).toHaveLength(asked);
  });
});

test("what is sent again after a time waits for it", async () => {
  const twilio = answers<SendMessageTrackStatusSteps>({
    sendMessage: [tooManyRequests(5), sent],
    checkStatus: { body: { status: "read" } },
  });

  await sendMessageTrackStatus(input, twilio.options);
  expect(twilio.waits).toEqual([5_000]);
  expect(twilio.asked.map(({ step, at }) => [step, at])).toEqual([
    ["sendMessage", 0],
    ["sendMessage", 5_000],
    ["checkStatus", 5_000],
  ]);
});

test("a deadline counts by the clock of the answers", async () => {
  const twilio = answers<SendMessageTrackStatusSteps>({
    sendMessage: { ...sent, ms: 70_000 },
    checkStatus: { body: { status: "sent" } },
  });

  await expect(sendMessageTrackStatus(input, { ...twilio.options, deadline: 60_000 })).rejects.toMatchObject({
    code: "aborted",
    stepId: "sendMessage",
  });
});

test("a run that is aborted waits no longer", async () => {
  const twilio = answers<SendMessageTrackStatusSteps>({
    sendMessage: sent,
    checkStatus: { body: { status: "sent" } },
  });
  const controller = new AbortController();
  const onStep = ({ type }: { readonly type: string }): void => void (type === "wait" && controller.abort());

  await expect(
    sendMessageTrackStatus(input, { ...twilio.options, signal: controller.signal, onStep }),
  ).rejects.toMatchObject({ code: "aborted" });
  expect(twilio.waits).toEqual([]);
});

describe("what is asked without an answer names the step", () => {
  const flow = { friendlyName: "f", status: "draft", definition: "{}", to: input.to, from: input.from } as const;
  const made = { status: 201, body: { sid: "FW1" } } as const;

  test("that has none", async () => {
    const twilio = answers<CreateFlowAndExecuteSteps>({ createFlow: made });

    await expect(createFlowAndExecute(flow, twilio.options)).rejects.toThrow(
      "the step triggerExecution asks POST https://studio.twilio.com/v2/Flows/FW1/Executions, and no answer is given for it",
    );
  });

  test("that has too few", async () => {
    const twilio = answers<CreateFlowAndExecuteSteps>({
      createFlow: made,
      triggerExecution: { status: 201, body: { sid: "FN1" } },
      fetchExecution: [refused(404)],
    });

    await expect(createFlowAndExecute(flow, twilio.options)).rejects.toThrow(
      "the step fetchExecution asks GET https://studio.twilio.com/v2/Flows/FW1/Executions/FN1 once more than it has answers, which are 1",
    );
  });
});

test("answers are typed by the steps of the workflow", () => {
  const given: readonly AnswersOf<SendMessageTrackStatusSteps>[] = [
    { sendMessage: { status: 201, body: { sid: "SM1" } } },
    // @ts-expect-error there is no such step
    { sendMesage: { status: 201 } },
    // @ts-expect-error no such status is documented
    { sendMessage: { status: 200 } },
    // @ts-expect-error the status is not 200, and has to be said
    { sendMessage: { body: { sid: "SM1" } } },
    // @ts-expect-error there is no such field
    { sendMessage: { status: 201, body: { id: "SM1" } } },
    // @ts-expect-error no status is documented to be this one
    { checkStatus: [{ body: { status: "deliverd" } }] },
    // @ts-expect-error the field is a text
    { sendMessage: () => ({ status: 201, body: { sid: 1 } }) },
  ];

  expect(given).toHaveLength(7);
});

test("a run of another account", async () => {
  const twilio = answers<SendMessageTrackStatusSteps>({ sendMessage: lost() }, { accountSid: "AC1" });

  await expect(sendMessageTrackStatus(input, twilio.options)).rejects.toThrow("lost");
  expect(twilio.asked[0]?.url).toBe("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
});
