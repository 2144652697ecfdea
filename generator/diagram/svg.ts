import { lineHeight, type PlacedDiagram, type PlacedEdge, type PlacedNode } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import type { DiagramNode } from "./model.js";
import type { Point } from "./route.js";

/** How a diagram is drawn, where that is not plainly. */
export interface SvgOptions {
  /** Begins the ids of the elements, which have to be unique on a page. Default: `diagram`. */
  readonly prefix?: string | undefined;
  /** Where a node leads to, if anywhere. Default: nowhere. */
  readonly linkOf?: ((node: DiagramNode) => string | undefined) | undefined;
  /** What happened to a node in a run. Default: nothing is shown of runs. */
  readonly stateOf?: ((node: DiagramNode) => NodeState | undefined) | undefined;
}

/** What a run did in a node. */
export type NodeState = "done" | "failed" | "waiting" | "untouched";

/**
 * A diagram as an SVG element: real text, in an order in which it can be read aloud, styled by classes alone and without
 * a script.
 */
export function svgMarkup(placed: PlacedDiagram, options: SvgOptions = {}): Markup {
  const { diagram, width, height, nodes, edges } = placed;
  const { prefix = "diagram" } = options;
  const drawn = nodes.map((node) => {
    const own = edges.filter(({ edge }) => edge.from === node.node.id);
    return markup`${nodeMarkup(node, options)}${own.map(labelMarkup)}`;
  });
  return markup`<svg class="diagram" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${prefix}-title ${prefix}-about">
<title id="${prefix}-title">${diagram.title}</title>
<desc id="${prefix}-about">${diagram.description}</desc>
<defs aria-hidden="true">
${(["next", "failure", "again"] as const).map(
  (kind) =>
    markup`<marker id="${prefix}-${kind}" class="head ${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker>\n`,
)}</defs>
<g aria-hidden="true">
${edges.map((edge) => edgeMarkup(edge, prefix))}</g>
${drawn}</svg>
`;
}

function edgeMarkup({ edge, points }: PlacedEdge, prefix: string): Markup {
  return markup`<path class="edge ${edge.kind}" data-from="${edge.from}" data-to="${edge.to}" d="${curve(points)}" marker-end="url(#${prefix}-${edge.kind})"/>\n`;
}

/** How round corners are, in pixels. */
const cornerRadius = 6;

/** From point to point, with round corners. */
function curve(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const next = points[index + 1];
      if (before === undefined) return `M${at(point)}`;
      if (next === undefined) return `L${at(point)}`;
      return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, next))}`;
    })
    .join("");
}

/** The point that is a corner's radius away, or halfway where another one is near. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(cornerRadius / length, 0.5);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}

function labelMarkup({ edge, lines, label, width }: PlacedEdge): Markup {
  if (lines.length === 0) return markup``;
  const height = lines.length * lineHeight;
  const back = markup`<rect class="back" x="${rounded(label.x - width / 2)}" y="${rounded(label.y - height / 2)}" width="${rounded(width)}" height="${height}"/>`;
  return markup`<g class="label ${edge.kind}">${back}${textMarkup(
    lines.map((text) => ({ text, as: "note" })),
    label,
  )}</g>\n`;
}

function nodeMarkup(placed: PlacedNode, { linkOf, stateOf }: SvgOptions): Markup {
  const { node, x, y, lines } = placed;
  const run = stateOf?.(node);
  const state = run === undefined ? "" : ` ${run}`;
  const inside = markup`${shapeMarkup(placed)}${textMarkup(lines, { x, y })}`;
  const link = linkOf?.(node);
  const content = link === undefined ? inside : markup`<a href="${link}">${inside}</a>`;
  const data = node.stepId === undefined ? markup`` : markup` data-step="${node.stepId}"`;
  const hidden = node.kind === "choice" ? markup` aria-hidden="true"` : markup``;
  return markup`<g class="node ${node.kind}${state}" data-node="${node.id}"${data}${hidden}>${content}</g>\n`;
}

function shapeMarkup({ node, x, y, width, height }: PlacedNode): Markup {
  const left = rounded(x - width / 2);
  const top = rounded(y - height / 2);
  if (node.kind === "choice") {
    const half = width / 2;
    return markup`<path class="shape" d="M${at({ x, y: y - half })}L${at({ x: x + half, y })}L${at({ x, y: y + half })}L${at({ x: x - half, y })}z"/>`;
  }
  const isRound = node.kind !== "step" && node.kind !== "call" && node.kind !== "workflow";
  const radius = isRound ? rounded(height / 2) : 6;
  const shape = markup`<rect class="shape" x="${left}" y="${top}" width="${width}" height="${height}" rx="${radius}"/>`;
  if (node.kind !== "call" && node.kind !== "workflow") return shape;
  const inner = markup`<path class="shape" d="M${left + 5} ${top}v${height}M${left + width - 5} ${top}v${height}"/>`;
  return markup`${shape}${inner}`;
}

/** Lines in the middle of a place. */
function textMarkup(lines: PlacedNode["lines"], { x, y }: Point): Markup {
  if (lines.length === 0) return markup``;
  const top = y - ((lines.length - 1) * lineHeight) / 2;
  const spans = lines.map(({ text, as }, index) => {
    // The space keeps words of two lines apart where the text is copied or read aloud; the steps of a path stay one.
    const space = index === 0 || as === "request" ? "" : " ";
    return markup`<tspan class="${as}" x="${rounded(x)}" y="${rounded(top + index * lineHeight)}">${space}${text}</tspan>`;
  });
  return markup`<text text-anchor="middle" dominant-baseline="central">${spans}</text>`;
}
