// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Api */
export interface CoreApi {
  "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local.json": {
    get: {
      parameters: {
        query?: {
          AreaCode?: number | undefined;
          Contains?: string | undefined;
          SmsEnabled?: boolean | undefined;
          MmsEnabled?: boolean | undefined;
          VoiceEnabled?: boolean | undefined;
          ExcludeAllAddressRequired?: boolean | undefined;
          ExcludeLocalAddressRequired?: boolean | undefined;
          ExcludeForeignAddressRequired?: boolean | undefined;
          Beta?: boolean | undefined;
          /** @format phone-number */
          NearNumber?: string | undefined;
          NearLatLong?: string | undefined;
          Distance?: number | undefined;
          InPostalCode?: string | undefined;
          InRegion?: string | undefined;
          InRateCenter?: string | undefined;
          InLata?: string | undefined;
          InLocality?: string | undefined;
          FaxEnabled?: boolean | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: {
          AccountSid: string;
          /** @format iso-country-code */
          CountryCode: string;
        };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              end?: number | undefined;
              /** @format uri */
              first_page_uri?: string | undefined;
              /** @format uri */
              next_page_uri?: string | null | undefined;
              page?: number | undefined;
              page_size?: number | undefined;
              /** @format uri */
              previous_page_uri?: string | null | undefined;
              start?: number | undefined;
              /** @format uri */
              uri?: string | undefined;
              available_phone_numbers?:
                | components["schemas"]["api.v2010.account.available_phone_number_country.available_phone_number_local"][]
                | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Calls.json": {
    post: {
      parameters: { path: { AccountSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format endpoint */
            To: string;
            /** @format endpoint */
            From: string;
            /** @format http-method */
            Method?: "GET" | "POST" | undefined;
            /** @format uri */
            FallbackUrl?: string | undefined;
            /** @format http-method */
            FallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            StatusCallback?: string | undefined;
            StatusCallbackEvent?: string[] | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            SendDigits?: string | undefined;
            Timeout?: number | undefined;
            Record?: boolean | undefined;
            RecordingChannels?: string | undefined;
            RecordingStatusCallback?: string | undefined;
            /** @format http-method */
            RecordingStatusCallbackMethod?: "GET" | "POST" | undefined;
            SipAuthUsername?: string | undefined;
            SipAuthPassword?: string | undefined;
            MachineDetection?: string | undefined;
            MachineDetectionTimeout?: number | undefined;
            RecordingStatusCallbackEvent?: string[] | undefined;
            Trim?: string | undefined;
            CallerId?: string | undefined;
            MachineDetectionSpeechThreshold?: number | undefined;
            MachineDetectionSpeechEndThreshold?: number | undefined;
            MachineDetectionSilenceTimeout?: number | undefined;
            AsyncAmd?: string | undefined;
            /** @format uri */
            AsyncAmdStatusCallback?: string | undefined;
            /** @format http-method */
            AsyncAmdStatusCallbackMethod?: "GET" | "POST" | undefined;
            Byoc?: string | undefined;
            CallReason?: string | undefined;
            CallToken?: string | undefined;
            RecordingTrack?: string | undefined;
            TimeLimit?: number | undefined;
            /** @format uri */
            ClientNotificationUrl?: string | undefined;
            /** @format uri */
            Url?: string | undefined;
            /** @format twiml */
            Twiml?: string | undefined;
            ApplicationSid?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.call"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json": {
    get: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.call"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format uri */
            Url?: string | undefined;
            /** @format http-method */
            Method?: "GET" | "POST" | undefined;
            Status?: components["schemas"]["call_enum_update_status"] | undefined;
            /** @format uri */
            FallbackUrl?: string | undefined;
            /** @format http-method */
            FallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            StatusCallback?: string | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            /** @format twiml */
            Twiml?: string | undefined;
            TimeLimit?: number | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.call"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json": {
    post: {
      parameters: {
        path: {
          AccountSid: string;
          CallSid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            RecordingStatusCallbackEvent?: string[] | undefined;
            /** @format uri */
            RecordingStatusCallback?: string | undefined;
            /** @format http-method */
            RecordingStatusCallbackMethod?: "GET" | "POST" | undefined;
            Trim?: string | undefined;
            RecordingChannels?: string | undefined;
            RecordingTrack?: string | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.call.call_recording"] } };
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.call.call_recording"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}.json": {
    get: {
      parameters: {
        path: {
          AccountSid: string;
          CallSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.call.call_recording"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Conferences.json": {
    get: {
      parameters: {
        query?: {
          /** @format date */
          DateCreated?: string | undefined;
          /** @format date */
          "DateCreated<"?: string | undefined;
          /** @format date */
          "DateCreated>"?: string | undefined;
          /** @format date */
          DateUpdated?: string | undefined;
          /** @format date */
          "DateUpdated<"?: string | undefined;
          /** @format date */
          "DateUpdated>"?: string | undefined;
          FriendlyName?: string | undefined;
          Status?: components["schemas"]["conference_enum_status.request"] | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: { AccountSid: string };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              end?: number | undefined;
              /** @format uri */
              first_page_uri?: string | undefined;
              /** @format uri */
              next_page_uri?: string | null | undefined;
              page?: number | undefined;
              page_size?: number | undefined;
              /** @format uri */
              previous_page_uri?: string | null | undefined;
              start?: number | undefined;
              /** @format uri */
              uri?: string | undefined;
              conferences?: components["schemas"]["api.v2010.account.conference"][] | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}.json": {
    post: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            AccountSid?: string | undefined;
            ApiVersion?: string | undefined;
            FriendlyName?: string | undefined;
            SmsApplicationSid?: string | undefined;
            /** @format http-method */
            SmsFallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            SmsFallbackUrl?: string | undefined;
            /** @format http-method */
            SmsMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            SmsUrl?: string | undefined;
            /** @format uri */
            StatusCallback?: string | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            VoiceApplicationSid?: string | undefined;
            VoiceCallerIdLookup?: boolean | undefined;
            /** @format http-method */
            VoiceFallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            VoiceFallbackUrl?: string | undefined;
            /** @format http-method */
            VoiceMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            VoiceUrl?: string | undefined;
            EmergencyStatus?: components["schemas"]["incoming_phone_number_enum_emergency_status.request"] | undefined;
            EmergencyAddressSid?: string | undefined;
            TrunkSid?: string | undefined;
            VoiceReceiveMode?:
              components["schemas"]["incoming_phone_number_enum_voice_receive_mode.request"] | undefined;
            IdentitySid?: string | undefined;
            AddressSid?: string | undefined;
            BundleSid?: string | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.incoming_phone_number"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json": {
    get: {
      parameters: {
        query?: {
          Beta?: boolean | undefined;
          FriendlyName?: string | undefined;
          /** @format phone-number */
          PhoneNumber?: string | undefined;
          Origin?: string | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: { AccountSid: string };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              end?: number | undefined;
              /** @format uri */
              first_page_uri?: string | undefined;
              /** @format uri */
              next_page_uri?: string | null | undefined;
              page?: number | undefined;
              page_size?: number | undefined;
              /** @format uri */
              previous_page_uri?: string | null | undefined;
              start?: number | undefined;
              /** @format uri */
              uri?: string | undefined;
              incoming_phone_numbers?: components["schemas"]["api.v2010.account.incoming_phone_number"][] | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: { path: { AccountSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            ApiVersion?: string | undefined;
            FriendlyName?: string | undefined;
            SmsApplicationSid?: string | undefined;
            /** @format http-method */
            SmsFallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            SmsFallbackUrl?: string | undefined;
            /** @format http-method */
            SmsMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            SmsUrl?: string | undefined;
            /** @format uri */
            StatusCallback?: string | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            VoiceApplicationSid?: string | undefined;
            VoiceCallerIdLookup?: boolean | undefined;
            /** @format http-method */
            VoiceFallbackMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            VoiceFallbackUrl?: string | undefined;
            /** @format http-method */
            VoiceMethod?: "GET" | "POST" | undefined;
            /** @format uri */
            VoiceUrl?: string | undefined;
            EmergencyStatus?: components["schemas"]["incoming_phone_number_enum_emergency_status.request"] | undefined;
            EmergencyAddressSid?: string | undefined;
            TrunkSid?: string | undefined;
            IdentitySid?: string | undefined;
            AddressSid?: string | undefined;
            VoiceReceiveMode?:
              components["schemas"]["incoming_phone_number_enum_voice_receive_mode.request"] | undefined;
            BundleSid?: string | undefined;
            /** @format phone-number */
            PhoneNumber?: string | undefined;
            AreaCode?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.incoming_phone_number"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media.json": {
    get: {
      parameters: {
        query?: {
          /** @format date-time */
          DateCreated?: string | undefined;
          /** @format date-time */
          "DateCreated<"?: string | undefined;
          /** @format date-time */
          "DateCreated>"?: string | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: {
          AccountSid: string;
          MessageSid: string;
        };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              end?: number | undefined;
              /** @format uri */
              first_page_uri?: string | undefined;
              /** @format uri */
              next_page_uri?: string | null | undefined;
              page?: number | undefined;
              page_size?: number | undefined;
              /** @format uri */
              previous_page_uri?: string | null | undefined;
              start?: number | undefined;
              /** @format uri */
              uri?: string | undefined;
              media_list?: components["schemas"]["api.v2010.account.message.media"][] | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}.json": {
    post: {
      parameters: {
        path: {
          AccountSid: string;
          QueueSid: string;
          CallSid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format uri */
            Url: string;
            /** @format http-method */
            Method?: "GET" | "POST" | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.queue.member"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Messages.json": {
    post: {
      parameters: { path: { AccountSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format phone-number */
            To: string;
            /** @format uri */
            StatusCallback?: string | undefined;
            ApplicationSid?: string | undefined;
            MaxPrice?: number | undefined;
            ProvideFeedback?: boolean | undefined;
            Attempt?: number | undefined;
            ValidityPeriod?: number | undefined;
            ForceDelivery?: boolean | undefined;
            ContentRetention?: components["schemas"]["message_enum_content_retention"] | undefined;
            AddressRetention?: components["schemas"]["message_enum_address_retention"] | undefined;
            SmartEncoded?: boolean | undefined;
            PersistentAction?: string[] | undefined;
            TrafficType?: components["schemas"]["message_enum_traffic_type"] | undefined;
            ShortenUrls?: boolean | undefined;
            ScheduleType?: components["schemas"]["message_enum_schedule_type"] | undefined;
            /** @format date-time */
            SendAt?: string | undefined;
            SendAsMms?: boolean | undefined;
            ContentVariables?: string | undefined;
            RiskCheck?: components["schemas"]["message_enum_risk_check"] | undefined;
            /** @format phone-number */
            From?: string | undefined;
            /** @format phone-number */
            FallbackFrom?: string | undefined;
            MessagingServiceSid?: string | undefined;
            Body?: string | undefined;
            MediaUrl?: string[] | undefined;
            ContentSid?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.message"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json": {
    get: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.message"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Body?: string | undefined;
            Status?: components["schemas"]["message_enum_update_status"] | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.message"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json": {
    post: {
      parameters: {
        path: {
          AccountSid: string;
          ConferenceSid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format endpoint */
            From: string;
            /** @format endpoint */
            To: string;
            /** @format uri */
            StatusCallback?: string | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            StatusCallbackEvent?: string[] | undefined;
            Label?: string | undefined;
            Timeout?: number | undefined;
            Record?: boolean | undefined;
            Muted?: boolean | undefined;
            Beep?: string | undefined;
            StartConferenceOnEnter?: boolean | undefined;
            EndConferenceOnExit?: boolean | undefined;
            /** @format uri */
            WaitUrl?: string | undefined;
            /** @format http-method */
            WaitMethod?: "GET" | "POST" | undefined;
            EarlyMedia?: boolean | undefined;
            MaxParticipants?: number | undefined;
            ConferenceRecord?: string | undefined;
            ConferenceTrim?: string | undefined;
            /** @format uri */
            ConferenceStatusCallback?: string | undefined;
            /** @format http-method */
            ConferenceStatusCallbackMethod?: "GET" | "POST" | undefined;
            ConferenceStatusCallbackEvent?: string[] | undefined;
            RecordingChannels?: string | undefined;
            /** @format uri */
            RecordingStatusCallback?: string | undefined;
            /** @format http-method */
            RecordingStatusCallbackMethod?: "GET" | "POST" | undefined;
            SipAuthUsername?: string | undefined;
            SipAuthPassword?: string | undefined;
            Region?: string | undefined;
            /** @format uri */
            ConferenceRecordingStatusCallback?: string | undefined;
            /** @format http-method */
            ConferenceRecordingStatusCallbackMethod?: "GET" | "POST" | undefined;
            RecordingStatusCallbackEvent?: string[] | undefined;
            ConferenceRecordingStatusCallbackEvent?: string[] | undefined;
            Coaching?: boolean | undefined;
            CallSidToCoach?: string | undefined;
            JitterBufferSize?: string | undefined;
            Byoc?: string | undefined;
            CallerId?: string | undefined;
            CallReason?: string | undefined;
            RecordingTrack?: string | undefined;
            TimeLimit?: number | undefined;
            MachineDetection?: string | undefined;
            MachineDetectionTimeout?: number | undefined;
            MachineDetectionSpeechThreshold?: number | undefined;
            MachineDetectionSpeechEndThreshold?: number | undefined;
            MachineDetectionSilenceTimeout?: number | undefined;
            /** @format uri */
            AmdStatusCallback?: string | undefined;
            /** @format http-method */
            AmdStatusCallbackMethod?: "GET" | "POST" | undefined;
            Trim?: string | undefined;
            CallToken?: string | undefined;
            /** @format uri */
            ClientNotificationUrl?: string | undefined;
            CallerDisplayName?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.conference.participant"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Queues/{Sid}.json": {
    get: {
      parameters: {
        path: {
          AccountSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["api.v2010.account.queue"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/2010-04-01/Accounts/{AccountSid}/Queues.json": {
    post: {
      parameters: { path: { AccountSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            MaxSize?: number | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["api.v2010.account.queue"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "api.v2010.account.available_phone_number_country.available_phone_number_local": {
      /** @format phone-number */
      friendly_name?: string | null | undefined;
      /** @format phone-number */
      phone_number?: string | null | undefined;
      lata?: string | null | undefined;
      locality?: string | null | undefined;
      rate_center?: string | null | undefined;
      latitude?: number | null | undefined;
      longitude?: number | null | undefined;
      region?: string | null | undefined;
      postal_code?: string | null | undefined;
      /** @format iso-country-code */
      iso_country?: string | null | undefined;
      address_requirements?: string | null | undefined;
      beta?: boolean | null | undefined;
      /** @format phone-number-capabilities */
      capabilities?:
        | {
            mms?: boolean | undefined;
            sms?: boolean | undefined;
            voice?: boolean | undefined;
            fax?: boolean | undefined;
          }
        | null
        | undefined;
    };
    "api.v2010.account.call": {
      sid: string;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      parent_call_sid?: string | null | undefined;
      account_sid?: string | null | undefined;
      to?: string | null | undefined;
      to_formatted?: string | null | undefined;
      from?: string | null | undefined;
      from_formatted?: string | null | undefined;
      phone_number_sid?: string | null | undefined;
      status: components["schemas"]["call_enum_status"];
      /** @format date-time-rfc-2822 */
      start_time?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      end_time?: string | null | undefined;
      duration?: string | null | undefined;
      price?: string | null | undefined;
      /** @format currency */
      price_unit?: string | null | undefined;
      direction?: string | null | undefined;
      answered_by?: string | null | undefined;
      api_version?: string | null | undefined;
      forwarded_from?: string | null | undefined;
      group_sid?: string | null | undefined;
      caller_name?: string | null | undefined;
      queue_time?: string | null | undefined;
      trunk_sid?: string | null | undefined;
      uri?: string | null | undefined;
      /** @format uri-map */
      subresource_uris?: Record<string, unknown> | null | undefined;
    };
    call_enum_status:
      "queued" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled" | Undocumented;
    call_enum_update_status: "canceled" | "completed";
    "api.v2010.account.call.call_recording": {
      account_sid?: string | null | undefined;
      api_version?: string | null | undefined;
      call_sid?: string | null | undefined;
      conference_sid?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      start_time?: string | null | undefined;
      duration?: string | null | undefined;
      sid: string;
      price?: number | null | undefined;
      uri?: string | null | undefined;
      encryption_details?: unknown;
      /** @format currency */
      price_unit?: string | null | undefined;
      status: components["schemas"]["call_recording_enum_status"];
      /** @default 0 */
      channels?: number | undefined;
      source?: components["schemas"]["call_recording_enum_source"] | undefined;
      error_code?: number | null | undefined;
      track?: string | null | undefined;
    };
    call_recording_enum_status:
      "in-progress" | "paused" | "stopped" | "processing" | "completed" | "absent" | Undocumented;
    call_recording_enum_source:
      | "DialVerb"
      | "Conference"
      | "OutboundAPI"
      | "Trunking"
      | "RecordVerb"
      | "StartCallRecordingAPI"
      | "StartConferenceRecordingAPI"
      | Undocumented;
    "api.v2010.account.conference": {
      account_sid?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      api_version?: string | null | undefined;
      friendly_name?: string | null | undefined;
      region?: string | null | undefined;
      sid: string;
      status: components["schemas"]["conference_enum_status"];
      uri?: string | null | undefined;
      /** @format uri-map */
      subresource_uris?: Record<string, unknown> | null | undefined;
      reason_conference_ended?: components["schemas"]["conference_enum_reason_conference_ended"] | undefined;
      call_sid_ending_conference?: string | null | undefined;
    };
    conference_enum_status: "init" | "in-progress" | "completed" | Undocumented;
    "conference_enum_status.request": "init" | "in-progress" | "completed";
    conference_enum_reason_conference_ended:
      | "conference-ended-via-api"
      | "participant-with-end-conference-on-exit-left"
      | "participant-with-end-conference-on-exit-kicked"
      | "last-participant-kicked"
      | "last-participant-left"
      | Undocumented;
    "api.v2010.account.incoming_phone_number": {
      account_sid?: string | null | undefined;
      address_sid?: string | null | undefined;
      address_requirements?: components["schemas"]["incoming_phone_number_enum_address_requirement"] | undefined;
      api_version?: string | null | undefined;
      beta?: boolean | null | undefined;
      /** @format phone-number-capabilities */
      capabilities?:
        | {
            mms?: boolean | undefined;
            sms?: boolean | undefined;
            voice?: boolean | undefined;
            fax?: boolean | undefined;
          }
        | null
        | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      friendly_name?: string | null | undefined;
      identity_sid?: string | null | undefined;
      /** @format phone-number */
      phone_number?: string | null | undefined;
      origin?: string | null | undefined;
      sid: string;
      sms_application_sid?: string | null | undefined;
      /** @format http-method */
      sms_fallback_method?: "GET" | "POST" | Undocumented | null | undefined;
      /** @format uri */
      sms_fallback_url?: string | null | undefined;
      /** @format http-method */
      sms_method?: "GET" | "POST" | Undocumented | null | undefined;
      /** @format uri */
      sms_url?: string | null | undefined;
      /** @format uri */
      status_callback?: string | null | undefined;
      /** @format http-method */
      status_callback_method?: "GET" | "POST" | Undocumented | null | undefined;
      trunk_sid?: string | null | undefined;
      uri?: string | null | undefined;
      voice_receive_mode?: components["schemas"]["incoming_phone_number_enum_voice_receive_mode"] | undefined;
      voice_application_sid?: string | null | undefined;
      voice_caller_id_lookup?: boolean | null | undefined;
      /** @format http-method */
      voice_fallback_method?: "GET" | "POST" | Undocumented | null | undefined;
      /** @format uri */
      voice_fallback_url?: string | null | undefined;
      /** @format http-method */
      voice_method?: "GET" | "POST" | Undocumented | null | undefined;
      /** @format uri */
      voice_url?: string | null | undefined;
      emergency_status?: components["schemas"]["incoming_phone_number_enum_emergency_status"] | undefined;
      emergency_address_sid?: string | null | undefined;
      emergency_address_status?:
        components["schemas"]["incoming_phone_number_enum_emergency_address_status"] | undefined;
      bundle_sid?: string | null | undefined;
      status: string;
      type?: string | null | undefined;
    };
    incoming_phone_number_enum_address_requirement: "none" | "any" | "local" | "foreign" | Undocumented;
    incoming_phone_number_enum_emergency_status: "Active" | "Inactive" | Undocumented;
    "incoming_phone_number_enum_emergency_status.request": "Active" | "Inactive";
    incoming_phone_number_enum_emergency_address_status:
      | "registered"
      | "unregistered"
      | "pending-registration"
      | "registration-failure"
      | "pending-unregistration"
      | "unregistration-failure"
      | Undocumented;
    incoming_phone_number_enum_voice_receive_mode: "voice" | "fax" | Undocumented;
    "incoming_phone_number_enum_voice_receive_mode.request": "voice" | "fax";
    "api.v2010.account.message.media": {
      account_sid?: string | null | undefined;
      content_type?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      parent_sid?: string | null | undefined;
      sid: string;
      uri?: string | null | undefined;
    };
    "api.v2010.account.queue.member": {
      call_sid?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_enqueued?: string | null | undefined;
      /** @default 0 */
      position?: number | undefined;
      uri?: string | null | undefined;
      /** @default 0 */
      wait_time?: number | undefined;
      queue_sid?: string | null | undefined;
    };
    "api.v2010.account.message": {
      body?: string | null | undefined;
      num_segments?: string | null | undefined;
      direction?: components["schemas"]["message_enum_direction"] | undefined;
      /** @format phone-number */
      from?: string | null | undefined;
      to?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      price?: string | null | undefined;
      error_message?: string | null | undefined;
      uri?: string | null | undefined;
      account_sid?: string | null | undefined;
      num_media?: string | null | undefined;
      status: components["schemas"]["message_enum_status"];
      messaging_service_sid?: string | null | undefined;
      sid: string;
      /** @format date-time-rfc-2822 */
      date_sent?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      error_code?: number | null | undefined;
      /** @format currency */
      price_unit?: string | null | undefined;
      api_version?: string | null | undefined;
      /** @format uri-map */
      subresource_uris?: Record<string, unknown> | null | undefined;
    };
    message_enum_status:
      | "queued"
      | "sending"
      | "sent"
      | "failed"
      | "delivered"
      | "undelivered"
      | "receiving"
      | "received"
      | "accepted"
      | "scheduled"
      | "read"
      | "partially_delivered"
      | "canceled"
      | Undocumented;
    message_enum_update_status: "canceled";
    message_enum_direction: "inbound" | "outbound-api" | "outbound-call" | "outbound-reply" | Undocumented;
    message_enum_content_retention: "retain" | "discard";
    message_enum_address_retention: "retain" | "obfuscate";
    message_enum_traffic_type: "free";
    message_enum_schedule_type: "fixed";
    message_enum_risk_check: "enable" | "disable";
    "api.v2010.account.conference.participant": {
      account_sid?: string | null | undefined;
      call_sid?: string | null | undefined;
      label?: string | null | undefined;
      call_sid_to_coach?: string | null | undefined;
      coaching?: boolean | null | undefined;
      conference_sid?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      end_conference_on_exit?: boolean | null | undefined;
      muted?: boolean | null | undefined;
      hold?: boolean | null | undefined;
      start_conference_on_enter?: boolean | null | undefined;
      status?: components["schemas"]["participant_enum_status"] | undefined;
      queue_time?: string | null | undefined;
      uri?: string | null | undefined;
    };
    participant_enum_status: "queued" | "connecting" | "ringing" | "connected" | "complete" | "failed" | Undocumented;
    "api.v2010.account.queue": {
      /** @format date-time-rfc-2822 */
      date_updated?: string | null | undefined;
      /** @default 0 */
      current_size?: number | undefined;
      friendly_name?: string | null | undefined;
      uri?: string | null | undefined;
      account_sid?: string | null | undefined;
      /** @default 0 */
      average_wait_time?: number | undefined;
      sid: string;
      /** @format date-time-rfc-2822 */
      date_created?: string | null | undefined;
      /** @default 0 */
      max_size?: number | undefined;
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
export type MessageEnumStatus = components["schemas"]["message_enum_status"];
export type ApiV2010AccountMessageMedia = components["schemas"]["api.v2010.account.message.media"];
export type CallEnumStatus = components["schemas"]["call_enum_status"];
export type ParticipantEnumStatus = components["schemas"]["participant_enum_status"];
