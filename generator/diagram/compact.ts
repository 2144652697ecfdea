import type { Point } from "./route.js";

/** Something in a row of a diagram, by its middle: a node, a label, or a line that passes, which has no width. */
export interface Spot extends Point {
  readonly width: number;
  /** The least room to what stands beside it, of which each gives a half; pixels. */
  readonly room: number;
}

/** What stands straight below each other. */
type Column = Set<Spot>;

/**
 * Places everything as far to the left as what stands left of it lets it, so that an ending stands beside its step though
 * a line runs down far at the right. The order in each row stays; lines become straight where they can, the shortest of
 * them first, so that steps which follow each other do.
 * @param lines What each line begins at, passes, and ends at
 * @param margin What stays free at the left, in pixels
 * @returns the new middle of each, from left to right
 */
export function compact(
  spots: readonly Spot[],
  lines: readonly (readonly Spot[])[],
  margin: number,
): ReadonlyMap<Spot, number> {
  const rows = new Map<number, Spot[]>();
  for (const spot of spots) {
    const row = rows.get(spot.y);
    if (row === undefined) rows.set(spot.y, [spot]);
    else row.push(spot);
  }
  const places = new Map<Spot, number>();
  const leftOf = new Map<Spot, Spot>();
  const rightOf = new Map<Spot, Spot>();
  for (const row of rows.values()) {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    for (const [index, spot] of sorted.entries()) {
      places.set(spot, index);
      const left = sorted[index - 1];
      if (left === undefined) continue;
      leftOf.set(spot, left);
      rightOf.set(left, spot);
    }
  }
  const columns = columnsOf(spots, lines, places);
  const moved = new Map<Spot, number>();
  const open = new Map<Column, number>();
  for (const column of new Set(columns.values()))
    open.set(column, [...column].filter((spot) => leftOf.has(spot)).length);
  const ready = [...open].filter(([, count]) => count === 0).map(([column]) => column);
  for (const column of ready) {
    const least = [...column].map((spot) => {
      const left = leftOf.get(spot);
      if (left === undefined) return margin + spot.width / 2;
      return (moved.get(left) ?? 0) + (left.width + left.room + spot.room + spot.width) / 2;
    });
    const x = Math.max(...least);
    for (const spot of column) {
      moved.set(spot, x);
      const next = columns.get(rightOf.get(spot) ?? spot);
      if (next === undefined || next === column) continue;
      const count = (open.get(next) ?? 0) - 1;
      open.set(next, count);
      if (count === 0) ready.push(next);
    }
  }
  return moved;
}

/** What is on a line one after the other is one column, unless a line that crosses it, or has a part of it, is straight. */
function columnsOf(
  spots: readonly Spot[],
  lines: readonly (readonly Spot[])[],
  places: ReadonlyMap<Spot, number>,
): ReadonlyMap<Spot, Column> {
  const columns = new Map(spots.map((spot): [Spot, Column] => [spot, new Set([spot])]));
  const straight = new Map<number, { readonly upper: number; readonly lower: number }[]>();
  for (const line of lines.toSorted((a, b) => a.length - b.length)) {
    for (const [index, spot] of line.entries()) {
      const other = line[index + 1];
      if (other === undefined || other.y === spot.y) continue;
      const [above, below] = spot.y < other.y ? [spot, other] : [other, spot];
      const here = { upper: places.get(above) ?? 0, lower: places.get(below) ?? 0 };
      const known = straight.get(above.y) ?? [];
      // Where one of two begins more to the left, it also ends there, and neither begins or ends where the other does.
      if (known.some(({ upper, lower }) => (upper - here.upper) * (lower - here.lower) <= 0)) continue;
      straight.set(above.y, [...known, here]);
      const whole = columns.get(above) ?? new Set();
      for (const each of columns.get(below) ?? []) {
        whole.add(each);
        columns.set(each, whole);
      }
    }
  }
  return columns;
}
