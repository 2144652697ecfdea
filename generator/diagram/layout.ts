import type { Diagram, DiagramEdge, DiagramNode } from "./model.js";
import { farOn } from "./far-on.js";
import { place } from "./place.js";
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
/** Places the parts of a diagram from the top down: the steps in a line at the left, as far as they follow each other. */
export async function layOut(diagram: Diagram): Promise<PlacedDiagram> {
  const sized = diagram.nodes.map((node) => sizedNode(node));
  const wayOf = farOn(diagram);
  const lines = diagram.edges.map((edge) => {
    const far = wayOf(edge);
    const said = [edge.label, ...(far === undefined ? [] : [`to ${far.name}`])].filter((part) => part !== "");
    const texts = said.length === 0 ? [] : wrap(said.join(", "), widest.label);
    const width = texts.length === 0 ? 0 : widthOf(texts, "note") + 8;
    const { from, to } = edge;
    return { edge, texts, toPlace: { from, to, width, height: texts.length * lineHeight, far } };
  });
  const placed = await place(
    sized.map(({ node: { id }, width, height }) => ({ id, width, height })),
    inLayoutOrder(lines, diagram).map(({ toPlace }) => toPlace),
  );
  const nodes = sized.map((one): PlacedNode => ({ ...one, ...placeOf(placed.nodes.get(one.node.id)) }));
  const boxes = new Map(nodes.map((one) => [one.node.id, one]));
  const labelOf = ({ toPlace }: (typeof lines)[number]): Point => placeOf(placed.lines.get(toPlace)?.label);
  const rows = new Rows([...nodes, ...lines.map((line) => ({ ...line.toPlace, ...labelOf(line) }))]);
  return {
    diagram,
    width: Math.ceil(placed.width),
    height: Math.ceil(placed.height),
    nodes,
    edges: lines.map((line): PlacedEdge => {
      const { edge, texts, toPlace } = line;
      const { through = [] } = placed.lines.get(toPlace) ?? {};
      const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
      const points = from === undefined || to === undefined ? [] : route(edge, { from, to, through }, rows);
      return { edge, points, lines: texts, label: labelOf(line), width: toPlace.width };
    }),
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

function placeOf(point: Point | undefined): Point {
  return { x: point?.x ?? 0, y: point?.y ?? 0 };
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
