// Written by twilio-workflows: change the documents and generate again.
import type { VerifyApi } from "../apis/verify-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link checkVerification} takes. */
export interface CheckVerificationInput {
  /** SID of the Verify service, `VA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** SID of the verification, `VE` and 32 hexadecimal digits. */
  verificationSid: string;
  /** The code that the person typed in. */
  code: string;
}

/** What {@link checkVerification} returns; `outcome` says how it ended. */
export type CheckVerificationOutput =
  | {
      outcome: "gone";
    }
  | {
      outcome: "tooManyChecks";
    }
  | {
      outcome: "approved";
      status: string;
    }
  | {
      outcome: "wrongCode";
      status: string;
    };

/**
 * Check a code of a verification that was started before.
 *
 * Ends as `approved`, as `wrongCode` (check again while the verification is open), as `gone` when it has expired
 * or has been used before (404, error 20404), and as `tooManyChecks` after five wrong codes (error 60202). An
 * approved check is charged, a wrong one is not.
 *
 * @generated from workflow check-verification (verify.yml#/workflows/2)
 */
export async function checkVerification(
  input: CheckVerificationInput,
  options?: WorkflowOptions,
): Promise<CheckVerificationOutput> {
  const run: WorkflowRun = openWorkflow("check-verification", options, { version: "123f9411" });
  run.inputs(input, { serviceSid: "path", verificationSid: "string", code: "string" });
  const verify = run.api<VerifyApi>("https://verify.twilio.com");

  // Check the code.
  const check = await verify.POST("/v2/Services/{ServiceSid}/VerificationCheck", {
    ...run.step("check"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { VerificationSid: input.verificationSid, Code: input.code },
  });
  if (check.response.status === 404) return { outcome: "gone" };
  if (check.response.status === 429 && check.error?.code === 60202) return { outcome: "tooManyChecks" };
  run.expect(check, check.response.status === 200 || check.response.status === 201);
  const { status } = check.data;
  if (sameText(status, "approved")) return { outcome: "approved", status };

  return { outcome: "wrongCode", status };
}
