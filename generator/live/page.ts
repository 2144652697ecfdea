import { diagramOf, layOut, markup, svgMarkup, type Markup } from "../diagram/index.js";
import { generatedLine } from "../emit/index.js";
import type { WorkflowPlan } from "../ir/model.js";
import { pageText, runForm, runWords, statesOf, stepRuns, withCode } from "../site/index.js";
import type { LiveRun } from "./run.js";

/** The page of a run that goes on: a script keeps it up to date, and without one it can be asked for again. */
export async function livePage(id: string, run: LiveRun, plan: WorkflowPlan): Promise<string> {
  const isOver = run.end !== undefined;
  const events = isOver ? "" : `/runs/${id}/events`;
  const again = isOver
    ? markup``
    : markup`<noscript><p><a href="/runs/${id}">Look how far it has come</a></p></noscript>`;
  return servedPage(
    plan,
    `A run of ${plan.functionName}`,
    markup`<p class="facts" role="status"></p>${again}
<div data-events="${events}">${await runMarkup(run, plan)}</div>`,
  );
}

/** What changes while a run goes on. */
export async function runMarkup(run: LiveRun, plan: WorkflowPlan): Promise<Markup> {
  const [only, other] = plan.endings;
  const record = run.record(other === undefined ? only?.outcome : undefined);
  const runs = stepRuns(record);
  const last = runs.at(-1);
  const { end } = run;
  const now =
    end === undefined
      ? last === undefined
        ? "It begins."
        : `${last.stepId}: ${runWords(last, "under way")}`
      : "error" in end
        ? "It failed."
        : `It ended as ${record.outcome}.`;
  // Where parts stand does not change while they are watched: what is to say of steps stands below the picture.
  const svg = svgMarkup(await layOut(diagramOf(plan)), { stateOf: statesOf(runs, record.outcome) });
  return markup`<p class="lead now">${now}</p>
<div class="picture" tabindex="0" role="group" aria-label="The run on the diagram of ${plan.functionName}">${svg}</div>
<ol>
${runs.map((one) => markup`<li><strong>${one.stepId}</strong>: ${runWords(one, "under way")}</li>\n`)}</ol>
${end === undefined ? markup`` : endMarkup(end)}`;
}

function endMarkup(end: NonNullable<LiveRun["end"]>): Markup {
  const [title, text] =
    "error" in end
      ? ["What went wrong", end.error]
      : ["What it returned", JSON.stringify(end.result ?? null, undefined, 2)];
  return markup`<h2>${title}</h2>
<pre tabindex="0" role="group" aria-label="${title}"><code>${text}</code></pre>
`;
}

/** The page of an input that the workflow does not take. */
export function refusedPage(plan: WorkflowPlan, input: string, complaints: readonly string[]): string {
  return servedPage(
    plan,
    `${plan.functionName} does not take that`,
    markup`<div role="alert"><ul>${complaints.map((complaint) => markup`<li>${withCode(complaint)}</li>\n`)}</ul></div>
${runForm(plan, input)}`,
  );
}

function servedPage({ fileName, functionName }: WorkflowPlan, title: string, main: Markup): string {
  const body = markup`<header class="top"><nav aria-label="Place"><a href="/index.html">All workflows</a> <span aria-hidden="true">/</span> <a href="/workflows/${fileName}.html">${functionName}</a></nav>
<h1>${title}</h1></header>
<main id="main">
${main}</main>
`;
  return pageText({ title, description: title, root: "/", body, banner: generatedLine(), isServed: true });
}
