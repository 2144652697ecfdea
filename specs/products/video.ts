export * from "../../generated/workflows/open-room.js";
export * from "../../generated/workflows/end-room.js";
export * from "../../generated/runtime/twilio/caller.js";
