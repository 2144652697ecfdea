// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Studio */
export interface StudioV2Api {
  "/v2/Flows/{FlowSid}/Executions": {
    post: {
      parameters: { path: { FlowSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            /** @format phone-number */
            To: string;
            /** @format phone-number */
            From: string;
            Parameters?: unknown;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["studio.v2.flow.execution"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Flows/{FlowSid}/Executions/{Sid}": {
    get: {
      parameters: {
        path: {
          FlowSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["studio.v2.flow.execution"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps": {
    get: {
      parameters: {
        query?: {
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: {
          FlowSid: string;
          ExecutionSid: string;
        };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              steps?: components["schemas"]["studio.v2.flow.execution.execution_step"][] | undefined;
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
}
export interface components {
  schemas: {
    "studio.v2.flow.execution": {
      sid: string;
      account_sid?: string | null | undefined;
      flow_sid?: string | null | undefined;
      contact_channel_address?: string | null | undefined;
      contact_sid?: string | null | undefined;
      flow_version?: number | null | undefined;
      context?: unknown;
      status: components["schemas"]["execution_enum_status"];
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      initiated_by?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    execution_enum_status: "active" | "ended" | Undocumented;
    "studio.v2.flow.execution.execution_step": {
      sid: string;
      account_sid?: string | null | undefined;
      flow_sid?: string | null | undefined;
      execution_sid?: string | null | undefined;
      parent_step_sid?: string | null | undefined;
      name?: string | null | undefined;
      context?: unknown;
      transitioned_from?: string | null | undefined;
      transitioned_to?: string | null | undefined;
      type?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
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
export type StudioV2FlowExecutionExecutionStep = components["schemas"]["studio.v2.flow.execution.execution_step"];
