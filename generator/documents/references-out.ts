import { dataKeys, mapKeys } from "./author-keys.js";
import { isList, isMapping } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { referenceOf } from "./reference.js";

/** A `$ref` of a document to another one. */
export interface ReferenceOut {
  /** What it names, without its fragment. */
  readonly url: string;
  readonly at: Path;
}

/** The other documents that a document refers to, each once. */
export function referencesOut({ root }: SourceDocument): readonly ReferenceOut[] {
  const found = new Map<string, ReferenceOut>();
  const seen = new Set<object>();
  const visit = (value: unknown, at: Path, isMap: boolean): void => {
    if ((!isList(value) && !isMapping(value)) || seen.has(value)) return;
    seen.add(value);
    const [url = ""] = referenceOf(value)?.split("#", 1) ?? [];
    if (url !== "" && !found.has(url)) found.set(url, { url, at: [...at, "$ref"] });
    for (const [key, entry] of isList(value) ? value.entries() : Object.entries(value)) {
      if (!isMap && dataKeys.has(String(key))) continue;
      visit(entry, [...at, key], mapKeys.has(String(key)));
    }
  };
  visit(root, [], false);
  return [...found.values()];
}
