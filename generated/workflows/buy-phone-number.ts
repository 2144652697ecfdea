// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link buyPhoneNumber} takes. */
export interface BuyPhoneNumberInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Country of the number, by its ISO 3166 code, such as `US`. */
  country: string;
  /** Area code that the number has to have, in the United States and Canada. */
  areaCode?: number | undefined;
  /** Digits that the number has to contain, with `*` for any one. */
  contains?: string | undefined;
  /** Name of the number, for people to read, at most 64 characters. */
  friendlyName?: string | undefined;
  /** Absolute URL that Twilio asks for TwiML when somebody calls. */
  voiceUrl?: string | undefined;
  /** Absolute URL that Twilio posts each incoming message to. */
  smsUrl?: string | undefined;
  /** SID of an address, `AD…`, where the country asks for one. */
  addressSid?: string | undefined;
  /** SID of a regulatory bundle, `BU…`, where the country asks for one. */
  bundleSid?: string | undefined;
}

/** What {@link buyPhoneNumber} returns; `outcome` says how it ended. */
export type BuyPhoneNumberOutput =
  | {
      outcome: "noneAvailable";
      phoneNumber?: string | null | undefined;
    }
  | {
      outcome: "taken";
      phoneNumber?: string | null | undefined;
    }
  | {
      outcome: "addressRequired";
      phoneNumber?: string | null | undefined;
    }
  | {
      outcome: "bought";
      phoneNumber?: string | null | undefined;
      phoneNumberSid: string;
    };

/**
 * Find a local phone number, buy it, and set its webhooks.
 *
 * Ends as `bought`, as `noneAvailable` when no number is as wanted, as `taken` when somebody else bought it
 * first (error 21422; search again), and as `addressRequired` when the country asks for an address or a bundle
 * (error 21631). A bought number is charged at once and each month until it is released. The webhooks are set in
 * the request that buys it, so that no number is left without them.
 *
 * @generated from workflow buy-phone-number (numbers.yml#/workflows/0)
 */
export async function buyPhoneNumber(
  input: BuyPhoneNumberInput,
  options?: WorkflowOptions,
): Promise<BuyPhoneNumberOutput> {
  const run: WorkflowRun = openWorkflow("buy-phone-number", options, { version: "3542d653" });
  run.inputs(input, {
    accountSid: "path?",
    country: "path",
    areaCode: "number?",
    contains: "string?",
    friendlyName: "string?",
    voiceUrl: "string?",
    smsUrl: "string?",
    addressSid: "string?",
    bundleSid: "string?",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Look for a local number that can be bought.
  const search = await core.GET("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local.json", {
    ...run.step("search"),
    params: {
      path: { CountryCode: input.country, AccountSid: accountSid },
      query: { AreaCode: input.areaCode, Contains: input.contains, VoiceEnabled: true, SmsEnabled: true, PageSize: 1 },
    },
  });
  run.expect(search, search.response.status === 200);
  const phoneNumber = search.data.available_phone_numbers?.[0]?.phone_number;
  if (search.data.available_phone_numbers?.length === 0) return { outcome: "noneAvailable", phoneNumber };

  // Buy the number, with its webhooks.
  const buy = await core.POST("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", {
    ...run.step("buy"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      PhoneNumber: phoneNumber ?? undefined,
      FriendlyName: input.friendlyName,
      VoiceUrl: input.voiceUrl,
      SmsUrl: input.smsUrl,
      AddressSid: input.addressSid,
      BundleSid: input.bundleSid,
    },
  });
  if (buy.response.status === 400 && buy.error?.code === 21422) return { outcome: "taken", phoneNumber };
  if (buy.response.status === 400 && buy.error?.code === 21631) {
    return { outcome: "addressRequired", phoneNumber };
  }
  run.expect(buy, buy.response.status === 201);

  return { outcome: "bought", phoneNumber, phoneNumberSid: buy.data.sid };
}
