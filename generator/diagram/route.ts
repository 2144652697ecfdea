import type { DiagramEdge } from "./model.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of a diagram by its middle and its size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** How far below a row lines run sideways, in pixels: each kind on a line of its own, so that they can be told apart. */
const channels = { next: 6, failure: 11, again: 16 } as const;
/** How far from the middle of a node lines begin or end at its lower side, as a part of its width. */
const sides = { next: 0, failure: 0.28, again: 0.4 } as const;

/** The rows that nodes and labels stand in: where each ends, by the middle of those in it. */
export class Rows {
  readonly #bottoms = new Map<number, number>();

  constructor(boxes: readonly Box[]) {
    for (const { y, height } of boxes) {
      this.#bottoms.set(y, Math.max(this.#bottoms.get(y) ?? 0, y + height / 2));
    }
  }

  bottom(y: number): number {
    return this.#bottoms.get(y) ?? y;
  }
}

/**
 * The corners of a line between two nodes that runs down or up through the rows, and sideways only between them.
 * @param through Where it passes the rows between, from its beginning to its end
 */
export function route(
  { kind }: Pick<DiagramEdge, "kind">,
  { from, to, through }: { readonly from: Box; readonly to: Box; readonly through: readonly Point[] },
  rows: Rows,
): readonly Point[] {
  if (from === to) return around(from);
  const goesUp = to.y < from.y;
  const first = { x: from.x + (goesUp ? from.width / 4 : sides[kind] * from.width), y: from.y };
  const last = { x: to.x + (goesUp ? sides.again * to.width : 0), y: to.y };
  const corners: Point[] = [{ x: first.x, y: goesUp ? topOf(from, from.width / 4) : bottomOf(from, first.x) }];
  let at: Point = first;
  for (const next of [...through, last]) {
    if (next.x !== at.x) {
      const y = rows.bottom(Math.min(at.y, next.y)) + channels[kind];
      corners.push({ x: at.x, y }, { x: next.x, y });
    }
    at = next;
  }
  corners.push({ x: last.x, y: goesUp ? bottomOf(to, last.x) : topOf(to, 0) });
  return corners;
}

/** The upper side; of a choice, which is narrow and pointed, so far from its middle. */
function topOf({ y, width, height }: Box, aside: number): number {
  return y - height / 2 + (width === height ? aside : 0);
}

function bottomOf({ x, y, width, height }: Box, at: number): number {
  return y + height / 2 - (width === height ? Math.abs(at - x) : 0);
}

/** From the right side of a node back to it. */
function around({ x, y, width }: Box): readonly Point[] {
  const right = x + width / 2;
  const out = right + 20;
  return [
    { x: right, y: y - 9 },
    { x: out, y: y - 9 },
    { x: out, y: y + 9 },
    { x: right, y: y + 9 },
  ];
}
