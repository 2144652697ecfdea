// Written by twilio-workflows: change the documents and generate again.
import type { VerifyApi } from "../apis/verify-api.js";
import { askFor, type Deferred } from "../runtime/run/deferred.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText, sameValue } from "../runtime/values/compare.js";

/** What {@link startAndCheckVerification} takes. */
export interface StartAndCheckVerificationInput {
  /** SID of the Verify service, `VA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** Phone number in E.164 format, or email address, that gets the code. */
  to: string;
  /** The way on which the code is sent. */
  channel: "sms" | "call" | "email" | "whatsapp";
  /** Language of the message, such as `en` or `pt-BR`. Without it, that of the number's country. */
  locale?: string | undefined;
  /** The code that the person typed in. It does not exist before it was sent. */
  code: Deferred<
    string,
    {
      verificationSid: string;
    }
  >;
}

/** What {@link startAndCheckVerification} returns; `outcome` says how it ended. */
export type StartAndCheckVerificationOutput =
  | {
      outcome: "tooManySends";
    }
  | {
      outcome: "gone";
      verificationSid: string;
    }
  | {
      outcome: "tooManyChecks";
      verificationSid: string;
    }
  | {
      outcome: "approved";
      verificationSid: string;
      status: string;
    }
  | {
      outcome: "wrongCode";
      verificationSid: string;
      status: string;
    };

/**
 * Send a code to a phone number or email address, and check what its owner typed in.
 *
 * Ends as `approved` when the code is right, as `wrongCode` when it is not (the verification stays open: check
 * again with `checkVerification`), as `gone` when it has expired or has been used before (404, error 20404), as
 * `tooManyChecks` after five wrong codes (error 60202), and as `tooManySends` when the address has had five
 * codes in ten minutes (error 60203). A blocked number (60410), a landline (60205) and a bad address (60200)
 * throw, and nothing was sent. The message is charged also when nobody checks it, and cannot be called back.
 *
 * @generated from workflow start-and-check-verification (verify.yml#/workflows/1)
 */
export async function startAndCheckVerification(
  input: StartAndCheckVerificationInput,
  options?: WorkflowOptions,
): Promise<StartAndCheckVerificationOutput> {
  const run: WorkflowRun = openWorkflow("start-and-check-verification", options, { version: "4d0b9e99" });
  run.inputs(input, {
    serviceSid: "path",
    to: "string",
    channel: "string",
    locale: "string?",
    code: "string | function",
  });
  const verify = run.api<VerifyApi>("https://verify.twilio.com");

  // Send the code.
  const startVerification = await verify.POST("/v2/Services/{ServiceSid}/Verifications", {
    ...run.step("startVerification"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, Channel: input.channel, Locale: input.locale },
  });
  if (startVerification.response.status === 429 && sameValue(startVerification.error?.code, 60203)) {
    return { outcome: "tooManySends" };
  }
  run.expect(startVerification, startVerification.response.status === 201);
  const { sid: verificationSid } = startVerification.data;

  // Check the code that came back.
  const code = await askFor(run, "checkVerification", "code", input.code, { verificationSid });
  const checkVerification = await verify.POST("/v2/Services/{ServiceSid}/VerificationCheck", {
    ...run.step("checkVerification"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { VerificationSid: verificationSid, Code: code },
  });
  if (checkVerification.response.status === 404) return { outcome: "gone", verificationSid };
  if (checkVerification.response.status === 429 && checkVerification.error?.code === 60202) {
    return { outcome: "tooManyChecks", verificationSid };
  }
  run.expect(checkVerification, checkVerification.response.status === 200 || checkVerification.response.status === 201);
  const { status } = checkVerification.data;
  if (sameText(status, "approved")) return { outcome: "approved", verificationSid, status };

  return { outcome: "wrongCode", verificationSid, status };
}
