import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, removeFolder } from "../support/folder.js";
import { run } from "./cli.js";

let folder: string;

beforeEach(() => {
  folder = makeFolder();
});

afterEach(() => removeFolder(folder));

test("where a project has no documents, `docs` writes the pages of the library", async () => {
  const { code, stdout } = await run(["docs", "--out", "site", "--quiet"], { cwd: folder });

  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(readdirSync(join(folder, "site/workflows"))).toContain("send-message-track-status.html");
  const page = readFileSync(join(folder, "site/workflows/open-room.html"), "utf8");
  expect(page.replaceAll(/<[^>]*>/g, "")).toContain("from &quot;twilio-workflows&quot;");
});

test("and `trace` draws a run of a function of the library", async () => {
  const event = { type: "end", workflowId: "send-message-track-status", id: "sendMessage", status: 201, ms: 120 };
  writeFileSync(join(folder, "run.json"), JSON.stringify([event]));
  const { code } = await run(["trace", "run.json", "--quiet"], { cwd: folder });

  expect(code).toBe(0);
  expect(readFileSync(join(folder, "trace/index.html"), "utf8")).toContain("sendMessageTrackStatus");
});
