import type * as z from "zod";
import { found, type Findings } from "../diagnostics.js";
import {
  hasChild,
  isMapping,
  followReferencesToEnd,
  validateShape,
  valueAt,
  type Path,
  type SourceDocument,
} from "../documents/index.js";
import { schemaAt, type Schema } from "../schema/index.js";
import type { Api } from "./model.js";

/** What the parts of a document are read with. */
export interface ReadContext {
  readonly document: SourceDocument;
  readonly version: Api["version"];
  readonly findings: Findings;
}

/** An object of the document, checked, and where it stands once references were followed. */
export interface ReadObject<T> {
  readonly value: T;
  readonly at: Path;
}

/** The object at `path`, behind its `$ref` if it is one; after a finding where it is not of that shape. */
export function readObject<T>(shape: z.ZodType<T>, path: Path, context: ReadContext): ReadObject<T> | undefined {
  const resolved = followReferencesToEnd(context.document, path, context.findings);
  if (resolved === undefined) return undefined;
  reportIgnored(path, context);
  const value = validateShape(shape, context.document, resolved.at, context.findings);
  return value === undefined ? undefined : { value, at: resolved.at };
}

/** The schema in the field `schema` of the object at `path`, if it has one. */
export function readSchema(path: Path, context: ReadContext): Schema | undefined {
  const { document, version, findings } = context;
  if (!hasChild(valueAt(document.root, path), "schema")) return undefined;
  return schemaAt(document, [...path, "schema"], version, findings);
}

/**
 * Reports what stands beside a reference and is ignored there.
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
function reportIgnored(path: Path, { document, findings }: ReadContext): void {
  const raw = valueAt(document.root, path);
  if (!isMapping(raw) || !hasChild(raw, "$ref")) return;
  const ignored = Object.keys(raw).filter((key) => !/^(\$ref|summary|description|x-.*)$/.test(key));
  const [first] = ignored;
  if (first === undefined) return;
  findings.report(document.place([...path, first], "key"), found.ignoredKeyword.besideObject(ignored));
}
