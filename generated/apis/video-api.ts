// Written by twilio-workflows: change the documents and generate again.

import type { Undocumented } from "../runtime/index.js";

/** Twilio - Video */
export interface VideoApi {
  "/v1/Rooms/{Sid}": {
    get: {
      parameters: { path: { Sid: string } };
      responses: {
        /** OK */
        200: { content: { "application/json": components["schemas"]["video.v1.room"] } };
        default: components["responses"]["Error"];
      };
    };
    post: {
      parameters: { path: { Sid: string } };
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": { Status: components["schemas"]["room_enum_room_status.request"] };
        };
      };
      responses: {
        /** Accepted */
        202: { content: { "application/json": components["schemas"]["video.v1.room"] } };
        default: components["responses"]["Error"];
      };
    };
  };
  "/v1/Rooms": {
    post: {
      requestBody?: {
        content: {
          "application/x-www-form-urlencoded": {
            EnableTurn?: boolean | undefined;
            Type?: components["schemas"]["room_enum_room_type.request"] | undefined;
            UniqueName?: string | undefined;
            /** @format uri */
            StatusCallback?: string | undefined;
            /** @format http-method */
            StatusCallbackMethod?: "GET" | "POST" | undefined;
            MaxParticipants?: number | undefined;
            RecordParticipantsOnConnect?: boolean | undefined;
            TranscribeParticipantsOnConnect?: boolean | undefined;
            VideoCodecs?: components["schemas"]["room_enum_video_codec.request"][] | undefined;
            MediaRegion?: string | undefined;
            RecordingRules?: unknown;
            TranscriptionsConfiguration?: Record<string, unknown> | undefined;
            AudioOnly?: boolean | undefined;
            MaxParticipantDuration?: number | undefined;
            EmptyRoomTimeout?: number | undefined;
            UnusedRoomTimeout?: number | undefined;
            LargeRoom?: boolean | undefined;
          };
        };
      };
      responses: {
        /** Created */
        201: { content: { "application/json": components["schemas"]["video.v1.room"] } };
        default: components["responses"]["Error"];
      };
    };
  };
}
export interface components {
  schemas: {
    "video.v1.room": {
      sid: string;
      status: components["schemas"]["room_enum_room_status"];
      /** @format date-time */
      date_created?: string | null | undefined;
      /** @format date-time */
      date_updated?: string | null | undefined;
      account_sid?: string | null | undefined;
      enable_turn?: boolean | null | undefined;
      unique_name?: string | null | undefined;
      /** @format uri */
      status_callback?: string | null | undefined;
      /** @format http-method */
      status_callback_method?: "GET" | "POST" | Undocumented | null | undefined;
      /** @format date-time */
      end_time?: string | null | undefined;
      duration?: number | null | undefined;
      type?: components["schemas"]["room_enum_room_type"] | undefined;
      /** @default 0 */
      max_participants?: number | undefined;
      /** @default 0 */
      max_participant_duration?: number | undefined;
      max_concurrent_published_tracks?: number | null | undefined;
      record_participants_on_connect?: boolean | null | undefined;
      video_codecs?: components["schemas"]["room_enum_video_codec"][] | null | undefined;
      media_region?: string | null | undefined;
      audio_only?: boolean | null | undefined;
      /** @default 0 */
      empty_room_timeout?: number | undefined;
      /** @default 0 */
      unused_room_timeout?: number | undefined;
      large_room?: boolean | null | undefined;
      /** @format uri */
      url?: string | null | undefined;
      /** @format uri-map */
      links?: Record<string, unknown> | null | undefined;
    };
    room_enum_room_status: "in-progress" | "completed" | "failed" | Undocumented;
    "room_enum_room_status.request": "in-progress" | "completed" | "failed";
    room_enum_room_type: "group" | "go" | "peer-to-peer" | "group-small" | Undocumented;
    "room_enum_room_type.request": "group" | "go" | "peer-to-peer" | "group-small";
    room_enum_video_codec: "VP8" | "H264" | Undocumented;
    "room_enum_video_codec.request": "VP8" | "H264";
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
export type RoomEnumRoomType = components["schemas"]["room_enum_room_type"];
