// Written by twilio-workflows: change the documents and generate again.
import type { VerifyApi } from "../apis/verify-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText, sameValue } from "../runtime/values/compare.js";

/** What {@link startVerificationAndWait} takes. */
export interface StartVerificationAndWaitInput {
  /** SID of the Verify service, `VA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** Phone number in E.164 format, or email address, that gets the code. */
  to: string;
  /** The way on which the code is sent. */
  channel: "sms" | "call" | "email" | "whatsapp";
  /** Language of the message, such as `en` or `pt-BR`. Without it, that of the number's country. */
  locale?: string | undefined;
}

/** What {@link startVerificationAndWait} returns; `outcome` says how it ended. */
export type StartVerificationAndWaitOutput =
  | {
      outcome: "tooManySends";
    }
  | {
      outcome: "expired";
      verificationSid: string;
    }
  | {
      outcome: "approved";
      verificationSid: string;
    }
  | {
      outcome: "ended";
      verificationSid: string;
    }
  | {
      outcome: "canceled";
      verificationSid: string;
    };

/**
 * Send a code, wait until another part of the app has checked it, and cancel when nobody does.
 *
 * Reads the verification every five seconds for ten minutes at most, as long as a code lives. Ends as
 * `approved`, as `ended` when it was canceled, failed or used up, as `expired` when Twilio has forgotten it
 * (404, error 20404), as `canceled` when the time was up and it was canceled here, and as `tooManySends` when
 * the address has had five codes in ten minutes (error 60203). The message is charged in each case. When
 * canceling fails, the code stays good until it expires.
 *
 * @generated from workflow start-verification-and-wait (verify.yml#/workflows/3)
 */
export async function startVerificationAndWait(
  input: StartVerificationAndWaitInput,
  options?: WorkflowOptions,
): Promise<StartVerificationAndWaitOutput> {
  const run: WorkflowRun = openWorkflow("start-verification-and-wait", options, { version: "bbd2601f" });
  run.inputs(input, { serviceSid: "path", to: "string", channel: "string", locale: "string?" });
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
  const verificationSid = run.required(startVerification, "sid");
  beforeCancelVerification: {
    // Read the verification until it is no longer pending, or the time is up.
    const retry = run.retry("waitForCheck");
    for (;;) {
      const waitForCheck = await verify.GET("/v2/Services/{ServiceSid}/Verifications/{Sid}", {
        ...run.step("waitForCheck"),
        params: { path: { ServiceSid: input.serviceSid, Sid: verificationSid } },
      });
      if (waitForCheck.response.status !== 200 || sameText(waitForCheck.data?.status, "pending")) {
        if (
          waitForCheck.response.status === 200 &&
          (await retry.again(waitForCheck.response, { name: "stillPending", limit: 120, after: 5_000 }))
        ) {
          continue;
        }
        if (waitForCheck.response.status === 200) break beforeCancelVerification;
        if (waitForCheck.response.status === 404) return { outcome: "expired", verificationSid };
      }
      run.expect(waitForCheck, waitForCheck.response.status === 200);
      const { status } = waitForCheck.data;
      run.expect(waitForCheck, !sameText(status, "pending"), '$response.body#/status != "pending"');
      if (sameText(status, "approved")) return { outcome: "approved", verificationSid };

      return { outcome: "ended", verificationSid };
    }
  }

  // Cancel the verification, so that its code is worth nothing.
  const cancelVerification = await verify.POST("/v2/Services/{ServiceSid}/Verifications/{Sid}", {
    ...run.step("cancelVerification"),
    params: {
      path: {
        ServiceSid: input.serviceSid,
        Sid: run.present(verificationSid, "startVerification", "$response.body#/sid"),
      },
    },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Status: "canceled" },
  });
  if (cancelVerification.response.status === 404) return { outcome: "expired", verificationSid };
  run.check(cancelVerification, cancelVerification.response.status === 200);

  return { outcome: "canceled", verificationSid };
}
