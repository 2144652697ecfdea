import { isFailure, parseOperationPath } from "../arazzo/index.js";
import { didYouMean, nearest, quoted, type Findings, type Fix, type Place } from "../diagnostics.js";
import { overlayFix, type Path } from "../documents/index.js";
import { findOperationByPointer, type Api } from "../openapi/index.js";
import type { LinkedDocument, LinkedOperation, LinkedSource } from "./linked.js";
import { meantPath, pointerTo } from "./lenient-operation-path.js";

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
    const { start, end, message, hint } = reference;
    const place = linked.document.placeInside(here, start, end);
    const meant = meantPath(text, linked);
    const wayOut = meant === undefined ? hint : `Write ${quoted(meant)}.`;
    const fix = meant === undefined ? undefined : correctionOf(at, meant, linked);
    findings.add("invalid-expression", place, message, wayOut, fix);
    return undefined;
  }
  const place = linked.document.place(here);
  const source = sourceNamed(reference.source, linked, place, findings);
  if (source === undefined) return undefined;
  if (source.arazzo !== undefined) {
    const message = `${quoted(source.name)} is a document of workflows, which has no paths`;
    findings.add("unknown-operation", place, message, "Call one of its workflows by `workflowId`.");
  }
  if (source.api === undefined) return undefined;
  const operation = findOperationByPointer(source.api, reference.tokens, findings);
  if (operation !== undefined) return { source, operation };
  const [, path = "", method = ""] = reference.tokens;
  const message = `${quoted(source.name)} has no operation ${quoted(`${method.toUpperCase()} ${path}`)}`;
  findings.add("unknown-operation", place, message, hintFor(path, method, source.api));
  return undefined;
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
  const hint = didYouMean(name, [...sources.keys()]);
  findings.add("unknown-source", place, `there is no source description ${quoted(name)}`, hint);
  return undefined;
}

/** The methods that the path has, or the operations of the path that was most likely meant. */
function hintFor(path: string, method: string, { operations }: Api): string | undefined {
  const paths = operations.map((operation) => operation.path);
  const meant = paths.find((other) => shapeOf(other) === shapeOf(path)) ?? nearest(path, paths);
  if (meant === undefined) return didYouMean(path, paths);
  const there = operations.filter((operation) => operation.path === meant);
  const same = there.filter((operation) => operation.method === method.toLowerCase());
  const pointers = (same.length > 0 ? same : there).map((operation) => quoted(`#${pointerTo(operation)}`));
  return `Did you mean ${pointers.join(" or ")}?`;
}

/** What parameters are called makes no other path of it. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
