import { quoted } from "../../diagnostics.js";
import { contentFor, type Content } from "../../openapi/index.js";
import { operationName } from "../../link/operation-name.js";
import type { StepPlanning, WorkflowPlanning } from "../planning.js";

/** What is sent where the document allows a whole range of media types. */
const concreteTypes: Readonly<Record<string, string>> = {
  "*/*": "application/json",
  "application/*": "application/json",
  "text/*": "text/plain",
};

/** The media type that a step's body is sent as, with the schema for it; `undefined` after saying why there is none. */
export function chooseContent(step: StepPlanning, planning: WorkflowPlanning): Content | undefined {
  const { requestBody } = step.step;
  const { operation } = step;
  if (requestBody !== undefined) {
    const { contentType } = requestBody;
    return contentType === undefined ? defaultContent(step, planning) : statedContent(contentType, step, planning);
  }
  if (operation.requestBody?.required) {
    const place = planning.linked.document.place([...step.at, "stepId"]);
    const message = `the operation ${quoted(operationName(operation))} requires a body`;
    planning.findings.add("missing-field", place, message, "Add a `requestBody`.");
  }
  return undefined;
}

/** The first that the operation documents. */
function defaultContent(step: StepPlanning, { linked, findings }: WorkflowPlanning): Content | undefined {
  const [content] = step.operation.requestBody?.contents ?? [];
  const place = linked.document.place([...step.at, "requestBody"]);
  const name = quoted(operationName(step.operation));
  if (content === undefined) {
    findings.add("unknown-content-type", place, `the operation ${name} takes no body`);
    return undefined;
  }
  const mediaType = content.mediaType.includes("*") ? concreteTypes[content.mediaType] : content.mediaType;
  if (mediaType !== undefined) return { ...content, mediaType };
  const message = `the operation ${name} takes any ${quoted(content.mediaType)}`;
  findings.add("unknown-content-type", place, message, "Say which, as the `contentType` of the body.");
  return undefined;
}

function statedContent(
  mediaType: string,
  step: StepPlanning,
  { linked, findings }: WorkflowPlanning,
): Content | undefined {
  const place = linked.document.place([...step.at, "requestBody", "contentType"]);
  if (!/^[\w.+-]+\/[\w.+-]+(\s*;[\x20-\x7e]*)?$/.test(mediaType)) {
    findings.add("invalid-document", place, `${quoted(mediaType)} is no media type`);
    return undefined;
  }
  const contents = step.operation.requestBody?.contents ?? [];
  const content = contentFor(contents, mediaType);
  if (content !== undefined) return { ...content, mediaType };
  const kinds = contents.map((known) => quoted(known.mediaType)).join(", ");
  const message = `the operation ${quoted(operationName(step.operation))} takes no body of type ${quoted(mediaType)}`;
  findings.add("unknown-content-type", place, message, kinds === "" ? undefined : `It takes ${kinds}.`);
  return undefined;
}
