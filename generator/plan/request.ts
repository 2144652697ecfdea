import { answerForm, successBody } from "./answer-body.js";
import { documentedShape } from "./answer-shapes.js";
import type { RequestStatement } from "../ir/model.js";
import { operationName } from "../link/operation-name.js";
import { planParameters } from "./parameters.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { planBody } from "./requests/plan-body.js";

/** The request of a step, each value checked against the operation. `polling` is the variable of the poll around it. */
export function planRequest(
  step: StepPlanning,
  planning: WorkflowPlanning,
  polling: string | undefined,
): RequestStatement {
  const { method } = step.operation;
  if (method === "trace") {
    const message = `the operation \`${operationName(step.operation)}\` is a TRACE, which \`fetch\` does not send`;
    planning.findings.add("unsupported-feature", planning.linked.document.place([...step.at, "stepId"]), message);
  }
  const form = answerForm(step.operation);
  const documented = successBody(step.operation, step.use);
  const body = planBody(step, planning);
  return {
    kind: "request",
    stepId: step.step.stepId,
    local: step.answer,
    comment: step.step.description ?? step.operation.summary,
    client: step.client,
    method,
    path: step.operation.path,
    ...planParameters(step, planning),
    contentType: body?.contentType,
    body: body?.value,
    polling,
    timeout: step.step.timeout,
    answer: { ...form, shape: form.asText || documented === undefined ? undefined : documentedShape(documented.type) },
  };
}
