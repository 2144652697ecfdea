import type { graphlib } from "@dagrejs/dagre";
import { compact, type Spot } from "./compact.js";
import type { FarOn } from "./far-on.js";

/** What is to be placed of a node. */
export interface NodeToPlace {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** What is to be placed of a line: its label. */
export interface LineToPlace {
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
  readonly far: FarOn | undefined;
}

/** Where everything stands. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  /** By their ids. */
  readonly nodes: ReadonlyMap<string, Spot>;
  readonly lines: ReadonlyMap<LineToPlace, PlacedLine>;
}

export interface PlacedLine {
  /** Where it passes the rows between its nodes, from its beginning to its end. */
  readonly through: readonly Spot[];
  readonly label: Spot;
}

const margin = 12;
/** The room between nodes, and that between lines, in pixels. */
const rooms = { node: 28, line: 20 } as const;
/** How much more a label that stands by itself is drawn to where its line begins than to where that leads. */
const nearby = 8;

/** Places nodes in rows from the top down, and the labels of lines between them. What comes first stands at the left. */
export async function place(nodes: readonly NodeToPlace[], lines: readonly LineToPlace[]): Promise<Placement> {
  // Loaded here because only those who want pictures need it.
  const { graphlib, layout } = await import("@dagrejs/dagre");
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: "TB",
    align: "UL",
    nodesep: rooms.node,
    edgesep: rooms.line,
    ranksep: 48,
    marginx: margin,
    marginy: margin,
  });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const [index, line] of lines.entries()) setLine(graph, line, String(index));
  // What is left of something else is what was set before it: fewer crossings would not be worth a line that wanders.
  layout(graph, { disableOptimalOrderHeuristic: true });
  const spotOf = ({ x = 0, y = 0 }: Place, width: number, room: number): Spot => {
    return { x, y, width, room };
  };
  const placed = new Map(nodes.map(({ id, width }) => [id, spotOf(graph.node(id), width, rooms.node)]));
  const drawn = new Map(lines.map((line, index) => [line, lineIn(graph, line, String(index), spotOf)]));
  const passed = [...drawn.values()].flatMap(({ through, label }) => [...through, ...(label.width > 0 ? [label] : [])]);
  const spots = [...new Set([...placed.values(), ...passed])];
  const whole = lines.map((line) => {
    const ends = [placed.get(line.from), placed.get(line.to)].map((end) => (end === undefined ? [] : [end]));
    return [...(ends[0] ?? []), ...(drawn.get(line)?.through ?? []), ...(ends[1] ?? [])];
  });
  const places = compact(spots, whole, margin);
  const movedOf = (spot: Spot): Spot => ({ ...spot, x: places.get(spot) ?? spot.x });
  return {
    width: Math.max(...spots.map(movedOf).map(({ x, width }) => x + width / 2)) + margin,
    height: graph.graph().height ?? 0,
    nodes: new Map([...placed].map(([id, spot]) => [id, movedOf(spot)])),
    lines: new Map(
      [...drawn].map(([line, { through, label }]) => [line, { through: through.map(movedOf), label: movedOf(label) }]),
    ),
  };
}

/** The node that the label of a line is placed as which leads far on; diagrams call theirs by letters and digits alone. */
function labelId(name: string): string {
  return `label-${name}`;
}

function setLine(graph: graphlib.Graph, { from, to, width, height, far }: LineToPlace, name: string): void {
  if (far === undefined) {
    graph.setEdge(from, to, { width, height, labelpos: "c" }, name);
    return;
  }
  // As a node, the label stands where the line begins: of itself it would be halfway, where nobody looks for it.
  const label = labelId(name);
  graph.setNode(label, { width, height });
  const [upper, lower] = far.isUp ? [to, from] : [from, to];
  graph.setEdge(upper, label, { weight: far.isUp ? 1 : nearby }, name);
  graph.setEdge(label, lower, { weight: far.isUp ? nearby : 1 }, name);
}

/** As dagre tells it. */
interface Place {
  readonly x?: number;
  readonly y?: number;
}

function lineIn(
  graph: graphlib.Graph,
  { from, to, width, far }: LineToPlace,
  name: string,
  spotOf: (place: Place, width: number, room: number) => Spot,
): PlacedLine {
  const passed = (a: string, b: string): readonly Spot[] =>
    (graph.edge(a, b, name).points ?? []).slice(1, -1).map((point: Place) => spotOf(point, 0, rooms.line));
  if (far !== undefined) {
    const own = labelId(name);
    const label = spotOf(graph.node(own), width, rooms.node);
    const [upper, lower] = far.isUp ? [to, from] : [from, to];
    const down = [...passed(upper, own), label, ...passed(own, lower)];
    return { through: far.isUp ? down.toReversed() : down, label };
  }
  const label = spotOf(graph.edge(from, to, name), width, rooms.line);
  // A line that leads back to its own node passes no row.
  if (from === to) return { through: [], label };
  return { through: passed(from, to).map((spot) => (spot.y === label.y ? label : spot)), label };
}
