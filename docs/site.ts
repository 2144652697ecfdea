import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { Markup, markup } from "../generator/diagram/index.js";
import { main } from "../generator/commands/main.js";
import { loadHighlight } from "../generator/site/highlight.js";
import { loadMarkdown } from "../generator/site/markdown.js";
import { pageText } from "../generator/site/page.js";
import { readEntries } from "./reference.js";
import { fileOfEntry, referenceIndex, referencePage } from "./reference-page.js";

// The project's own site: the pages of its library, and its guides. `npm run site` writes it.

/** The guides, in the order in which they are read, by the files that they are made of. */
const guides = [
  ["README.md", "Start"],
  ["docs/tutorial.md", "Tutorial"],
  ["docs/library.md", "The functions"],
  ["docs/comparison.md", "Beside other ways"],
  ["docs/your-own-api.md", "Any API"],
  ["docs/overlays.md", "Documents as they are"],
  ["docs/lists.md", "Lists"],
  ["docs/errors.md", "Errors and resuming"],
  ["docs/callbacks.md", "Callbacks"],
  ["docs/durable.md", "Engines"],
  ["docs/run.md", "Running"],
  ["docs/mcp.md", "Agents"],
  ["docs/testing.md", "Testing"],
  ["docs/local-api.md", "Local API"],
  ["docs/ci.md", "CI"],
  ["docs/security.md", "Security"],
  ["docs/performance.md", "Performance"],
  ["docs/findings.md", "Findings"],
  ["docs/conformance.md", "Conformance"],
  ["CONTRIBUTING.md", "Contributing"],
  ["CHANGELOG.md", "Changes"],
] as const;

/** Writes the site into a folder, whose contents are replaced. */
export async function writeSite(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const quiet = { isTTY: false, write: () => undefined };
  const args = ["docs", "--out", join(folder, "library"), "--import", "twilio-workflows", "--quiet"];
  const code = await main(args, { stdout: quiet, stderr: { ...quiet, write: fail }, env: {} });
  if (code !== 0) throw new Error(`the pages of the library were not written: exit code ${code}`);
  const highlight = await loadHighlight();
  for (const name of ["style.css", "site.js"]) cpSync(join(folder, "library", name), join(folder, name));
  mkdirSync(join(folder, "docs"));
  for (const name of ["page.png", "long.png"]) cpSync(join("docs", name), join(folder, "docs", name));
  for (const [file, title] of guides) {
    const root = dirname(file) === "." ? "" : "../";
    const text = readFileSync(file, "utf8");
    const html = Markup.trusted(guideMarkdown(file, highlight).render(text));
    writePage(folder, { file, path: pathOf(file), root, title, main: html });
  }
  const markdown = await loadMarkdown();
  const entries = readEntries();
  mkdirSync(join(folder, "api"));
  const index = { path: "api/index.html", title: "What the package exports", main: referenceIndex(entries) };
  const pages = entries.map((entry) => ({
    path: `api/${fileOfEntry(entry)}`,
    title: entry.name,
    main: referencePage(entry, highlight, markdown),
  }));
  for (const page of [index, ...pages]) writePage(folder, { ...page, file: "api", root: "../" });
}

interface SitePage {
  /** What it is made of. */
  readonly file: string;
  readonly path: string;
  readonly root: string;
  readonly title: string;
  readonly main: Markup;
}

function writePage(folder: string, { file, path, root, title, main: text }: SitePage): void {
  const body = markup`<header class="top">${navigation(file, root)}</header>
<main id="main" class="guide">${text}</main>
`;
  const banner = file === "api" ? "made of the comments in the sources" : `made of ${file}`;
  const page = { title: `${title} – twilio-workflows`, description: title, root, body, banner };
  writeFileSync(join(folder, path), pageText(page));
}

function fail(text: string): void {
  throw new Error(text);
}

function pathOf(file: string): string {
  return file === "README.md" ? "index.html" : file.replace(/\.md$/, ".html");
}

function navigation(here: string, root: string): Markup {
  const links = guides.map(([file, title]) => {
    const current = file === here ? markup` aria-current="page"` : markup``;
    return markup`<a href="${root}${pathOf(file)}"${current}>${title}</a> `;
  });
  const current = here === "api" ? markup` aria-current="page"` : markup``;
  return markup`<nav class="parts" aria-label="Guides">${links}<a href="${root}library/index.html">All workflows</a> <a href="${root}api/index.html"${current}>API</a></nav>`;
}

/** Markdown of ours: headings get the anchors that GitHub gives them, and links to what has no page become text. */
function guideMarkdown(
  file: string,
  highlight: Awaited<ReturnType<typeof loadHighlight>>,
): ReturnType<typeof MarkdownIt> {
  const coloured = (code: string, language: string): string => {
    const known = { ts: "typescript", sh: "bash" } as const;
    return language === "ts" || language === "sh" ? String(highlight(code, known[language])) : "";
  };
  const parser = MarkdownIt({ html: false, highlight: coloured });
  const seen = new Map<string, number>();
  parser.core.ruler.push("anchors", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type === "heading_open") token.attrSet("id", anchorOf(inline?.content ?? "", seen));
      if (token.type === "fence" || token.type === "table_open") token.attrSet("tabindex", "0");
      for (const child of token.children ?? []) {
        const href = child.attrGet("href");
        if (href !== null) child.attrSet("href", linkOf(file, String(href)));
      }
    }
  });
  return parser;
}

/** As GitHub makes them. */
function anchorOf(heading: string, seen: Map<string, number>): string {
  const text = heading.replaceAll(/\]\([^)]*\)/g, "").toLowerCase();
  const anchor = text
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
  const count = seen.get(anchor) ?? 0;
  seen.set(anchor, count + 1);
  return count === 0 ? anchor : `${anchor}-${count}`;
}

/** Where a link of a guide leads in the site; to the top of its own page where the site has nothing of it. */
function linkOf(file: string, href: string): string {
  if (/^(?:https?:|mailto:|#)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = posix.join(posix.dirname(file), path);
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  const root = dirname(file) === "." ? "" : "../";
  if (guides.some(([name]) => name === target)) return `${root}${pathOf(target)}${suffix}`;
  const workflow = /^generated\/workflows\/([\w-]+)\.ts$/.exec(target)?.[1];
  if (workflow !== undefined) return `${root}library/workflows/${workflow}.html`;
  return target === "generated/README.md" ? `${root}library/index.html` : "#main";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeSite("site");
  if (!existsSync("site/index.html")) throw new Error(`${basename("site")} was not written`);
}
