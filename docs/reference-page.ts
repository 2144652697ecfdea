import { type Markup, markup } from "../generator/diagram/index.js";
import type { Highlight } from "../generator/site/highlight.js";
import type { Markdown } from "../generator/site/markdown.js";
import type { Entry, Exported, Member } from "./reference.js";

// The pages about what the package exports.

const kinds = {
  function: "Functions",
  class: "Classes",
  constant: "Constants",
  interface: "Interfaces",
  type: "Types",
};

/** The file of an entry below `api/`. */
export function fileOfEntry({ name }: Entry): string {
  return `${name.replaceAll("/", "-")}.html`;
}

/** The list of all entries with what they export. */
export function referenceIndex(entries: readonly Entry[]): Markup {
  return markup`<h1>What the package exports</h1>
<p>Beside its functions, which have <a href="../library/index.html">pages of their own</a>. This is made of the comments in the sources.</p>
${entries.map(
  (entry) => markup`<h2><a href="${fileOfEntry(entry)}"><code>${entry.name}</code></a></h2>
<p>${entry.exports.map(({ name }) => markup`<a href="${fileOfEntry(entry)}#${name}"><code>${name}</code></a> `)}</p>
`,
)}`;
}

/** All that one entry exports. */
export function referencePage(entry: Entry, highlight: Highlight, markdown: Markdown): Markup {
  const groups = Object.entries(kinds).flatMap(([kind, title]) => {
    const own = entry.exports.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [{ title, own }];
  });
  return markup`<h1><code>${entry.name}</code></h1>
${entry.about === "" ? markup`` : markdown(entry.about)}${groups.map(
    ({ title, own }) => markup`<h2>${title}</h2>
${own.map((one) => exportedMarkup(one, highlight, markdown))}`,
  )}`;
}

function exportedMarkup({ name, about, code, members }: Exported, highlight: Highlight, markdown: Markdown): Markup {
  const fields =
    members.length === 0
      ? markup``
      : markup`<dl class="fields">${members.map((one) => memberMarkup(one, markdown))}</dl>\n`;
  return markup`<section id="${name}"><h3>${name}</h3>
${markdown(about)}<pre class="code" tabindex="0" role="group" aria-label="The declaration of ${name}"><code>${highlight(code, "typescript")}</code></pre>
${fields}</section>
`;
}

function memberMarkup({ name, type, optional, about }: Member, markdown: Markdown): Markup {
  const need = optional ? markup` <span class="need">optional</span>` : markup``;
  return markup`<div><dt><code class="name">${name}</code> <code class="type">${type}</code>${need}</dt>
<dd>${markdown(about)}</dd></div>
`;
}
