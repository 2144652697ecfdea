// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, MessageEnumStatus } from "../apis/core-api.js";
import type { LookupsApi } from "../apis/lookups-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link lookupThenSendMessage} takes. */
export interface LookupThenSendMessageInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** The number, in E.164 format, or as it is written in `countryCode`. */
  to: string;
  /** Your Twilio number in E.164 format, short code or alphanumeric sender ID. */
  from: string;
  /** Text of the message, at most 1,600 characters; each segment is charged. */
  body: string;
}

/** What {@link lookupThenSendMessage} returns; `outcome` says how it ended. */
export type LookupThenSendMessageOutput =
  | {
      outcome: "invalid";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
    }
  | {
      outcome: "landline";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
    }
  | {
      outcome: "optedOut";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
    }
  | {
      outcome: "sent";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
      messageSid: string;
      status: MessageEnumStatus;
    };

/**
 * Look a phone number up, and send it a message unless it is invalid or a landline.
 *
 * Ends as `sent` when Twilio has taken the message, as `invalid` or `landline` when nothing was sent, and as
 * `optedOut` when the person has replied STOP (error 21610). The lookup is charged in every case but `invalid`.
 * Other refusals throw: a sender that is not yours (21606, 21659), a country that is not enabled (21408), a text
 * that is too long (21617).
 *
 * @generated from workflow lookup-then-send-message (lookup.yml#/workflows/1)
 */
export async function lookupThenSendMessage(
  input: LookupThenSendMessageInput,
  options?: WorkflowOptions,
): Promise<LookupThenSendMessageOutput> {
  const run: WorkflowRun = openWorkflow("lookup-then-send-message", options, { version: "0d420378" });
  run.inputs(input, { accountSid: "path?", to: "path", from: "string", body: "string" });
  const lookups = run.api<LookupsApi>("https://lookups.twilio.com");
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Ask whether the number can exist, and what kind of line it is.
  const lookUp = await lookups.GET("/v2/PhoneNumbers/{PhoneNumber}", {
    ...run.step("lookUp"),
    params: { path: { PhoneNumber: input.to }, query: { Fields: "line_type_intelligence" } },
  });
  run.expect(lookUp, lookUp.response.status === 200);
  const { phone_number: phoneNumber } = lookUp.data;
  const lineType = lookUp.data.line_type_intelligence?.type;
  if (lookUp.data.valid === false) return { outcome: "invalid", phoneNumber, lineType };
  if (sameText(lineType, "landline")) return { outcome: "landline", phoneNumber, lineType };

  // Hand the message to Twilio.
  const sendMessage = await core.POST("/2010-04-01/Accounts/{AccountSid}/Messages.json", {
    ...run.step("sendMessage"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      To: run.present(phoneNumber, "lookUp", "$response.body#/phone_number"),
      From: input.from,
      Body: input.body,
    },
  });
  if (sendMessage.response.status === 400 && sendMessage.error?.code === 21610) {
    return { outcome: "optedOut", phoneNumber, lineType };
  }
  run.expect(sendMessage, sendMessage.response.status === 201);

  return { outcome: "sent", phoneNumber, lineType, messageSid: sendMessage.data.sid, status: sendMessage.data.status };
}
