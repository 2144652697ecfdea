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

/**
 * That a list holds something of each item of another one; `undefined` where it does not stand there itself.
 * @param meant The expression of the other list, and a JSONPath into it
 */
export function assumedEachItem(
  document: SourceDocument,
  at: Path,
  meant: { readonly context: string; readonly selector: string },
): Assumption | undefined {
  const key = at.at(-1);
  if (typeof key !== "string" || typeof valueAt(document.root, at) !== "string") return undefined;
  const description = "The same of each item.";
  const update = { [key]: { ...meant, type: "jsonpath" } };
  return {
    that: `\`${meant.selector}\` in \`${meant.context}\` is meant, which is a list`,
    actions: () =>
      overlayFix(document, [
        { at: [], description: "Selector Objects are a part of 1.1.", update: { arazzo: "1.1.0" } },
        { at: at.slice(0, -1), description, update },
      ]),
  };
}
