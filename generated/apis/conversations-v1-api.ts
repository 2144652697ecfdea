// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Conversations */
export interface ConversationsV1Api {
  "/v1/Conversations": {
    post: {
      parameters: {
        header?: {
          "X-Twilio-Webhook-Enabled"?: components["schemas"]["conversation_enum_webhook_enabled_type"] | undefined;
        };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName?: string | undefined;
            UniqueName?: string | undefined;
            /** @format date-time */
            DateCreated?: string | undefined;
            /** @format date-time */
            DateUpdated?: string | undefined;
            MessagingServiceSid?: string | undefined;
            Attributes?: string | undefined;
            State?: components["schemas"]["conversation_enum_state.request"] | undefined;
            "Timers.Inactive"?: string | undefined;
            "Timers.Closed"?: string | undefined;
            "Bindings.Email.Address"?: string | undefined;
            "Bindings.Email.Name"?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["conversations.v1.conversation"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Conversations/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["conversations.v1.conversation"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: {
        header?: {
          "X-Twilio-Webhook-Enabled"?: components["schemas"]["conversation_enum_webhook_enabled_type"] | undefined;
        };
        path: { Sid: string };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName?: string | undefined;
            /** @format date-time */
            DateCreated?: string | undefined;
            /** @format date-time */
            DateUpdated?: string | undefined;
            Attributes?: string | undefined;
            MessagingServiceSid?: string | undefined;
            State?: components["schemas"]["conversation_enum_state.request"] | undefined;
            "Timers.Inactive"?: string | undefined;
            "Timers.Closed"?: string | undefined;
            UniqueName?: string | undefined;
            "Bindings.Email.Address"?: string | undefined;
            "Bindings.Email.Name"?: string | undefined;
          };
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["conversations.v1.conversation"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Conversations/{ConversationSid}/Messages": {
    post: {
      parameters: {
        header?: {
          "X-Twilio-Webhook-Enabled"?:
            components["schemas"]["conversation_message_enum_webhook_enabled_type"] | undefined;
        };
        path: { ConversationSid: string };
      };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Author?: string | undefined;
            Body?: string | undefined;
            /** @format date-time */
            DateCreated?: string | undefined;
            /** @format date-time */
            DateUpdated?: string | undefined;
            Attributes?: string | undefined;
            MediaSid?: string | undefined;
            ContentSid?: string | undefined;
            ContentVariables?: string | undefined;
            Subject?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: {
          content: { "application/json": components["schemas"]["conversations.v1.conversation.conversation_message"] };
        };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Conversations/{ConversationSid}/Messages/{MessageSid}/Receipts": {
    get: {
      parameters: {
        query?: {
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: {
          ConversationSid: string;
          MessageSid: string;
        };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              delivery_receipts?:
                | components["schemas"]["conversations.v1.conversation.conversation_message.conversation_message_receipt"][]
                | undefined;
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
  "/v1/Conversations/{ConversationSid}/Webhooks": {
    post: {
      parameters: { path: { ConversationSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Target: components["schemas"]["conversation_scoped_webhook_enum_target"];
            "Configuration.Url"?: string | undefined;
            "Configuration.Method"?: components["schemas"]["conversation_scoped_webhook_enum_method"] | undefined;
            "Configuration.Filters"?: string[] | undefined;
            "Configuration.Triggers"?: string[] | undefined;
            "Configuration.FlowSid"?: string | undefined;
            "Configuration.ReplayAfter"?: number | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: {
          content: {
            "application/json": components["schemas"]["conversations.v1.conversation.conversation_scoped_webhook"];
          };
        };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "conversations.v1.conversation": {
      account_sid?: string | null | undefined;
      chat_service_sid?: string | null | undefined;
      messaging_service_sid?: string | null | undefined;
      sid: string;
      friendly_name?: string | null | undefined;
      unique_name?: string | null | undefined;
      attributes?: string | null | undefined;
      state?: components["schemas"]["conversation_enum_state"] | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      timers?: unknown;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
      bindings?: unknown;
    };
    conversation_enum_webhook_enabled_type: "true" | "false";
    conversation_enum_state: "initializing" | "inactive" | "active" | "closed" | Undocumented;
    "conversation_enum_state.request": "initializing" | "inactive" | "active" | "closed";
    "conversations.v1.conversation.conversation_message": {
      account_sid?: string | null | undefined;
      conversation_sid?: string | null | undefined;
      sid: string;
      /** @default 0 */
      index?: number | undefined;
      author?: string | null | undefined;
      body?: string | null | undefined;
      media?: unknown[] | null | undefined;
      attributes?: string | null | undefined;
      participant_sid?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      delivery?: unknown;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
      content_sid?: string | null | undefined;
    };
    conversation_message_enum_webhook_enabled_type: "true" | "false";
    "conversations.v1.conversation.conversation_message.conversation_message_receipt": {
      account_sid?: string | null | undefined;
      conversation_sid?: string | null | undefined;
      sid: string;
      message_sid?: string | null | undefined;
      channel_message_sid?: string | null | undefined;
      participant_sid?: string | null | undefined;
      status: components["schemas"]["conversation_message_receipt_enum_delivery_status"];
      /** @default 0 */
      error_code?: number | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
    };
    conversation_message_receipt_enum_delivery_status:
      "read" | "failed" | "delivered" | "undelivered" | "sent" | Undocumented;
    "conversations.v1.conversation.conversation_scoped_webhook": {
      sid: string;
      account_sid?: string | null | undefined;
      conversation_sid?: string | null | undefined;
      target?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      configuration?: unknown;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
    };
    conversation_scoped_webhook_enum_target: "webhook" | "trigger" | "studio";
    conversation_scoped_webhook_enum_method: "get" | "post";
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
export type ConversationEnumState = components["schemas"]["conversation_enum_state"];
export type ConversationsV1ConversationConversationMessageConversationMessageReceipt =
  components["schemas"]["conversations.v1.conversation.conversation_message.conversation_message_receipt"];
