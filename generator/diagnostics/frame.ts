import { cellsOf, type Cell } from "./cells.js";
import type { Severity } from "./codes.js";
import type { Place, Source } from "./finding.js";
import { extentOf, lineExtent } from "./lines.js";
import { paintFor } from "./paint.js";

/** Lines shown before and after the one that is meant. */
const CONTEXT = 2;
/** Columns shown of one line; the rest is cut away and marked with `…`. */
const WIDEST = 120;
/** Columns kept before the place where the beginning of a long line is cut away. */
const LEAD = 40;
/** Characters looked at on either side of the place, so that a line of 10 MB costs no more than another. */
const REACH = 4 * WIDEST;

/** How to draw a frame; without colours unless asked. */
export interface FrameOptions {
  readonly color?: boolean;
  readonly severity?: Severity;
}

/**
 * The lines around a place with their numbers, and carets under the place; of a place of several lines, its first.
 * Nothing in the text reaches the terminal as a control sequence.
 */
export function codeFrame(place: Place, options: FrameOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  const line = extentOf(place).start.line;
  const gutter = String(line + CONTEXT).length;
  const rows: string[] = [];
  for (let number = Math.max(1, line - CONTEXT); number <= line + CONTEXT; number++) {
    const extent = lineExtent(place.source, number);
    if (!extent) break;
    const label = String(number).padStart(gutter);
    if (number !== line) {
      const shown = windowOf(place.source, extent, extent.start, extent.start);
      rows.push(`${paint.faint(`  ${label} |`)} ${shown.text}`);
      continue;
    }
    const from = Math.min(place.start, extent.end);
    const shown = windowOf(place.source, extent, from, Math.max(from, Math.min(place.end, extent.end)));
    const severity = options.severity ?? "error";
    const carets = paint.severity(severity, "^".repeat(shown.run));
    rows.push(`${paint.severity(severity, ">")} ${paint.faint(`${label} |`)} ${shown.text}`);
    rows.push(`${paint.faint(`  ${" ".repeat(gutter)} |`)} ${" ".repeat(shown.indent)}${carets}`);
  }
  return rows.map((row) => row.trimEnd()).join("\n");
}

/** The part of a line that is shown, and where the carets stand under it. */
interface Window {
  readonly text: string;
  readonly indent: number;
  readonly run: number;
}

function windowOf(source: Source, line: { start: number; end: number }, from: number, to: number): Window {
  const start = boundary(source.text, Math.max(line.start, from - REACH));
  const end = boundary(source.text, Math.min(line.end, from + REACH));
  const cells = cellsOf(source.text.slice(start, end), start);
  const total = columnsOf(cells);
  const caret = columnAt(cells, from);
  const caretEnd = Math.max(caret + 1, columnAt(cells, Math.min(to, end)));

  const fits = start === line.start && end === line.end && total <= WIDEST;
  const cutBefore = start > line.start || (!fits && caret > WIDEST - LEAD);
  const first = cutBefore ? Math.max(0, caret - LEAD) : 0;
  const shown = fits ? cells : cells.filter((cell) => cell.column >= first && endOf(cell) <= first + WIDEST);
  const cutAfter = end < line.end || shown.at(-1) !== cells.at(-1);

  const origin = shown[0]?.column ?? first;
  const lead = cutBefore ? 1 : 0;
  const width = lead + columnsOf(shown) - origin + (cutAfter ? 1 : 0);
  const indent = lead + caret - origin;
  return {
    text: `${cutBefore ? "…" : ""}${shown.map((cell) => cell.text).join("")}${cutAfter ? "…" : ""}`,
    indent,
    run: Math.max(1, Math.min(caretEnd - caret, width - indent)),
  };
}

/** The offset, or the one before it where it would cut a surrogate pair in two. */
function boundary(text: string, offset: number): number {
  const inPair = /[\uDC00-\uDFFF]/.test(text[offset] ?? "") && /[\uD800-\uDBFF]/.test(text[offset - 1] ?? "");
  return inPair ? offset - 1 : offset;
}

function columnAt(cells: readonly Cell[], offset: number): number {
  return cells.find((cell) => cell.offset >= offset)?.column ?? columnsOf(cells);
}

function columnsOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? endOf(last) : 0;
}

function endOf(cell: Cell): number {
  return cell.column + cell.width;
}
