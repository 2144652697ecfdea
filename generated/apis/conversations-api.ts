// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio Conversations */
export interface ConversationsApi {
  "/v1/Conversations": {
    /**
     * Create a conversation
     *
     * Creates a conversation, without participants or messages, in the account's default conversation service.
     */
    post: {
      parameters: {
        header?: {
          /** `true` makes Twilio call the configured webhooks for what this request changes. */
          "X-Twilio-Webhook-Enabled"?: "true" | "false" | undefined;
        };
      };
      requestBody?: {
        content: { "application/x-www-form-urlencoded": components["schemas"]["CreateConversationRequest"] };
      };
      responses: {
        /** The conversation was created. */
        201: { content: { "application/json": components["schemas"]["Conversation"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Conversations/{ConversationSid}/Participants": {
    /**
     * Add a participant
     *
     * Adds a participant to a conversation: someone reached at an address (`MessagingBinding.…`), a user of the
     * Conversations SDK (`Identity`), or both at once in group MMS.
     */
    post: {
      parameters: {
        header?: {
          /** `true` makes Twilio call the configured webhooks for what this request changes. */
          "X-Twilio-Webhook-Enabled"?: "true" | "false" | undefined;
        };
        path: {
          /** The conversation: its SID (`CH` and 32 hexadecimal digits) or its unique name. */
          ConversationSid: string;
        };
      };
      requestBody?: {
        content: { "application/x-www-form-urlencoded": components["schemas"]["CreateParticipantRequest"] };
      };
      responses: {
        /** The participant was added. */
        201: { content: { "application/json": components["schemas"]["Participant"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Conversations/{ConversationSid}/Messages": {
    /**
     * Add a message
     *
     * Adds a message to a conversation. Twilio sends it to the participants.
     */
    post: {
      parameters: {
        header?: {
          /** `true` makes Twilio call the configured webhooks for what this request changes. */
          "X-Twilio-Webhook-Enabled"?: "true" | "false" | undefined;
        };
        path: {
          /** The conversation: its SID (`CH` and 32 hexadecimal digits) or its unique name. */
          ConversationSid: string;
        };
      };
      requestBody?: {
        content: { "application/x-www-form-urlencoded": components["schemas"]["CreateConversationMessageRequest"] };
      };
      responses: {
        /** The message was added. */
        201: { content: { "application/json": components["schemas"]["ConversationMessage"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    CreateConversationRequest: {
      /** Name of the conversation, for people to read. At most 256 characters; it need not be unique. */
      FriendlyName?: string | undefined;
      /** Name of your own that no other conversation has. It can stand in URLs in place of the SID. */
      UniqueName?: string | undefined;
      /**
       * When the conversation began, in ISO 8601. For importing older conversations; otherwise leave it out.
       * @format date-time
       */
      DateCreated?: string | undefined;
      /**
       * When the conversation last changed, in ISO 8601. For importing older conversations; otherwise leave it out.
       * @format date-time
       */
      DateUpdated?: string | undefined;
      /** SID of the messaging service to use for this conversation. Starts with `MG`. */
      MessagingServiceSid?: string | undefined;
      /** Data of your own, as JSON text. Stored as `{}` when left out. */
      Attributes?: string | undefined;
      /** State in which the conversation starts. `active` when left out. */
      State?: "initializing" | "inactive" | "active" | "closed" | undefined;
      /**
       * How long until the conversation becomes `inactive`, as an ISO 8601 duration such as `PT30M`. At least one
       * minute.
       */
      "Timers.Inactive"?: string | undefined;
      /** How long until the conversation becomes `closed`, as an ISO 8601 duration such as `P7D`. At least ten minutes. */
      "Timers.Closed"?: string | undefined;
      /** Email address from which this conversation's emails go out. */
      "Bindings.Email.Address"?: string | undefined;
      /** Sender name on this conversation's emails. */
      "Bindings.Email.Name"?: string | undefined;
    };
    CreateParticipantRequest: {
      /**
       * Identity of the conversation user who takes part through the Conversations SDK. At most 256 characters. Leave
       * it out for someone who is reached at an address only.
       */
      Identity?: string | undefined;
      /**
       * Where the participant is reached: a phone number in E.164 format, or a channel address such as
       * `whatsapp:+15558675310`.
       */
      "MessagingBinding.Address"?: string | undefined;
      /**
       * Your Twilio number or channel address that the participant sees and writes to. Each pair of this and
       * `MessagingBinding.Address` stands for one participant only.
       */
      "MessagingBinding.ProxyAddress"?: string | undefined;
      /**
       * SMS number that takes the place of an RCS proxy address when the participant cannot be reached over RCS.
       * Twilio shows this field in an example request, but its list of fields does not name it.
       */
      "MessagingBinding.ProxyAddressFallback"?: string | undefined;
      /**
       * When the participant joined, in ISO 8601. For importing older conversations; otherwise leave it out.
       * @format date-time
       */
      DateCreated?: string | undefined;
      /**
       * When the participant last changed, in ISO 8601. For importing older conversations; otherwise leave it out.
       * @format date-time
       */
      DateUpdated?: string | undefined;
      /** Data of your own, as JSON text. Stored as `{}` when left out. */
      Attributes?: string | undefined;
      /** For group MMS: your Twilio number that stands for a participant who has an `Identity`. */
      "MessagingBinding.ProjectedAddress"?: string | undefined;
      /** SID of the role that the participant has in this conversation. Starts with `RL`. */
      RoleSid?: string | undefined;
    };
    CreateConversationMessageRequest: {
      /** Who the message is from: an identity or an address. `system` when left out. */
      Author?: string | undefined;
      /** Text of the message. At most 1,600 characters. */
      Body?: string | undefined;
      /**
       * When the message was written, in ISO 8601. For importing older messages; otherwise leave it out.
       * @format date-time
       */
      DateCreated?: string | undefined;
      /**
       * When the message was last edited, in ISO 8601. For importing older messages; otherwise leave it out.
       * @format date-time
       */
      DateUpdated?: string | undefined;
      /** Data of your own, as JSON text. Stored as `{}` when left out. */
      Attributes?: string | undefined;
      /** SID of uploaded media to attach. Starts with `ME`. */
      MediaSid?: string | undefined;
      /** SID of the content template to send; starts with `HX`. `Body` and `MediaSid` have no effect beside it. */
      ContentSid?: string | undefined;
      /** Values for the variables of the content template, as JSON text. */
      ContentVariables?: string | undefined;
      /** Subject line. At most 256 characters. */
      Subject?: string | undefined;
    };
    /** A conversation: an ordered list of messages and those who take part. */
    Conversation: {
      /** SID of the account that owns the conversation. Starts with `AC`. */
      account_sid: string;
      /** SID of the conversation service that holds the conversation. Starts with `IS`. */
      chat_service_sid: string;
      /** SID of the conversation's messaging service. Starts with `MG`. */
      messaging_service_sid?: string | null | undefined;
      /** SID of the conversation. Starts with `CH`. */
      sid: string;
      /** Name of the conversation, for people to read. */
      friendly_name?: string | null | undefined;
      /** Name of your own that no other conversation has; `null` when none was given. */
      unique_name?: string | null | undefined;
      /** Data of your own, as JSON text. `{}` when none was given. */
      attributes: string;
      /** State of the conversation. */
      state: components["schemas"]["ConversationState"];
      /**
       * When the conversation was created, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the conversation last changed, in ISO 8601.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /** When the conversation will change its state by itself. Empty when no timer was set. */
      timers?:
        | {
            /**
             * When the conversation will become `inactive`, in ISO 8601.
             * @format date-time
             */
            date_inactive?: string | undefined;
            /**
             * When the conversation will become `closed`, in ISO 8601.
             * @format date-time
             */
            date_closed?: string | undefined;
          }
        | null
        | undefined;
      /**
       * Absolute URL of the conversation in the API.
       * @format uri
       */
      url: string;
      /**
       * Absolute URLs of what belongs to the conversation, by name: `participants`, `messages`, `webhooks`, `export`.
       * @format uri-map
       */
      links?: { [key: string]: string | undefined } | null | undefined;
      /** How the conversation is tied to other channels. Often empty. */
      bindings?:
        | {
            /** Address and sender name of this conversation's emails. */
            email?:
              | {
                  /** Email address from which this conversation's emails go out. */
                  projected_address?: string | undefined;
                  /** Sender name on this conversation's emails. */
                  name?: string | undefined;
                }
              | undefined;
          }
        | null
        | undefined;
    };
    /** State of a conversation. `closed` is final; `initializing` is the state of one that is still being set up. */
    ConversationState: "initializing" | "inactive" | "active" | "closed" | Undocumented;
    /** Someone who takes part in a conversation. */
    Participant: {
      /** SID of the account that owns the participant. Starts with `AC`. */
      account_sid: string;
      /** SID of the conversation. Starts with `CH`. */
      conversation_sid: string;
      /** SID of the participant. Starts with `MB`. */
      sid: string;
      /** Identity of a participant who uses the Conversations SDK; `null` for everyone else. */
      identity?: string | null | undefined;
      /** Data of your own, as JSON text. `{}` when none was given. */
      attributes: string;
      /** Addresses over which the participant exchanges messages; `null` for one who uses the Conversations SDK only. */
      messaging_binding?:
        | {
            /** Channel of the binding, such as `sms`, `whatsapp` or `rcs`. */
            type?: string | undefined;
            /** Address at which the participant is reached. */
            address?: string | undefined;
            /** Your Twilio address that the participant sees and writes to. */
            proxy_address?: string | undefined;
            /** Your Twilio number that stands for the participant in group MMS. */
            projected_address?: string | undefined;
          }
        | null
        | undefined;
      /** SID of the role that the participant has in this conversation. Starts with `RL`. */
      role_sid?: string | null | undefined;
      /**
       * When the participant was added, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the participant last changed, in ISO 8601.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /**
       * Absolute URL of the participant in the API.
       * @format uri
       */
      url: string;
      /** `index` of the last message that the participant has read; `null` before the first. */
      last_read_message_index?: number | null | undefined;
      /** When the participant last read a message; `null` before the first. */
      last_read_timestamp?: string | null | undefined;
    };
    /** A message in a conversation. */
    ConversationMessage: {
      /** SID of the account that owns the message. Starts with `AC`. */
      account_sid: string;
      /** SID of the conversation. Starts with `CH`. */
      conversation_sid: string;
      /** SID of the message in the conversation. Starts with `IM`; each SMS sent for it has a SID of its own. */
      sid: string;
      /**
       * Place of the message in the conversation. Rises with each message, sometimes by more than one.
       * @default 0
       */
      index: number;
      /** Who the message is from; `system` when none was named. */
      author?: string | null | undefined;
      /** Text of the message; `null` when it has media only. */
      body?: string | null | undefined;
      /** Media in the message; `null` when there is none. */
      media?: components["schemas"]["ConversationMedia"][] | null | undefined;
      /** Data of your own, as JSON text. `{}` when none was given. */
      attributes: string;
      /** SID of the participant who wrote the message; starts with `MB`. `null` for a message from `system`. */
      participant_sid?: string | null | undefined;
      /**
       * When the message was added, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the message was last edited, in ISO 8601; `null` if never.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /**
       * Absolute URL of the message in the API.
       * @format uri
       */
      url: string;
      /** How far delivery has come to the participants who are reached at an address. */
      delivery?:
        | {
            /** Number of messages that were to be sent out for this one. */
            total?: number | undefined;
            /** Share that was sent. */
            sent?: components["schemas"]["DeliveryShare"] | undefined;
            /** Share that was delivered. */
            delivered?: components["schemas"]["DeliveryShare"] | undefined;
            /** Share that was read. */
            read?: components["schemas"]["DeliveryShare"] | undefined;
            /** Share that could not be sent. */
            failed?: components["schemas"]["DeliveryShare"] | undefined;
            /** Share that was sent but not delivered. */
            undelivered?: components["schemas"]["DeliveryShare"] | undefined;
          }
        | null
        | undefined;
      /**
       * Absolute URLs of what belongs to the message, by name: `delivery_receipts`, `channel_metadata`.
       * @format uri-map
       */
      links?: { [key: string]: string | undefined } | null | undefined;
      /** SID of the content template that was sent, if any. Starts with `HX`. */
      content_sid?: string | null | undefined;
    };
    /** A file in a message. */
    ConversationMedia: {
      /** SID of the file. Starts with `ME`. */
      sid?: string | undefined;
      /** Size in bytes. */
      size?: number | undefined;
      /** MIME type, such as `image/jpeg`. */
      content_type?: string | undefined;
      /** Name of the file. */
      filename?: string | null | undefined;
    };
    /** Whether none, some or all of the messages sent out are meant. */
    DeliveryShare: "none" | "some" | "all" | Undocumented;
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
