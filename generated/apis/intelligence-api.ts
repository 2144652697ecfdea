// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Intelligence */
export interface IntelligenceApi {
  "/v2/Transcripts/{TranscriptSid}/Sentences": {
    get: {
      parameters: {
        query?: {
          Redacted?: boolean | undefined;
          WordTimestamps?: boolean | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: { TranscriptSid: string };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              sentences?: components["schemas"]["intelligence.v2.transcript.sentence"][] | undefined;
              meta?:
                | {
                    /** @format uri */
                    first_page_url?: string | undefined;
                    key?: string | undefined;
                    /** @format uri */
                    next_page_url?: string | null | undefined;
                    page?: number | undefined;
                    page_size?: number | undefined;
                    /** @format uri */
                    previous_page_url?: string | null | undefined;
                    /** @format uri */
                    url?: string | undefined;
                  }
                | undefined;
            };
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Transcripts": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            ServiceSid: string;
            Channel: unknown;
            CustomerKey?: string | undefined;
            /** @format date-time */
            MediaStartTime?: string | undefined;
          };
        };
      };
      responses: {
        /** Accepted */
        202: { content: { "application/json": components["schemas"]["intelligence.v2.transcript"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Transcripts/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["intelligence.v2.transcript"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "intelligence.v2.transcript.sentence": {
      /** @default 0 */
      media_channel?: number | undefined;
      /** @default 0 */
      sentence_index?: number | undefined;
      start_time?: string | null | undefined;
      end_time?: string | null | undefined;
      transcript?: string | null | undefined;
      sid: string;
      confidence?: string | null | undefined;
      words?: unknown[] | null | undefined;
    };
    "intelligence.v2.transcript": {
      account_sid?: string | null | undefined;
      service_sid?: string | null | undefined;
      sid: string;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      status: components["schemas"]["transcript_enum_status"];
      channel?: unknown;
      data_logging?: boolean | null | undefined;
      language_code?: string | null | undefined;
      customer_key?: string | null | undefined;
      /** @format date-time */
      media_start_time?: string | null | undefined;
      /** @default 0 */
      duration?: number | undefined;
      /** @format uri */
      url?: string | null | undefined;
      redaction?: boolean | null | undefined;
      encryption_credential_sid?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    transcript_enum_status:
      "queued" | "in-progress" | "completed" | "new" | "failed" | "canceled" | "error" | Undocumented;
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
export type IntelligenceV2TranscriptSentence = components["schemas"]["intelligence.v2.transcript.sentence"];
