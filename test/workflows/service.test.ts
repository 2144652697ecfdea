import { describe, expect, test } from "vitest";
import { provisionMessagingServiceAddNumber, StepFailedError } from "../../generated/index.js";
import { sentTo, wired } from "../support/local-twilio.js";

const input = { friendlyName: "Reminders", phoneNumberSid: `PN${"1".repeat(32)}` };

describe("provisionMessagingServiceAddNumber", () => {
  test("makes the service, adds the number and reads the service back", async () => {
    const { twilio, options } = await wired();
    const inboundRequestUrl = "https://example.com/inbound";
    const result = await provisionMessagingServiceAddNumber({ ...input, inboundRequestUrl }, options);

    expect(result).toEqual({ serviceSid: expect.stringMatching(/^MG\w{32}$/), friendlyName: "Reminders" });
    const { accountSid, authToken } = twilio.credentials;
    const as = `Basic ${accountSid}:${authToken}`;
    const type = "application/x-www-form-urlencoded";
    const services = "messaging.twilio.com/v1/Services";
    expect(sentTo(twilio)).toEqual([
      {
        call: `POST ${services}`,
        as,
        type,
        form: ["FriendlyName: Reminders", "InboundRequestUrl: https://example.com/inbound"],
      },
      {
        call: `POST ${services}/${result.serviceSid}/PhoneNumbers`,
        as,
        type,
        form: [`PhoneNumberSid: ${input.phoneNumberSid}`],
      },
      { call: `GET ${services}/${result.serviceSid}`, as, type: undefined, form: [] },
    ]);
  });

  test("leaves out the URL that is not given", async () => {
    const { twilio, options } = await wired();
    await provisionMessagingServiceAddNumber(input, options);
    expect(sentTo(twilio)[0]?.form).toEqual(["FriendlyName: Reminders"]);
  });

  test.each([200, 201] as const)("takes %d for adding the number", async (addPhoneNumberStatus) => {
    const { options } = await wired({ addPhoneNumberStatus });
    expect(await provisionMessagingServiceAddNumber(input, options)).toMatchObject({ friendlyName: "Reminders" });
  });

  test("says that the service is made already where the number is refused", async () => {
    const { twilio, options } = await wired();
    const failed = provisionMessagingServiceAddNumber({ ...input, phoneNumberSid: "nonsense" }, options);
    const error = await failed.catch((thrown: unknown) => thrown);
    if (!(error instanceof StepFailedError)) expect.unreachable(String(error));
    expect(error).toMatchObject({ stepId: "addNumber", status: 400, outcome: "not-done" });
    expect(JSON.parse(error.checkpoint.answers["createService"]?.body ?? "")).toMatchObject({
      sid: expect.stringMatching(/^MG/),
    });
    expect(twilio.requests).toHaveLength(2);
  });
});
