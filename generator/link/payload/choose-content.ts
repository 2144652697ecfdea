import { assumedNoBody } from "../../assume/index.js";
import type { RequestStep } from "../linked-step.js";
import type { WorkflowSite } from "../linked.js";
import { found } from "../../diagnostics.js";
import { bodyKind, contentFor, type Content } from "../../openapi/index.js";
import { operationName } from "../operation-name.js";

/** What is sent where the document allows a whole range of media types. */
const concreteTypes: Readonly<Record<string, string>> = {
  "*/*": "application/json",
  "application/*": "application/json",
  "application/*+json": "application/json",
  "text/*": "text/plain",
};

/** The media type that a step's body is sent as, with the schema for it; `undefined` after saying why there is none. */
export function chooseContent(step: RequestStep, planning: WorkflowSite): Content | undefined {
  const { requestBody } = step.step;
  const { operation } = step;
  if (requestBody !== undefined) {
    const { contentType } = requestBody;
    const isRange = contentType !== undefined && Object.hasOwn(concreteTypes, contentType.toLowerCase());
    if (contentType !== undefined && !isRange) return statedContent(contentType, step, planning);
    return isRange && !mayStand(contentType, step, planning) ? undefined : defaultContent(step, planning, contentType);
  }
  if (operation.requestBody?.required) {
    const place = planning.linked.document.place([...step.at, "stepId"]);
    const noBody = assumedNoBody(step.step.stepId, operation);
    planning.findings.assume(place, found.missingField.body(operationName(operation)), noBody);
  }
  return undefined;
}

/** Whether a range of media types is let pass where one has to stand. */
function mayStand(range: string, step: RequestStep, { linked, findings }: WorkflowSite): boolean {
  const place = linked.document.place([...step.at, "requestBody", "contentType"]);
  const that = "the body is of the first media type in this range that the operation documents";
  return findings.letPass(place, found.invalidDocument.mediaType(range), that);
}

/** The first that the operation documents, of a range of media types if one is given. */
function defaultContent(step: RequestStep, { linked, findings }: WorkflowSite, range = "*/*"): Content | undefined {
  const contents = step.operation.requestBody?.contents ?? [];
  const content = contents.find(({ mediaType }) => isIn(range, mediaType));
  if (content === undefined && contents.length > 0) return unknownContent(range, contents, step, { linked, findings });
  const place = linked.document.place([...step.at, "requestBody"]);
  const name = operationName(step.operation);
  if (content === undefined) {
    findings.report(place, found.unknownContentType.none(name));
    return undefined;
  }
  const mediaType = content.mediaType.includes("*")
    ? concreteTypes[content.mediaType.toLowerCase()]
    : content.mediaType;
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
  return unknownContent(mediaType, contents, step, { linked, findings });
}

function unknownContent(
  mediaType: string,
  contents: readonly Content[],
  step: RequestStep,
  { linked, findings }: Pick<WorkflowSite, "linked" | "findings">,
): undefined {
  const place = linked.document.place([...step.at, "requestBody", "contentType"]);
  const known = contents.map((each) => each.mediaType);
  findings.report(place, found.unknownContentType.other(operationName(step.operation), mediaType, known));
}

/** Whether a media type, or a range of them, is in a range. */
function isIn(range: string, mediaType: string): boolean {
  const [type = "", subtype = ""] = range.toLowerCase().split("/");
  const [essence = ""] = mediaType.toLowerCase().split(";");
  if (subtype === "*+json") return bodyKind(mediaType) === "json";
  return type === "*" || essence.trim().startsWith(`${type}/`);
}
