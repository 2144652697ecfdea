import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../../generator/commands/config.js";
import { isAsSeen, noteLooks } from "../../generator/disk.js";
import { contentOf, runCli } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { bad, correction, doubtful, good, openapi } from "./documents.js";
import { runMain } from "./run-main.js";

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/config.schema.json", "utf8")));

const folder = makeFolder({
  "docs/openapi.yaml": openapi,
  "docs/good.yaml": good,
  "bad/openapi.yaml": openapi,
  "bad/bad.yaml": bad,
  "bad/correction.yaml": correction,
  "doubtful/openapi.yaml": openapi,
  "doubtful/doubtful.yaml": doubtful,
  "away/good.yaml": good.replace("./openapi.yaml", "https://example.com/api.yaml"),
});

afterAll(() => removeFolder(folder));

let count = 0;

/** Runs with a config that lies in the folder of the documents. */
async function runWith(config: unknown, ...args: readonly string[]) {
  const file = join(folder, `config-${count++}.json`);
  writeFileSync(file, JSON.stringify(config));
  return runMain(folder, [...args, "--config", file]);
}

describe("the config says", () => {
  const rows: readonly {
    readonly name: string;
    readonly config: object;
    readonly args: readonly string[];
    readonly want: object;
  }[] = [
    {
      name: "which documents, and where to write",
      config: { documents: ["docs"], out: "out" },
      args: ["generate"],
      want: { code: 0, stdout: expect.stringMatching(/\d+ new in \S*out\n$/) },
    },
    {
      name: "which overlays",
      config: { documents: ["bad/bad.yaml"], overlays: ["bad/correction.yaml"] },
      args: ["lint"],
      want: { code: 0, stderr: "" },
    },
    {
      name: "where sources lie",
      config: { documents: ["away"], sources: { api: "docs/openapi.yaml" } },
      args: ["lint"],
      want: { code: 0, stderr: "" },
    },
    {
      name: "that nothing is assumed",
      config: { documents: ["doubtful"], strict: true },
      args: ["lint"],
      want: { code: 1, stderr: expect.stringContaining("error success-status-mismatch") },
    },
    {
      name: "what is an error",
      config: { documents: ["doubtful"], findings: { "success-status-mismatch": "error" } },
      args: ["lint"],
      want: { code: 1, stderr: expect.stringContaining("error success-status-mismatch") },
    },
    {
      name: "what is left out",
      config: { documents: ["doubtful"], findings: { "success-status-mismatch": "off" } },
      args: ["lint"],
      want: { code: 0, stderr: "" },
    },
    {
      name: "less than an option",
      config: { documents: ["docs"], findings: { "success-status-mismatch": "off" }, $schema: "./x.json", "x-a": 1 },
      args: ["lint", join(folder, "doubtful/doubtful.yaml"), "--deny", "success-status-mismatch"],
      want: { code: 1, stderr: expect.stringContaining("error success-status-mismatch") },
    },
  ];

  test.each(rows)("$name", async ({ config, args, want }) => {
    expect(schema.parse(config)).toEqual(config);
    expect(await runWith(config, ...args)).toMatchObject(want);
  });
});

describe("a config that cannot be used", () => {
  test.each([
    { name: "a field that there is not", config: { document: [] }, want: "Did you mean `documents`?" },
    { name: "a value of another kind", config: { out: 1 }, want: "`out`" },
    {
      name: "a code that there is not",
      config: { findings: { "unused-inputs": "off" } },
      want: "Did you mean `unused-input`?",
    },
    { name: "a weight that there is not", config: { findings: { "unused-input": "of" } }, want: "Did you mean `off`?" },
  ])("for $name is a finding at its place", async ({ config, want }) => {
    expect(schema.safeParse(config).success).toBe(false);
    const { code, stderr } = await runWith(config, "lint");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^config-\d+\.json:\d+:\d+: error invalid-document: /);
    expect(stderr).toContain(want);
  });

  test("for an error that is turned off is wrong use", async () => {
    const config = { documents: ["docs"], findings: { "unknown-step": "off" } };
    expect(schema.safeParse(config).success).toBe(false);
    expect(await runWith(config, "lint")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^`unknown-step` is an error, which cannot be allowed\./),
    });
  });

  test("for not being there is wrong use", async () => {
    const ended = await runMain(folder, ["lint", "--config", "nowhere.json"]);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/^There is no file `nowhere\.json`\./) });
  });
});

describe("in the working directory", { timeout: 60_000 }, () => {
  test.each([
    { name: "twilio-workflows.config.json", text: '{ "documents": ["docs"], "out": "of-config" }' },
    { name: "twilio-workflows.config.mjs", text: 'export default { documents: ["docs"], out: "of-config" };\n' },
  ])("$name is read", async ({ name, text }) => {
    const own = makeFolder({ "docs/openapi.yaml": openapi, "docs/good.yaml": good, [name]: text });
    expect(await runCli(own, "generate")).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(contentOf(own))).toContain("of-config/workflows/make-thing.ts");
    removeFolder(own);
  });

  test("a config that is a program may look at anything, so that no run with it is shown again", async () => {
    const own = makeFolder({ "a.mjs": "export default { strict: true };\n", "a.json": "{}" });
    const isSeenAgain = async (name: string): Promise<boolean> => {
      const looks = noteLooks();
      await readConfig(join(own, name));
      return looks.size > 0 && [...looks.values()].every(isAsSeen);
    };
    expect([await isSeenAgain("a.json"), await isSeenAgain("a.mjs")]).toEqual([true, false]);
    removeFolder(own);
  });

  test("a config in TypeScript is read where Node.js loads it, and refused with the reason elsewhere", async () => {
    const text = "const out: string = 'of-config';\nexport default { documents: ['docs'], out };\n";
    const own = makeFolder({
      "docs/openapi.yaml": openapi,
      "docs/good.yaml": good,
      "twilio-workflows.config.ts": text,
    });
    const ended = await runCli(own, "generate");
    removeFolder(own);
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const isLoaded = major > 22 || (major === 22 && minor >= 18);
    expect(ended).toMatchObject(
      isLoaded ? { code: 0 } : { code: 2, stderr: expect.stringContaining("Node.js loads TypeScript from 22.18 on") },
    );
  });
});
