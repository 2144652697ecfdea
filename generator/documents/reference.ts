import { found, type Assumption, type Findings, type Found } from "../diagnostics.js";
import { child, hasChild, isList, isMapping, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { overlayFix } from "./overlay-fix.js";
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
 * @param assumption What may be assumed where there is nothing that it could point to.
 */
export function followOneReference(
  document: SourceDocument,
  at: Path,
  reference: string,
  findings: Findings,
  assumption?: Assumption,
): Path | undefined {
  const fault = referenceFault(valueAt(document.root, at.slice(0, -1)));
  if (fault !== undefined) {
    fault(document.place(at), findings, assumption);
    return undefined;
  }
  if (!reference.startsWith("#/")) {
    findings.report(document.place(at), found.referenceRefused.foreign(reference));
    return undefined;
  }
  const path = walkFragment(document.root, reference);
  if (!("message" in path)) return path;
  findings.assume(document.place(at), path, assumption);
  return undefined;
}

/** That a schema which refers to nothing is one of anything. */
export function assumedAnySchema(document: SourceDocument, at: Path): Assumption {
  const description = "Nothing is known of what this refers to.";
  const isExplained = hasChild(valueAt(document.root, at), "description");
  const explained = isExplained ? [] : [{ at, description, update: { description } }];
  return {
    that: "nothing is known of it, and it is of any type",
    actions: () => overlayFix(document, [{ at: [...at, "$ref"], description }, ...explained]),
  };
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
