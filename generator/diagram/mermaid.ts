import type { Diagram, DiagramEdge, DiagramNode } from "./model.js";

/**
 * A diagram in the language of Mermaid, which GitHub and many editors draw.
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidText({ nodes, edges }: Diagram): string {
  return ["flowchart TD", ...nodes.map((node) => `  ${nodeText(node)}`), ...edges.map((edge) => `  ${edgeText(edge)}`)]
    .join("\n")
    .concat("\n");
}

const shapes: Readonly<Record<DiagramNode["kind"], readonly [open: string, close: string]>> = {
  start: ["([", "])"],
  step: ["[", "]"],
  call: ["[[", "]]"],
  choice: ["{", "}"],
  end: ["([", "])"],
  "planned-failure": ["([", "])"],
  throw: [">", "]"],
  workflow: ["[[", "]]"],
};

function nodeText({ id, kind, text, request, notes }: DiagramNode): string {
  const [open, close] = shapes[kind];
  const asked = request === undefined ? [] : [`${request.method} ${request.path}`];
  const lines = [text === "" ? " " : text, ...asked, ...notes].map(quotable);
  return `${id}${open}"${lines.join("<br/>")}"${close}`;
}

const arrows = { next: "-->", failure: "-.->", again: "-->" } as const;

function edgeText({ from, to, kind, label }: DiagramEdge): string {
  return `${from} ${arrows[kind]}${label === "" ? "" : `|"${quotable(label)}"|`} ${to}`;
}

/** A text as it may stand between quotes: what Mermaid or HTML would read as its own is written by name or number. */
function quotable(text: string): string {
  return text
    .replaceAll(/[#&"<>`\\]/g, (sign) => `#${sign.codePointAt(0)};`)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\p{C}/gu, "");
}
