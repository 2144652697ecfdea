// Written by twilio-workflows: change the documents and generate again.
import type {
  BrandRegistrationsEnumIdentityStatus,
  BrandRegistrationsEnumStatus,
  MessagingV1Api,
} from "../apis/messaging-v1-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link registerA2pBrand} takes. */
export interface RegisterA2pBrandInput {
  /** SID of the approved customer profile, `BU` and 32 hexadecimal digits. */
  customerProfileBundleSid: string;
  /** SID of the A2P profile, `BU` and 32 hexadecimal digits. */
  a2PProfileBundleSid: string;
  /** `STANDARD`, `SOLE_PROPRIETOR` or `LOW_VOLUME_STANDARD`. `STANDARD` without it. */
  brandType?: string | undefined;
  /** Whether to do without the vetting that raises the limits. */
  skipAutomaticSecVet?: boolean | undefined;
  /** Whether this is a test, which no carrier sees and nobody is charged for. */
  mock?: boolean | undefined;
}

/** What {@link registerA2pBrand} returns; `outcome` says how it ended. */
export type RegisterA2pBrandOutput =
  | {
      outcome: "approved";
      brandSid: string;
      status: BrandRegistrationsEnumStatus;
      identityStatus?: BrandRegistrationsEnumIdentityStatus | undefined;
      brandScore?: number | null | undefined;
      failureReason?: string | null | undefined;
      errors?: unknown[] | null | undefined;
    }
  | {
      outcome: "failed";
      brandSid: string;
      status: BrandRegistrationsEnumStatus;
      identityStatus?: BrandRegistrationsEnumIdentityStatus | undefined;
      brandScore?: number | null | undefined;
      failureReason?: string | null | undefined;
      errors?: unknown[] | null | undefined;
    }
  | {
      outcome: "suspended";
      brandSid: string;
      status: BrandRegistrationsEnumStatus;
      identityStatus?: BrandRegistrationsEnumIdentityStatus | undefined;
      brandScore?: number | null | undefined;
      failureReason?: string | null | undefined;
      errors?: unknown[] | null | undefined;
    };

/**
 * Register a brand for A2P 10DLC messaging, and wait for the answer, which takes minutes to days.
 *
 * Ends as `approved`, as `failed` (`failureReason` and `errors` say why; correct the bundle and try again), and
 * as `suspended`. Registering is charged once, also when it fails, and vetting comes on top. Run it on a durable
 * engine, or resume it from its checkpoint: it asks every ten minutes at first, every four hours later, for
 * three weeks. A bundle that is not there or not complete throws (20001, 21701), and nothing is charged.
 *
 * @generated from workflow register-a2p-brand (registration.yml#/workflows/0)
 */
export async function registerA2pBrand(
  input: RegisterA2pBrandInput,
  options?: WorkflowOptions,
): Promise<RegisterA2pBrandOutput> {
  const run: WorkflowRun = openWorkflow("register-a2p-brand", options, { version: "17a7bd1e" });
  run.inputs(input, {
    customerProfileBundleSid: "string",
    a2PProfileBundleSid: "string",
    brandType: "string?",
    skipAutomaticSecVet: "boolean?",
    mock: "boolean?",
  });
  const messagingV1 = run.api<MessagingV1Api>("https://messaging.twilio.com");

  // Register the brand.
  const register = await messagingV1.POST("/v1/a2p/BrandRegistrations", {
    ...run.step("register"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      CustomerProfileBundleSid: input.customerProfileBundleSid,
      A2PProfileBundleSid: input.a2PProfileBundleSid,
      BrandType: input.brandType,
      SkipAutomaticSecVet: input.skipAutomaticSecVet,
      Mock: input.mock,
    },
  });
  run.expect(register, register.response.status === 201);
  const brandSid = run.required(register, "sid");

  // Read the registration until it is decided.
  const polling = run.polling("track", {
    interval: 600_000,
    factor: 1.5,
    maxInterval: 14_400_000,
    deadline: 1_814_400_000,
  });
  for (;;) {
    const track = await messagingV1.GET("/v1/a2p/BrandRegistrations/{Sid}", {
      ...polling.attempt(),
      params: { path: { Sid: brandSid } },
    });
    run.expect(track, track.response.status === 200);
    const {
      status,
      identity_status: identityStatus,
      brand_score: brandScore,
      failure_reason: failureReason,
      errors,
    } = track.data;
    if (sameText(status, "APPROVED")) {
      return { outcome: "approved", brandSid, status, identityStatus, brandScore, failureReason, errors };
    }
    if (sameText(status, "FAILED")) {
      return { outcome: "failed", brandSid, status, identityStatus, brandScore, failureReason, errors };
    }
    if (sameText(status, "SUSPENDED") || sameText(status, "DELETION_PENDING") || sameText(status, "DELETION_FAILED")) {
      return { outcome: "suspended", brandSid, status, identityStatus, brandScore, failureReason, errors };
    }
    await polling.wait({ brandSid, status, identityStatus, brandScore, failureReason, errors });
  }
}
