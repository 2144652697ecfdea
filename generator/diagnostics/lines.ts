import type { Place, Source } from "./finding.js";

/** A position as editors count it: both from 1, `column` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a place begins and ends; `end` is exclusive. */
export interface Extent {
  readonly start: Position;
  readonly end: Position;
}

const startsBySource = new WeakMap<Source, readonly number[]>();

/** The position of an offset. Lines end with LF or CRLF; a CR alone is a character like any other. */
export function positionAt(source: Source, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), source.text.length);
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** The positions of both ends of a place. */
export function extentOf(place: Place): Extent {
  return { start: positionAt(place.source, place.start), end: positionAt(place.source, place.end) };
}

/** The offsets of a line's text without its line break; `undefined` for a line that is not there. */
export function lineExtent(source: Source, line: number): { start: number; end: number } | undefined {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line];
  let end = next === undefined ? source.text.length : next - 1;
  if (next !== undefined && end > start && source.text[end - 1] === "\r") end -= 1;
  return { start, end };
}

function lineStarts(source: Source): readonly number[] {
  const known = startsBySource.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  startsBySource.set(source, starts);
  return starts;
}
