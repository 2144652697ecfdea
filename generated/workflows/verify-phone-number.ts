// Written by twilio-workflows: change the documents and generate again.
import type { LookupsApi } from "../apis/lookups-api.js";
import type { VerifyApi } from "../apis/verify-api.js";
import { askFor, type Deferred } from "../runtime/run/deferred.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText, sameValue } from "../runtime/values/compare.js";

/** What {@link verifyPhoneNumber} takes. */
export interface VerifyPhoneNumberInput {
  /** SID of the Verify service, `VA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** The number, in E.164 format, or as it is written in `countryCode`. */
  phoneNumber: string;
  /** Country of a number in national format, by its ISO 3166 code, such as `US`. */
  countryCode?: string | undefined;
  /** The way on which the code is sent. */
  channel: "sms" | "call" | "whatsapp";
  /** The code that the person typed in. It does not exist before it was sent. */
  code: Deferred<
    string,
    {
      phoneNumber?: string | null | undefined;
      verificationSid: string;
    }
  >;
}

/** What {@link verifyPhoneNumber} returns; `outcome` says how it ended. */
export type VerifyPhoneNumberOutput =
  | {
      outcome: "invalid";
      phoneNumber?: string | null | undefined;
    }
  | {
      outcome: "tooManySends";
      phoneNumber?: string | null | undefined;
    }
  | {
      outcome: "gone";
      phoneNumber?: string | null | undefined;
      verificationSid: string;
    }
  | {
      outcome: "tooManyChecks";
      phoneNumber?: string | null | undefined;
      verificationSid: string;
    }
  | {
      outcome: "approved";
      phoneNumber?: string | null | undefined;
      verificationSid: string;
      status: string;
    }
  | {
      outcome: "wrongCode";
      phoneNumber?: string | null | undefined;
      verificationSid: string;
      status: string;
    };

/**
 * Look a phone number up, send it a code, and check what its owner typed in.
 *
 * Ends as `invalid` when the number cannot exist (nothing was sent, and the lookup is free), as `approved`, as
 * `wrongCode`, as `gone` when the code has expired or has been used before (404, error 20404), as
 * `tooManyChecks` after five wrong codes (error 60202), and as `tooManySends` when the number has had five codes
 * in ten minutes (error 60203). The message is charged also when nobody checks it.
 *
 * @generated from workflow verify-phone-number (verify.yml#/workflows/4)
 */
export async function verifyPhoneNumber(
  input: VerifyPhoneNumberInput,
  options?: WorkflowOptions,
): Promise<VerifyPhoneNumberOutput> {
  const run: WorkflowRun = openWorkflow("verify-phone-number", options, { version: "f0e7eec1" });
  run.inputs(input, {
    serviceSid: "path",
    phoneNumber: "path",
    countryCode: "string?",
    channel: "string",
    code: "string | function",
  });
  const lookups = run.api<LookupsApi>("https://lookups.twilio.com");
  const verify = run.api<VerifyApi>("https://verify.twilio.com");

  // Ask whether the number can exist, and how it is written in E.164.
  const lookUp = await lookups.GET("/v2/PhoneNumbers/{PhoneNumber}", {
    ...run.step("lookUp"),
    params: { path: { PhoneNumber: input.phoneNumber }, query: { CountryCode: input.countryCode } },
  });
  run.expect(lookUp, lookUp.response.status === 200);
  const { phone_number: phoneNumber } = lookUp.data;
  if (lookUp.data.valid === false) return { outcome: "invalid", phoneNumber };

  // Send the code.
  const startVerification = await verify.POST("/v2/Services/{ServiceSid}/Verifications", {
    ...run.step("startVerification"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: run.present(phoneNumber, "lookUp", "$response.body#/phone_number"), Channel: input.channel },
  });
  if (startVerification.response.status === 429 && sameValue(startVerification.error?.code, 60203)) {
    return { outcome: "tooManySends", phoneNumber };
  }
  run.expect(startVerification, startVerification.response.status === 201);
  const { sid: verificationSid } = startVerification.data;

  // Check the code that came back.
  const code = await askFor(run, "checkVerification", "code", input.code, { phoneNumber, verificationSid });
  const checkVerification = await verify.POST("/v2/Services/{ServiceSid}/VerificationCheck", {
    ...run.step("checkVerification"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { VerificationSid: verificationSid, Code: code },
  });
  if (checkVerification.response.status === 404) return { outcome: "gone", phoneNumber, verificationSid };
  if (checkVerification.response.status === 429 && checkVerification.error?.code === 60202) {
    return { outcome: "tooManyChecks", phoneNumber, verificationSid };
  }
  run.expect(checkVerification, checkVerification.response.status === 200 || checkVerification.response.status === 201);
  const { status } = checkVerification.data;
  if (sameText(status, "approved")) return { outcome: "approved", phoneNumber, verificationSid, status };

  return { outcome: "wrongCode", phoneNumber, verificationSid, status };
}
