export * from "../../generated/workflows/sync-document-life-cycle.js";
export * from "../../generated/workflows/store-sync-document.js";
export * from "../../generated/runtime/twilio/caller.js";
