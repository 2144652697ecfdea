import { formatFindings } from "../diagnostics.js";
import { markup, type Markup } from "../diagram/index.js";
import type { SiteInput, SiteWorkflow } from "./input.js";
import { requestsOf } from "./requests.js";

/** The list of all workflows, by their documents, with a field to search in it. */
export function indexBody({ workflows, others }: SiteInput): Markup {
  return markup`<header class="top"><h1>Workflows</h1>
<p>${counted(workflows.length, "workflow")}, each a function that can be called, and a picture of what it does.</p>
<form class="search" role="search" hidden><label for="search">Search</label>
<input id="search" type="search" autocomplete="off" placeholder="message, verify, POST /v1/…">
<output for="search" aria-live="polite"></output></form></header>
<main id="main">
${groupsOf(workflows).map(groupMarkup)}${others.length === 0 ? markup`` : leftOutMarkup(others)}</main>
`;
}

/** What documents with several workflows are called; those with one stand together. */
function groupsOf(workflows: readonly SiteWorkflow[]): readonly (readonly [title: string, SiteWorkflow[]])[] {
  const groups = new Map<string, SiteWorkflow[]>();
  for (const workflow of workflows) {
    const group = groups.get(workflow.document);
    if (group === undefined) groups.set(workflow.document, [workflow]);
    else group.push(workflow);
  }
  const alone = [...groups].filter(([, group]) => group.length === 1).flatMap(([, group]) => group);
  const several = [...groups].filter(([, group]) => group.length > 1).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  if (alone.length === 0) return several;
  return [...several, [several.length === 0 ? "All" : "Others", alone]];
}

function groupMarkup([title, workflows]: readonly [string, readonly SiteWorkflow[]]): Markup {
  return markup`<section class="group"><h2>${title}</h2>
<ul class="cards">
${workflows.map(cardMarkup)}</ul></section>
`;
}

function cardMarkup({ plan, findings }: SiteWorkflow): Markup {
  const requests = requestsOf(plan);
  const writes = requests.filter(({ method }) => method !== "GET" && method !== "HEAD");
  const facts = [
    counted(plan.flow.steps.length, "step"),
    ...(writes.length === 0
      ? ["only reads"]
      : [`${counted(writes.length, "request")} that write${writes.length === 1 ? "s" : ""}`]),
    ...(plan.flow.steps.some(({ poll }) => poll !== undefined) ? ["waits"] : []),
    ...(plan.endings.length > 1 ? [counted(plan.endings.length, "ending")] : []),
    ...(findings.length > 0 ? [counted(findings.length, "finding")] : []),
  ];
  const sought = [
    plan.workflowId,
    plan.functionName,
    plan.summary ?? "",
    ...requests.map(({ method, path, server }) => `${method} ${server}${path}`),
    ...plan.endings.map(({ outcome }) => outcome),
  ];
  return markup`<li data-text="${sought.join(" ").toLowerCase()}"><a href="workflows/${plan.fileName}.html">${plan.functionName}</a>
<p>${plan.summary ?? ""}</p>
<p class="facts">${facts.join(" · ")}</p></li>
`;
}

function leftOutMarkup(findings: SiteInput["others"]): Markup {
  return markup`<section><h2>What has no page</h2>
<p>Of these no function could be made, or it is said of no workflow in particular.</p>
${findings.map(findingMarkup)}</section>
`;
}

/** A finding as the command line shows it, with the lines of the document. */
export function findingMarkup(finding: SiteInput["others"][number]): Markup {
  const { severity, code, message } = finding;
  const text = formatFindings([finding], "pretty", { color: false, version: "" }).replace(/\n\n[^\n]*$/, "");
  return markup`<div class="finding ${severity}"><p><strong>${severity}</strong> <code>${code}</code> ${message}</p>
<pre tabindex="0" role="group" aria-label="${code}"><code>${text}</code></pre></div>
`;
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
