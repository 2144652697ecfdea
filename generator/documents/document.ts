import type { Place, Source } from "../diagnostics.js";

/** Keys and indexes that lead from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** Whether a path leads to where another does, or further into it. */
export function isWithin(path: Path, other: Path): boolean {
  return other.every((key, index) => path[index] === key);
}

/**
 * A YAML or JSON document that was read: plain data, and the place in the text where each value stands.
 * A value that an overlay brought in has its place in the overlay.
 */
export interface SourceDocument {
  /** Absolute path of the file. */
  readonly file: string;
  readonly source: Source;
  readonly root: unknown;
  /**
   * Where the value at `path` stands (or its key, with `part: "key"`).
   * A path that leads to nothing yields the place of its nearest existing ancestor's key.
   */
  place(path: Path, part?: "key" | "value"): Place;
  /**
   * Where the characters `start` to `end` of the text at `path` stand, such as the wrong part of an expression.
   * Where escapes or folded lines keep that from being told exactly, the place of the whole value.
   */
  placeInside(path: Path, start: number, end: number): Place;
  /** How the number, true or false at `path` is written there; `undefined` where something else stands there. */
  written(path: Path): string | undefined;
  /** The document whose file holds what stands at `path`, and where it is there: another one where this was bundled. */
  origin(path: Path): { readonly document: SourceDocument; readonly path: Path };
}
