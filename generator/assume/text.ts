import { isInside, type Assumption, type Place } from "../diagnostics.js";
import {
  isList,
  isMapping,
  overlayFix,
  valueAt,
  type Correction,
  type Path,
  type SourceDocument,
} from "../documents/index.js";

/** An expression as it stands in a document, and what it is taken to mean. */
export interface Rewriting {
  readonly document: SourceDocument;
  /** Where the expression stands, or the text that it is a part of. */
  readonly place: Place;
  readonly text: string;
  readonly meant: string;
}

/** That another expression is meant than the one at a place. */
export function assumedText(rewriting: Rewriting, that = `\`${rewriting.meant}\` is meant`): Assumption {
  const { document } = rewriting;
  return {
    that,
    actions: () => {
      const [at, ...others] = textsAt(rewriting);
      return at && others.length === 0 ? overlayFix(document, correctionsOf(at, rewriting)) : undefined;
    },
  };
}

/** An overlay changes the fields of objects: what stands in a list is written again with the whole list. */
function correctionsOf(at: Path, { document: { root }, text, meant }: Rewriting): readonly Correction[] {
  const description = `${text} means ${meant}.`;
  const index = at.findLastIndex((_, length) => isMapping(valueAt(root, at.slice(0, length))));
  const [owner, field, inner] = [at.slice(0, index), at.slice(0, index + 1), at.slice(index + 1)];
  const update = {
    [String(at[index])]: changed(valueAt(root, field), inner, (value) => withMeant(value, text, meant)),
  };
  const more: Correction = { at: owner, description, update };
  return inner.length === 0 ? [more] : [{ at: field, description }, more];
}

/** The same value with a change of the text at a path of indexes in it. */
function changed(value: unknown, [index, ...inner]: Path, change: (text: string) => string): unknown {
  if (isList(value)) return value.map((item, at) => (at === index ? changed(item, inner, change) : item));
  return typeof value === "string" ? change(value) : value;
}

/** What an expression does not end before. */
const goesOn = /^[\p{L}\p{M}\p{N}_/#[-]/u;

function withMeant(value: string, text: string, meant: string): string {
  return value.split(text).reduce((before, after) => before + (goesOn.test(after) ? text : meant) + after);
}

/** The paths to the texts in the document that hold the expression and stand where it does. */
function textsAt({ document, place, text }: Rewriting): readonly Path[] {
  const within = (value: unknown, path: Path): readonly Path[] => {
    if (typeof value === "string") return value.includes(text) && isInside(place, document.place(path)) ? [path] : [];
    if (isList(value)) return value.flatMap((item, index) => within(item, [...path, index]));
    return isMapping(value) ? Object.entries(value).flatMap(([key, inner]) => within(inner, [...path, key])) : [];
  };
  return within(document.root, []);
}
