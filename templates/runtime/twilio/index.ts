export * from "../index.js";
export * from "./caller.js";
export type { WorkflowOptions } from "./options.js";
export { openWorkflow } from "./workflow.js";
