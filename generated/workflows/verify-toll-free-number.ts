// Written by twilio-workflows: change the documents and generate again.
import type { MessagingV1Api } from "../apis/messaging-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link verifyTollFreeNumber} takes. */
export interface VerifyTollFreeNumberInput {
  /** SID of the number, `PN` and 32 hexadecimal digits. */
  tollfreePhoneNumberSid: string;
  /** Registered name of the business. */
  businessName: string;
  /** Its website. */
  businessWebsite: string;
  /** Who is told of the decision. */
  notificationEmail: string;
  /** What the messages are for, such as `TWO_FACTOR_AUTHENTICATION`. */
  useCaseCategories: (
    | "TWO_FACTOR_AUTHENTICATION"
    | "ACCOUNT_NOTIFICATIONS"
    | "CUSTOMER_CARE"
    | "CHARITY_NONPROFIT"
    | "DELIVERY_NOTIFICATIONS"
    | "FRAUD_ALERT_MESSAGING"
    | "EVENTS"
    | "HIGHER_EDUCATION"
    | "K12"
    | "MARKETING"
    | "POLLING_AND_VOTING_NON_POLITICAL"
    | "POLITICAL_ELECTION_CAMPAIGNS"
    | "PUBLIC_SERVICE_ANNOUNCEMENT"
    | "SECURITY_ALERT"
  )[];
  /** The same in a few sentences. */
  useCaseSummary: string;
  /** A message as it will be sent. */
  productionMessageSample: string;
  /** Absolute URLs of pictures that show how people opt in. */
  optInImageUrls: string[];
  /** How people opt in. */
  optInType: "VERBAL" | "WEB_FORM" | "PAPER_FORM" | "VIA_TEXT" | "MOBILE_QR_CODE" | "IMPORT" | "IMPORT_PLEASE_REPLACE";
  /** Messages a month, such as `1,000`. */
  messageVolume: string;
}

/** What {@link verifyTollFreeNumber} returns; `outcome` says how it ended. */
export type VerifyTollFreeNumberOutput =
  | {
      outcome: "approved";
      verificationSid: string;
      rejectionReason?: string | null | undefined;
      errorCode?: number | null | undefined;
      editAllowed?: boolean | null | undefined;
    }
  | {
      outcome: "rejected";
      verificationSid: string;
      rejectionReason?: string | null | undefined;
      errorCode?: number | null | undefined;
      editAllowed?: boolean | null | undefined;
    };

/**
 * Submit a toll-free number for verification, and wait for the answer, which takes days.
 *
 * Ends as `approved` and as `rejected` (`rejectionReason` and `errorCode`, 30441 to 30513, say why;
 * `editAllowed` says whether the same submission can be corrected). Costs nothing. Before it is approved the
 * number sends nothing (30032). It asks every ten minutes at first, every four hours later, for three weeks; run
 * it on a durable engine. A number that is submitted already throws (20001 or 409).
 *
 * @generated from workflow verify-toll-free-number (registration.yml#/workflows/2)
 */
export async function verifyTollFreeNumber(
  input: VerifyTollFreeNumberInput,
  options?: WorkflowOptions,
): Promise<VerifyTollFreeNumberOutput> {
  const run: WorkflowRun = openWorkflow("verify-toll-free-number", options, { version: "606f8cbc" });
  run.inputs(input, {
    tollfreePhoneNumberSid: "string",
    businessName: "string",
    businessWebsite: "string",
    notificationEmail: "string",
    useCaseCategories: "array",
    useCaseSummary: "string",
    productionMessageSample: "string",
    optInImageUrls: "array",
    optInType: "string",
    messageVolume: "string",
  });
  const messagingV1 = run.api<MessagingV1Api>("https://messaging.twilio.com");

  // Submit the number.
  const submit = await messagingV1.POST("/v1/Tollfree/Verifications", {
    ...run.step("submit"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      TollfreePhoneNumberSid: input.tollfreePhoneNumberSid,
      BusinessName: input.businessName,
      BusinessWebsite: input.businessWebsite,
      NotificationEmail: input.notificationEmail,
      UseCaseCategories: input.useCaseCategories,
      UseCaseSummary: input.useCaseSummary,
      ProductionMessageSample: input.productionMessageSample,
      OptInImageUrls: input.optInImageUrls,
      OptInType: input.optInType,
      MessageVolume: input.messageVolume,
    },
  });
  run.expect(submit, submit.response.status === 201);
  const verificationSid = run.required(submit, "sid");

  // Read the verification until it is decided.
  const polling = run.polling("track", {
    interval: 600_000,
    factor: 1.5,
    maxInterval: 14_400_000,
    deadline: 1_814_400_000,
  });
  for (;;) {
    const track = await messagingV1.GET("/v1/Tollfree/Verifications/{Sid}", {
      ...polling.attempt(),
      params: { path: { Sid: verificationSid } },
    });
    run.expect(track, track.response.status === 200);
    const { rejection_reason: rejectionReason, error_code: errorCode, edit_allowed: editAllowed, status } = track.data;
    if (sameText(status, "TWILIO_APPROVED")) {
      return { outcome: "approved", verificationSid, rejectionReason, errorCode, editAllowed };
    }
    if (sameText(status, "TWILIO_REJECTED")) {
      return { outcome: "rejected", verificationSid, rejectionReason, errorCode, editAllowed };
    }
    await polling.wait({ verificationSid, rejectionReason, errorCode, editAllowed });
  }
}
