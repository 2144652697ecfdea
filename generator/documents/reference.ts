import { found, type Findings, type Found } from "../diagnostics.js";
import { child, hasChild, isList, isMapping, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { parsePointerFragment } from "./pointer.js";
import { referenceFault } from "./reference-fault.js";

/** What a `$ref` leads to in the end. */
export interface ResolvedReference {
  readonly value: unknown;
  /** Where it stands in the document. */
  readonly at: Path;
  /** The Reference Objects on the way, the first one first; none where there was no `$ref`. */
  readonly passed: readonly Path[];
}

/** More hops than any document needs; each is looked up by its path. */
const MOST_HOPS = 100;

/**
 * Follows the `$ref` of the value at `path`, and those it leads to, to a value that has none.
 * Only references into the same document (`#/…`) are followed; `bundle` makes such of those into other files.
 * @see https://spec.openapis.org/oas/v3.0.4.html#reference-object
 */
export function followReferencesToEnd(
  document: SourceDocument,
  path: Path,
  findings: Findings,
): ResolvedReference | undefined {
  const passed: Path[] = [];
  const seen = new Set<string>();
  let at = path;
  for (;;) {
    const value = valueAt(document.root, at);
    const reference = referenceOf(value);
    if (reference === undefined) return { value, at, passed };
    const id = JSON.stringify(at);
    if (seen.has(id) || passed.length >= MOST_HOPS) {
      const { itself, endless } = found.referenceCycle;
      findings.report(document.place([...path, "$ref"]), seen.has(id) ? itself() : endless(MOST_HOPS));
      return undefined;
    }
    seen.add(id);
    passed.push(at);
    const target = followOneReference(document, [...at, "$ref"], reference, findings);
    if (!target) return undefined;
    at = target;
  }
}

/** The text of a Reference Object's `$ref`, `undefined` where the value is none. */
export function referenceOf(value: unknown): string | undefined {
  const reference = isMapping(value) ? child(value, "$ref") : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/**
 * The path that one reference (`#/components/schemas/Name`) points to, or findings and `undefined`.
 * @param at Where the reference itself stands.
 */
export function followOneReference(
  document: SourceDocument,
  at: Path,
  reference: string,
  findings: Findings,
): Path | undefined {
  const fault = referenceFault(valueAt(document.root, at.slice(0, -1)));
  if (fault !== undefined) {
    fault(document.place(at), findings);
    return undefined;
  }
  if (!reference.startsWith("#/")) {
    findings.report(document.place(at), found.referenceRefused.foreign(reference));
    return undefined;
  }
  const path = walkFragment(document.root, reference);
  if (!("message" in path)) return path;
  findings.report(document.place(at), path);
  return undefined;
}

/** The path that the fragment of a reference leads to, or why it leads nowhere. */
export function walkFragment(root: unknown, reference: string): Path | Found {
  const fragment = reference.slice(reference.indexOf("#"));
  const tokens = parsePointerFragment(fragment);
  if (!tokens) return found.referenceUnresolved.pointer(reference);
  const path: (string | number)[] = [];
  let value = root;
  for (const [index, token] of tokens.entries()) {
    if (!hasChild(value, token)) {
      const parent = fragment
        .split("/")
        .slice(0, index + 1)
        .join("/");
      const names = isMapping(value) ? Object.keys(value) : [];
      return found.referenceUnresolved.nothing(reference, token, parent, names);
    }
    path.push(isList(value) ? Number(token) : token);
    value = child(value, token);
  }
  return path;
}
