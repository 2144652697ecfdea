import type { Statement } from "../../ir/model.js";
import { endStatement, type EndingDraft } from "../outputs.js";
import { stepsOf, type WorkflowPlanning } from "../planning.js";
import { FlowBuilder } from "./builder.js";
import { completedEnding } from "./completed.js";
import { completes } from "../../ir/completes.js";
import { Frames } from "./frames.js";
import { planMachine } from "./machine.js";
import type { PollTimes } from "./polls.js";

/** The statements of a workflow, and the ways in which it ends. */
export interface Flow {
  readonly body: readonly Statement[];
  readonly endings: readonly EndingDraft[];
}

/** Puts the steps in their order, with blocks and loops around them where actions jump. */
export function planFlow(planning: WorkflowPlanning, polls: ReadonlyMap<number, PollTimes>): Flow {
  const { graph, scope } = planning;
  const steps = stepsOf(planning).filter(({ index }) => graph.isReachable(index));
  // A step that cannot be compiled has been reported: what is said of the others does not depend on blocks and loops.
  const isWhole = steps.length === planning.workflow.steps.filter((_, index) => graph.isReachable(index)).length;
  if (graph.intervals === undefined || !isWhole) return planMachine(planning, polls);
  const builder = new FlowBuilder(planning, polls, new Frames(scope));
  const body = builder.range(steps, graph.intervals);
  if (!completes(body)) return { body, endings: builder.endings };
  const completed = completedEnding(planning);
  return { body: [...body, endStatement(completed)], endings: [...builder.endings, completed] };
}
