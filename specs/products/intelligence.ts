export * from "../../generated/workflows/transcribe-recording.js";
export * from "../../generated/runtime/index.js";
