// Written by twilio-workflows: change the documents and generate again.
import type { MessagingV1Api } from "../apis/messaging-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link registerA2pCampaign} takes. */
export interface RegisterA2pCampaignInput {
  /** SID of the messaging service that the campaign sends through, `MG` and 32 hexadecimal digits. */
  messagingServiceSid: string;
  /** SID of the approved brand, `BN` and 32 hexadecimal digits. */
  brandRegistrationSid: string;
  /** What the campaign is for, 40 to 4,096 characters. */
  description: string;
  /** How people opt in, 40 to 2,048 characters. */
  messageFlow: string;
  /** Two to five messages as they will be sent, 20 to 1,024 characters each. */
  messageSamples: string[];
  /** Use case, such as `2FA`, `MARKETING` or `MIXED`. */
  usAppToPersonUsecase: string;
  /** Whether messages have links in them. */
  hasEmbeddedLinks: boolean;
  /** Whether messages have phone numbers in them. */
  hasEmbeddedPhone: boolean;
}

/** What {@link registerA2pCampaign} returns; `outcome` says how it ended. */
export type RegisterA2pCampaignOutput =
  | {
      outcome: "verified";
      campaignSid: string;
      campaignStatus?: string | null | undefined;
      campaignId?: string | null | undefined;
      errors?: unknown[] | null | undefined;
    }
  | {
      outcome: "failed";
      campaignSid: string;
      campaignStatus?: string | null | undefined;
      campaignId?: string | null | undefined;
      errors?: unknown[] | null | undefined;
    };

/**
 * Register a campaign of an approved brand, and wait for the answer, which takes days.
 *
 * Ends as `verified` and as `failed` (`errors` says why, by codes 30882 to 30935; change the campaign and try
 * again). Each vetting is charged, and a verified campaign each month until it is deleted. It asks every ten
 * minutes at first, every four hours later, for three weeks; run it on a durable engine. A brand that is not
 * approved throws (21703 or 400), and so does a service that has a campaign (21711 or 409).
 *
 * @generated from workflow register-a2p-campaign (registration.yml#/workflows/1)
 */
export async function registerA2pCampaign(
  input: RegisterA2pCampaignInput,
  options?: WorkflowOptions,
): Promise<RegisterA2pCampaignOutput> {
  const run: WorkflowRun = openWorkflow("register-a2p-campaign", options, { version: "8a2021d3" });
  run.inputs(input, {
    messagingServiceSid: "path",
    brandRegistrationSid: "string",
    description: "string",
    messageFlow: "string",
    messageSamples: "array",
    usAppToPersonUsecase: "string",
    hasEmbeddedLinks: "boolean",
    hasEmbeddedPhone: "boolean",
  });
  const messagingV1 = run.api<MessagingV1Api>("https://messaging.twilio.com");

  // Register the campaign.
  const register = await messagingV1.POST("/v1/Services/{MessagingServiceSid}/Compliance/Usa2p", {
    ...run.step("register"),
    params: { path: { MessagingServiceSid: input.messagingServiceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      BrandRegistrationSid: input.brandRegistrationSid,
      Description: input.description,
      MessageFlow: input.messageFlow,
      MessageSamples: input.messageSamples,
      UsAppToPersonUsecase: input.usAppToPersonUsecase,
      HasEmbeddedLinks: input.hasEmbeddedLinks,
      HasEmbeddedPhone: input.hasEmbeddedPhone,
    },
  });
  run.expect(register, register.response.status === 201);
  const campaignSid = run.required(register, "sid");

  // Read the campaign until it is decided.
  const polling = run.polling("track", {
    interval: 600_000,
    factor: 1.5,
    maxInterval: 14_400_000,
    deadline: 1_814_400_000,
  });
  for (;;) {
    const track = await messagingV1.GET("/v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid}", {
      ...polling.attempt(),
      params: { path: { MessagingServiceSid: input.messagingServiceSid, Sid: campaignSid } },
    });
    run.expect(track, track.response.status === 200);
    const { campaign_status: campaignStatus, campaign_id: campaignId, errors } = track.data;
    if (sameText(campaignStatus, "VERIFIED")) {
      return { outcome: "verified", campaignSid, campaignStatus, campaignId, errors };
    }
    if (sameText(campaignStatus, "FAILED")) {
      return { outcome: "failed", campaignSid, campaignStatus, campaignId, errors };
    }
    await polling.wait({ campaignSid, campaignStatus, campaignId, errors });
  }
}
