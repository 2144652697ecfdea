export { diagramOf } from "./diagram.js";
export { mermaidText } from "./mermaid.js";
