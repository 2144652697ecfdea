// The face of this room.
export { beside } from "./beside.js";
export { costsOf } from "../ir/costs.js";
export { complaintsAbout } from "./check-value.js";
export { describeWorkflow, type WorkflowDescription } from "./description.js";
export type { PlannedRequest } from "./effects.js";
export { withFiles, withoutFiles } from "./files.js";
export type { JsonSchema, ObjectSchema } from "./json-schema.js";
export { Loader } from "./load.js";
