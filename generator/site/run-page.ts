import { diagramOf, layOut, markup, svgMarkup, type DiagramNode, type Markup } from "../diagram/index.js";
import { generatedLine } from "../emit/index.js";
import type { WorkflowPlan } from "../ir/model.js";
import { pageText } from "./page.js";
import { runWords, statesOf, stepRuns, withRuns, type StepRun } from "./run-marks.js";
import type { RunRecord } from "./run-record.js";
import { siteScript } from "./script.js";
import { siteStyle } from "./style.js";

/** The files of a page that shows a run on the diagram of its workflow. Of what was sent and answered it has nothing. */
export async function runFiles(record: RunRecord, plan: WorkflowPlan): Promise<ReadonlyMap<string, string>> {
  const runs = stepRuns(record);
  const diagram = withRuns(diagramOf(plan), runs);
  const known = new Set(plan.flow.steps.map(({ stepId }) => stepId));
  const ran = new Set(runs.map(({ stepId }) => stepId).filter((stepId) => known.has(stepId)));
  const linkOf = ({ kind, stepId = "" }: DiagramNode): string | undefined =>
    (kind === "step" || kind === "call") && ran.has(stepId) ? `#${anchorOf(stepId)}` : undefined;
  const svg = svgMarkup(await layOut(diagram), { linkOf, stateOf: statesOf(runs, record.outcome) });
  const banner = generatedLine();
  const body = markup`<header class="top"><h1>A run of ${plan.functionName}</h1>
<p class="lead">${plan.summary ?? ""}</p>
${record.outcome === undefined ? markup`` : markup`<p>It ended as <code>${record.outcome}</code>.</p>`}</header>
<main id="main">
<section id="diagram"><h2>Where it went</h2>
<div class="picture" tabindex="0" role="group" aria-label="The run on the diagram of ${plan.functionName}">${svg}</div></section>
<section id="steps"><h2>Step by step</h2>
<ol>
${runs.map((run) => stepMarkup(run, ran.has(run.stepId)))}</ol></section>
</main>
`;
  const title = `A run of ${plan.functionName}`;
  return new Map([
    ["index.html", pageText({ title, description: title, root: "", body, banner })],
    ["style.css", `/* ${banner} */\n${siteStyle}`],
    ["site.js", `// ${banner}\n${siteScript}`],
  ]);
}

/** What a run did in a step. A step of another workflow is not named: who knows what its name holds. */
function stepMarkup(run: StepRun, isKnown: boolean): Markup {
  const name = isKnown ? run.stepId : "a step that the workflow does not have";
  const id = isKnown ? markup` id="${anchorOf(run.stepId)}"` : markup``;
  return markup`<li${id}><strong>${name}</strong>: <span class="${run.state}">${run.state}</span> ${runWords(run)}</li>\n`;
}

function anchorOf(stepId: string): string {
  return `step-${stepId}`;
}
