import { diagramOf, layOut, markup, svgMarkup, type DiagramNode, type Markup } from "../diagram/index.js";
import { costsOf } from "../ir/costs.js";
import type { Ending, InputPlan } from "../ir/model.js";
import type { ObjectField } from "../types/type.js";
import { curlLine } from "./curl.js";
import type { Highlight } from "./highlight.js";
import { inWords } from "./in-words.js";
import { findingMarkup } from "./index-page.js";
import type { SiteWorkflow } from "./input.js";
import type { Markdown } from "./markdown.js";
import { requestsOf, type SiteRequest } from "./requests.js";
import { runSection } from "./run-form.js";
import { sampleCall } from "./sample-call.js";
import { breakable } from "./texts.js";
import { typeText } from "./type-text.js";

/** What pages are written with. */
export interface Tools {
  readonly highlight: Highlight;
  readonly markdown: Markdown;
  /** The module that sample calls import functions from. */
  readonly from: string;
  /** The page comes from a server, which runs the workflow. */
  readonly isServed: boolean;
}

/** All there is to say of one workflow. */
export async function workflowBody(workflow: SiteWorkflow, tools: Tools): Promise<Markup> {
  const { plan, code, document, findings } = workflow;
  const { highlight, markdown, from } = tools;
  const requests = requestsOf(plan);
  const described =
    plan.description === undefined ? markup`` : markup`<div class="prose">${markdown(plan.description)}</div>`;
  return markup`<header class="top"><nav aria-label="Place"><a href="../index.html">All workflows</a> <span aria-hidden="true">/</span> ${document}</nav>
<h1>${breakable(plan.functionName)}</h1>
<p class="lead">${plan.summary ?? ""}</p>
${described}
<p class="facts">Workflow <code>${plan.workflowId}</code> of <code>${plan.origin}</code></p>
<nav class="parts" aria-label="On this page"><a href="#diagram">Diagram</a> ${tools.isServed ? markup`<a href="#run">Run it</a> ` : markup``}<a href="#inputs">Inputs</a> <a href="#outputs">Outputs</a> <a href="#requests">Requests</a> <a href="#call">Call</a> <a href="#function">Function</a>${findings.length === 0 ? markup`` : markup` <a href="#findings">Findings</a>`}</nav></header>
<main id="main">
${await diagramSection(workflow, requests)}
${tools.isServed ? runSection(plan) : markup``}
<section id="inputs"><h2>Inputs</h2>
${plan.inputs.length === 0 ? markup`<p>None.</p>` : markup`<dl class="fields">${plan.inputs.map((input) => fieldMarkup(input, input.optional ? "optional" : "required", markdown, inputNotes(input)))}</dl>`}</section>
<section id="outputs"><h2>Outputs</h2>
${plan.endings.map((ending) => endingMarkup(ending, plan.endings.length > 1, markdown))}</section>
<section id="requests"><h2>Requests</h2>
${requests.map((request) => requestMarkup(request, tools))}</section>
<section id="call"><h2>A call to copy</h2>
${codeMarkup(highlight(sampleCall(plan, from), "typescript"), "A call", true)}</section>
<section id="function"><h2>The function</h2>
${codeMarkup(highlight(withoutBanner(code), "typescript"), `The code of ${plan.functionName}`, true)}</section>
${
  findings.length === 0
    ? markup``
    : markup`<section id="findings"><h2>Findings</h2>
<p>What is to be said of the document.</p>
${findings.map(findingMarkup)}</section>
`
}</main>
`;
}

async function diagramSection({ plan }: SiteWorkflow, requests: readonly SiteRequest[]): Promise<Markup> {
  const diagram = diagramOf(plan);
  const steps = new Set(requests.map(({ stepId }) => stepId));
  const linkOf = ({ kind, stepId = "", runs }: DiagramNode): string | undefined => {
    if (runs !== undefined) return `${runs}.html`;
    return kind === "step" && steps.has(stepId) ? `#${anchorOf(stepId)}` : undefined;
  };
  const svg = svgMarkup(await layOut(diagram), { linkOf });
  return markup`<section id="diagram"><h2>Diagram</h2>
<div class="picture" tabindex="0" role="group" aria-label="Diagram of ${plan.functionName}">${svg}</div>
<p class="legend">Any other failure of a step throws an error that carries what was done until then.</p>
<details><summary>The same in words</summary>
${inWords(diagram)}</details></section>`;
}

function anchorOf(stepId: string): string {
  return `step-${stepId}`;
}

function fieldMarkup(field: ObjectField, need: string, markdown: Markdown, notes: readonly string[] = []): Markup {
  const { name, description, limits, deprecated } = field;
  const said = [...(deprecated ? ["deprecated"] : []), ...notes, ...(limits === undefined ? [] : [limits])];
  return markup`<div><dt><code class="name">${name}</code> <code class="type">${typeText(field.type)}</code> <span class="need">${need}</span></dt>
<dd>${description === undefined ? markup`` : markdown(description)}${said.length === 0 ? markup`` : markup`<p class="facts">${said.join(" · ")}</p>`}</dd></div>
`;
}

function inputNotes({ fallback, deferred, default: initial }: InputPlan): readonly string[] {
  if (deferred !== undefined) return ["may be a function, which is asked when the step is reached"];
  if (fallback?.value.kind === "credential") return ["without it, the account of the credentials"];
  return initial === undefined ? [] : [`without it, ${initial}`];
}

function endingMarkup({ outcome, fields }: Ending, isNamed: boolean, markdown: Markdown): Markup {
  const title = isNamed ? markup`<h3>Ending <code>${outcome}</code></h3>\n` : markup``;
  if (fields.length === 0) return markup`${title}<p>Nothing${isNamed ? " but its name" : ""}.</p>\n`;
  const listed = fields.map((field) => fieldMarkup(field, field.optional ? "may be missing" : "", markdown));
  return markup`${title}<dl class="fields">${listed}</dl>
`;
}

function requestMarkup(request: SiteRequest, { highlight, markdown }: Tools): Markup {
  const { stepId, description, method, server, path, contentType, fields } = request;
  const costs = costsOf(method, `${server}${path}`);
  const rows = fields.map(({ in: place, name, value }) => {
    const shown =
      value.kind === "fixed" ? markup`<code>${value.text}</code>, always` : markup`<code>${value.text}</code>`;
    return markup`<div><dt><code class="name">${name === "" ? "all" : name}</code> <span class="need">${place}</span></dt><dd>${shown}</dd></div>\n`;
  });
  return markup`<article id="${anchorOf(stepId)}"><h3>${stepId}</h3>
${description === undefined ? markup`` : markdown(description)}<p class="line"><code class="method">${method}</code> <code>${server === "" ? "a server that the caller names" : breakable(server)}${breakable(path)}</code></p>
${costs === undefined ? markup`` : markup`<p class="facts">Twilio charges for it: ${costs}.</p>\n`}${contentType === "" ? markup`` : markup`<p class="facts">Sends ${contentType}</p>\n`}${rows.length === 0 ? markup`` : markup`<dl class="fields sent">${rows}</dl>\n`}${codeMarkup(highlight(curlLine(request), "bash"), `The request ${stepId} for curl`, true)}</article>
`;
}

function codeMarkup(code: Markup, label: string, isCopied: boolean): Markup {
  const copied = isCopied ? markup` data-copy="yes"` : markup``;
  return markup`<pre class="code" tabindex="0" role="group" aria-label="${label}"${copied}><code>${code}</code></pre>
`;
}

function withoutBanner(code: string): string {
  return code.replace(/^(?:(?:\/\/|\/\*).*\n)+/, "");
}
