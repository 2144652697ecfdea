import { describe, expect, test } from "vitest";
import { liveContacts } from "../../examples/contacts.js";

describe("contacts for --live", () => {
  const contacts = { EXAMPLE_TO: "+1", EXAMPLE_FROM: "+2", EXAMPLE_PHONE_NUMBER_SID: "PN3" };
  const token = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "secret" };
  const key = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_KEY: "SK1", TWILIO_API_SECRET: "secret" };

  test.each([token, key])("come from the environment, with %o", (credentials) => {
    expect(liveContacts({ ...contacts, ...credentials })).toEqual({ to: "+1", from: "+2", phoneNumberSid: "PN3" });
  });

  const lacking: { given: Record<string, string>; want: string[] }[] = [
    { given: {}, want: ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", ...Object.keys(contacts)] },
    { given: token, want: Object.keys(contacts) },
    { given: { ...contacts, ...token, EXAMPLE_FROM: "" }, want: ["EXAMPLE_FROM"] },
    { given: { ...contacts, ...key, TWILIO_API_SECRET: "" }, want: ["TWILIO_AUTH_TOKEN"] },
  ];

  test.each(lacking)("$given lack $want", ({ given, want }) => {
    let message = "";
    try {
      liveContacts(given);
    } catch (error) {
      message = String(error);
    }
    expect(message.match(/^ {2}\w+/gm)?.map((name) => name.trim())).toEqual(want);
  });
});
