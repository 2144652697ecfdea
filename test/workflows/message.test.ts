import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  CredentialsError,
  InvalidInputError,
  PollDeadlineError,
  sendMessageTrackStatus,
  StepFailedError,
} from "../../generated/index.js";
import { UNDELIVERABLE_NUMBER } from "../../examples/local-twilio/index.js";
import { sentTo, wired } from "../support/local-twilio.js";

const input = { to: "+15558675310", from: "+15017122661", body: "Your table is ready." };

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable("it should have failed"),
    (error: unknown) => error,
  );
}

// Answers take no time, so that waits are all there is of it.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describe("sendMessageTrackStatus", () => {
  test("sends the message, and asks until it is delivered", async () => {
    const { twilio, options, waits } = await wired();
    const statusCallback = "https://example.com/status?a=b";
    const result = await sendMessageTrackStatus({ ...input, statusCallback }, options);

    const messageSid = expect.stringMatching(/^SM\w{32}$/);
    expect(result).toEqual({ outcome: "delivered", messageSid, finalStatus: "delivered", errorCode: null });
    const { accountSid, authToken } = twilio.credentials;
    const as = `Basic ${accountSid}:${authToken}`;
    const messages = `api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages`;
    const read = { call: `GET ${messages}/${result.messageSid}.json`, as, type: undefined, form: [] };
    expect(sentTo(twilio)).toEqual([
      {
        call: `POST ${messages}.json`,
        as,
        type: "application/x-www-form-urlencoded",
        form: [
          "To: +15558675310",
          "From: +15017122661",
          "Body: Your table is ready.",
          "StatusCallback: https://example.com/status?a=b",
        ],
      },
      read,
      read,
    ]);
    expect(waits).toEqual([2000]);
  });

  test("asks more slowly as time goes by, as the overlay says", async () => {
    const { options, waits } = await wired({ messageStatuses: [...Array<"sent">(8).fill("sent"), "delivered"] });
    await sendMessageTrackStatus(input, options);
    expect(waits).toEqual([2000, 3000, 4500, 6750, 10_125, 15_000, 15_000]);
  });

  test("takes the account that is given in place of that of the credentials", async () => {
    const { twilio, options } = await wired();
    const { accountSid, apiKey, apiSecret } = twilio.credentials;
    await sendMessageTrackStatus({ ...input, accountSid }, { ...options, credentials: { apiKey, apiSecret } });
    expect(sentTo(twilio)[0]).toMatchObject({
      call: `POST api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`,
      as: `Basic ${apiKey}:${apiSecret}`,
    });
  });

  test.each(["delivered", "read"] as const)("ends as delivered with status %s", async (status) => {
    const { options } = await wired({ messageStatuses: ["queued", status] });
    expect(await sendMessageTrackStatus(input, options)).toMatchObject({ outcome: "delivered", finalStatus: status });
  });

  test.each(["failed", "undelivered", "canceled", "partially_delivered"] as const)(
    "ends as failed with status %s",
    async (status) => {
      const { options } = await wired({ messageStatuses: ["queued", status] });
      expect(await sendMessageTrackStatus(input, options)).toMatchObject({ outcome: "failed", finalStatus: status });
    },
  );

  test("tells the error code of a message that cannot be delivered", async () => {
    const { options } = await wired();
    const result = await sendMessageTrackStatus({ ...input, to: UNDELIVERABLE_NUMBER }, options);
    expect(result).toMatchObject({ outcome: "failed", finalStatus: "undelivered", errorCode: 30003 });
  });

  test("gives up at its deadline, with the SID and the last status", async () => {
    const { twilio, options, waits } = await wired({ messageStatuses: ["queued", "sent"] });
    const error = await thrownBy(sendMessageTrackStatus(input, options));

    expect(error).toBeInstanceOf(PollDeadlineError);
    expect(error).toMatchObject({
      workflowId: "send-message-track-status",
      stepId: "checkStatus",
      deadline: 300_000,
      outputs: { messageSid: expect.stringMatching(/^SM\w{32}$/), finalStatus: "sent", errorCode: null },
    });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(300_000);
    expect(twilio.requests).toHaveLength(waits.length + 2);
  });

  test("heeds what the caller wants of the poll", async () => {
    const { options, waits } = await wired({ messageStatuses: ["queued", "sent"] });
    const poll = { interval: 10_000, factor: 1, deadline: 25_000 };
    const error = await thrownBy(sendMessageTrackStatus(input, { ...options, poll }));
    expect(error).toBeInstanceOf(PollDeadlineError);
    expect(waits).toEqual([10_000, 10_000, 5000]);
  });

  test("fails with Twilio's own words where Twilio refuses", async () => {
    const { twilio, options } = await wired();
    const error = await thrownBy(sendMessageTrackStatus({ ...input, to: "nonsense" }, options));

    expect(error).toBeInstanceOf(StepFailedError);
    expect(error).toMatchObject({
      workflowId: "send-message-track-status",
      stepId: "sendMessage",
      status: 400,
      outcome: "not-done",
      twilioCode: 21211,
      twilioMessage: expect.stringContaining("nonsense"),
      moreInfo: "https://www.twilio.com/docs/errors/21211",
      requestId: expect.stringMatching(/^RQ\w{32}$/),
    });
    expect(twilio.requests).toHaveLength(1);
  });

  test("fails with wrong credentials, and shows none of them", async () => {
    const { twilio, options } = await wired();
    const { accountSid } = twilio.credentials;
    const credentials = { accountSid, authToken: "wrong-and-secret" };
    const error = await thrownBy(sendMessageTrackStatus(input, { ...options, credentials }));

    expect(error).toBeInstanceOf(StepFailedError);
    expect(error).toMatchObject({ stepId: "sendMessage", status: 401, twilioCode: 20003 });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain("wrong-and-secret");
  });

  test("fails before it sends anything where nothing names the account", async () => {
    const { twilio, options } = await wired();
    const { apiKey, apiSecret } = twilio.credentials;
    const error = await thrownBy(sendMessageTrackStatus(input, { ...options, credentials: { apiKey, apiSecret } }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(twilio.requests).toEqual([]);
  });

  test.each(["..", ".", "", "%2e%2e", "AC1/../AC2"])(
    "refuses the account %j before it sends anything",
    async (accountSid) => {
      const { twilio, options } = await wired();
      const error = await thrownBy(sendMessageTrackStatus({ ...input, accountSid }, options));
      expect(error).toBeInstanceOf(InvalidInputError);
      expect(error).toMatchObject({ stepId: undefined, message: expect.stringContaining("input accountSid ") });
      expect(twilio.requests).toEqual([]);
    },
  );

  test("does not send a message twice whose answer is lost", async () => {
    const { twilio, options } = await wired();
    twilio.fail({ operation: "createMessage", with: "reset", processed: true });
    await expect(sendMessageTrackStatus(input, options)).rejects.toMatchObject({
      code: "unknown-outcome",
      stepId: "sendMessage",
    });
    expect(twilio.requests).toHaveLength(1);
  });

  test("asks again where a read fails in passing", async () => {
    const { twilio, options } = await wired();
    twilio.fail({ operation: "fetchMessage", with: 503 });
    expect(await sendMessageTrackStatus(input, options)).toMatchObject({ outcome: "delivered" });
    expect(twilio.requests.map(({ operation }) => operation)).toEqual([
      "createMessage",
      "fetchMessage",
      "fetchMessage",
      "fetchMessage",
    ]);
  });

  test("goes on from a checkpoint, and sends no second message", async () => {
    const { twilio, options } = await wired({ messageStatuses: ["queued", "sent", "sent", "delivered"] });
    const error = await thrownBy(sendMessageTrackStatus(input, { ...options, poll: { deadline: 1 } }));
    if (!(error instanceof PollDeadlineError)) expect.unreachable(String(error));
    const resume = JSON.parse(JSON.stringify(error.checkpoint));

    const result = await sendMessageTrackStatus(input, { ...options, resume });

    expect(result).toMatchObject({ outcome: "delivered", messageSid: error.outputs["messageSid"] });
    expect(twilio.requests.filter(({ operation }) => operation === "createMessage")).toHaveLength(1);
  });
});
