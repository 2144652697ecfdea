import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Debian's Chromium, or the one that CHROMIUM names. */
export function startBrowser(): Promise<Browser> {
  // Nothing but our own pages is opened, and root has no sandbox.
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** A page, and what went wrong in it so far: errors of scripts, what its policy refused, files that are not there. */
export interface OpenedPage {
  readonly page: Page;
  readonly problems: readonly string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, problems };
}

/** What axe has against a page: rules and elements. */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  // Evaluated, and not put into the page, whose policy refuses scripts of others.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run({ preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))",
  );
  return Array.isArray(found) ? found.map(String) : ["axe said nothing"];
}
