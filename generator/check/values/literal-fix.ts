import type { Fix } from "../../diagnostics.js";
import { overlayFix, valueAt, type Path, type SourceDocument } from "../../documents/index.js";
import type { Json } from "../../ir/model.js";

/** Writes a literal as it is taken, if it stands in the document as the field of an object. */
export function literalFix(document: SourceDocument, at: Path, value: Json, meant: Json): Fix | undefined {
  const key = at.at(-1);
  if (typeof key !== "string" || valueAt(document.root, at) !== value) return undefined;
  const description = "Written as the operation takes it.";
  return overlayFix(document, [{ at: at.slice(0, -1), description, update: { [key]: meant } }]);
}
