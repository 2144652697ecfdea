// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Lookups */
export interface LookupsApi {
  "/v2/PhoneNumbers/{PhoneNumber}": {
    get: {
      parameters: {
        query?: {
          Fields?: string | undefined;
          CountryCode?: string | undefined;
          FirstName?: string | undefined;
          LastName?: string | undefined;
          AddressLine1?: string | undefined;
          AddressLine2?: string | undefined;
          City?: string | undefined;
          State?: string | undefined;
          PostalCode?: string | undefined;
          /** @format iso-country-code */
          AddressCountryCode?: string | undefined;
          NationalId?: string | undefined;
          DateOfBirth?: string | undefined;
          LastVerifiedDate?: string | undefined;
          VerificationSid?: string | undefined;
          PartnerSubId?: string | undefined;
        };
        path: { PhoneNumber: string };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["LookupResponse"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    /** LookupResponse */
    LookupResponse: {
      calling_country_code?: string | null | undefined;
      country_code?: string | null | undefined;
      /** @format phone-number */
      phone_number?: string | null | undefined;
      national_format?: string | null | undefined;
      valid?: boolean | undefined;
      validation_errors?: components["schemas"]["ValidationError"][] | undefined;
      caller_name?: components["schemas"]["CallerNameInfo"] | undefined;
      sim_swap?: components["schemas"]["SimSwapInfo"] | undefined;
      call_forwarding?: components["schemas"]["CallForwardingInfo"] | undefined;
      line_type_intelligence?: components["schemas"]["LineTypeIntelligenceInfo"] | undefined;
      line_status?: components["schemas"]["LineStatusInfo"] | undefined;
      identity_match?: components["schemas"]["IdentityMatchInfo"] | undefined;
      reassigned_number?: components["schemas"]["ReassignedNumberInfo"] | undefined;
      sms_pumping_risk?: components["schemas"]["SmsPumpingRiskInfo"] | undefined;
      phone_number_quality_score?: unknown;
      pre_fill?: unknown;
      /** @format uri */
      url?: string | undefined;
    };
    ValidationError:
      | "TOO_SHORT"
      | "TOO_LONG"
      | "INVALID_BUT_POSSIBLE"
      | "INVALID_COUNTRY_CODE"
      | "INVALID_LENGTH"
      | "NOT_A_NUMBER"
      | Undocumented;
    /** CallerNameInfo */
    CallerNameInfo: {
      caller_name?: string | undefined;
      caller_type?: string | undefined;
      error_code?: number | undefined;
    };
    /** SimSwapInfo */
    SimSwapInfo: {
      last_sim_swap?: components["schemas"]["LastSimSwapInfo"] | undefined;
      carrier_name?: string | undefined;
      mobile_country_code?: string | undefined;
      mobile_network_code?: string | undefined;
      error_code?: number | undefined;
    };
    /** LastSimSwapInfo */
    LastSimSwapInfo: {
      /** @format date-time */
      last_sim_swap_date?: string | undefined;
      swapped_period?: string | undefined;
      swapped_in_period?: boolean | undefined;
    };
    /** CallForwardingInfo */
    CallForwardingInfo: {
      call_forwarding_enabled?: boolean | undefined;
      /** @format int32 */
      error_code?: number | undefined;
    };
    /** LineTypeIntelligenceInfo */
    LineTypeIntelligenceInfo: {
      mobile_country_code?: string | undefined;
      mobile_network_code?: string | undefined;
      carrier_name?: string | undefined;
      type?: string | undefined;
      error_code?: number | undefined;
    };
    /** LineStatusInfo */
    LineStatusInfo: {
      status?: string | undefined;
      error_code?: number | undefined;
    };
    /** IdentityMatchInfo */
    IdentityMatchInfo: {
      first_name_match?: string | undefined;
      last_name_match?: string | undefined;
      address_lines_match?: string | undefined;
      city_match?: string | undefined;
      state_match?: string | undefined;
      postal_code_match?: string | undefined;
      address_country_match?: string | undefined;
      national_id_match?: string | undefined;
      date_of_birth_match?: string | undefined;
      /** @format int32 */
      summary_score?: number | undefined;
      /** @format int32 */
      error_code?: number | undefined;
      error_message?: string | undefined;
    };
    /** ReassignedNumberInfo */
    ReassignedNumberInfo: {
      last_verified_date?: string | undefined;
      is_number_reassigned?: string | undefined;
      error_code?: string | undefined;
    };
    /** SmsPumpingRiskInfo */
    SmsPumpingRiskInfo: {
      carrier_risk_category?: string | undefined;
      number_blocked?: boolean | undefined;
      /** @format date-time */
      number_blocked_date?: string | undefined;
      number_blocked_last_3_months?: boolean | undefined;
      sms_pumping_risk_score?: number | undefined;
      error_code?: number | undefined;
    };
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
export type ValidationError = components["schemas"]["ValidationError"];
/** CallerNameInfo */
export type CallerNameInfo = components["schemas"]["CallerNameInfo"];
/** LineTypeIntelligenceInfo */
export type LineTypeIntelligenceInfo = components["schemas"]["LineTypeIntelligenceInfo"];
