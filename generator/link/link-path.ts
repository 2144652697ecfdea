import { isFailure, parseOperationPath } from "../arazzo/index.js";
import { found, nearest, type Assumption, type Findings, type Fix, type Place } from "../diagnostics.js";
import { overlayFix, type Path } from "../documents/index.js";
import { findOperationByPointer, reportUnread, type Api } from "../openapi/index.js";
import type { LinkedDocument, LinkedOperation, LinkedSource } from "./linked.js";
import { isOfUnread, looselyMeantPath, meantPath, pointerTo } from "./lenient-operation-path.js";

/**
 * Finds the operation that an `operationPath` leads to, or says why there is none.
 * @param at Where the step stands
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
 */
export function linkByPath(
  text: string,
  at: Path,
  linked: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  const here = [...at, "operationPath"];
  const reference = parseOperationPath(text);
  if (isFailure(reference)) {
    const place = linked.document.placeInside(here, reference.start, reference.end);
    const meant = meantPath(text, linked);
    const fix = meant === undefined ? undefined : correctionOf(at, meant, linked);
    const what = found.invalidExpression.operationPath(reference, meant);
    const loosely = meant ?? looselyMeantPath(text, linked);
    // A source that could not be read may well have it.
    if (loosely === undefined && findings.mayAssume(what) && isOfUnread(text, linked)) return undefined;
    findings.assume(place, what, assumedPath(at, loosely, linked), fix);
    return undefined;
  }
  const place = linked.document.place(here);
  const source = sourceNamed(reference.source, linked, place, findings);
  if (source === undefined) return undefined;
  if (source.arazzo !== undefined) findings.report(place, found.unknownOperation.ofArazzo(source.name));
  if (source.api === undefined) return undefined;
  const operation = findOperationByPointer(source.api, reference.tokens, findings);
  if (operation !== undefined) return { source, operation };
  if (reportUnread([source.api], findings)) return undefined;
  const [, path = "", method = ""] = reference.tokens;
  const paths = source.api.operations.map((each) => each.path);
  const meant = meantPointers(path, method, source.api);
  const what = found.unknownOperation.path(source.name, method, path, meant, paths);
  findings.assume(place, what, assumedPath(at, looselyMeantPath(text, linked), linked));
  return undefined;
}

function assumedPath(at: Path, meant: string | undefined, linked: LinkedDocument): Assumption | undefined {
  if (meant === undefined) return undefined;
  return { that: `\`${meant}\` is meant`, actions: () => correctionOf(at, meant, linked) };
}

function correctionOf(at: Path, operationPath: string, { document }: LinkedDocument): Fix | undefined {
  const description = "An operationPath names the source description by an expression.";
  return overlayFix(document, [{ at, description, update: { operationPath } }]);
}

/** The source description of this name, or `undefined` after saying that there is none. */
export function sourceNamed(
  name: string,
  { sources }: LinkedDocument,
  place: Place,
  findings: Findings,
): LinkedSource | undefined {
  const source = sources.get(name);
  if (source !== undefined) return source;
  findings.report(place, found.unknownSource(name, sources.keys()));
  return undefined;
}

/** Pointers to the operations of the path, or of the one that was most likely meant. */
function meantPointers(path: string, method: string, { operations }: Api): readonly string[] {
  const paths = operations.map((operation) => operation.path);
  const meant = paths.find((other) => shapeOf(other) === shapeOf(path)) ?? nearest(path, paths);
  const there = operations.filter((operation) => operation.path === meant);
  const same = there.filter((operation) => operation.method === method.toLowerCase());
  return (same.length > 0 ? same : there).map((operation) => `#${pointerTo(operation)}`);
}

/** What parameters are called makes no other path of it. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
