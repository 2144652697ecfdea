import { isInside, type Assumption, type Place } from "../diagnostics.js";
import {
  isList,
  isMapping,
  overlayFix,
  valueAt,
  withPlacesOf,
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
  /**
   * What becomes of each text of a list in which it stands: all are written again at once. Without, a text in a list is
   * left alone.
   */
  readonly inList?: (text: string) => string;
}

/** That another expression is meant than the one at a place. */
export function assumedText(rewriting: Rewriting, that = `\`${rewriting.meant}\` is meant`): Assumption {
  const { document } = rewriting;
  return {
    that,
    actions: () => {
      const [at, ...others] = textsAt(rewriting);
      const corrections = at === undefined || others.length > 0 ? [] : correctionsOf(at, rewriting);
      return corrections.length === 0 ? undefined : overlayFix(document, corrections);
    },
  };
}

/** That the text at a path, or each text of the list that it stands in, is one with what is meant. */
export function assumedTextAt(
  at: Path,
  { document, text, meant }: Omit<Rewriting, "inList" | "place">,
  change: (text: string) => string,
): Assumption {
  return {
    that: `\`${meant}\` is meant`,
    actions: () => overlayFix(document, correctionsOf(at, { document, text, meant, inList: change }, change)),
  };
}

function correctionsOf(
  at: Path,
  { document: { root }, text, meant, inList }: Omit<Rewriting, "place">,
  change = (value: string): string => withMeant(value, text, meant),
): readonly Correction[] {
  const description = `${text} means ${meant}.`;
  const index = at.findLastIndex((_, length) => isMapping(valueAt(root, at.slice(0, length))));
  const [owner, field] = [at.slice(0, index), at.slice(0, index + 1)];
  const more = (value: unknown): Correction => ({ at: owner, description, update: { [String(at[index])]: value } });
  const value = valueAt(root, field);
  if (typeof value === "string") return [more(change(value))];
  // An overlay changes the fields of objects: a list is taken away, and comes again as it is meant.
  return inList === undefined ? [] : [{ at: field, description: whole }, more(changed(value, inList))];
}

const whole = "What is meant by the texts in this list is put in its place.";

/** The same list with a change of the texts in it. */
function changed(value: unknown, change: (text: string) => string): unknown {
  if (isList(value))
    return withPlacesOf(
      value,
      value.map((item) => changed(item, change)),
    );
  return typeof value === "string" ? change(value) : value;
}

/** What an expression does not end before. */
const goesOn = /^[\p{L}\p{M}\p{N}_/#[-]/u;

/** A text with what is meant in place of an expression in it. */
export function withMeant(value: string, text: string, meant: string): string {
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
