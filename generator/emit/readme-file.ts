import { diagramOf, mermaidText } from "../diagram/index.js";
import type { Plan, WorkflowPlan } from "../ir/model.js";
import { generatedLine } from "./source-file.js";

/** The page that tells what an output folder holds, for those who look at it where Markdown is shown. */
export const readmeName = "README.md";

/** A list of the functions, and each as a picture. */
export function readmeFile({ workflows }: Plan): string {
  const sorted = workflows.toSorted((a, b) => (a.functionName < b.functionName ? -1 : 1));
  return [
    `<!-- ${generatedLine()} -->`,
    "# Workflows",
    ["| function | what it does |", "| --- | --- |", ...sorted.map(row)].join("\n"),
    ...sorted.flatMap(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function row({ functionName, summary = "" }: WorkflowPlan): string {
  return `| [\`${functionName}\`](#${functionName.toLowerCase()}) | ${plainText(summary)} |`;
}

function section(plan: WorkflowPlan): readonly string[] {
  const { functionName, fileName, summary } = plan;
  return [
    `## ${functionName}`,
    `${summary === undefined ? "" : `${plainText(summary)} `}[Code](workflows/${fileName}.ts)`,
    `\`\`\`mermaid\n${mermaidText(diagramOf(plan))}\`\`\``,
  ];
}

/** A text of a document on one line, in which nothing is Markdown or HTML. */
function plainText(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|&~$#]/g, "\\$&");
}
