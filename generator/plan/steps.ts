import { planEnds } from "./ends.js";
import type { PollStatement, Statement } from "./model.js";
import { endStatement, outputFields, planOutputs, type EndingDraft } from "./outputs.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { pollOf, type PollTimes } from "./poll.js";
import { planRequest } from "./request.js";
import { planSuccess } from "./success.js";

/** The statements of a workflow, and the ways in which it ends. */
export interface Flow {
  readonly body: readonly Statement[];
  readonly endings: readonly EndingDraft[];
}

/** The steps in their order, each with its early ends; behind the last one the outputs. */
export function planFlow(planning: WorkflowPlanning): Flow {
  const body: Statement[] = [];
  const endings: EndingDraft[] = [];
  for (const step of planning.steps) {
    const isLast = step.index === planning.workflow.steps.length - 1;
    const times = pollOf(step, isLast, planning);
    const local = times && planning.scope.take("polling", `${step.answer}Polling`);
    const statements = [...planStep(step, local, planning)];
    const ends = planEnds(step, planning);
    endings.push(...ends.endings);
    statements.push(...ends.statements);
    if (times !== undefined && local !== undefined)
      return { body: [...body, poll(step, local, times, statements, planning)], endings };
    body.push(...statements);
    if (ends.always) return { body, endings };
  }
  const completed: EndingDraft = {
    outcome: "completed",
    outputs: planOutputs(planning, planning.workflow.steps.length),
  };
  return { body: [...body, endStatement(completed)], endings: [...endings, completed] };
}

function planStep(step: StepPlanning, poll: string | undefined, planning: WorkflowPlanning): readonly Statement[] {
  const request = planRequest(step, planning, poll);
  const success = planSuccess(step, planning);
  // What the body's criteria read is bound before them.
  return [request, ...success.status, { kind: "bind", reads: step.bound }, ...success.body];
}

function poll(
  step: StepPlanning,
  local: string,
  options: PollTimes,
  body: readonly Statement[],
  planning: WorkflowPlanning,
): PollStatement {
  const known = outputFields(planOutputs(planning, step.index + 1));
  return { kind: "poll", stepId: step.step.stepId, local, options, body, known };
}
