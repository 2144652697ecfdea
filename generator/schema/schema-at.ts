import type { Findings } from "../diagnostics.js";
import { valueAt } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import { formatPointer } from "../documents/pointer.js";
import type { Dialect } from "./dialect.js";
import { followSchema, type SchemaTarget } from "./follow-schema.js";
import { Keywords } from "./keywords.js";
import { SchemaView, type ReadSchema } from "./schema-view.js";
import type { Schema } from "./schema.js";

/**
 * The schema at `path` of a document, its references followed, or findings and `undefined`. What lies below is read
 * when it is asked for, and reported then; a part that cannot be read counts as one that allows anything. The same
 * schema is the same object each time, so that those who walk into a circle can notice.
 */
export function schemaAt(
  document: SourceDocument,
  path: Path,
  dialect: Dialect,
  findings: Findings,
): Schema | undefined {
  return readerFor(document, dialect, findings).read(path);
}

/** Readers live as long as the document and the findings that they report to. */
const readers = new WeakMap<SourceDocument, WeakMap<Findings, Map<Dialect, SchemaReader>>>();

function readerFor(document: SourceDocument, dialect: Dialect, findings: Findings): SchemaReader {
  const ofDocument = readers.get(document) ?? new WeakMap<Findings, Map<Dialect, SchemaReader>>();
  readers.set(document, ofDocument);
  const ofFindings = ofDocument.get(findings) ?? new Map<Dialect, SchemaReader>();
  ofDocument.set(findings, ofFindings);
  const reader = ofFindings.get(dialect) ?? new SchemaReader(document, dialect, findings);
  ofFindings.set(dialect, reader);
  return reader;
}

class SchemaReader {
  readonly #document: SourceDocument;
  readonly #dialect: Dialect;
  readonly #findings: Findings;
  readonly #byPath = new Map<string, Schema | undefined>();
  readonly #byTarget = new Map<string, Schema>();

  constructor(document: SourceDocument, dialect: Dialect, findings: Findings) {
    this.#document = document;
    this.#dialect = dialect;
    this.#findings = findings;
  }

  read(path: Path, by: "path" | "reference" = "path"): Schema | undefined {
    const key = `${by}:${formatPointer(path)}`;
    if (!this.#byPath.has(key)) {
      const target = followSchema(this.#document, path, this.#dialect, this.#findings, by);
      this.#byPath.set(key, target && this.#view(target, key));
    }
    return this.#byPath.get(key);
  }

  #view(target: SchemaTarget, key: string): Schema {
    // Keywords beside a `$ref` make a schema of its own out of what it leads to.
    const own = target.raw === valueAt(this.#document.root, target.at) ? "" : key;
    const identity = JSON.stringify([target.at, target.component, own]);
    const known = this.#byTarget.get(identity);
    if (known) return known;
    const { at, component, raw, beside } = target;
    const keywords = new Keywords(raw, this.#document, at, this.#findings);
    const read: ReadSchema = (path, by) => this.read(path, by) ?? this.#anything(path);
    const view = new SchemaView({ document: this.#document, at, component, keywords, beside, read });
    this.#byTarget.set(identity, view);
    return view;
  }

  #anything(at: Path): Schema {
    return this.#view({ at, component: undefined, raw: {}, beside: undefined }, formatPointer(at));
  }
}
