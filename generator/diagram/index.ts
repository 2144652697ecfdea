export { diagramOf } from "./diagram.js";
export { layOut, type PlacedDiagram } from "./layout.js";
export { Markup, markup } from "./markup.js";
export { mermaidText } from "./mermaid.js";
export type { Diagram, DiagramEdge, DiagramNode } from "./model.js";
export { svgMarkup, type NodeState, type SvgOptions } from "./svg.js";
export { diagramStyle } from "./svg-style.js";
