/** A stretch of steps, both ends included, that is left by its end or begun again. */
export interface Interval {
  readonly kind: "block" | "loop";
  readonly first: number;
  readonly last: number;
}

/** A jump from the code of one step to the beginning of another, or of the same. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

/** How many blocks and loops stand inside of one another, or beside, before a `switch` is easier to read. */
const most = { inside: 30, beside: 200 } as const;

/**
 * The blocks and loops that give every jump a place to go to, each inside or outside of each other; `undefined` where
 * a jump leads into the middle of a loop, which no block can express, or where there would be too many of them.
 */
export function loopsAndBlocks(jumps: readonly Jump[]): readonly Interval[] | undefined {
  const loops = byTarget(jumps.filter(({ from, to }) => to <= from));
  const blocks = byTarget(jumps.filter(({ from, to }) => to > from));
  let intervals: Interval[] = [
    ...[...loops].map(([to, from]): Interval => ({ kind: "loop", first: to, last: Math.max(...from) })),
    ...[...blocks].map(([to, from]): Interval => ({ kind: "block", first: Math.min(...from), last: to - 1 })),
  ];
  if (intervals.length > most.beside) return undefined;
  for (let crossing = findCrossing(intervals); crossing !== undefined; crossing = findCrossing(intervals)) {
    const [early, late] = crossing;
    // A block that ends inside of a loop which it does not hold is a way into the middle of the loop.
    if (early.kind === "block" && late.kind === "loop") return undefined;
    const [from, to] =
      late.kind === "block" ? [late, { ...late, first: early.first }] : [early, { ...early, last: late.last }];
    intervals = intervals.map((interval) => (interval === from ? to : interval));
  }
  if (intervals.some((interval) => depthOf(interval, intervals) > most.inside)) return undefined;
  return intervals.toSorted((a, b) => a.first - b.first || b.last - a.last || (a.kind === "block" ? -1 : 1));
}

function depthOf({ first, last }: Interval, intervals: readonly Interval[]): number {
  return intervals.filter((other) => other.first <= first && last <= other.last).length;
}

function byTarget(jumps: readonly Jump[]): ReadonlyMap<number, readonly number[]> {
  const targets = new Map<number, readonly number[]>();
  for (const { from, to } of jumps) targets.set(to, [...(targets.get(to) ?? []), from]);
  return targets;
}

/** Two intervals of which neither holds the other, though they meet. */
function findCrossing(intervals: readonly Interval[]): readonly [Interval, Interval] | undefined {
  for (const early of intervals) {
    const late = intervals.find(({ first, last }) => early.first < first && first <= early.last && early.last < last);
    if (late !== undefined) return [early, late];
  }
  return undefined;
}
