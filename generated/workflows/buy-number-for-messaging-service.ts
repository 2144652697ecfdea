// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import type { MessagingV1Api } from "../apis/messaging-v1-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link buyNumberForMessagingService} takes. */
export interface BuyNumberForMessagingServiceInput {
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
  /** SID of the messaging service, `MG` and 32 hexadecimal digits. */
  messagingServiceSid: string;
}

/** What {@link buyNumberForMessagingService} returns; `outcome` says how it ended. */
export type BuyNumberForMessagingServiceOutput =
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
      outcome: "notAdded";
      phoneNumber?: string | null | undefined;
      phoneNumberSid: string;
    }
  | {
      outcome: "added";
      phoneNumber?: string | null | undefined;
      phoneNumberSid: string;
    };

/**
 * Find a local phone number, buy it, and put it into a messaging service.
 *
 * Ends as `added`, as `noneAvailable`, as `taken` (error 21422) and as `addressRequired` (error 21631), as
 * `buyPhoneNumber` does, and as `notAdded` when the service is not there or full (404; error 21714). The number
 * is bought by then, charged each month, and in no service: release it, or add it to another. In the United
 * States it sends nothing before it belongs to a registered campaign (30034).
 *
 * @generated from workflow buy-number-for-messaging-service (numbers.yml#/workflows/2)
 */
export async function buyNumberForMessagingService(
  input: BuyNumberForMessagingServiceInput,
  options?: WorkflowOptions,
): Promise<BuyNumberForMessagingServiceOutput> {
  const run: WorkflowRun = openWorkflow("buy-number-for-messaging-service", options, { version: "5ea764fd" });
  run.inputs(input, {
    accountSid: "path?",
    country: "path",
    areaCode: "number?",
    contains: "string?",
    messagingServiceSid: "path",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const messagingV1 = run.api<MessagingV1Api>("https://messaging.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Look for a local number that can be bought.
  const search = await core.GET("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local.json", {
    ...run.step("search"),
    params: {
      path: { CountryCode: input.country, AccountSid: accountSid },
      query: { AreaCode: input.areaCode, Contains: input.contains, SmsEnabled: true, PageSize: 1 },
    },
  });
  run.expect(search, search.response.status === 200);
  const phoneNumber = search.data.available_phone_numbers?.[0]?.phone_number;
  if (search.data.available_phone_numbers?.length === 0) return { outcome: "noneAvailable", phoneNumber };

  // Buy the number.
  const buy = await core.POST("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", {
    ...run.step("buy"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { PhoneNumber: phoneNumber ?? undefined },
  });
  if (buy.response.status === 400 && buy.error?.code === 21422) return { outcome: "taken", phoneNumber };
  if (buy.response.status === 400 && buy.error?.code === 21631) {
    return { outcome: "addressRequired", phoneNumber };
  }
  run.expect(buy, buy.response.status === 201);
  const phoneNumberSid = run.required(buy, "sid");

  // Put the number into the service's pool of senders.
  const addToService = await messagingV1.POST("/v1/Services/{ServiceSid}/PhoneNumbers", {
    ...run.step("addToService"),
    params: { path: { ServiceSid: input.messagingServiceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { PhoneNumberSid: phoneNumberSid },
  });
  if (
    addToService.response.status !== 201 &&
    addToService.response.status !== 200 &&
    (addToService.response.status === 404 || addToService.error?.code === 21714)
  ) {
    return { outcome: "notAdded", phoneNumber, phoneNumberSid };
  }
  run.check(addToService, addToService.response.status === 201 || addToService.response.status === 200);

  return { outcome: "added", phoneNumber, phoneNumberSid };
}
