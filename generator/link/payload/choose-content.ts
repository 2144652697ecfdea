import type { RequestStep } from "../linked-step.js";
import type { WorkflowSite } from "../linked.js";
import { found } from "../../diagnostics.js";
import { contentFor, type Content } from "../../openapi/index.js";
import { operationName } from "../operation-name.js";

/** What is sent where the document allows a whole range of media types. */
const concreteTypes: Readonly<Record<string, string>> = {
  "*/*": "application/json",
  "application/*": "application/json",
  "text/*": "text/plain",
};

/** The media type that a step's body is sent as, with the schema for it; `undefined` after saying why there is none. */
export function chooseContent(step: RequestStep, planning: WorkflowSite): Content | undefined {
  const { requestBody } = step.step;
  const { operation } = step;
  if (requestBody !== undefined) {
    const { contentType } = requestBody;
    return contentType === undefined ? defaultContent(step, planning) : statedContent(contentType, step, planning);
  }
  if (operation.requestBody?.required) {
    const place = planning.linked.document.place([...step.at, "stepId"]);
    planning.findings.report(place, found.missingField.body(operationName(operation)));
  }
  return undefined;
}

/** The first that the operation documents. */
function defaultContent(step: RequestStep, { linked, findings }: WorkflowSite): Content | undefined {
  const [content] = step.operation.requestBody?.contents ?? [];
  const place = linked.document.place([...step.at, "requestBody"]);
  const name = operationName(step.operation);
  if (content === undefined) {
    findings.report(place, found.unknownContentType.none(name));
    return undefined;
  }
  const mediaType = content.mediaType.includes("*") ? concreteTypes[content.mediaType] : content.mediaType;
  if (mediaType !== undefined) return { ...content, mediaType };
  findings.report(place, found.unknownContentType.any(name, content.mediaType));
  return undefined;
}

function statedContent(mediaType: string, step: RequestStep, { linked, findings }: WorkflowSite): Content | undefined {
  const place = linked.document.place([...step.at, "requestBody", "contentType"]);
  if (!/^[\w.+-]+\/[\w.+-]+(\s*;[\x20-\x7e]*)?$/.test(mediaType)) {
    findings.report(place, found.invalidDocument.mediaType(mediaType));
    return undefined;
  }
  const contents = step.operation.requestBody?.contents ?? [];
  const content = contentFor(contents, mediaType);
  if (content !== undefined) return { ...content, mediaType };
  const known = contents.map((each) => each.mediaType);
  findings.report(place, found.unknownContentType.other(operationName(step.operation), mediaType, known));
  return undefined;
}
