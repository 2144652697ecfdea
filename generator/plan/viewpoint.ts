import type { Place } from "../diagnostics.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";

/** Where an expression stands: what it may see, and where to point when it is wrong. */
export interface Viewpoint {
  readonly planning: WorkflowPlanning;
  /** The step whose request or answer `$request` and `$response` mean. */
  readonly current: StepPlanning | undefined;
  /** The steps before this one have run. */
  readonly before: number;
  readonly place: Place;
}
