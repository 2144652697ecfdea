// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Verify */
export interface VerifyApi {
  "/v2/Services": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            CodeLength?: number | undefined;
            LookupEnabled?: boolean | undefined;
            SkipSmsToLandlines?: boolean | undefined;
            DtmfInputRequired?: boolean | undefined;
            TtsName?: string | undefined;
            Psd2Enabled?: boolean | undefined;
            DoNotShareWarningEnabled?: boolean | undefined;
            CustomCodeEnabled?: boolean | undefined;
            "Push.IncludeDate"?: boolean | undefined;
            "Push.ApnCredentialSid"?: string | undefined;
            "Push.FcmCredentialSid"?: string | undefined;
            "Totp.Issuer"?: string | undefined;
            "Totp.TimeStep"?: number | undefined;
            "Totp.CodeLength"?: number | undefined;
            "Totp.Skew"?: number | undefined;
            DefaultTemplateSid?: string | undefined;
            "Whatsapp.MsgServiceSid"?: string | undefined;
            "Whatsapp.From"?: string | undefined;
            "Passkeys.RelyingParty.Id"?: string | undefined;
            "Passkeys.RelyingParty.Name"?: string | undefined;
            "Passkeys.RelyingParty.Origins"?: string | undefined;
            "Passkeys.AuthenticatorAttachment"?: string | undefined;
            "Passkeys.DiscoverableCredentials"?: string | undefined;
            "Passkeys.UserVerification"?: string | undefined;
            VerifyEventSubscriptionEnabled?: boolean | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["verify.v2.service"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Services/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["verify.v2.service"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Services/{ServiceSid}/Verifications": {
    post: {
      parameters: { path: { ServiceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            To: string;
            Channel: string;
            CustomFriendlyName?: string | undefined;
            /** @deprecated */
            CustomMessage?: string | undefined;
            SendDigits?: string | undefined;
            Locale?: string | undefined;
            CustomCode?: string | undefined;
            Amount?: string | undefined;
            Payee?: string | undefined;
            RateLimits?: unknown;
            ChannelConfiguration?: unknown;
            AppHash?: string | undefined;
            TemplateSid?: string | undefined;
            TemplateCustomSubstitutions?: string | undefined;
            DeviceIp?: string | undefined;
            EnableSnaClientToken?: boolean | undefined;
            RiskCheck?: components["schemas"]["verification_enum_risk_check"] | undefined;
            Tags?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["verify.v2.service.verification"] } };
        /** Too Many Requests */
        429: {
          content: {
            "application/json": {
              /** @format int32 */
              code?: number | undefined;
              message?: string | undefined;
              more_info?: string | undefined;
              /** @format int32 */
              status?: number | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Services/{ServiceSid}/Verifications/{Sid}": {
    get: {
      parameters: {
        path: {
          ServiceSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["verify.v2.service.verification"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: {
        path: {
          ServiceSid: string;
          Sid: string;
        };
      };
      requestBody?: {
        content: { "application/x-www-form-urlencoded": { Status: components["schemas"]["verification_enum_status"] } };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["verify.v2.service.verification"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Services/{ServiceSid}/VerificationCheck": {
    post: {
      parameters: { path: { ServiceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Code?: string | undefined;
            To?: string | undefined;
            VerificationSid?: string | undefined;
            Amount?: string | undefined;
            Payee?: string | undefined;
            SnaClientToken?: string | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["verify.v2.service.verification_check"] } };
        /** Created */
        201: { content: { "application/json": components["schemas"]["verify.v2.service.verification_check"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "verify.v2.service": {
      sid: string;
      account_sid?: string | null | undefined;
      friendly_name?: string | null | undefined;
      /** @default 0 */
      code_length?: number | undefined;
      lookup_enabled?: boolean | null | undefined;
      psd2_enabled?: boolean | null | undefined;
      skip_sms_to_landlines?: boolean | null | undefined;
      dtmf_input_required?: boolean | null | undefined;
      tts_name?: string | null | undefined;
      do_not_share_warning_enabled?: boolean | null | undefined;
      custom_code_enabled?: boolean | null | undefined;
      push?: unknown;
      totp?: unknown;
      default_template_sid?: string | null | undefined;
      whatsapp?: unknown;
      passkeys?: unknown;
      verify_event_subscription_enabled?: boolean | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    "verify.v2.service.verification": {
      sid: string;
      service_sid?: string | null | undefined;
      account_sid?: string | null | undefined;
      to?: string | null | undefined;
      channel?: components["schemas"]["verification_enum_channel"] | undefined;
      status: string;
      valid?: boolean | null | undefined;
      lookup?: unknown;
      amount?: string | null | undefined;
      payee?: string | null | undefined;
      send_code_attempts?: unknown[] | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      sna?: unknown;
      /** @format uri */
      url?: string | null | undefined;
    };
    verification_enum_channel: "sms" | "call" | "email" | "whatsapp" | "sna" | Undocumented;
    verification_enum_status: "canceled" | "approved";
    verification_enum_risk_check: "enable" | "disable";
    "verify.v2.service.verification_check": {
      sid: string;
      service_sid?: string | null | undefined;
      account_sid?: string | null | undefined;
      to?: string | null | undefined;
      channel?: components["schemas"]["verification_check_enum_channel"] | undefined;
      status: string;
      valid?: boolean | null | undefined;
      amount?: string | null | undefined;
      payee?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      sna_attempts_error_codes?: unknown[] | null | undefined;
    };
    verification_check_enum_channel: "sms" | "call" | "email" | "whatsapp" | "sna" | Undocumented;
    /** What Twilio says about a request that failed. */
    TwilioError: {
      /** Twilio's number for this kind of error. Not every error has one. */
      code?: number | undefined;
      /** What went wrong, in a sentence. Its wording can change. */
      message: string;
      /** URL of the page that explains `code`. */
      more_info?: string | undefined;
      /** HTTP status of the response. */
      status: number;
    };
  };
  responses: {
    /** The request failed. A 5xx from a gateway in front of the API can have another body, or none. */
    Error: { content: { "application/json": components["schemas"]["TwilioError"] } };
  };
}
