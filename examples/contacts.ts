/** Whom and what the examples work with. */
export interface Contacts {
  /** A phone that may be written to, in E.164 format. */
  readonly to: string;
  /** A number of the account's that can send SMS, in E.164 format. */
  readonly from: string;
  /** The SID (`PN…`) of a number of the account's that is in no messaging service. */
  readonly phoneNumberSid: string;
}

/** Numbers that the local Twilio takes for real ones. */
export const LOCAL_CONTACTS: Contacts = {
  to: "+15558675310",
  from: "+15017122661",
  phoneNumberSid: `PN${"1".repeat(32)}`,
};

const VARIABLES = {
  TWILIO_ACCOUNT_SID: "your account, AC…",
  TWILIO_AUTH_TOKEN: "its auth token; or else TWILIO_API_KEY and TWILIO_API_SECRET",
  EXAMPLE_TO: "a phone that you may write to, such as +15558675310",
  EXAMPLE_FROM: "a number of your account that can send SMS, such as +15017122661",
  EXAMPLE_PHONE_NUMBER_SID: "the SID of a number of your account that is in no messaging service, PN…",
};

/** Reads the contacts from environment variables. Throws an error that names all variables that are missing. */
export function liveContacts(env: Readonly<Record<string, string | undefined>>): Contacts {
  const hasApiKey = env["TWILIO_API_KEY"] && env["TWILIO_API_SECRET"];
  const missing = Object.entries(VARIABLES).filter(
    ([name]) => !env[name] && !(name === "TWILIO_AUTH_TOKEN" && hasApiKey),
  );
  if (missing.length > 0) {
    const lines = missing.map(([name, meaning]) => `  ${name.padEnd(26)}${meaning}`);
    throw new Error(["These environment variables are missing:", "", ...lines].join("\n"));
  }
  const { EXAMPLE_TO: to = "", EXAMPLE_FROM: from = "", EXAMPLE_PHONE_NUMBER_SID: phoneNumberSid = "" } = env;
  return { to, from, phoneNumberSid };
}
