import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentOf } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { good, openapi } from "./documents.js";
import { runMain } from "./run-main.js";

let folder = "";

beforeEach(() => {
  folder = makeFolder({ "good.yaml": good, "openapi.yaml": openapi });
});

afterEach(() => removeFolder(folder));

function generate(...args: readonly string[]) {
  return runMain(folder, ["generate", join(folder, "good.yaml"), "--out", join(folder, "out"), ...args]);
}

function filesOf(): readonly string[] {
  return Object.keys(contentOf(join(folder, "out")));
}

const alone = [
  ".twilio-workflows.json",
  "README.md",
  "apis/api.ts",
  "index.ts",
  "testing/steps.ts",
  "workflows/make-thing.ts",
];

describe("--runtime", () => {
  test("package has functions import the installed runtime, and nothing of it is written", async () => {
    expect(await generate("--runtime", "package")).toMatchObject({ code: 0, stderr: "" });
    expect(filesOf()).toEqual(alone);
    const text = readFileSync(join(folder, "out/workflows/make-thing.ts"), "utf8");
    expect(text).toContain(
      'import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "twilio-workflows/runtime";\n',
    );
    expect(text).toMatch(/openWorkflow\("make-thing", options, \{ version: "\w+", contract: 1 \}\);\n/);
    expect(readFileSync(join(folder, "out/index.ts"), "utf8")).toContain(
      'export * from "twilio-workflows/runtime/caller";\n',
    );
  });

  test("package removes what was copied, and copy brings it back", async () => {
    await generate();
    const copied = contentOf(join(folder, "out"));
    expect((await generate("--runtime", "package")).stdout).toMatch(/changed, \d\d removed in \S+\n$/);
    expect(filesOf()).toEqual(alone);
    expect(existsSync(join(folder, "out/runtime"))).toBe(false);
    await generate("--runtime", "copy");
    const texts = ([name, { text }]: readonly [string, { text: string }]): readonly string[] => [name, text];
    expect(Object.entries(contentOf(join(folder, "out"))).map(texts)).toEqual(Object.entries(copied).map(texts));
  });

  test("is one of two", async () => {
    const { code, stderr } = await generate("--runtime", "mine");
    expect(code).toBe(2);
    expect(stderr).toContain("`--runtime` is one of copy, package, not `mine`.");
  });
});
