export * from "../../generated/workflows/place-call-track-to-end.js";
export * from "../../generated/workflows/end-active-call.js";
export * from "../../generated/workflows/record-active-call-and-wait.js";
export * from "../../generated/workflows/add-participant-to-conference.js";
export * from "../../generated/workflows/provision-call-queue.js";
export * from "../../generated/workflows/take-next-caller-from-queue.js";
export * from "../../generated/workflows/delete-call-recordings.js";
export * from "../../generated/runtime/twilio/caller.js";
