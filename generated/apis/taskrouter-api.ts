// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Taskrouter */
export interface TaskrouterApi {
  "/v1/Workspaces/{WorkspaceSid}/Activities": {
    get: {
      parameters: {
        query?: {
          FriendlyName?: string | undefined;
          Available?: string | undefined;
          /** @format int64 */
          PageSize?: number | undefined;
          Page?: number | undefined;
          PageToken?: string | undefined;
        };
        path: { WorkspaceSid: string };
      };
      responses: {
        /** OK */
        200: {
          content: {
            "application/json": {
              activities?: components["schemas"]["taskrouter.v1.workspace.activity"][] | undefined;
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
  "/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}": {
    get: {
      parameters: {
        path: {
          WorkspaceSid: string;
          Sid: string;
        };
      };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace.task"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Workspaces/{WorkspaceSid}/Tasks": {
    post: {
      parameters: { path: { WorkspaceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            Timeout?: number | undefined;
            Priority?: number | undefined;
            TaskChannel?: string | undefined;
            WorkflowSid?: string | undefined;
            Attributes?: string | undefined;
            /** @format date-time */
            VirtualStartTime?: string | undefined;
            RoutingTarget?: string | undefined;
            IgnoreCapacity?: string | undefined;
            TaskQueueSid?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace.task"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Workspaces/{WorkspaceSid}/TaskQueues": {
    post: {
      parameters: { path: { WorkspaceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            TargetWorkers?: string | undefined;
            MaxReservedWorkers?: number | undefined;
            TaskOrder?: components["schemas"]["task_queue_enum_task_order.request"] | undefined;
            ReservationActivitySid?: string | undefined;
            AssignmentActivitySid?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace.task_queue"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Workspaces/{WorkspaceSid}/Workers": {
    post: {
      parameters: { path: { WorkspaceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            ActivitySid?: string | undefined;
            Attributes?: string | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace.worker"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Workspaces/{WorkspaceSid}/Workflows": {
    post: {
      parameters: { path: { WorkspaceSid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            Configuration: string;
            /** @format uri */
            AssignmentCallbackUrl?: string | undefined;
            /** @format uri */
            FallbackAssignmentCallbackUrl?: string | undefined;
            TaskReservationTimeout?: number | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace.workflow"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Workspaces": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            FriendlyName: string;
            /** @format uri */
            EventCallbackUrl?: string | undefined;
            EventsFilter?: string | undefined;
            MultiTaskEnabled?: boolean | undefined;
            Template?: string | undefined;
            PrioritizeQueueOrder?: components["schemas"]["workspace_enum_queue_order.request"] | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["taskrouter.v1.workspace"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "taskrouter.v1.workspace.activity": {
      account_sid?: string | null | undefined;
      available?: boolean | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      friendly_name?: string | null | undefined;
      sid: string;
      workspace_sid?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    "taskrouter.v1.workspace.task": {
      account_sid?: string | null | undefined;
      /** @default 0 */
      age?: number | undefined;
      assignment_status?: components["schemas"]["task_enum_status"] | undefined;
      attributes?: string | null | undefined;
      addons?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      /** @format date-time */
      task_queue_entered_date?: string | null | undefined;
      /** @default 0 */
      priority?: number | undefined;
      reason?: string | null | undefined;
      sid: string;
      task_queue_sid?: string | null | undefined;
      task_queue_friendly_name?: string | null | undefined;
      task_channel_sid?: string | null | undefined;
      task_channel_unique_name?: string | null | undefined;
      /** @default 0 */
      timeout?: number | undefined;
      workflow_sid?: string | null | undefined;
      workflow_friendly_name?: string | null | undefined;
      workspace_sid?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
      /** @format date-time */
      virtual_start_time?: string | null | undefined;
      ignore_capacity?: boolean | null | undefined;
      routing_target?: string | null | undefined;
    };
    task_enum_status: "pending" | "reserved" | "assigned" | "canceled" | "completed" | "wrapping" | Undocumented;
    "taskrouter.v1.workspace.task_queue": {
      account_sid?: string | null | undefined;
      assignment_activity_sid?: string | null | undefined;
      assignment_activity_name?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      friendly_name?: string | null | undefined;
      /** @default 0 */
      max_reserved_workers?: number | undefined;
      reservation_activity_sid?: string | null | undefined;
      reservation_activity_name?: string | null | undefined;
      sid: string;
      target_workers?: string | null | undefined;
      task_order?: components["schemas"]["task_queue_enum_task_order"] | undefined;
      /** @format uri */
      url?: string | null | undefined;
      workspace_sid?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    task_queue_enum_task_order: "FIFO" | "LIFO" | Undocumented;
    "task_queue_enum_task_order.request": "FIFO" | "LIFO";
    "taskrouter.v1.workspace.worker": {
      account_sid?: string | null | undefined;
      activity_name?: string | null | undefined;
      activity_sid?: string | null | undefined;
      attributes?: string | null | undefined;
      available?: boolean | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_status_changed?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      friendly_name?: string | null | undefined;
      sid: string;
      workspace_sid?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    "taskrouter.v1.workspace.workflow": {
      account_sid?: string | null | undefined;
      /** @format uri */
      assignment_callback_url?: string | null | undefined;
      configuration?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      document_content_type?: string | null | undefined;
      /** @format uri */
      fallback_assignment_callback_url?: string | null | undefined;
      friendly_name?: string | null | undefined;
      sid: string;
      /** @default 0 */
      task_reservation_timeout?: number | undefined;
      workspace_sid?: string | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    "taskrouter.v1.workspace": {
      account_sid?: string | null | undefined;
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      default_activity_name?: string | null | undefined;
      default_activity_sid?: string | null | undefined;
      /** @format uri */
      event_callback_url?: string | null | undefined;
      events_filter?: string | null | undefined;
      friendly_name?: string | null | undefined;
      multi_task_enabled?: boolean | null | undefined;
      sid: string;
      timeout_activity_name?: string | null | undefined;
      timeout_activity_sid?: string | null | undefined;
      prioritize_queue_order?: components["schemas"]["workspace_enum_queue_order"] | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    workspace_enum_queue_order: "FIFO" | "LIFO" | Undocumented;
    "workspace_enum_queue_order.request": "FIFO" | "LIFO";
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
export type TaskEnumStatus = components["schemas"]["task_enum_status"];
