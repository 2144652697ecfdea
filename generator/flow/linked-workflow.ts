import type { WorkflowSite } from "../link/linked.js";
import type { Scope } from "../link/names.js";
import type { FlowGraph } from "./graph.js";
import type { Poll } from "./polls.js";
import type { Inputs } from "../link/inputs.js";
import type { LinkedStep, CallStep, RequestStep } from "../link/linked-step.js";
import type { ReadTable } from "../ir/read-table.js";
import type { LinkedDependency } from "../link/dependencies.js";

/** A workflow of which it is known what its names mean, and in which ways its steps can run. */
export interface LinkedWorkflow extends WorkflowSite {
  readonly scope: Scope;
  readonly inputs: Inputs;
  readonly reads: ReadTable;
  /** In the order of the document. Steps that could not be linked are missing. */
  readonly steps: RequestStep[];
  /** The steps that call a workflow, likewise. */
  readonly calls: CallStep[];
  /** The positions of all steps of the document, by their ids. */
  readonly positions: ReadonlyMap<string, number>;
  /** Those of `steps` and `calls`, by their positions. */
  readonly planned: ReadonlyMap<number, LinkedStep>;
  readonly graph: FlowGraph;
  /** The steps that are polled, by their positions. */
  readonly polls: ReadonlyMap<number, Poll>;
  /** The workflows that have to be completed before this one. */
  readonly dependencies: readonly LinkedDependency[];
}

export function stepWithId(stepId: string, { positions, planned }: LinkedWorkflow): LinkedStep | undefined {
  const index = positions.get(stepId);
  return index === undefined ? undefined : planned.get(index);
}

export function stepAt(index: number, { planned }: LinkedWorkflow): LinkedStep | undefined {
  return planned.get(index);
}

/** A step in its own turn, or, where no way leads to that, on the way to the first retry that leads by way of it. */
export function whereRun<S extends LinkedStep>(step: S, graph: FlowGraph): S {
  const [detourOf] = graph.isReachable(step.index) ? [] : graph.retriesBy(step.index);
  return detourOf === undefined ? step : { ...step, detourOf };
}

/** All steps in the order of the document. */
export function stepsOf({ steps, calls }: LinkedWorkflow): readonly LinkedStep[] {
  return [...steps, ...calls].toSorted((a, b) => a.index - b.index);
}
