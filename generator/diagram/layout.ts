import type { Diagram, DiagramEdge, DiagramNode } from "./model.js";
import { route, Rows, type Point } from "./route.js";
import { wrap } from "./wrap.js";

/** A diagram of which it is known where everything stands; in pixels, from the left upper corner. */
export interface PlacedDiagram {
  readonly diagram: Diagram;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode {
  readonly node: DiagramNode;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

export interface TextLine {
  readonly text: string;
  /** How it looks: the name, a method and path, or something else that is to say. */
  readonly as: "name" | "request" | "note";
}

export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
  readonly lines: readonly string[];
  /** The middle of its label. */
  readonly label: Point;
  /** The width of its label. */
  readonly width: number;
}

/** The height of a line of text, and the widest that a character of each kind is in any common font; pixels. */
export const lineHeight = 18;
const charWidths = { name: 8.2, request: 7.3, note: 7.3 } as const;
const widest = { name: 34, request: 36, note: 36, label: 30 } as const;
const padding = { x: 14, y: 10 } as const;
const margin = 12;

/** Places the parts of a diagram from the top down: the steps in a line at the left, as far as they follow each other. */
export async function layOut(diagram: Diagram): Promise<PlacedDiagram> {
  // Loaded here because only those who want pictures need it.
  const { graphlib, layout } = await import("@dagrejs/dagre");
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: "TB",
    align: "UL",
    nodesep: 28,
    edgesep: 20,
    ranksep: 48,
    marginx: margin,
    marginy: margin,
  });
  const sized = diagram.nodes.map((node) => sizedNode(node));
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height });
  const labels = diagram.edges.map((edge, index) => {
    const lines = edge.label === "" ? [] : wrap(edge.label, widest.label);
    const width = lines.length === 0 ? 0 : widthOf(lines, "note") + 8;
    return { edge, lines, width, name: String(index) };
  });
  for (const { edge, lines, width, name } of inLayoutOrder(labels, diagram)) {
    graph.setEdge(edge.from, edge.to, { width, height: lines.length * lineHeight, labelpos: "c" }, name);
  }
  // What is left of something else is what was set before it: fewer crossings would not be worth a line that wanders.
  layout(graph, { disableOptimalOrderHeuristic: true });
  const { width = 0, height = 0 } = graph.graph();
  const nodes = sized.map((one): PlacedNode => ({ ...one, ...placeOf(graph.node(one.node.id)) }));
  const boxes = new Map(nodes.map((one) => [one.node.id, one]));
  const placeOfLabel = ({ edge, name }: (typeof labels)[number]) => graph.edge(edge.from, edge.to, name);
  const rows = new Rows([
    ...nodes,
    ...labels.map((one) => ({
      ...placeOf(placeOfLabel(one)),
      width: one.width,
      height: one.lines.length * lineHeight,
    })),
  ]);
  const lineOf = (one: (typeof labels)[number]): Pick<PlacedEdge, "points" | "label"> => {
    const placed = placeOfLabel(one);
    const from = boxes.get(one.edge.from);
    const to = boxes.get(one.edge.to);
    const through = (placed.points ?? []).slice(1, -1).map(placeOf);
    const points = from === undefined || to === undefined ? [] : route(one.edge, { from, to, through }, rows);
    return { points, label: placeOf(placed) };
  };
  return {
    diagram,
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes,
    edges: labels.map((one) => ({ ...one, ...lineOf(one) })),
  };
}

/** What leads on to the nearest step comes first, so that it is drawn straight down; then endings, failures, ways back. */
function inLayoutOrder<E extends { readonly edge: DiagramEdge }>(
  edges: readonly E[],
  { nodes }: Diagram,
): readonly E[] {
  const order = new Map(nodes.map(({ id, kind }, index) => [id, { index, isEnding: endings.has(kind) }]));
  const keyed = edges.map((each) => {
    const { index = 0, isEnding = false } = order.get(each.edge.to) ?? {};
    const group = { next: isEnding ? 1 : 0, failure: 2, again: 3 }[each.edge.kind];
    return { each, group, index };
  });
  return keyed.toSorted((a, b) => a.group - b.group || a.index - b.index).map(({ each }) => each);
}

const endings: ReadonlySet<DiagramNode["kind"]> = new Set(["end", "planned-failure", "throw", "workflow"]);

function placeOf({ x, y }: { readonly x?: number; readonly y?: number }): Point {
  return { x: x ?? 0, y: y ?? 0 };
}

function sizedNode(node: DiagramNode): Omit<PlacedNode, "x" | "y"> {
  if (node.kind === "choice") return { node, width: 22, height: 22, lines: [] };
  const { text, request, notes } = node;
  const lines: TextLine[] = [
    ...wrap(text, widest.name).map((line) => ({ text: line, as: "name" }) as const),
    ...(request === undefined ? [] : wrap(`${request.method} ${request.path}`, widest.request)).map(
      (line) => ({ text: line, as: "request" }) as const,
    ),
    ...notes.flatMap((note) => wrap(note, widest.note)).map((line) => ({ text: line, as: "note" }) as const),
  ];
  const width = Math.max(...lines.map((line) => widthOf([line.text], line.as))) + 2 * padding.x;
  return { node, width: Math.ceil(width), height: lines.length * lineHeight + 2 * padding.y, lines };
}

function widthOf(lines: readonly string[], as: TextLine["as"]): number {
  return Math.max(...lines.map((line) => [...line].length)) * charWidths[as];
}
