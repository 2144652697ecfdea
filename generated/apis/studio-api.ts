// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio Studio */
export interface StudioApi {
  "/v2/Flows": {
    /**
     * Create a flow
     *
     * Creates a flow from its definition, as a draft or published at once.
     */
    post: {
      requestBody: { content: { "application/x-www-form-urlencoded": components["schemas"]["CreateFlowRequest"] } };
      responses: {
        /** The flow was created. */
        201: { content: { "application/json": components["schemas"]["Flow"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Flows/{FlowSid}/Executions": {
    /**
     * Start an execution
     *
     * Runs a flow for one contact. The answer comes as soon as the execution has started, long before it ends.
     */
    post: {
      parameters: {
        path: {
          /** SID of the flow. Starts with `FW`. */
          FlowSid: string;
        };
      };
      requestBody: {
        content: { "application/x-www-form-urlencoded": components["schemas"]["CreateExecutionRequest"] };
      };
      responses: {
        /** The execution was started. */
        201: { content: { "application/json": components["schemas"]["Execution"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v2/Flows/{FlowSid}/Executions/{Sid}": {
    /**
     * Read an execution
     *
     * Reads how an execution stands. One that was made a moment ago can still be answered with 404.
     */
    get: {
      parameters: {
        path: {
          /** SID of the flow. Starts with `FW`. */
          FlowSid: string;
          /** SID of the execution. Starts with `FN`. */
          Sid: string;
        };
      };
      responses: {
        /** The execution. */
        200: { content: { "application/json": components["schemas"]["Execution"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    CreateFlowRequest: {
      /** Name of the flow, for people to read. */
      FriendlyName: string;
      /** `published` makes the flow live at once; `draft` only saves it. */
      Status: "draft" | "published";
      /** The flow definition as JSON text: `JSON.stringify` of the object that Studio exports. */
      Definition: string;
      /** What changed in this revision, for people to read. */
      CommitMessage?: string | undefined;
    };
    CreateExecutionRequest: {
      /**
       * Phone number of the contact to run the flow for, in E.164 format. The flow reads it as
       * `{{contact.channel.address}}`.
       * @format phone-number
       */
      To: string;
      /**
       * Twilio phone number, in E.164 format, from which the flow calls or writes; for text messages a messaging
       * service SID (`MG…`) will do too. The flow reads it as `{{flow.channel.address}}`.
       * @format phone-number
       */
      From: string;
      /** Values for the flow, as the JSON text of an object. The flow reads the member `name` as `{{flow.data.name}}`. */
      Parameters?: string | undefined;
      /**
       * ID of your own for the execution. Twilio shows this field in an example request, but its list of fields does
       * not name it.
       */
      ExternalId?: string | undefined;
    };
    /** A Studio flow. */
    Flow: {
      /** SID of the flow. Starts with `FW`. */
      sid: string;
      /** SID of the account that owns the flow. Starts with `AC`. */
      account_sid: string;
      /** SID of the user who made this revision of the flow. Starts with `US`. */
      author_sid?: string | null | undefined;
      /** Name of the flow, for people to read. */
      friendly_name: string;
      /** The flow definition, as an object (in a request it is JSON text). */
      definition?: { [key: string]: unknown } | null | undefined;
      /** Whether this revision of the flow is a draft or published. */
      status: components["schemas"]["FlowStatus"];
      /**
       * Number of the flow's latest revision.
       * @default 0
       */
      revision: number;
      /** What changed in this revision, if that was told. */
      commit_message?: string | null | undefined;
      /** Whether the definition is valid. `errors` says why it is not. */
      valid?: boolean | null | undefined;
      /** What is wrong with the definition. */
      errors?: unknown[] | null | undefined;
      /** What is doubtful about the definition. */
      warnings?: unknown[] | null | undefined;
      /**
       * When the flow was created, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the flow last changed, in ISO 8601; `null` if never.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /**
       * URL that starts the flow, for the webhook settings of a phone number or a messaging service.
       * @format uri
       */
      webhook_url?: string | null | undefined;
      /**
       * Absolute URL of the flow in the API.
       * @format uri
       */
      url: string;
      /**
       * Absolute URLs of what belongs to the flow, by name: `revisions`, `test_users`, `executions`.
       * @format uri-map
       */
      links?: { [key: string]: string | undefined } | null | undefined;
    };
    /** Status of a flow. */
    FlowStatus: "draft" | "published" | Undocumented;
    /** One run of a flow for one contact. */
    Execution: {
      /** SID of the execution. Starts with `FN`. */
      sid: string;
      /** SID of the account that owns the execution. Starts with `AC`. */
      account_sid: string;
      /** SID of the flow that runs. Starts with `FW`. */
      flow_sid: string;
      /**
       * Address of the contact: a phone number in E.164 format, a SIP address, or a client identifier such as
       * `client:alice`.
       */
      contact_channel_address?: string | null | undefined;
      /** SID of the contact. Starts with `FC`. */
      contact_sid?: string | null | undefined;
      /** Number of the flow's revision that runs. */
      flow_version?: number | null | undefined;
      /** What the flow has gathered so far: the data that its widgets can read as variables. */
      context?: { [key: string]: unknown } | null | undefined;
      /** Whether the execution still runs. */
      status: components["schemas"]["ExecutionStatus"];
      /**
       * When the execution was started, in ISO 8601.
       * @format date-time
       */
      date_created: string;
      /**
       * When the execution last changed, in ISO 8601; `null` if never.
       * @format date-time
       */
      date_updated?: string | null | undefined;
      /** SID of what started the execution: a call, a message, a request to the API. */
      initiated_by?: string | null | undefined;
      /**
       * Absolute URL of the execution in the API.
       * @format uri
       */
      url: string;
      /**
       * Absolute URLs of what belongs to the execution, by name: `steps`, `execution_context`.
       * @format uri-map
       */
      links?: { [key: string]: string | undefined } | null | undefined;
    };
    /** Status of an execution. `ended` is final, and says nothing about whether the flow reached its aim. */
    ExecutionStatus: "active" | "ended" | Undocumented;
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
/** Status of an execution. `ended` is final, and says nothing about whether the flow reached its aim. */
export type ExecutionStatus = components["schemas"]["ExecutionStatus"];
