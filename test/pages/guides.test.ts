import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSite } from "../../docs/site.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { complaintsOf, openPage, startBrowser } from "./browser.js";

const folder = join(makeFolder(), "site");
let browser: Browser;

beforeAll(async () => {
  await writeSite(folder);
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  removeFolder(dirname(folder));
});

test("every guide, and every page about what is exported: no problem, no overflow, nothing for axe to say", async () => {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".html") && !name.startsWith("library/"),
  );
  expect(pages.length).toBeGreaterThan(35);
  // Two at a time, each in a tab of its own that goes from page to page.
  const left = pages.values();
  const said = await Promise.all([saidOf(left), saidOf(left)]);

  expect(said).toEqual([[], []]);
}, 300_000);

/** What is to be said against pages of the site, until none is left. */
async function saidOf(names: Iterable<string>): Promise<readonly string[]> {
  const said: string[] = [];
  const { page, problems } = await openPage(browser, "about:blank");
  for (const name of names) {
    const before = problems.length;
    await page.goto(pathToFileURL(join(folder, name)).href);
    for (const { colorScheme, width } of [
      { colorScheme: "light", width: 1200 },
      { colorScheme: "dark", width: 360 },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const taken = Number(await page.evaluate("document.documentElement.scrollWidth"));
      if (taken > width) said.push(`${name}: ${taken} pixels of ${width}`);
      said.push(...(await complaintsOf(page)).map((complaint) => `${name}, ${colorScheme}: ${complaint}`));
    }
    said.push(...problems.slice(before).map((problem) => `${name}: ${problem}`));
  }
  await page.context().close();
  return said;
}

test("a guide is found from any other by the keyboard, and says where it is", async () => {
  const { page } = await openPage(browser, pathToFileURL(join(folder, "docs/errors.html")).href);
  const here = page.locator('nav a[aria-current="page"]');

  expect(await here.allTextContents()).toEqual(["Errors and resuming"]);
  await here.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/callbacks\.html$/);
  await page.context().close();
});
