import { visibleCharacter } from "./visible.js";
import { displayWidth } from "./width.js";

/** One character of a line: what is shown for it, from which column on, and the offset it came from. */
export interface Cell {
  readonly text: string;
  readonly column: number;
  readonly width: number;
  readonly offset: number;
}

const TAB = 4;

/** The characters of a line as a terminal may show them, tabs expanded, from `offset` on. */
export function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let at = offset;
  for (const character of line) {
    const text = character === "\t" ? " ".repeat(TAB - (column % TAB)) : visibleCharacter(character);
    const width = displayWidth(text);
    cells.push({ text, column, width, offset: at });
    column += width;
    at += character.length;
  }
  return cells;
}
