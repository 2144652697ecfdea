import { found, type Findings } from "../../diagnostics.js";
import {
  assumedAnySchema,
  followOneReference,
  isMapping,
  referenceOf,
  valueAt,
  type Path,
  type SourceDocument,
} from "../../documents/index.js";
import type { Api } from "../model.js";

/** What references are followed with. */
export interface Following {
  readonly document: SourceDocument;
  readonly version: Api["version"];
  readonly findings: Findings;
}

/** Keywords that ask something of a value which its type shows. */
const asking = [
  "type",
  "nullable",
  "enum",
  "const",
  "allOf",
  "oneOf",
  "anyOf",
  "prefixItems",
  "items",
  "properties",
  "patternProperties",
  "additionalProperties",
  "required",
];

/** Where the reference at `at` leads: past those that only lead on, to a schema that says something itself. */
export function keptTargetOf(at: Path, { document, version, findings }: Following): Path | undefined {
  const seen = new Set<unknown>();
  let here = at;
  for (;;) {
    const value = valueAt(document.root, here);
    const reference = referenceOf(value);
    if (reference === undefined) return here;
    if (
      here !== at &&
      version !== "3.0" &&
      isMapping(value) &&
      asking.some((keyword) => Object.hasOwn(value, keyword))
    ) {
      return here;
    }
    if (seen.has(value)) {
      findings.report(document.place([...at, "$ref"]), found.referenceCycle.itself());
      return undefined;
    }
    seen.add(value);
    const next = followOneReference(document, [...here, "$ref"], reference, findings, assumedAnySchema(document, here));
    if (next === undefined) return undefined;
    here = next;
  }
}
