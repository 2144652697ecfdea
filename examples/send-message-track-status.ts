import { PollDeadlineError, sendMessageTrackStatus, type WorkflowOptions } from "../generated/index.js";
import type { Contacts } from "./contacts.js";

/** Reminds a guest of a table, and tells whether the reminder arrived. */
export async function remindGuest({ to, from }: Contacts, options?: WorkflowOptions): Promise<string> {
  try {
    const result = await sendMessageTrackStatus({ to, from, body: "Your table is ready at eight. See you!" }, options);

    if (result.outcome === "failed") return `Message ${result.messageSid} failed with error ${result.errorCode}.`;
    return `Message ${result.messageSid} arrived.`;
  } catch (error) {
    // Some carriers never confirm. That is no failure: to send it again would be a second message.
    if (error instanceof PollDeadlineError) return `Message ${error.outputs["messageSid"]} is still on its way.`;
    throw error;
  }
}
