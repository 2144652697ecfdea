// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link configurePhoneNumber} takes. */
export interface ConfigurePhoneNumberInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** The number, in E.164 format. */
  phoneNumber: string;
  /** Name of the number, for people to read, at most 64 characters. */
  friendlyName?: string | undefined;
  /** Absolute URL that Twilio asks for TwiML when somebody calls. */
  voiceUrl?: string | undefined;
  /** Absolute URL that Twilio posts each incoming message to. */
  smsUrl?: string | undefined;
  /** Absolute URL that Twilio posts the end of each call to. */
  statusCallback?: string | undefined;
}

/** What {@link configurePhoneNumber} returns; `outcome` says how it ended. */
export type ConfigurePhoneNumberOutput =
  | {
      outcome: "notOwned";
      phoneNumberSid?: string | undefined;
    }
  | {
      outcome: "configured";
      phoneNumberSid?: string | undefined;
      friendlyName?: string | null | undefined;
      voiceUrl?: string | null | undefined;
      smsUrl?: string | null | undefined;
    };

/**
 * Find a phone number that the account has, and set its webhooks.
 *
 * Ends as `configured`, and as `notOwned` when the account does not have the number; nothing is changed then.
 * Costs nothing. What is not given stays as it is. A URL that is none throws (21402, 21502).
 *
 * @generated from workflow configure-phone-number (numbers.yml#/workflows/1)
 */
export async function configurePhoneNumber(
  input: ConfigurePhoneNumberInput,
  options?: WorkflowOptions,
): Promise<ConfigurePhoneNumberOutput> {
  const run: WorkflowRun = openWorkflow("configure-phone-number", options, { version: "f4e65d55" });
  run.inputs(input, {
    accountSid: "path?",
    phoneNumber: "string",
    friendlyName: "string?",
    voiceUrl: "string?",
    smsUrl: "string?",
    statusCallback: "string?",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Find the number among those of the account.
  const find = await core.GET("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", {
    ...run.step("find"),
    params: { path: { AccountSid: accountSid }, query: { PhoneNumber: input.phoneNumber, PageSize: 1 } },
  });
  run.expect(find, find.response.status === 200);
  const phoneNumberSid = find.data.incoming_phone_numbers?.[0]?.sid;
  if (find.data.incoming_phone_numbers?.length === 0) return { outcome: "notOwned", phoneNumberSid };

  // Set its webhooks.
  const configure = await core.POST("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}.json", {
    ...run.step("configure"),
    params: {
      path: {
        Sid: run.present(phoneNumberSid, "find", "$response.body#/incoming_phone_numbers/0/sid"),
        AccountSid: accountSid,
      },
    },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      FriendlyName: input.friendlyName,
      VoiceUrl: input.voiceUrl,
      SmsUrl: input.smsUrl,
      StatusCallback: input.statusCallback,
    },
  });
  run.expect(configure, configure.response.status === 200);

  return {
    outcome: "configured",
    phoneNumberSid,
    friendlyName: configure.data.friendly_name,
    voiceUrl: configure.data.voice_url,
    smsUrl: configure.data.sms_url,
  };
}
