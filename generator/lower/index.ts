import type { Statement } from "../ir/model.js";
import { completes } from "../ir/completes.js";
import type { CheckedWorkflow } from "../check/check-workflow.js";
import { StatementBuilder } from "./structured-statements.js";
import { endStatement } from "./end-statement.js";
import { Frames } from "./frames.js";
import { machineStatements } from "./machine.js";

/** The statements of a workflow: the steps in their order, with blocks and loops around them where actions jump. */
export function lowerWorkflow(workflow: CheckedWorkflow): readonly Statement[] {
  const { graph, scope, steps, completed } = workflow;
  // A step that cannot be compiled has been reported: what is said of the others does not depend on blocks and loops.
  const isWhole = steps.length === workflow.workflow.steps.filter((_, index) => graph.isReachable(index)).length;
  if (graph.intervals === undefined || !isWhole) return machineStatements(workflow);
  const body = new StatementBuilder(workflow, new Frames(scope)).range(steps, graph.intervals);
  if (completed === undefined || !completes(body)) return body;
  return [...body, endStatement("completed", completed.fields)];
}
