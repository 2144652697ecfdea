// Written by twilio-workflows: change the documents and generate again.

/** Twilio - Sync */
export interface SyncApi {
  "/v1/Services/{ServiceSid}/Documents/{Sid}": {
    get: {
      parameters: {
        path: {
          ServiceSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["sync.v1.service.document"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: {
        header?: { "If-Match"?: string | undefined };
        path: {
          ServiceSid: string;
          Sid: string;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Data?: unknown;
            Ttl?: number | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["sync.v1.service.document"] } };
        default: components["responses"]["Error"];
      };
    };
    delete: {
      parameters: {
        path: {
          ServiceSid: string;
          Sid: string;
        };
      };
      responses: {
        /** No Content */
        204: { content?: never };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Services/{ServiceSid}/Documents": {
    post: {
      parameters: { path: { ServiceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            UniqueName?: string | undefined;
            Data?: unknown;
            Ttl?: number | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["sync.v1.service.document"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "sync.v1.service.document": {
      sid: string;
      unique_name?: string | null | undefined;
      account_sid?: string | null | undefined;
      service_sid?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
      revision?: string | null | undefined;
      data?: unknown;
      /** @format date-time */
      date_expires?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      created_by?: string | null | undefined;
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
