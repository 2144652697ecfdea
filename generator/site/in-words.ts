import { markup, type Diagram, type DiagramEdge, type DiagramNode, type Markup } from "../diagram/index.js";

/** What a diagram shows as a list of its steps, for those who would rather read it. */
export function inWords({ nodes, edges }: Diagram): Markup {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const steps = nodes.filter(({ kind }) => kind === "step" || kind === "call");
  return markup`<ol class="words">
${steps.map((step) => {
  const ways = edges.filter(({ from }) => from === step.id).flatMap((edge) => throughChoice(edge, byId, edges));
  return markup`<li><strong>${step.text}</strong>: ${whatItDoes(step)}<ul>
${ways.map((edge) => markup`<li>${wayWords(edge, byId.get(edge.to))}</li>\n`)}</ul></li>
`;
})}</ol>
`;
}

/** A choice is no place of its own in words: what leads from it leads from its step. */
function throughChoice(
  edge: DiagramEdge,
  byId: ReadonlyMap<string, DiagramNode>,
  edges: readonly DiagramEdge[],
): readonly DiagramEdge[] {
  return byId.get(edge.to)?.kind === "choice" ? edges.filter(({ from }) => from === edge.to) : [edge];
}

function whatItDoes({ request, notes }: DiagramNode): string {
  return [...(request === undefined ? [] : [`${request.method} ${request.path}`]), ...notes].join("; ");
}

function wayWords({ label }: DiagramEdge, to: DiagramNode | undefined): string {
  if (to === undefined) return label;
  const where = {
    start: "the start",
    choice: "",
    step: `go to ${to.text}`,
    call: `go to ${to.text}`,
    end: `end as ${to.text}`,
    "planned-failure": `end as ${to.text}`,
    throw: `throw a ${to.text}`,
    workflow: `go on with the workflow ${to.text}`,
  }[to.kind];
  return label === "" ? where : `${label}: ${where}`;
}
