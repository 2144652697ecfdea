import type { Assumption } from "../diagnostics.js";
import { isMapping, overlayFix, valueAt, type Correction, type Path, type SourceDocument } from "../documents/index.js";

/**
 * That a field is called otherwise.
 * @param at Where the field stands, in an object of the document or of a text that is JSON
 */
export function assumedField(document: SourceDocument, at: Path, meant: string): Assumption {
  return {
    that: `\`${meant}\` is meant`,
    actions: () => {
      const corrections = correctionsOf(document, at, meant);
      return corrections.length > 0 ? overlayFix(document, corrections) : undefined;
    },
  };
}

function correctionsOf({ root }: SourceDocument, at: Path, meant: string): readonly Correction[] {
  const description = `The API calls it ${meant}.`;
  const name = String(at.at(-1));
  const owner = at.slice(0, -1);
  if (isMapping(valueAt(root, owner))) {
    return [
      { at, description },
      { at: owner, description, update: { [meant]: valueAt(root, at) } },
    ];
  }
  const textAt = at.slice(
    0,
    at.findIndex((_, index) => typeof valueAt(root, at.slice(0, index)) === "string"),
  );
  const [before, after, ...others] = String(valueAt(root, textAt)).split(JSON.stringify(name));
  if (after === undefined || others.length > 0) return [];
  const text = `${before}${JSON.stringify(meant)}${after}`;
  return [{ at: textAt.slice(0, -1), description, update: { [String(textAt.at(-1))]: text } }];
}
