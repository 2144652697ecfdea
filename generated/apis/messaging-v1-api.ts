// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Messaging */
export interface MessagingV1Api {
  "/v1/a2p/BrandRegistrations/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["messaging.v1.brand_registrations"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/a2p/BrandRegistrations": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            CustomerProfileBundleSid: string;
            A2PProfileBundleSid: string;
            BrandType?: string | undefined;
            Mock?: boolean | undefined;
            SkipAutomaticSecVet?: boolean | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["messaging.v1.brand_registrations"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{ServiceSid}/PhoneNumbers": {
    post: {
      parameters: { path: { ServiceSid: string } };
      requestBody?: { content: { "application/x-www-form-urlencoded": { PhoneNumberSid: string } } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["messaging.v1.service.phone_number"] } };
        /** Created */
        201: { content: { "application/json": components["schemas"]["messaging.v1.service.phone_number"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Tollfree/Verifications/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["messaging.v1.tollfree_verification"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Tollfree/Verifications": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            BusinessName: string;
            BusinessWebsite: string;
            NotificationEmail: string;
            UseCaseCategories: components["schemas"]["tollfree_verification_enum_use_case_categories.request"];
            UseCaseSummary: string;
            ProductionMessageSample: string;
            OptInImageUrls: string[];
            OptInType: components["schemas"]["tollfree_verification_enum_opt_in_type.request"];
            MessageVolume: string;
            TollfreePhoneNumberSid: string;
            CustomerProfileSid?: string | undefined;
            BusinessStreetAddress?: string | undefined;
            BusinessStreetAddress2?: string | undefined;
            BusinessCity?: string | undefined;
            BusinessStateProvinceRegion?: string | undefined;
            BusinessPostalCode?: string | undefined;
            BusinessCountry?: string | undefined;
            AdditionalInformation?: string | undefined;
            BusinessContactFirstName?: string | undefined;
            BusinessContactLastName?: string | undefined;
            BusinessContactEmail?: string | undefined;
            /** @format phone-number */
            BusinessContactPhone?: string | undefined;
            ExternalReferenceId?: string | undefined;
            BusinessRegistrationNumber?: string | undefined;
            BusinessRegistrationAuthority?:
              components["schemas"]["tollfree_verification_enum_business_registration_authority.request"] | undefined;
            BusinessRegistrationCountry?: string | undefined;
            BusinessType?: components["schemas"]["tollfree_verification_enum_business_type.request"] | undefined;
            BusinessRegistrationPhoneNumber?: string | undefined;
            DoingBusinessAs?: string | undefined;
            OptInConfirmationMessage?: string | undefined;
            HelpMessageSample?: string | undefined;
            PrivacyPolicyUrl?: string | undefined;
            TermsAndConditionsUrl?: string | undefined;
            AgeGatedContent?: boolean | undefined;
            OptInKeywords?: string[] | undefined;
            VettingProvider?: components["schemas"]["tollfree_verification_enum_vetting_provider.request"] | undefined;
            VettingId?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["messaging.v1.tollfree_verification"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{MessagingServiceSid}/Compliance/Usa2p": {
    post: {
      parameters: {
        header?: { "X-Twilio-Api-Version"?: string | undefined };
        path: { MessagingServiceSid: string };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            BrandRegistrationSid: string;
            Description: string;
            MessageFlow: string;
            MessageSamples: string[];
            UsAppToPersonUsecase: string;
            HasEmbeddedLinks: boolean;
            HasEmbeddedPhone: boolean;
            OptInMessage?: string | undefined;
            OptOutMessage?: string | undefined;
            HelpMessage?: string | undefined;
            OptInKeywords?: string[] | undefined;
            OptOutKeywords?: string[] | undefined;
            HelpKeywords?: string[] | undefined;
            SubscriberOptIn?: boolean | undefined;
            AgeGated?: boolean | undefined;
            DirectLending?: boolean | undefined;
            /** @format uri */
            PrivacyPolicyUrl?: string | undefined;
            /** @format uri */
            TermsAndConditionsUrl?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: {
          content: { "application/json": components["schemas"]["messaging.v1.service.us_app_to_person_response"] };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid}": {
    get: {
      parameters: {
        header?: { "X-Twilio-Api-Version"?: string | undefined };
        path: {
          MessagingServiceSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: {
          content: { "application/json": components["schemas"]["messaging.v1.service.us_app_to_person_response"] };
        };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "messaging.v1.brand_registrations": {
      sid: string;
      account_sid?: string | null | undefined;
      customer_profile_bundle_sid?: string | null | undefined;
      a2p_profile_bundle_sid?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      brand_type?: string | null | undefined;
      status: components["schemas"]["brand_registrations_enum_status"];
      tcr_id?: string | null | undefined;
      failure_reason?: string | null | undefined;
      errors?: unknown[] | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      brand_score?: number | null | undefined;
      brand_feedback?: components["schemas"]["brand_registrations_enum_brand_feedback"][] | null | undefined;
      identity_status?: components["schemas"]["brand_registrations_enum_identity_status"] | undefined;
      russell_3000?: boolean | null | undefined;
      government_entity?: boolean | null | undefined;
      tax_exempt_status?: string | null | undefined;
      skip_automatic_sec_vet?: boolean | null | undefined;
      mock?: boolean | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    brand_registrations_enum_status:
      | "PENDING"
      | "APPROVED"
      | "FAILED"
      | "IN_REVIEW"
      | "DELETION_PENDING"
      | "DELETION_FAILED"
      | "SUSPENDED"
      | Undocumented;
    brand_registrations_enum_identity_status:
      "SELF_DECLARED" | "UNVERIFIED" | "VERIFIED" | "VETTED_VERIFIED" | Undocumented;
    brand_registrations_enum_brand_feedback:
      "TAX_ID" | "STOCK_SYMBOL" | "NONPROFIT" | "GOVERNMENT_ENTITY" | "OTHERS" | Undocumented;
    "messaging.v1.service.phone_number": {
      sid: string;
      account_sid?: string | null | undefined;
      service_sid?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format phone-number */
      phone_number?: string | null | undefined;
      country_code?: string | null | undefined;
      capabilities?: string[] | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
    };
    "messaging.v1.tollfree_verification": {
      sid: string;
      account_sid?: string | null | undefined;
      customer_profile_sid?: string | null | undefined;
      trust_product_sid?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      regulated_item_sid?: string | null | undefined;
      business_name?: string | null | undefined;
      business_street_address?: string | null | undefined;
      business_street_address2?: string | null | undefined;
      business_city?: string | null | undefined;
      business_state_province_region?: string | null | undefined;
      business_postal_code?: string | null | undefined;
      business_country?: string | null | undefined;
      business_website?: string | null | undefined;
      business_contact_first_name?: string | null | undefined;
      business_contact_last_name?: string | null | undefined;
      business_contact_email?: string | null | undefined;
      /** @format phone-number */
      business_contact_phone?: string | null | undefined;
      notification_email?: string | null | undefined;
      use_case_categories?: components["schemas"]["tollfree_verification_enum_use_case_categories"] | undefined;
      use_case_summary?: string | null | undefined;
      production_message_sample?: string | null | undefined;
      opt_in_image_urls?: string[] | null | undefined;
      opt_in_type?: components["schemas"]["tollfree_verification_enum_opt_in_type"] | undefined;
      message_volume?: string | null | undefined;
      additional_information?: string | null | undefined;
      tollfree_phone_number_sid?: string | null | undefined;
      /** @format phone-number */
      tollfree_phone_number?: string | null | undefined;
      status: components["schemas"]["tollfree_verification_enum_status"];
      /** @format uri */
      url?: string | null | undefined;
      rejection_reason?: string | null | undefined;
      error_code?: number | null | undefined;
      /** @format date-time */
      edit_expiration?: string | null | undefined;
      edit_allowed?: boolean | null | undefined;
      business_registration_number?: string | null | undefined;
      business_registration_authority?:
        components["schemas"]["tollfree_verification_enum_business_registration_authority"] | undefined;
      business_registration_country?: string | null | undefined;
      business_type?: components["schemas"]["tollfree_verification_enum_business_type"] | undefined;
      business_registration_phone_number?: string | null | undefined;
      doing_business_as?: string | null | undefined;
      opt_in_confirmation_message?: string | null | undefined;
      help_message_sample?: string | null | undefined;
      /** @format uri */
      privacy_policy_url?: string | null | undefined;
      /** @format uri */
      terms_and_conditions_url?: string | null | undefined;
      age_gated_content?: boolean | null | undefined;
      opt_in_keywords?: string[] | null | undefined;
      rejection_reasons?: unknown[] | null | undefined;
      resource_links?: unknown;
      external_reference_id?: string | null | undefined;
      vetting_id?: string | null | undefined;
      vetting_provider?: components["schemas"]["tollfree_verification_enum_vetting_provider"] | undefined;
      /** @format date-time */
      vetting_id_expiration?: string | null | undefined;
    };
    tollfree_verification_enum_business_type:
      "PRIVATE_PROFIT" | "PUBLIC_PROFIT" | "SOLE_PROPRIETOR" | "NON_PROFIT" | "GOVERNMENT" | Undocumented | null;
    "tollfree_verification_enum_business_type.request":
      "PRIVATE_PROFIT" | "PUBLIC_PROFIT" | "SOLE_PROPRIETOR" | "NON_PROFIT" | "GOVERNMENT" | null;
    tollfree_verification_enum_business_registration_authority:
      | "EIN"
      | "CBN"
      | "CRN"
      | "PROVINCIAL_NUMBER"
      | "VAT"
      | "ACN"
      | "ABN"
      | "BRN"
      | "SIREN"
      | "SIRET"
      | "NZBN"
      | "USt-IdNr"
      | "CIF"
      | "NIF"
      | "CNPJ"
      | "UID"
      | "NEQ"
      | "OTHER"
      | Undocumented
      | null;
    "tollfree_verification_enum_business_registration_authority.request":
      | "EIN"
      | "CBN"
      | "CRN"
      | "PROVINCIAL_NUMBER"
      | "VAT"
      | "ACN"
      | "ABN"
      | "BRN"
      | "SIREN"
      | "SIRET"
      | "NZBN"
      | "USt-IdNr"
      | "CIF"
      | "NIF"
      | "CNPJ"
      | "UID"
      | "NEQ"
      | "OTHER"
      | null;
    tollfree_verification_enum_vetting_provider: "CAMPAIGN_VERIFY" | Undocumented | null;
    "tollfree_verification_enum_vetting_provider.request": "CAMPAIGN_VERIFY" | null;
    tollfree_verification_enum_status:
      "PENDING_REVIEW" | "IN_REVIEW" | "TWILIO_APPROVED" | "TWILIO_REJECTED" | Undocumented;
    tollfree_verification_enum_use_case_categories:
      | (
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
          | Undocumented
        )[]
      | null;
    "tollfree_verification_enum_use_case_categories.request":
      | (
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
        )[]
      | null;
    tollfree_verification_enum_opt_in_type:
      | "VERBAL"
      | "WEB_FORM"
      | "PAPER_FORM"
      | "VIA_TEXT"
      | "MOBILE_QR_CODE"
      | "IMPORT"
      | "IMPORT_PLEASE_REPLACE"
      | Undocumented;
    "tollfree_verification_enum_opt_in_type.request":
      "VERBAL" | "WEB_FORM" | "PAPER_FORM" | "VIA_TEXT" | "MOBILE_QR_CODE" | "IMPORT" | "IMPORT_PLEASE_REPLACE";
    "messaging.v1.service.us_app_to_person_response":
      | components["schemas"]["messaging.v1.service.us_app_to_person"]
      | components["schemas"]["messaging.v1.service.us_app_to_person_v2"];
    "messaging.v1.service.us_app_to_person": {
      sid: string;
      account_sid?: string | null | undefined;
      brand_registration_sid?: string | null | undefined;
      messaging_service_sid?: string | null | undefined;
      description?: string | null | undefined;
      message_samples?: string[] | null | undefined;
      us_app_to_person_usecase?: string | null | undefined;
      has_embedded_links?: boolean | null | undefined;
      has_embedded_phone?: boolean | null | undefined;
      subscriber_opt_in?: boolean | null | undefined;
      age_gated?: boolean | null | undefined;
      direct_lending?: boolean | null | undefined;
      campaign_status?: string | null | undefined;
      campaign_id?: string | null | undefined;
      is_externally_registered?: boolean | null | undefined;
      rate_limits?: unknown;
      message_flow?: string | null | undefined;
      opt_in_message?: string | null | undefined;
      opt_out_message?: string | null | undefined;
      help_message?: string | null | undefined;
      opt_in_keywords?: string[] | null | undefined;
      opt_out_keywords?: string[] | null | undefined;
      help_keywords?: string[] | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      mock?: boolean | null | undefined;
      errors?: unknown[] | null | undefined;
    };
    "messaging.v1.service.us_app_to_person_v2": {
      sid: string;
      account_sid?: string | null | undefined;
      brand_registration_sid?: string | null | undefined;
      messaging_service_sid?: string | null | undefined;
      description?: string | null | undefined;
      message_samples?: string[] | null | undefined;
      us_app_to_person_usecase?: string | null | undefined;
      has_embedded_links?: boolean | null | undefined;
      has_embedded_phone?: boolean | null | undefined;
      subscriber_opt_in?: boolean | null | undefined;
      age_gated?: boolean | null | undefined;
      direct_lending?: boolean | null | undefined;
      campaign_status?: string | null | undefined;
      campaign_id?: string | null | undefined;
      is_externally_registered?: boolean | null | undefined;
      rate_limits?: unknown;
      message_flow?: string | null | undefined;
      opt_in_message?: string | null | undefined;
      opt_out_message?: string | null | undefined;
      help_message?: string | null | undefined;
      opt_in_keywords?: string[] | null | undefined;
      opt_out_keywords?: string[] | null | undefined;
      help_keywords?: string[] | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      mock?: boolean | null | undefined;
      errors?: unknown[] | null | undefined;
      /** @format uri */
      privacy_policy_url: string | null;
      /** @format uri */
      terms_and_conditions_url: string | null;
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
export type BrandRegistrationsEnumStatus = components["schemas"]["brand_registrations_enum_status"];
export type BrandRegistrationsEnumIdentityStatus = components["schemas"]["brand_registrations_enum_identity_status"];
