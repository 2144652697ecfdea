import { found, type Findings } from "../diagnostics.js";
import { schemaName } from "../documents/bundled-document.js";
import { child, hasChild, isMapping, kindOf, setChild, valueAt, type Mapping } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import { overlayFix } from "../documents/overlay-fix.js";
import { assumedAnySchema, followOneReference } from "../documents/reference.js";
import { isAnnotation, type Dialect } from "./dialect.js";

/** A schema object behind its references. */
export interface SchemaTarget {
  readonly at: Path;
  /** `Name` where the last reference was `#/components/schemas/Name`, or led to a schema of this name in another file. */
  readonly component: string | undefined;
  /** The schema object; annotations that stood beside the references overrule its own. */
  readonly raw: Mapping;
  /** Where a `$ref` points that stands beside keywords which ask for something: both hold. */
  readonly beside: Path | undefined;
}

const ANYTHING: Mapping = Object.freeze({});
/** What `false` stands for: a schema that lists no value at all. */
const NOTHING: Mapping = Object.freeze({ enum: Object.freeze([]) });

/**
 * Follows the `$ref` of the schema at `path`, and those it leads to; findings and `undefined` where that fails.
 * @param by Whether a reference led to `path` itself already.
 */
export function followSchema(
  document: SourceDocument,
  path: Path,
  dialect: Dialect,
  findings: Findings,
  by: "path" | "reference" = "path",
): SchemaTarget | undefined {
  const seen = new Set<unknown>();
  let annotations: Mapping = {};
  let component = by === "reference" ? schemaName(path) : undefined;
  let at = path;
  for (;;) {
    const value = valueAt(document.root, at);
    if (typeof value === "boolean") {
      return { at, component, raw: overruled(value ? ANYTHING : NOTHING, annotations), beside: undefined };
    }
    if (!isMapping(value)) {
      findings.report(document.place(at), found.invalidDocument.schema(kindOf(value)));
      return undefined;
    }
    if (!hasChild(value, "$ref")) return { at, component, raw: overruled(value, annotations), beside: undefined };
    if (seen.has(value)) {
      findings.report(document.place([...path, "$ref"]), found.referenceCycle.itself());
      return undefined;
    }
    seen.add(value);
    const next = targetOf(document, at, child(value, "$ref"), dialect, findings);
    if (!next) return undefined;
    const beside = without(value, "$ref");
    if (dialect === "3.0") reportIgnored(beside, { document, at, next, findings });
    const siblings = dialect === "3.0" ? {} : beside;
    if (!Object.keys(siblings).every(isAnnotation)) {
      return { at, component, raw: overruled(siblings, annotations), beside: next };
    }
    annotations = overruled(siblings, annotations);
    component = schemaName(next);
    at = next;
  }
}

interface Beside {
  readonly document: SourceDocument;
  /** Where the schema with the reference stands. */
  readonly at: Path;
  /** Where the reference leads to. */
  readonly next: Path;
  readonly findings: Findings;
}

/** Reports keywords beside a reference that ask for something which what it leads to does not ask for by itself. */
function reportIgnored(beside: Mapping, { document, at, next, findings }: Beside): void {
  const target = valueAt(document.root, next);
  const isSaid = (key: string, value: unknown): boolean =>
    isAnnotation(key) || (isMapping(target) && JSON.stringify(child(target, key)) === JSON.stringify(value));
  const ignored = Object.entries(beside).flatMap(([key, value]) => (isSaid(key, value) ? [] : [key]));
  const [first] = ignored;
  if (first === undefined) return;
  const reference = child(valueAt(document.root, at), "$ref");
  const description = "OpenAPI 3.0 ignores what stands beside a reference, but not beside allOf.";
  const fix = overlayFix(document, [
    { at: [...at, "$ref"], description },
    { at, description, update: { allOf: [{ $ref: reference }] } },
  ]);
  findings.report(document.place([...at, first], "key"), found.ignoredKeyword.besideReference(ignored), fix);
}

/** @param at Where the schema with the reference stands */
function targetOf(
  document: SourceDocument,
  at: Path,
  reference: unknown,
  dialect: Dialect,
  findings: Findings,
): Path | undefined {
  const here = [...at, "$ref"];
  if (typeof reference === "string") {
    // An input that is referred to and not there does not exist.
    const assumption = dialect === "2020-12" ? undefined : assumedAnySchema(document, at);
    return followOneReference(document, here, reference, findings, assumption);
  }
  findings.report(document.place(here), found.invalidDocument.hasToBe("$ref", "text", kindOf(reference)));
  return undefined;
}

/** The schema object itself where nothing overrules it. */
function overruled(raw: Mapping, annotations: Mapping): Mapping {
  const all = Object.entries(annotations);
  if (all.length === 0) return raw;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of [...Object.entries(raw), ...all]) setChild(copy, key, value);
  return copy;
}

function without(raw: Mapping, key: string): Mapping {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) if (name !== key) setChild(copy, name, value);
  return copy;
}
