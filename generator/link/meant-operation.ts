import { resolveReusable, type Step } from "../arazzo/index.js";
import { quoted, type Assumption } from "../diagnostics.js";
import { overlayFix, type Path, type SourceDocument } from "../documents/index.js";
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

/** That of several operations of one id the only one is meant whose path has just the parameters that a step gives. */
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
  const [only, ...others] = operations.filter(isGiven);
  if (only === undefined || others.length > 0) return undefined;
  const operationPath = operationPathOf(only.source, only.operation);
  const description = "Several operations have this id; the parameters are those of this one.";
  return {
    that: `\`${operationPath}\` is meant, the only one whose path has the parameters that the step gives`,
    actions: () =>
      overlayFix(document, [
        { at: [...at, "operationId"], description },
        { at, description, update: { operationPath } },
      ]),
  };
}
