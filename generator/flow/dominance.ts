/** A directed graph: for each node, by its number, those that it leads to. */
export type Edges = readonly (readonly number[])[];

/** The same nodes with every edge turned round. */
export function reversed(edges: Edges): Edges {
  const back = edges.map((): number[] => []);
  for (const [node, next] of edges.entries()) {
    for (const each of next) back[each]?.push(node);
  }
  return back;
}

/** All nodes that some way leads to from these, which are among them; no way goes by those to be avoided. */
export function reach(from: readonly number[], edges: Edges, avoiding?: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node) || avoiding?.has(node) === true) continue;
    found.add(node);
    open.push(...(edges[node] ?? []));
  }
  return found;
}

/** Which nodes every way from a root to another node goes by. */
export class Dominance {
  /** Of each node the nearest other one that dominates it, by the order in which a search has left them. */
  readonly #parents: readonly number[];
  /** The place of each node in that order. The root is the last; nodes that no way leads to have none. */
  readonly #order: ReadonlyMap<number, number>;
  /** When a walk through the tree of the parents enters each place, and when it has left all below. */
  readonly #entered: readonly number[];
  readonly #left: readonly number[];

  constructor(root: number, edges: Edges) {
    const nodes = postorder(root, edges);
    this.#order = new Map(nodes.map((node, place) => [node, place]));
    this.#parents = parentsOf(nodes, this.#order, reversed(edges));
    const { entered, left } = walked(this.#parents);
    [this.#entered, this.#left] = [entered, left];
  }

  /** Whether every way from the root to a node goes by another one; also where no way leads to the node. */
  dominates(other: number, node: number): boolean {
    const [above, below] = [this.#order.get(other), this.#order.get(node)];
    if (below === undefined) return true;
    if (above === undefined) return false;
    const time = this.#entered[below] ?? 0;
    return (this.#entered[above] ?? 0) <= time && time <= (this.#left[above] ?? 0);
  }
}

/** The nodes that the root leads to, each behind all that a search finds by way of it. */
function postorder(root: number, edges: Edges): readonly number[] {
  const nodes: number[] = [];
  const seen = new Set([root]);
  const open = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = edges[top.node]?.[top.next];
    top.next += 1;
    if (child === undefined) {
      nodes.push(top.node);
      open.pop();
    } else if (!seen.has(child)) {
      seen.add(child);
      open.push({ node: child, next: 0 });
    }
  }
  return nodes;
}

/**
 * The nearest dominator of each place: where the ways to all nodes before it meet, found anew until nothing changes.
 * @see https://www.cs.tufts.edu/~nr/cs257/archive/keith-cooper/dom14.pdf
 */
function parentsOf(nodes: readonly number[], order: ReadonlyMap<number, number>, back: Edges): readonly number[] {
  const root = nodes.length - 1;
  const before = nodes.map((node) => (back[node] ?? []).flatMap((each) => order.get(each) ?? []));
  const parents: (number | undefined)[] = nodes.map((_, place) => (place === root ? root : undefined));
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (one < other) one = parents[one] ?? root;
      else other = parents[other] ?? root;
    }
    return one;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let place = root - 1; place >= 0; place -= 1) {
      const known = (before[place] ?? []).filter((each) => parents[each] !== undefined);
      const parent = known.reduce(meet);
      if (parents[place] !== parent) changed = true;
      parents[place] = parent;
    }
  }
  return parents.map((parent) => parent ?? root);
}

/** The times of a walk through a tree: a place lies below another one if it is entered before that is left. */
function walked(parents: readonly number[]): { readonly entered: readonly number[]; readonly left: readonly number[] } {
  const root = parents.length - 1;
  // A parent stands behind its children, so that one pass from the end counts from above, and one from the start sizes.
  const sizes = parents.map(() => 1);
  for (let place = 0; place < root; place += 1) {
    const parent = parents[place] ?? root;
    sizes[parent] = (sizes[parent] ?? 0) + (sizes[place] ?? 0);
  }
  const entered = parents.map(() => 0);
  const free = parents.map(() => 1);
  for (let place = root - 1; place >= 0; place -= 1) {
    const parent = parents[place] ?? root;
    entered[place] = (entered[parent] ?? 0) + (free[parent] ?? 0);
    free[parent] = (free[parent] ?? 0) + (sizes[place] ?? 0);
  }
  return { entered, left: entered.map((time, place) => time + (sizes[place] ?? 0) - 1) };
}
