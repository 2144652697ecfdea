// Written by twilio-workflows: change the documents and generate again.
import type { LookupsApi } from "../apis/lookups-api.js";
import type { VerifyApi } from "../apis/verify-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText, sameValue } from "../runtime/values/compare.js";

/** What {@link lookupThenStartVerification} takes. */
export interface LookupThenStartVerificationInput {
  /** SID of the Verify service, `VA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** The number, in E.164 format, or as it is written in `countryCode`. */
  phoneNumber: string;
  /** Country of a number in national format, by its ISO 3166 code, such as `US`. */
  countryCode?: string | undefined;
}

/** What {@link lookupThenStartVerification} returns; `outcome` says how it ended. */
export type LookupThenStartVerificationOutput =
  | {
      outcome: "invalid";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
    }
  | {
      outcome: "tooManySends";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
    }
  | {
      outcome: "texted";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
      textedVerificationSid: string;
    }
  | {
      outcome: "called";
      phoneNumber?: string | null | undefined;
      lineType?: string | undefined;
      calledVerificationSid: string;
    };

/**
 * Look a phone number up, and send it a code by call if it is a landline and by SMS if it is not.
 *
 * Ends as `called` or `texted` with the verification that `checkVerification` takes, as `invalid` when nothing
 * was sent, and as `tooManySends` when the number has had five codes in ten minutes (error 60203). The lookup is
 * charged in every case but `invalid`. A number that is blocked throws (60410).
 *
 * @generated from workflow lookup-then-start-verification (lookup.yml#/workflows/2)
 */
export async function lookupThenStartVerification(
  input: LookupThenStartVerificationInput,
  options?: WorkflowOptions,
): Promise<LookupThenStartVerificationOutput> {
  const run: WorkflowRun = openWorkflow("lookup-then-start-verification", options, { version: "8c3df544" });
  run.inputs(input, { serviceSid: "path", phoneNumber: "path", countryCode: "string?" });
  const lookups = run.api<LookupsApi>("https://lookups.twilio.com");
  const verify = run.api<VerifyApi>("https://verify.twilio.com");

  // Ask whether the number can exist, and what kind of line it is.
  const lookUp = await lookups.GET("/v2/PhoneNumbers/{PhoneNumber}", {
    ...run.step("lookUp"),
    params: {
      path: { PhoneNumber: input.phoneNumber },
      query: { CountryCode: input.countryCode, Fields: "line_type_intelligence" },
    },
  });
  run.expect(lookUp, lookUp.response.status === 200);
  const { phone_number: phoneNumber } = lookUp.data;
  const lineType = lookUp.data.line_type_intelligence?.type;
  if (lookUp.data.valid === false) return { outcome: "invalid", phoneNumber, lineType };
  if (!sameText(lineType, "landline")) {
    // Send the code by SMS.
    const textCode = await verify.POST("/v2/Services/{ServiceSid}/Verifications", {
      ...run.step("textCode"),
      params: { path: { ServiceSid: input.serviceSid } },
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: { To: run.present(phoneNumber, "lookUp", "$response.body#/phone_number"), Channel: "sms" },
    });
    if (textCode.response.status === 429 && sameValue(textCode.error?.code, 60203)) {
      return { outcome: "tooManySends", phoneNumber, lineType };
    }
    run.expect(textCode, textCode.response.status === 201);

    return { outcome: "texted", phoneNumber, lineType, textedVerificationSid: textCode.data.sid };
  }

  // Call the landline and say the code.
  const callWithCode = await verify.POST("/v2/Services/{ServiceSid}/Verifications", {
    ...run.step("callWithCode"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: run.present(phoneNumber, "lookUp", "$response.body#/phone_number"), Channel: "call" },
  });
  if (callWithCode.response.status === 429 && sameValue(callWithCode.error?.code, 60203)) {
    return { outcome: "tooManySends", phoneNumber, lineType };
  }
  run.expect(callWithCode, callWithCode.response.status === 201);

  return { outcome: "called", phoneNumber, lineType, calledVerificationSid: callWithCode.data.sid };
}
