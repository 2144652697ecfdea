import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { isExpression } from "../../arazzo/index.js";
import { found, quoted } from "../../diagnostics.js";
import { isMapping } from "../../documents/index.js";
import { bodyKind, isMarkup, type Content } from "../../openapi/index.js";
import type { FieldStyle } from "../../ir/model.js";
import { operationName } from "../../link/operation-name.js";
import type { CheckedValue } from "../values/checked-value.js";
import { checkValue } from "../values/check-value.js";
import type { Target } from "../values/target.js";
import { blob, string, union, unknown, type Type } from "../../types/type.js";
import { chooseContent } from "../../link/payload/choose-content.js";
import type { PayloadSource } from "../../link/payload/payload-source.js";
import { fieldStyles } from "./field-styles.js";
import { isText, readPayload } from "../../link/payload/read-payload.js";

/** What a step sends as its body, and as which media type. */
export interface CheckedBody {
  readonly contentType: string;
  /** How its fields are written, where that is not plainly. */
  readonly styles: readonly FieldStyle[];
  readonly value: CheckedValue;
}

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#request-body-object */
export function checkBody(step: RequestStep, planning: LinkedWorkflow): CheckedBody | undefined {
  const content = chooseContent(step, planning);
  const source = content && sourceOf(content, step, planning);
  if (content === undefined || source === undefined) return undefined;
  const target: Target = {
    at: source.at,
    schema: content.schema,
    required: step.operation.requestBody?.required ?? false,
    what: `the body of ${quoted(operationName(step.operation))}`,
    source,
    ...takenAs(content, step),
  };
  const { linked, findings } = planning;
  const site = { linked, findings, requestTypes: step.requestTypes, stepId: step.step.stepId };
  const value = checkValue(source.value, target, site);
  return { contentType: content.mediaType, styles: fieldStyles({ content, source, value }, site), value };
}

/** The payload as plain data, if it is of a kind that the media type can carry at all. */
function sourceOf(content: Content, step: RequestStep, planning: LinkedWorkflow): PayloadSource | undefined {
  const { requestBody } = step.step;
  const at = [...step.at, "requestBody"];
  const kind = bodyKind(content.mediaType);
  const { findings, linked } = planning;
  const what = `the body of ${quoted(operationName(step.operation))}`;
  if (requestBody === undefined) return undefined;
  if (!Object.hasOwn(requestBody, "payload") && (kind === "text" || kind === "binary")) {
    findings.report(linked.document.place(at, "key"), found.missingField.payload(what, content.mediaType));
    return undefined;
  }
  const source = readPayload(requestBody, at, content, planning);
  const isFields = kind === "form" || kind === "multipart";
  if (source === undefined || !isFields || isMapping(source.value) || isExpression(source.value)) return source;
  findings.report(linked.document.place(source.at), found.typeConflict.fields(what, content.mediaType));
  return undefined;
}

/** What the media type makes of the schema. */
function takenAs({ mediaType, schema }: Content, step: RequestStep): Partial<Target> {
  switch (bodyKind(mediaType)) {
    case "json":
      return {};
    case "form":
      return { asText: true, ...(schema === undefined ? { type: anyFields } : {}) };
    case "multipart":
      return {
        asText: true,
        use: { ...step.requestTypes, files: true },
        ...(schema === undefined ? { type: anyFields } : {}),
      };
    case "text":
      return {
        isMarkup: isMarkup(mediaType),
        ...(schema && isText(schema) ? {} : { schema: undefined, type: string }),
      };
    case "binary":
      return { schema: undefined, type: union([blob, string]) };
  }
}

const anyFields: Type = { kind: "object", fields: [], rest: unknown };
