import type { Path } from "../../documents/index.js";

/** What is sent as a body, as plain data with expressions in it, and where parts of it stand in the document. */
export interface PayloadSource {
  readonly value: unknown;
  /** Where the payload stands. Paths below lead on from here, whether the document has it as text or as data. */
  readonly at: Path;
  /** Parts that a replacement has put there: their path inside of the payload, and where they stand. */
  readonly moved: readonly MovedPart[];
  /** Replacements inside of what an expression stands for. */
  readonly late: readonly LateReplacement[];
}

export interface MovedPart {
  readonly path: Path;
  readonly from: Path;
}

export interface LateReplacement {
  /** The path to the expression, inside of the payload. */
  readonly path: Path;
  /** The way on from there. */
  readonly inside: readonly string[];
  readonly value: unknown;
  /** Where the value stands. */
  readonly from: Path;
  /** Where the replacement says what it replaces. */
  readonly targetAt: Path;
}

/** Where in the document a part of a payload stands. */
export function placeOf(at: Path, source: PayloadSource | undefined): Path {
  if (source === undefined) return at;
  const inside = at.slice(source.at.length);
  const moved = source.moved.findLast(({ path }) => path.every((key, index) => String(inside[index]) === String(key)));
  return moved === undefined ? at : [...moved.from, ...inside.slice(moved.path.length)];
}

/** The replacements inside of what the expression at this place stands for. */
export function replacementsAt(at: Path, source: PayloadSource | undefined): readonly LateReplacement[] {
  const inside = source && at.slice(source.at.length);
  return (source?.late ?? []).filter(({ path }) => String(path) === String(inside));
}
