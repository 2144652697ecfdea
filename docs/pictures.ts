import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { largeApi } from "../test/bench/large-api.js";
import { longWorkflow } from "../test/bench/long-workflow.js";
import { runMain } from "../test/cli/run-main.js";
import { startBrowser } from "../test/pages/browser.js";
import { makeFolder, removeFolder } from "../test/support/folder.js";

// Takes the pictures of this folder, in Chromium: `npx tsx docs/pictures.ts`. Look at them before they are committed.

const folder = makeFolder({ "long/api.json": largeApi(20), "long/loops.json": longWorkflow("loops", 100, 20) });
const sent = ["specs/arazzo/twilio-send-message-track-status-workflow.yml"];
const given = [...sent, "--overlays", "specs/overlays/send-message-track-status.yml"];
await runMain(folder, ["docs", ...given, "--out", join(folder, "site")]);
await runMain(folder, ["docs", join(folder, "long"), "--out", join(folder, "site-long")]);
const browser = await startBrowser();
const page = "site/workflows/send-message-track-status.html";
const long = "site-long/workflows/long-loops.html";
await take("page.png", [
  { path: page, width: 700, colorScheme: "light" },
  { path: page, width: 700, colorScheme: "dark" },
]);
await take("long.png", [
  { path: long, width: 1040, colorScheme: "light", step: "step7" },
  { path: long, width: 360, colorScheme: "dark", step: "step7" },
]);
await browser.close();
removeFolder(folder);

interface Part {
  readonly path: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  /** What stands at the top. Default: the top of the page */
  readonly step?: string;
}

/** Writes parts of pages side by side. */
async function take(name: string, parts: readonly Part[]): Promise<void> {
  const height = 1020;
  const images: string[] = [];
  for (const { path, width, colorScheme, step } of parts) {
    const opened = await open(browser, { width, height }, colorScheme);
    await opened.goto(pathToFileURL(join(folder, path)).href);
    if (step !== undefined) await opened.evaluate(`document.querySelector('[data-step="${step}"]').scrollIntoView()`);
    images.push((await opened.screenshot()).toString("base64"));
  }
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const whole = await open(browser, { width, height }, "light");
  const shown = images.map((data) => `<img style="float: left" src="data:image/png;base64,${data}">`);
  await whole.setContent(`<body style="margin: 0">${shown.join("")}`);
  await whole.screenshot({ path: fileURLToPath(new URL(name, import.meta.url)) });
}

async function open(
  from: Browser,
  viewport: { readonly width: number; readonly height: number },
  colorScheme: "light" | "dark",
): Promise<Page> {
  return (await from.newContext({ viewport, colorScheme })).newPage();
}
