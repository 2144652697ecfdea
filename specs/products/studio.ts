export * from "../../generated/workflows/run-flow-and-list-steps.js";
export * from "../../generated/workflows/create-flow-and-execute.js";
export * from "../../generated/runtime/twilio/caller.js";
