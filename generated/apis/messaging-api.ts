// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio Messaging */
export interface MessagingApi {
  "/Accounts/{AccountSid}/Messages.json": {
    /**
     * Send a message to one recipient
     *
     * Takes a message for sending. The answer comes before it is delivered: read the message again, or give a
     * `StatusCallback`, to learn what became of it. A request sent twice sends two messages. Beside `To` it needs a
     * sender (`From` or `MessagingServiceSid`) and a content (`Body`, `MediaUrl` or `ContentSid`).
     */
    post: {
      parameters: {
        path: {
          /** SID of the account that owns the message. Starts with `AC`. */
          AccountSid: string;
        };
      };
      requestBody: { content: { "application/x-www-form-urlencoded": components["schemas"]["CreateMessageRequest"] } };
      responses: {
        /** Twilio has taken the message. */
        201: { content: { "application/json": components["schemas"]["Message"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/Accounts/{AccountSid}/Messages/{MessageSid}.json": {
    /**
     * Read a message
     *
     * Reads a message, with its present status.
     */
    get: {
      parameters: {
        path: {
          /** SID of the account that owns the message. Starts with `AC`. */
          AccountSid: string;
          /** SID of the message. Starts with `SM` or `MM`. */
          MessageSid: string;
        };
      };
      responses: {
        /** The message. */
        200: { content: { "application/json": components["schemas"]["Message"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services": {
    /**
     * Create a messaging service
     *
     * Creates a messaging service, with an empty sender pool.
     */
    post: {
      requestBody: {
        content: { "application/x-www-form-urlencoded": components["schemas"]["CreateMessagingServiceRequest"] };
      };
      responses: {
        /** The service was created. */
        201: { content: { "application/json": components["schemas"]["MessagingService"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{ServiceSid}": {
    /**
     * Read a messaging service
     *
     * Reads a messaging service, with its settings.
     */
    get: {
      parameters: {
        path: {
          /** SID of the messaging service. Starts with `MG`. */
          ServiceSid: string;
        };
      };
      responses: {
        /** The service. */
        200: { content: { "application/json": components["schemas"]["MessagingService"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{ServiceSid}/PhoneNumbers": {
    /**
     * Add a phone number to a messaging service
     *
     * Adds one of the account's phone numbers to the sender pool of a messaging service.
     */
    post: {
      parameters: {
        path: {
          /** SID of the messaging service. Starts with `MG`. */
          ServiceSid: string;
        };
      };
      requestBody: { content: { "application/x-www-form-urlencoded": components["schemas"]["AddPhoneNumberRequest"] } };
      responses: {
        /** The number is in the sender pool. */
        200: { content: { "application/json": components["schemas"]["ServicePhoneNumber"] } };
        /** The number was added to the sender pool. */
        201: { content: { "application/json": components["schemas"]["ServicePhoneNumber"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    CreateMessageRequest: {
      /**
       * Who gets the message: a phone number in E.164 format, such as `+15558675310`, or a channel address, such as
       * `whatsapp:+15558675310`.
       * @format phone-number
       */
      To: string;
      /**
       * Absolute URL to which Twilio posts each change of status. Its host name may not contain underscores. Goes
       * before the callback URL of a messaging service and that of `ApplicationSid`.
       * @format uri
       */
      StatusCallback?: string | undefined;
      /**
       * SID of a TwiML application whose callback URL gets each change of status; starts with `AP`. Has no effect
       * beside `StatusCallback`.
       */
      ApplicationSid?: string | undefined;
      /**
       * Has had no effect since 3 June 2024.
       * @deprecated
       */
      MaxPrice?: number | undefined;
      /**
       * Whether you will tell Twilio, through its message feedback resource, that the message arrived. `false` when
       * left out.
       */
      ProvideFeedback?: boolean | undefined;
      /** How many times this message has been tried by now, over any provider, this request included. */
      Attempt?: number | undefined;
      /**
       * Seconds that the message may wait in Twilio's queue; after that it fails unsent. From 1 to 36000, and better
       * more than 5; 36000 when left out.
       */
      ValidityPeriod?: number | undefined;
      /** Kept by Twilio for later use. Leave it out. */
      ForceDelivery?: boolean | undefined;
      /** Whether Twilio keeps the text of the message. */
      ContentRetention?: "retain" | "discard" | undefined;
      /** Whether Twilio keeps the recipient's address in full. */
      AddressRetention?: "retain" | "obfuscate" | undefined;
      /**
       * Whether Twilio replaces Unicode characters that resemble a GSM-7 character by that one, to need fewer
       * segments.
       */
      SmartEncoded?: boolean | undefined;
      /** Actions for channels other than SMS and MMS, such as a location in a WhatsApp message. */
      PersistentAction?: string[] | undefined;
      /** Kind of traffic that the message is. Twilio does not explain it. */
      TrafficType?: "free" | undefined;
      /**
       * Whether Twilio shortens the links in `Body`. Needs a `MessagingServiceSid` with link shortening set up;
       * `false` when left out.
       */
      ShortenUrls?: boolean | undefined;
      /** `fixed` sends the message at `SendAt`. Needs a `MessagingServiceSid`. */
      ScheduleType?: "fixed" | undefined;
      /**
       * When to send the message, in ISO 8601. Goes together with `ScheduleType`.
       * @format date-time
       */
      SendAt?: string | undefined;
      /** Whether to send the message as one MMS even if it has no media. */
      SendAsMms?: boolean | undefined;
      /**
       * Values for the variables of the template in `ContentSid`, as JSON text. A variable that is not named gets the
       * template's own default.
       */
      ContentVariables?: Blob | string | undefined;
      /** `disable` leaves out all risk checks for this message. */
      RiskCheck?: "enable" | "disable" | undefined;
      /**
       * Sender, which must belong to the account: a Twilio phone number in E.164 format, an alphanumeric sender ID, a
       * short code, a wireless SIM, or a channel address such as `whatsapp:+15017122661`. Beside `MessagingServiceSid`
       * it is optional and names one sender of the pool.
       * @format phone-number
       */
      From?: string | undefined;
      /**
       * Sender of the SMS that replaces an RCS message which cannot be delivered: a phone number in E.164 format, an
       * alphanumeric sender ID, or a short code of the account. Needs a `MessagingServiceSid` with an RCS sender.
       * @format phone-number
       */
      FallbackFrom?: string | undefined;
      /**
       * SID of the messaging service to send with; starts with `MG`. It chooses a sender from its pool unless `From`
       * names one.
       */
      MessagingServiceSid?: string | undefined;
      /**
       * Text of the message, at most 1,600 characters. An SMS holds 160 GSM-7 or 70 UCS-2 characters; a longer text
       * goes out in several segments, each of which is charged.
       */
      Body?: string | undefined;
      /**
       * URLs of up to ten media files to send. Each file may have 5 MB as `jpeg`, `jpg`, `png` or `gif`, and 500 KB as
       * another accepted type.
       */
      MediaUrl?: string[] | undefined;
      /** SID of the content template to send. Starts with `HX`. */
      ContentSid?: string | undefined;
      /**
       * Labels of your own, as the JSON text of an object. Twilio shows this field in an example request, but its list
       * of fields does not name it.
       */
      Tags?: Blob | string | undefined;
    };
    CreateMessagingServiceRequest: {
      /** Name of the service, for people to read. At most 64 characters. */
      FriendlyName: string;
      /**
       * Absolute URL that Twilio calls for each message that one of the service's numbers receives. Without it the
       * service receives no messages.
       * @format uri
       */
      InboundRequestUrl?: string | undefined;
      /**
       * HTTP method for `InboundRequestUrl`. `POST` when left out.
       * @format http-method
       */
      InboundMethod?: "GET" | "POST" | undefined;
      /**
       * Absolute URL that Twilio calls when `InboundRequestUrl` fails or answers with TwiML that cannot be run.
       * @format uri
       */
      FallbackUrl?: string | undefined;
      /**
       * HTTP method for `FallbackUrl`.
       * @format http-method
       */
      FallbackMethod?: "GET" | "POST" | undefined;
      /**
       * Absolute URL to which Twilio posts each change in a message's status.
       * @format uri
       */
      StatusCallback?: string | undefined;
      /** Whether a recipient always gets messages from the same sender. */
      StickySender?: boolean | undefined;
      /** Whether an MMS goes out as an SMS with a link where MMS cannot be delivered. */
      MmsConverter?: boolean | undefined;
      /**
       * Whether Twilio replaces Unicode characters that resemble a GSM-7 character by that one, to need fewer
       * segments.
       */
      SmartEncoding?: boolean | undefined;
      /** Kept by Twilio for later use. Leave it out. */
      ScanMessageContent?: "inherit" | "enable" | "disable" | undefined;
      /**
       * Obsolete. Once made a long code send what a short code could not.
       * @deprecated
       */
      FallbackToLongCode?: boolean | undefined;
      /** Whether a sender with the recipient's area code is preferred. */
      AreaCodeGeomatch?: boolean | undefined;
      /** Seconds that a message of this service may wait to be sent. From 1 to 36000; 36000 when left out. */
      ValidityPeriod?: number | undefined;
      /** Kept by Twilio for later use. Leave it out. */
      SynchronousValidation?: boolean | undefined;
      /** What the service is for: `notifications`, `marketing`, `verification`, `discussion`, `poll` or `undeclared`. */
      Usecase?: string | undefined;
      /**
       * Whether a message received is reported to the webhook of the phone number it came to, instead of
       * `InboundRequestUrl` and `FallbackUrl`.
       */
      UseInboundWebhookOnNumber?: boolean | undefined;
    };
    AddPhoneNumberRequest: {
      /** SID of the phone number to add; starts with `PN`. The account must own the number already. */
      PhoneNumberSid: string;
    };
    /** A message that was sent, is to be sent, or was received. */
    Message: {
      /** Text of the message. */
      body?: string | null | undefined;
      /**
       * Number of segments that the text needs, in decimal digits. `"0"` until a messaging service has chosen a
       * sender.
       */
      num_segments: string;
      /** Which way the message goes, and what made it. */
      direction: components["schemas"]["MessageDirection"];
      /**
       * Sender: a phone number in E.164 format, an alphanumeric sender ID, a short code, a wireless SIM, or a channel
       * address. `null` until a messaging service has chosen one.
       * @format phone-number
       */
      from?: string | null | undefined;
      /** Recipient: a phone number in E.164 format or a channel address. */
      to?: string | null | undefined;
      /**
       * When the message last changed, in RFC 2822, such as `Thu, 24 Aug 2023 05:01:45 +0000`.
       * @format date-time-rfc-2822
       */
      date_updated?: string | null | undefined;
      /**
       * What the message cost, in `price_unit`: a decimal number, negative for a charge, such as `"-0.00750"`. `null`
       * until it is known, some time after sending.
       */
      price?: string | null | undefined;
      /** What `error_code` means; `null` when there was no error. For people to read: its wording can change. */
      error_message?: string | null | undefined;
      /** Path of the message in the API, relative to `https://api.twilio.com`. */
      uri: string;
      /** SID of the account that owns the message. Starts with `AC`. */
      account_sid: string;
      /** Number of media files in the message, in decimal digits. */
      num_media: string;
      /** How far the message has come. */
      status: components["schemas"]["MessageStatus"];
      /** SID of the messaging service through which the message went. Starts with `MG`. */
      messaging_service_sid?: string | null | undefined;
      /** SID of the message. Starts with `SM` or, with media, `MM`. */
      sid: string;
      /**
       * When Twilio sent the message, in RFC 2822; for a message received, when Twilio called your webhook. `null`
       * before that.
       * @format date-time-rfc-2822
       */
      date_sent?: string | null | undefined;
      /**
       * When the message was created, in RFC 2822, such as `Thu, 24 Aug 2023 05:01:45 +0000`.
       * @format date-time-rfc-2822
       */
      date_created: string;
      /**
       * Why the message is `failed` or `undelivered`, as a number from Twilio's list of error codes, such as 30007;
       * `null` when there was no error. Twilio advises against logic that depends on it, because the code for a cause
       * can change.
       */
      error_code?: number | null | undefined;
      /**
       * Currency of `price`, as an ISO 4217 code such as `USD`.
       * @format currency
       */
      price_unit?: string | null | undefined;
      /** Version of the API that handled the message, such as `2010-04-01`. */
      api_version?: string | null | undefined;
      /**
       * Paths of what belongs to the message, by name (`media`, `feedback`), relative to `https://api.twilio.com`.
       * @format uri-map
       */
      subresource_uris?: { [key: string]: string | undefined } | null | undefined;
    };
    /**
     * Which way a message goes: `inbound` was received; `outbound-api` was sent through the API, `outbound-call`
     * during a call, and `outbound-reply` in answer to a message received.
     */
    MessageDirection: "inbound" | "outbound-api" | "outbound-call" | "outbound-reply" | Undocumented;
    /**
     * How far a message has come.
     *
     * On the way out: `accepted` (a messaging service has yet to choose the
     * sender), `scheduled`, `queued`, `sending`, `sent` (a carrier has it).
     *
     * At the end: `delivered`, `read` (by the recipient, where the channel
     * tells), `undelivered` (the carrier did not deliver it), `failed` (it
     * could not be sent), `canceled` (before it was sent), or
     * `partially_delivered`. Without a receipt from the carrier a message
     * stays `sent`.
     *
     * On the way in: `receiving`, then `received`.
     */
    MessageStatus:
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
    /** A messaging service: a pool of senders with common webhooks and settings. */
    MessagingService: {
      /** SID of the service. Starts with `MG`. */
      sid: string;
      /** SID of the account that owns the service. Starts with `AC`. */
      account_sid: string;
      /** Name of the service, for people to read. */
      friendly_name: string;
      /**
       * When the service was created, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the service last changed, in ISO 8601.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /**
       * URL that Twilio calls for each message received; `null` when the service receives none.
       * @format uri
       */
      inbound_request_url?: string | null | undefined;
      /**
       * HTTP method for `inbound_request_url`.
       * @format http-method
       */
      inbound_method?: "GET" | "POST" | null | Undocumented | undefined;
      /**
       * URL that Twilio calls when `inbound_request_url` fails or answers with TwiML that cannot be run.
       * @format uri
       */
      fallback_url?: string | null | undefined;
      /**
       * HTTP method for `fallback_url`.
       * @format http-method
       */
      fallback_method?: "GET" | "POST" | null | Undocumented | undefined;
      /**
       * URL to which Twilio posts each change in a message's status.
       * @format uri
       */
      status_callback?: string | null | undefined;
      /** Whether a recipient always gets messages from the same sender. */
      sticky_sender?: boolean | null | undefined;
      /** Whether an MMS goes out as an SMS with a link where MMS cannot be delivered. */
      mms_converter?: boolean | null | undefined;
      /**
       * Whether Twilio replaces Unicode characters that resemble a GSM-7 character by that one, to need fewer
       * segments.
       */
      smart_encoding?: boolean | null | undefined;
      /** Kept by Twilio for later use. */
      scan_message_content?: components["schemas"]["ScanMessageContent"] | undefined;
      /**
       * Obsolete. Once told whether a long code sends what a short code could not.
       * @deprecated
       */
      fallback_to_long_code?: boolean | null | undefined;
      /** Whether a sender with the recipient's area code is preferred. */
      area_code_geomatch?: boolean | null | undefined;
      /** Kept by Twilio for later use. */
      synchronous_validation?: boolean | null | undefined;
      /**
       * Seconds that a message of this service may wait to be sent. From 1 to 36000.
       * @default 0
       */
      validity_period?: number | undefined;
      /**
       * Absolute URL of the service in the API.
       * @format uri
       */
      url: string;
      /**
       * Absolute URLs of what belongs to the service, by name, among them `phone_numbers` and `short_codes`.
       * @format uri-map
       */
      links?: { [key: string]: string | undefined } | null | undefined;
      /** What the service is for: `notifications`, `marketing`, `verification`, `discussion`, `poll` or `undeclared`. */
      usecase?: string | null | undefined;
      /** Whether a US A2P campaign is registered for the service. */
      us_app_to_person_registered?: boolean | null | undefined;
      /**
       * Whether a message received is reported to the webhook of the phone number it came to, instead of those of the
       * service.
       */
      use_inbound_webhook_on_number?: boolean | null | undefined;
    };
    /** A setting that Twilio keeps for later use. */
    ScanMessageContent: "inherit" | "enable" | "disable" | Undocumented;
    /** A phone number in the sender pool of a messaging service. */
    ServicePhoneNumber: {
      /** SID of the phone number. Starts with `PN`. */
      sid: string;
      /** SID of the account that owns the number. Starts with `AC`. */
      account_sid: string;
      /** SID of the messaging service. Starts with `MG`. */
      service_sid: string;
      /**
       * When the entry was created, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the entry last changed, in ISO 8601.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /**
       * The phone number, in E.164 format.
       * @format phone-number
       */
      phone_number: string;
      /** Country of the number, as an ISO 3166 code of two letters. */
      country_code?: string | null | undefined;
      /** What the number can do: any of `Voice`, `SMS` and `MMS`. */
      capabilities?: string[] | null | undefined;
      /**
       * Absolute URL of the entry in the API.
       * @format uri
       */
      url: string;
    };
    /** What Twilio says about a request that failed. */
    TwilioError: {
      /** Twilio's number for this kind of error, such as 20404 or 20429. Not every error has one. */
      code?: number | undefined;
      /** What went wrong, in a sentence. Its wording can change. */
      message: string;
      /** URL of the page that explains `code`. Comes together with `code`. */
      more_info?: string | undefined;
      /** HTTP status of the response. */
      status: number;
    };
  };
  responses: {
    /**
     * The request failed. Errors from the API itself have this JSON body; a 5xx from a gateway in front of it can
     * have another body, or none.
     */
    Error: { content: { "application/json": components["schemas"]["TwilioError"] } };
  };
}
/**
 * How far a message has come.
 *
 * On the way out: `accepted` (a messaging service has yet to choose the
 * sender), `scheduled`, `queued`, `sending`, `sent` (a carrier has it).
 *
 * At the end: `delivered`, `read` (by the recipient, where the channel
 * tells), `undelivered` (the carrier did not deliver it), `failed` (it
 * could not be sent), `canceled` (before it was sent), or
 * `partially_delivered`. Without a receipt from the carrier a message
 * stays `sent`.
 *
 * On the way in: `receiving`, then `received`.
 */
export type MessageStatus = components["schemas"]["MessageStatus"];
