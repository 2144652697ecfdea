import type { Place, Source } from "../diagnostics.js";
import { valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { walkPlaces } from "./places.js";

/** A document whose containers have their places remembered. */
export class ReadDocument implements SourceDocument {
  readonly file: string;
  readonly source: Source;
  readonly root: unknown;
  readonly rootPlace: Place;

  constructor(file: string, source: Source, root: unknown, rootPlace: Place) {
    this.file = file;
    this.source = source;
    this.root = root;
    this.rootPlace = rootPlace;
  }

  place(path: Path, part: "key" | "value" = "value"): Place {
    const { entry, arrived } = walkPlaces(this.root, path);
    if (!entry) return this.rootPlace;
    return arrived ? entry[part] : entry.key;
  }

  written(path: Path): string | undefined {
    const { entry, arrived } = walkPlaces(this.root, path);
    const written = arrived ? entry?.written : undefined;
    // An overlay may have put something else there.
    return written !== undefined && written.value === valueAt(this.root, path) ? written.text : undefined;
  }

  origin(path: Path): { readonly document: SourceDocument; readonly path: Path } {
    return { document: this, path };
  }

  placeInside(path: Path, start: number, end: number): Place {
    const whole = this.place(path);
    const value = valueAt(this.root, path);
    if (typeof value !== "string" || value === "") return whole;
    // Where the value stands in the text to the letter, and only once, there are no escapes or folds before any part.
    const written = whole.source.text.slice(whole.start, whole.end);
    const at = written.indexOf(value);
    if (at < 0 || written.includes(value, at + 1)) return whole;
    const origin = whole.start + at;
    const clamp = (offset: number): number => Math.min(Math.max(offset, 0), value.length);
    return { source: whole.source, start: origin + clamp(start), end: origin + Math.max(clamp(start), clamp(end)) };
  }
}
