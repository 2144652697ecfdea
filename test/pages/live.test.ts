import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintsOf, openPage, startBrowser } from "./browser.js";

const documents = [
  "specs/arazzo/twilio-send-message-track-status-workflow.yml",
  "--overlays",
  "specs/overlays/send-message-track-status.yml",
];
let browser: Browser;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const asked = ["docs", ...documents, "--serve", "--port", "0", "--pace", "50", "--format", "json"];
  server = spawn(process.execPath, ["--import", "tsx", "generator/cli.ts", ...asked], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const text of server.stdout ?? []) {
    const found = /^\{"url":"(.*)"\}$/m.exec(String(text))?.[1];
    if (found === undefined) continue;
    url = found;
    break;
  }
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server.kill("SIGTERM");
  await once(server, "close");
});

/** No overflow, and nothing for axe to say: light and wide, dark and on a phone. */
async function looksWell(page: Page): Promise<void> {
  for (const { colorScheme, width } of [
    { colorScheme: "light", width: 1200 },
    { colorScheme: "dark", width: 360 },
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await complaintsOf(page)).toEqual([]);
  }
}

test("a workflow is run by the keyboard, and watched until it ends", async () => {
  const { page, problems } = await openPage(browser, `${url}/workflows/send-message-track-status.html`);
  await page.locator("#input").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/runs\//);
  await page.getByText("It ended as delivered.").first().waitFor();

  expect(await page.getByRole("status").textContent()).toBe("It ended as delivered.");
  expect(await page.locator("svg.diagram .step.done").count()).toBe(2);
  expect(await page.locator("svg.diagram .end.done").allTextContents()).toEqual(["delivered"]);
  await looksWell(page);
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each(["/", "/workflows/send-message-track-status.html"])(
  "%s is for everybody before anything is run",
  async (path) => {
    for (const { colorScheme, width } of [
      { colorScheme: "light", width: 360 },
      { colorScheme: "dark", width: 1200 },
    ] as const) {
      const viewport = { width, height: 800 };
      const { page, problems } = await openPage(browser, `${url}${path}`, { colorScheme, viewport });

      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await complaintsOf(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  },
);

test("without a script the page is asked for again, until it says how it ended", async () => {
  const { page } = await openPage(browser, `${url}/workflows/send-message-track-status.html`, {
    javaScriptEnabled: false,
  });
  await page.getByRole("button", { name: "Run" }).click();
  await page.waitForURL(/\/runs\//);
  const again = page.getByRole("link", { name: "Look how far it has come" });
  while ((await again.count()) > 0) await again.click();

  expect(await page.getByText("It ended as delivered.").count()).toBe(1);
  await page.context().close();
});

test("what a workflow does not take is said where it can be mended", async () => {
  const { page } = await openPage(browser, `${url}/workflows/send-message-track-status.html`);
  await page.locator("#input").fill('{ "to": 1 }');
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByRole("alert").waitFor();

  expect(await page.getByRole("alert").textContent()).toMatch(/to/);
  expect(await page.locator("#input").inputValue()).toBe('{ "to": 1 }');
  await looksWell(page);
  await page.context().close();
});
