import { isExpression, isFailure, parseExpression, type Step } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import { didYouMean, quoted } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { findOperationsById, operationIds } from "../openapi/index.js";
import { linkByPath, sourceNamed } from "./link-path.js";
import type { LinkedDocument, LinkedOperation, LinkedSource } from "./linked.js";
import { operationPathOf } from "./lenient-operation-path.js";

/** Finds the operation that a step calls, or says why there is none. */
export function linkStep(
  step: Step,
  at: Path,
  linked: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  const { document } = linked;
  if (step.operationPath !== undefined) return linkByPath(step.operationPath, at, linked, findings);
  if (step.operationId === undefined) return undefined;
  const qualified = isExpression(step.operationId) ? parseExpression(step.operationId) : undefined;
  if (qualified === undefined) return linkById(step.operationId, [...linked.sources.values()], at, linked, findings);
  if (isFailure(qualified) || qualified.kind !== "sourceDescriptions") {
    const message = isFailure(qualified)
      ? qualified.message
      : "an operation is `$sourceDescriptions.<name>.<operationId>`";
    findings.add("invalid-expression", document.place([...at, "operationId"]), message);
    return undefined;
  }
  const place = document.place([...at, "operationId"]);
  const source = sourceNamed(qualified.name, linked, place, findings);
  if (source?.arazzo !== undefined) {
    const message = `the source description ${quoted(source.name)} is an Arazzo document, which has no operations`;
    findings.add("unknown-operation", place, message, "A workflow is called with `workflowId`.");
    return undefined;
  }
  return source && linkById(qualified.reference, [source], at, linked, findings);
}

function linkById(
  id: string,
  named: readonly LinkedSource[],
  at: Path,
  { document }: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  const place = document.place([...at, "operationId"]);
  const sources = named.filter(({ arazzo }) => arazzo === undefined);
  // Two source descriptions may name one document.
  const apis = new Map(sources.flatMap((source) => (source.api ? [[source.api, source] as const] : [])).reverse());
  const found = [...apis]
    .reverse()
    .flatMap(([api, source]) => findOperationsById(api, id, findings).map((operation) => ({ source, operation })));
  const [first] = found;
  if (first === undefined) {
    // A source that could not be read may well have it.
    if (sources.some((source) => source.api === undefined)) return undefined;
    const known = sources.flatMap((source) => (source.api ? operationIds(source.api) : []));
    const hint = meantQualified(id, sources) ?? didYouMean(id, known);
    findings.add("unknown-operation", place, `no source description has an operation ${quoted(id)}`, hint);
    return undefined;
  }
  const qualified = found.map(({ source }) => `\`$sourceDescriptions.${source.name}.${id}\``).join(" or ");
  if (found.length > 1) {
    // An id that is there twice in one document names nothing, whatever stands before it.
    const paths = found.map(({ source, operation }) => quoted(operationPathOf(source, operation))).join(" or ");
    const hint = new Set(found.map(({ source }) => source)).size < found.length ? `operationPath: ${paths}` : qualified;
    findings.add("ambiguous-operation", place, `several operations have the id ${quoted(id)}`, `Write ${hint}.`);
    return undefined;
  }
  if (sources.length > 1) {
    const message = `${quoted(id)} is looked for in ${sources.length} source descriptions`;
    findings.add("unqualified-operation", place, message, `Write ${qualified}.`);
  }
  return first;
}

/** A hint for an id with the name of its source description before it, as in `api.list`. */
function meantQualified(id: string, sources: readonly LinkedSource[]): string | undefined {
  const meant = sources.find(
    ({ name, api }) => id.startsWith(`${name}.`) && api && operationIds(api).includes(id.slice(name.length + 1)),
  );
  return meant && `Write ${quoted(`$sourceDescriptions.${id}`)}.`;
}
