export * from "../../generated/workflows/provision-taskrouter-workspace.js";
export * from "../../generated/workflows/add-available-worker.js";
export * from "../../generated/workflows/create-task-await-assignment.js";
export * from "../../generated/runtime/twilio/caller.js";
