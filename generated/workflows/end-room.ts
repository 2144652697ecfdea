// Written by twilio-workflows: change the documents and generate again.
import type { VideoApi } from "../apis/video-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link endRoom} takes. */
export interface EndRoomInput {
  /** SID or unique name of the room. */
  roomSid: string;
}

/** What {@link endRoom} returns; `outcome` says how it ended. */
export type EndRoomOutput =
  | {
      outcome: "notFound";
    }
  | {
      outcome: "alreadyOver";
      roomSid: string;
    }
  | {
      outcome: "closed";
      roomSid: string;
      duration?: number | null | undefined;
    };

/**
 * End a video room, unless it is over.
 *
 * Ends as `closed`, as `alreadyOver` (also when it ended between the two requests, error 53112), and as
 * `notFound` (404, error 20404). Everybody in it is disconnected.
 *
 * @generated from workflow end-room (video.yml#/workflows/1)
 */
export async function endRoom(input: EndRoomInput, options?: WorkflowOptions): Promise<EndRoomOutput> {
  const run: WorkflowRun = openWorkflow("end-room", options, { version: "79f95599" });
  run.inputs(input, { roomSid: "path" });
  const video = run.api<VideoApi>("https://video.twilio.com");

  // See what state the room is in.
  const readRoom = await video.GET("/v1/Rooms/{Sid}", {
    ...run.step("readRoom"),
    params: { path: { Sid: input.roomSid } },
  });
  if (readRoom.response.status === 404) return { outcome: "notFound" };
  run.expect(readRoom, readRoom.response.status === 200);
  const { sid: roomSid } = readRoom.data;
  if (!sameText(readRoom.data.status, "in-progress")) return { outcome: "alreadyOver", roomSid };

  // End it.
  const closeRoom = await video.POST("/v1/Rooms/{Sid}", {
    ...run.step("closeRoom"),
    params: { path: { Sid: run.present(roomSid, "readRoom", "$response.body#/sid") } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Status: "completed" },
  });
  if (closeRoom.response.status !== 202 && closeRoom.error?.code === 53112) {
    return { outcome: "alreadyOver", roomSid };
  }
  run.expect(closeRoom, closeRoom.response.status === 202);

  return { outcome: "closed", roomSid, duration: closeRoom.data.duration };
}
