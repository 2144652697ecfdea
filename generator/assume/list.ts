import type { Assumption } from "../diagnostics.js";
import { isMapping, overlayFix, valueAt, type Path, type SourceDocument } from "../documents/index.js";

/** That a list is given where a document gives what goes into one; `undefined` where it does not stand there itself. */
export function assumedList(document: SourceDocument, at: Path, items: readonly unknown[]): Assumption | undefined {
  const key = at.at(-1);
  const given = valueAt(document.root, at);
  if (typeof key !== "string" || given === undefined) return undefined;
  const description = "It takes a list.";
  // What is written in place of an object would be merged into it.
  const removal = isMapping(given) ? [{ at, description }] : [];
  return {
    that: items.length === 1 ? "it is a list of this one" : `it is the list ${JSON.stringify(items)}`,
    actions: () => overlayFix(document, [...removal, { at: at.slice(0, -1), description, update: { [key]: items } }]),
  };
}
