// Written by twilio-workflows: change the documents and generate again.
import type { RoomEnumRoomType, VideoApi } from "../apis/video-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link openRoom} takes. */
export interface OpenRoomInput {
  /** Name of the room, unique among those that are open. */
  uniqueName: string;
  /** Kind of room. `group` without it. */
  type?: "group" | "go" | "peer-to-peer" | "group-small" | undefined;
  /** How many may be in it, at most 50. */
  maxParticipants?: number | undefined;
  /** Whether everybody is recorded, which is charged. */
  recordParticipantsOnConnect?: boolean | undefined;
  /** Minutes that the room stays open when it is empty, 1 to 60. */
  emptyRoomTimeout?: number | undefined;
}

/** What {@link openRoom} returns; `outcome` says how it ended. */
export type OpenRoomOutput =
  | {
      outcome: "nameTaken";
    }
  | {
      outcome: "inProgress";
      roomSid: string;
      type?: RoomEnumRoomType | undefined;
      mediaRegion?: string | null | undefined;
    }
  | {
      outcome: "closed";
      roomSid: string;
      type?: RoomEnumRoomType | undefined;
      mediaRegion?: string | null | undefined;
    }
  | {
      outcome: "failed";
      roomSid: string;
      type?: RoomEnumRoomType | undefined;
      mediaRegion?: string | null | undefined;
    };

/**
 * Open a video room, and read it until it is in progress.
 *
 * Ends as `inProgress`, as `closed` when the room was over before anybody came, as `failed`, and as `nameTaken`
 * when a room of that name is open (error 53113). A room is charged by participants and minutes, not by being
 * there; it ends by itself when it is empty.
 *
 * @generated from workflow open-room (video.yml#/workflows/0)
 */
export async function openRoom(input: OpenRoomInput, options?: WorkflowOptions): Promise<OpenRoomOutput> {
  const run: WorkflowRun = openWorkflow("open-room", options, { version: "c007f8c8" });
  run.inputs(input, {
    uniqueName: "string",
    type: "string?",
    maxParticipants: "number?",
    recordParticipantsOnConnect: "boolean?",
    emptyRoomTimeout: "number?",
  });
  const video = run.api<VideoApi>("https://video.twilio.com");

  // Open the room.
  const makeRoom = await video.POST("/v1/Rooms", {
    ...run.step("makeRoom"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      UniqueName: input.uniqueName,
      Type: input.type,
      MaxParticipants: input.maxParticipants,
      RecordParticipantsOnConnect: input.recordParticipantsOnConnect,
      EmptyRoomTimeout: input.emptyRoomTimeout,
    },
  });
  if (makeRoom.response.status !== 201 && makeRoom.error?.code === 53113) return { outcome: "nameTaken" };
  run.expect(makeRoom, makeRoom.response.status === 201);
  const roomSid = run.required(makeRoom, "sid");

  // Read the room until its state is known.
  const polling = run.polling("readRoom", { interval: 1_000, factor: 1.5, maxInterval: 5_000, deadline: 60_000 });
  for (;;) {
    const readRoom = await video.GET("/v1/Rooms/{Sid}", {
      ...polling.attempt(),
      params: { path: { Sid: roomSid } },
    });
    run.expect(readRoom, readRoom.response.status === 200);
    const { type, media_region: mediaRegion, status } = readRoom.data;
    if (sameText(status, "in-progress")) return { outcome: "inProgress", roomSid, type, mediaRegion };
    if (sameText(status, "completed")) return { outcome: "closed", roomSid, type, mediaRegion };
    if (sameText(status, "failed")) return { outcome: "failed", roomSid, type, mediaRegion };
    await polling.wait({ roomSid, type, mediaRegion });
  }
}
