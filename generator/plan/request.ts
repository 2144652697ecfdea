import { contentFor, type Content } from "../openapi/index.js";
import { answerForm } from "./answer-body.js";
import type { RequestStatement, Value } from "./model.js";
import { operationName } from "./operation-name.js";
import { planParameters } from "./parameters.js";
import { planValue } from "./payload.js";
import type { StepPlanning, WorkflowPlanning } from "./planning.js";
import { atRequest } from "./viewpoint.js";

/** The request of a step, each value checked against the operation. `polling` is the variable of the poll around it. */
export function planRequest(
  step: StepPlanning,
  planning: WorkflowPlanning,
  polling: string | undefined,
): RequestStatement {
  const body = planBody(step, planning);
  return {
    kind: "request",
    stepId: step.step.stepId,
    local: step.answer,
    comment: step.step.description ?? step.operation.summary,
    client: step.client,
    method: step.operation.method,
    path: step.operation.path,
    parameters: planParameters(step, planning),
    contentType: body?.contentType,
    body: body?.value,
    polling,
    timeout: step.step.timeout,
    answer: answerForm(step.operation),
  };
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#request-body-object */
function planBody(
  step: StepPlanning,
  planning: WorkflowPlanning,
): { readonly contentType: string; readonly value: Value } | undefined {
  const content = chooseContent(step, planning);
  if (content === undefined) return undefined;
  const { requestBody } = step.step;
  const value = planValue(
    {
      value: requestBody?.payload ?? {},
      at: [...step.at, "requestBody", "payload"],
      schema: content.schema,
      required: step.operation.requestBody?.required ?? false,
      what: `the body of \`${operationName(step.operation)}\``,
    },
    atRequest(step, planning),
  );
  return value && { contentType: content.mediaType, value };
}

function chooseContent({ step, at, operation }: StepPlanning, planning: WorkflowPlanning): Content | undefined {
  const { document } = planning.linked;
  const contents = operation.requestBody?.contents ?? [];
  if (step.requestBody === undefined) {
    if (operation.requestBody?.required) {
      const message = `the operation \`${operationName(operation)}\` requires a body`;
      planning.findings.add("missing-field", document.place([...at, "stepId"]), message, "Add a `requestBody`.");
    }
    return undefined;
  }
  const { contentType } = step.requestBody;
  const content = contentType === undefined ? contents[0] : contentFor(contents, contentType);
  if (content === undefined) {
    const place = document.place([...at, "requestBody", ...(contentType === undefined ? [] : ["contentType"])]);
    const kinds = contents.map(({ mediaType }) => `\`${mediaType}\``).join(", ");
    const message = `the operation \`${operationName(operation)}\` takes no body${contentType === undefined ? "" : ` of type \`${contentType}\``}`;
    planning.findings.add("unknown-content-type", place, message, kinds === "" ? undefined : `It takes ${kinds}.`);
    return undefined;
  }
  return contentType === undefined ? content : { ...content, mediaType: contentType };
}
