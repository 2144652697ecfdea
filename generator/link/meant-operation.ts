import { resolveReusable, type Step } from "../arazzo/index.js";
import { quoted, type Assumption } from "../diagnostics.js";
import { child, isMapping, overlayFix, valueAt, type Path, type SourceDocument } from "../documents/index.js";
import { jsonContents, type Operation } from "../openapi/index.js";
import { propertiesOf } from "../types/object-schema.js";
import { operationPathOf } from "./lenient-operation-path.js";
import type { LinkedDocument, LinkedOperation, LinkedSource } from "./linked.js";

/**
 * How an operation would be named that is called by another case of its id, or by its id behind the name of its source
 * description, as in `api.list`. `undefined` where more than one could be meant, or none.
 * @param isQualified Whether the name of the source description stands before it as it should
 */
export function meantById(id: string, sources: readonly LinkedSource[], isQualified: boolean): string | undefined {
  const meant = sources.flatMap(({ name, api }) => {
    const isBehindName = !isQualified && id.startsWith(`${name}.`);
    const wanted = new Set([id, isBehindName ? id.slice(name.length + 1) : id].map((one) => one.toLowerCase()));
    return (api?.operations ?? []).flatMap(({ operationId }) =>
      operationId !== undefined && wanted.has(operationId.toLowerCase())
        ? [isQualified || isBehindName ? `$sourceDescriptions.${name}.${operationId}` : operationId]
        : [],
    );
  });
  const [only, ...others] = meant;
  return others.length === 0 ? only : undefined;
}

/** That an operation is called by the id that it has. */
export function assumedId(operationId: string, at: Path, document: SourceDocument): Assumption {
  const description = "This is the id that the operation has.";
  return {
    that: `${quoted(operationId)} is meant`,
    actions: () => overlayFix(document, [{ at, description, update: { operationId } }]),
  };
}

/** That an operation is named by its path where its id belongs. */
export function assumedPath(operationPath: string, at: Path, document: SourceDocument): Assumption {
  const description = "This is the path to an operation, and no id.";
  return {
    that: `it is an \`operationPath\``,
    actions: () =>
      overlayFix(document, [
        { at: [...at, "operationId"], description },
        { at, description, update: { operationPath } },
      ]),
  };
}

/**
 * That of several operations of one id the only one is meant whose path has just the parameters that a step gives; of
 * several of these the only one that is not deprecated, or whose body has the fields that the step gives.
 */
export function assumedByPath(
  operations: readonly LinkedOperation[],
  step: Step,
  at: Path,
  { arazzo, document }: LinkedDocument,
): Assumption | undefined {
  const given = (step.parameters ?? []).flatMap((entry, index) => {
    const parameter = resolveReusable(arazzo, "parameters", entry, [...at, "parameters", index])?.value;
    return parameter?.in === "path" ? [parameter.name] : [];
  });
  const isGiven = ({ operation: { path } }: LinkedOperation): boolean => {
    const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    return names.length === given.length && names.every((name) => given.includes(name));
  };
  const onPath = operations.filter(isGiven);
  const current = onPath.filter(({ operation }) => !isDeprecated(operation));
  const taking = onPath.filter(({ operation }) => takesFields(operation, step));
  const [meant, ...others] = [
    { ones: onPath, by: "whose path has the parameters that the step gives" },
    { ones: current, by: "of these that is not deprecated" },
    { ones: taking, by: "whose body has the fields that the step gives" },
  ].filter(({ ones }) => ones.length === 1);
  const only = meant?.ones[0];
  // Where the one takes the fields, and the other is not deprecated, nobody knows.
  if (meant === undefined || only === undefined || others.some(({ ones }) => ones[0] !== only)) return undefined;
  const operationPath = operationPathOf(only.source, only.operation);
  const description = "Several operations have this id; this is the one that fits.";
  return {
    that: `\`${operationPath}\` is meant, the only one ${meant.by}`,
    actions: () =>
      overlayFix(document, [
        { at: [...at, "operationId"], description },
        { at, description, update: { operationPath } },
      ]),
  };
}

function isDeprecated({ api, at }: Operation): boolean {
  return child(valueAt(api.document.root, at), "deprecated") === true;
}

/** Whether the body of an operation has all fields of a payload, which has some. */
function takesFields({ requestBody }: Operation, { requestBody: given }: Step): boolean {
  const fields = isMapping(given?.payload) ? Object.keys(given.payload) : [];
  const [schema] = jsonContents(requestBody?.contents ?? []).flatMap((content) => content.schema ?? []);
  const known = schema && propertiesOf(schema);
  return fields.length > 0 && known !== undefined && fields.every((field) => known.has(field));
}
