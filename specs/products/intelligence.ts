export * from "../../generated/workflows/transcribe-recording.js";
export * from "../../generated/runtime/twilio/caller.js";
