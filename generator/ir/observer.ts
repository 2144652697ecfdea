import type { FunctionIr } from "./model.js";

/** Told what a run does, for those who look for a defect or for lost time. */
export interface Observer {
  /** A stage is done, with so many things: `("read", 3, "documents")`. */
  readonly onStage: (name: string, count: number, things: string) => void;
  /** A pass over the function of a workflow is done. */
  readonly onPass: (name: string, workflowId: string, before: FunctionIr, after: FunctionIr) => void;
}
