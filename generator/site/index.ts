import { diagramOf, diagramStyle, layOut, markup, Markup, mermaidText, svgMarkup } from "../diagram/index.js";
import { generatedLine } from "../emit/index.js";
import { loadHighlight } from "./highlight.js";
import { indexBody } from "./index-page.js";
import type { SiteInput } from "./input.js";
import { loadMarkdown } from "./markdown.js";
import { pageText } from "./page.js";
import { siteScript } from "./script.js";
import { siteStyle } from "./style.js";
import { workflowBody, type Tools } from "./workflow-page.js";

export type { SiteInput, SiteWorkflow } from "./input.js";
export { pageText } from "./page.js";
export { runForm } from "./run-form.js";
export { planOfRun, runWords, statesOf, stepRuns } from "./run-marks.js";
export { runFiles } from "./run-page.js";
export { readRunRecord, type RunEvent, type RunRecord } from "./run-record.js";
export { withCode } from "./texts.js";

/** What is made of workflows for people: pages, or only the diagrams, as SVG or in the language of Mermaid. */
export const siteForms = ["html", "svg", "mermaid"] as const;

export type SiteForm = (typeof siteForms)[number];

/**
 * The files of a site about workflows, by their paths below its folder.
 * @param from The module that sample calls import functions from
 */
export async function siteFiles(input: SiteInput, form: SiteForm, from: string): Promise<ReadonlyMap<string, string>> {
  return form === "html" ? pages(input, { from, isServed: false }) : diagrams(input, form);
}

/** The same pages as a server of ours has them, each with a form that runs its workflow. */
export function servedFiles(input: SiteInput, from: string): Promise<ReadonlyMap<string, string>> {
  return pages(input, { from, isServed: true });
}

async function pages(
  input: SiteInput,
  { from, isServed }: Pick<Tools, "from" | "isServed">,
): Promise<ReadonlyMap<string, string>> {
  const [highlight, markdown] = await Promise.all([loadHighlight(), loadMarkdown()]);
  const tools: Tools = { highlight, markdown, from, isServed };
  const banner = generatedLine();
  const files = new Map([
    ["style.css", `/* ${banner} */\n${siteStyle}`],
    ["site.js", `// ${banner}\n${siteScript}`],
  ]);
  const description = `${input.workflows.length} workflows with their diagrams`;
  files.set("index.html", pageText({ title: "Workflows", description, root: "", body: indexBody(input), banner }));
  for (const workflow of input.workflows) {
    const { functionName, fileName, summary } = workflow.plan;
    const body = await workflowBody(workflow, tools);
    const page = { title: functionName, description: summary ?? functionName, root: "../", body, banner, isServed };
    files.set(`workflows/${fileName}.html`, pageText(page));
  }
  return files;
}

async function diagrams({ workflows }: SiteInput, form: "svg" | "mermaid"): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { plan } of workflows) {
    const diagram = diagramOf(plan);
    if (form === "mermaid") files.set(`${plan.fileName}.mmd`, `%% ${generatedLine()}\n${mermaidText(diagram)}`);
    else files.set(`${plan.fileName}.svg`, svgFile(String(svgMarkup(await layOut(diagram)))));
  }
  return files;
}

/** A drawing that stands by itself, with its colours in it. */
function svgFile(svg: string): string {
  const style = String(markup`<style>${Markup.trusted(diagramStyle)}</style>`);
  return `<!-- ${generatedLine()} -->\n${svg.replace("</title>", `</title>\n${style}`)}`;
}
