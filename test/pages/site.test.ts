import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largeApi } from "../bench/large-api.js";
import { longWorkflow } from "../bench/long-workflow.js";
import { runMain } from "../cli/run-main.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { complaintsOf, openPage, startBrowser } from "./browser.js";
import { evil, evilApi, evilWorkflow } from "./evil.js";

const folder = makeFolder({
  "long/api.json": largeApi(20),
  "long/branches.json": longWorkflow("branches", 100, 20),
  "evil/arazzo.yaml": evilWorkflow,
  "evil/openapi.yaml": evilApi,
});
const runEvents = ["sendMessage", "checkStatus", "checkStatus#2"].map((id) => {
  return { type: "end", workflowId: "send-message-track-status", id, status: 200, ms: 120 };
});
let browser: Browser;

beforeAll(async () => {
  const documents = {
    ours: [
      "specs/arazzo/twilio-send-message-track-status-workflow.yml",
      "specs/arazzo/voice.yml",
      "specs/arazzo/verify.yml",
    ],
    long: [join(folder, "long")],
    evil: [join(folder, "evil")],
  };
  for (const [name, given] of Object.entries(documents)) {
    const overlays = name === "ours" ? ["--overlays", "specs/overlays/send-message-track-status.yml"] : [];
    const ended = await runMain(folder, ["docs", ...given, ...overlays, "--out", join(folder, `site-${name}`)]);
    expect(ended).toMatchObject({ code: 0 });
  }
  writeFileSync(join(folder, "run.json"), JSON.stringify({ events: runEvents, outcome: "delivered" }));
  const traced = ["trace", join(folder, "run.json"), documents.ours[0] ?? "", "--out", join(folder, "site-run")];
  expect(await runMain(folder, traced)).toMatchObject({ code: 0 });
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  removeFolder(folder);
});

function urlOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

const sent = "site-ours/workflows/send-message-track-status.html";
const pages = [
  { page: "the list", path: "site-ours/index.html" },
  { page: "a poll", path: sent },
  { page: "branches", path: "site-ours/workflows/end-active-call.html" },
  { page: "an input that is asked for later", path: "site-ours/workflows/start-and-check-verification.html" },
  { page: "100 steps", path: "site-long/workflows/long-branches.html" },
  { page: "a run", path: "site-run/index.html" },
  { page: "hostile texts", path: "site-evil/workflows/evil.html" },
];

describe.each(pages)("$page", ({ path }) => {
  test.each([
    { colorScheme: "light", width: 1200 },
    { colorScheme: "dark", width: 360 },
  ] as const)("$colorScheme, $width pixels wide: no problem, no overflow, nothing for axe to say", async (given) => {
    const { colorScheme, width } = given;
    const { page, problems } = await openPage(browser, urlOf(path), { colorScheme, viewport: { width, height: 800 } });

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.evaluate("document.compatMode")).toBe("CSS1Compat");
    expect(await complaintsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe.each(pages.slice(1))("the diagram of $page", ({ path }) => {
  test("has a name, and texts that stand inside of their shapes and can be read", async () => {
    const { page } = await openPage(browser, urlOf(path));
    const svg = page.locator("svg.diagram");

    const name = (await svg.locator("title, desc").allTextContents()).join(" ");
    expect(await page.getByRole("group", { name, exact: true }).count()).toBe(1);
    const outside: unknown = await svg.evaluate((element) => {
      const rect = (one: Element) => one.getBoundingClientRect();
      return [...element.querySelectorAll(".node, .label")].flatMap((part) => {
        const text = part.querySelector("text");
        const shape = part.querySelector(".shape, .back");
        if (text === null || shape === null) return [];
        const isInside = rect(text).left >= rect(shape).left - 1 && rect(text).right <= rect(shape).right + 1;
        return isInside && Number.parseFloat(getComputedStyle(text).fontSize) >= 11 ? [] : [part.textContent];
      });
    });
    expect(outside).toEqual([]);
    await page.context().close();
  });
});

test("a diagram names its steps, what they are asked, and where they lead, without a script", async () => {
  const { page, problems } = await openPage(browser, urlOf(sent), { javaScriptEnabled: false });
  const texts = await page.locator("svg.diagram text").allTextContents();

  expect(texts).toEqual([
    "start",
    "sendMessagePOST /Accounts/{AccountSid}/Messages.json",
    "checkStatusGET /Accounts/{AccountSid}/Messages/{MessageSid}.json asked every 2 to 15 seconds for at most 5 minutes or when the callback message-status comes",
    "after 5 minutes",
    "if status is delivered or read",
    "if status is failed, undelivered, canceled or partially_delivered",
    "otherwise: wait and ask again",
    "delivered",
    "failed",
    "PollDeadlineError",
  ]);
  await page.locator('svg.diagram a:has-text("checkStatus")').click();
  expect(page.url()).toMatch(/#step-checkStatus$/);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a picture that is wider than a phone is moved by the keyboard, and left for the request of a step", async () => {
  const { page, problems } = await openPage(browser, urlOf(sent), { viewport: { width: 360, height: 800 } });
  const picture = page.locator(".picture");
  await picture.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction("document.querySelector('.picture').scrollLeft > 0");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^sendMessage/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#step-sendMessage$/);

  await page.locator("summary").focus();
  await page.keyboard.press("Enter");
  expect(await page.locator("ol.words > li > strong").allTextContents()).toEqual(["sendMessage", "checkStatus"]);
  expect(await page.locator("ol.words").isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  { colorScheme: "light", width: 1200 },
  { colorScheme: "dark", width: 360 },
] as const)("a run is read by the keyboard alone, $colorScheme, $width pixels wide", async ({ colorScheme, width }) => {
  const { page, problems } = await openPage(browser, urlOf("site-run/index.html"), {
    colorScheme,
    viewport: { width, height: 800 },
  });
  const stops: unknown[] = [];
  for (let stop = await nextStop(page); stop !== "body"; stop = await nextStop(page)) stops.push(stop);

  expect(stops).toEqual([
    "Skip to the content, outlined",
    "The run on the diagram of sendMessageTrackStatus, outlined",
    expect.stringMatching(/^sendMessage.*, outlined$/),
    expect.stringMatching(/^checkStatus.*, outlined$/),
  ]);
  await page.locator('svg.diagram a:has-text("checkStatus")').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#step-checkStatus$/);
  expect(await page.locator("#step-checkStatus").textContent()).toBe("checkStatus: done 200 · 2 × · 240 ms");
  expect(problems).toEqual([]);
  await page.context().close();
});

/** Goes to what the Tab key leads to next, and says what it is and whether that can be seen. */
function nextStop(page: Page): Promise<unknown> {
  return page.keyboard.press("Tab").then(() =>
    page.evaluate(`(() => {
      const at = document.activeElement;
      if (at === document.body) return "body";
      const name = at.getAttribute("aria-label") ?? at.textContent;
      return name + (getComputedStyle(at).outlineStyle === "solid" ? ", outlined" : ", not outlined");
    })()`),
  );
}

test("the list is searched and left by the keyboard alone", async () => {
  const { page, problems } = await openPage(browser, urlOf("site-ours/index.html"));
  const focused = (): Promise<unknown> =>
    page.evaluate("document.activeElement.textContent || document.activeElement.id");

  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("search");
  expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  await page.keyboard.type("hang CALLS");
  expect(await page.locator(".cards li:visible a").allTextContents()).toEqual([]);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("End Calls.json");
  expect(await page.locator("output").textContent()).toMatch(/^\d+ found$/);
  expect(await page.locator(".cards li:visible a").allTextContents()).toContain("placeCallTrackToEnd");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("alreadyover");
  expect(await page.locator(".cards li:visible a").allTextContents()).toEqual(["endActiveCall"]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/end-active-call\.html$/);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("what documents say is shown as it stands, and does nothing", async () => {
  const { page, problems } = await openPage(browser, urlOf("site-evil/workflows/evil.html"));

  expect(await page.evaluate("window.hit")).toBeUndefined();
  expect(await page.locator("script").count()).toBe(1);
  expect(await page.locator("main img, main iframe, main b.evil, header b.evil").count()).toBe(0);
  const text = (await page.locator("body").textContent()) ?? "";
  // In the summary, the description, an input's and a step's, and what is sent.
  expect(text.split(evil).length - 1).toBeGreaterThanOrEqual(5);
  expect(await page.locator('a[href^="javascript"], a[href^="data"]').count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});
