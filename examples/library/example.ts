import type { WorkflowOptions } from "../../generated/index.js";

/** One call for each function, by its name. Each runs as it is against the local Twilio. */
export type Examples = Readonly<Record<string, (options?: WorkflowOptions) => Promise<object>>>;
