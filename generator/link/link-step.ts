import { isExpression, isFailure, parseExpression, parseOperationPath, type Step } from "../arazzo/index.js";
import { found, type Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { findOperationsById, operationIds, reportUnread } from "../openapi/index.js";
import { linkByPath, sourceNamed } from "./link-path.js";
import type { LinkedDocument, LinkedOperation, LinkedSource } from "./linked.js";
import { looselyMeantPath, operationPathOf } from "./lenient-operation-path.js";
import { assumedByPath, assumedId, assumedPath, meantById } from "./meant-operation.js";

/** Finds the operation that a step calls, or says why there is none. */
export function linkStep(
  step: Step,
  at: Path,
  linked: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  if (step.operationPath !== undefined) return linkByPath(step.operationPath, at, linked, findings);
  if (step.operationId === undefined) return undefined;
  const qualified = isExpression(step.operationId) ? parseExpression(step.operationId) : undefined;
  const site = { step, at, linked, findings };
  if (qualified === undefined) return linkById(step.operationId, [...linked.sources.values()], false, site);
  const place = linked.document.place([...at, "operationId"]);
  if (isFailure(qualified) || qualified.kind !== "sourceDescriptions") {
    const { text, operationId } = found.invalidExpression;
    const what = isFailure(qualified) ? text(qualified) : operationId();
    const isPath = !isFailure(parseOperationPath(step.operationId));
    findings.assume(place, what, isPath ? assumedPath(step.operationId, at, linked.document) : undefined);
    return undefined;
  }
  const source = sourceNamed(qualified.name, linked, place, findings);
  if (source?.arazzo !== undefined) {
    findings.report(place, found.unknownOperation.ofArazzo(source.name));
    return undefined;
  }
  return source && linkById(qualified.reference, [source], true, site);
}

/** A step, where it stands, and whom to tell what is wrong with it. */
interface StepSite {
  readonly step: Step;
  readonly at: Path;
  readonly linked: LinkedDocument;
  readonly findings: Findings;
}

/** @param isQualified Whether the id stands behind the name of its source description */
function linkById(
  id: string,
  named: readonly LinkedSource[],
  isQualified: boolean,
  { step, at, linked, findings }: StepSite,
): LinkedOperation | undefined {
  const { document } = linked;
  const place = document.place([...at, "operationId"]);
  const sources = named.filter(({ arazzo }) => arazzo === undefined);
  // Two source descriptions may name one document.
  const apis = new Map(sources.flatMap((source) => (source.api ? [[source.api, source] as const] : [])).reverse());
  const operations = [...apis]
    .reverse()
    .flatMap(([api, source]) => findOperationsById(api, id, findings).map((operation) => ({ source, operation })));
  const [first] = operations;
  if (first === undefined) {
    // A source that could not be read may well have it.
    if (sources.some((source) => source.api === undefined)) return undefined;
    if (reportUnread([...apis.keys()], findings)) return undefined;
    const known = sources.flatMap((source) => (source.api ? operationIds(source.api) : []));
    const meant = meantById(id, sources, isQualified);
    const path = meant === undefined && id.includes("/") ? looselyMeantPath(id, linked) : undefined;
    const byPath = path === undefined ? undefined : assumedPath(path, at, document);
    const assumption = meant === undefined ? byPath : assumedId(meant, at, document);
    findings.assume(place, found.unknownOperation.id(id, meant, known), assumption);
    return undefined;
  }
  const qualified = operations.map(({ source }) => `$sourceDescriptions.${source.name}.${id}`);
  if (operations.length > 1) {
    // An id that is there twice in one document names nothing, whatever stands before it.
    const isTwice = new Set(operations.map(({ source }) => source)).size < operations.length;
    const paths = operations.map(({ source, operation }) => operationPathOf(source, operation));
    const { acrossSources, inOneSource } = found.ambiguousOperation;
    const what = isTwice ? inOneSource(id, paths) : acrossSources(id, qualified);
    findings.assume(place, what, assumedByPath(operations, step, at, linked));
    return undefined;
  }
  if (sources.length > 1) findings.report(place, found.unqualifiedOperation(id, sources.length, qualified[0] ?? ""));
  return first;
}
