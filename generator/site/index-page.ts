import { formatFindings } from "../diagnostics.js";
import { markup, type Markup } from "../diagram/index.js";
import { breakable, withCode } from "./texts.js";
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
${groupsOf(workflows).map(groupMarkup)}${leftOutMarkup(others)}</main>
`;
}

/** What documents with several workflows are called; those with one stand under the API that they call first. */
function groupsOf(workflows: readonly SiteWorkflow[]): readonly (readonly [title: string, readonly SiteWorkflow[]])[] {
  const byDocument = grouped(workflows, ({ document }) => document);
  const isAlone = ({ document }: SiteWorkflow): boolean => byDocument.get(document)?.length === 1;
  const titleOf = (workflow: SiteWorkflow): string => (isAlone(workflow) ? productOf(workflow) : workflow.document);
  const groups = grouped(workflows, titleOf);
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, "en"));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** The API that is called first: `Messaging`. */
function productOf({ plan }: SiteWorkflow): string {
  return plan.clients[0]?.interfaceName.replace(/(?:V\d+)?Api$/, "") ?? "Others";
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
  ].map((fact) => fact.replaceAll(" ", "\u00A0"));
  const sought = [
    plan.workflowId,
    plan.functionName,
    plan.summary ?? "",
    ...requests.map(({ method, path, server }) => `${method} ${server}${path}`),
    ...plan.endings.map(({ outcome }) => outcome),
  ];
  return markup`<li data-text="${sought.join(" ").toLowerCase()}"><a href="workflows/${plan.fileName}.html">${breakable(plan.functionName)}</a>
<p>${plan.summary ?? ""}</p>
<p class="facts">${facts.join(" · ")}</p></li>
`;
}

/** What has no page is said in full; what else there is to say of documents, once of each kind, is opened by who wants it. */
function leftOutMarkup(findings: SiteInput["others"]): Markup {
  const isLost = ({ severity, code }: SiteInput["others"][number]): boolean =>
    severity === "error" || code === "workflow-left-out";
  const lost = findings.filter(isLost);
  const kinds = grouped(
    findings.filter((finding) => !isLost(finding)),
    ({ code }) => code,
  );
  return markup`${
    lost.length === 0
      ? markup``
      : markup`<section><h2>What has no page</h2>
<p>Of these no function could be made.</p>
${lost.map(findingMarkup)}</section>
`
  }${
    kinds.size === 0
      ? markup``
      : markup`<section><h2>About the documents</h2>
<p>What is said of no workflow in particular.</p>
${[...kinds.values()].map(kindMarkup)}</section>
`
  }`;
}

function kindMarkup(findings: SiteInput["others"]): Markup {
  const [first] = findings;
  if (first === undefined) return markup``;
  const more = findings.length === 1 ? "" : ` (${findings.length} times)`;
  return markup`<details class="finding ${first.severity}"><summary>${titleMarkup(first)}${more}</summary>
${findings.map(placeMarkup)}</details>
`;
}

/** A finding as the command line shows it, with the lines of the document. */
export function findingMarkup(finding: SiteInput["others"][number]): Markup {
  return markup`<div class="finding ${finding.severity}"><p>${titleMarkup(finding)}</p>
${placeMarkup(finding)}</div>
`;
}

function titleMarkup({ severity, code, message }: SiteInput["others"][number]): Markup {
  return markup`<strong>${severity}</strong> <code>${code}</code> ${withCode(message)}`;
}

function placeMarkup(finding: SiteInput["others"][number]): Markup {
  const text = formatFindings([finding], "pretty", { color: false, version: "" }).replace(/\n\n[^\n]*$/, "");
  return markup`<pre tabindex="0" role="group" aria-label="${finding.code}"><code>${text}</code></pre>
`;
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
