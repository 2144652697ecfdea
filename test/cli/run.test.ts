import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codes, found } from "../../generator/diagnostics.js";
import { contentOf, runCli, type Ended } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { generated } from "../support/output.js";
import { bad, correction, doubtful, good, openapi, other } from "./documents.js";

// Each process takes a second, so that what one of them did is looked at from all sides.

const folder = makeFolder({
  "openapi.yaml": openapi,
  "good.yaml": good,
  "other.yaml": other,
  "bad.yaml": bad,
  "doubtful.yaml": doubtful,
  "correction.yaml": correction,
  "elsewhere/api.yaml": openapi,
  "away.yaml": good.replace("./openapi.yaml", "https://example.com/api.yaml"),
});

afterAll(() => removeFolder(folder));

function run(...args: readonly string[]): Promise<Ended> {
  return runCli(folder, ...args);
}

function written(): readonly string[] {
  return Object.keys(contentOf(join(folder, "out")));
}

const { meaning, example, message, wayOut } = found.unusedInput.kind;

const explained = `unused-input (warning)

${meaning}

For example:

  ${example}

Said: ${message}

Way out: ${wayOut}
`;

describe("explain", { timeout: 60_000 }, () => {
  test("says what a code means, and what to do", async () => {
    expect(await run("explain", "unused-input")).toEqual({ code: 0, stdout: explained, stderr: "" });
  });

  test("without a code lists them all", async () => {
    const { code, stdout } = await run("explain");
    expect({
      code,
      codes: stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    }).toEqual({
      code: 0,
      codes: [...codes],
    });
    expect(stdout).toContain("success-status-mismatch      warning, error with --strict\n");
  });
});

describe("generate", { timeout: 60_000 }, () => {
  const out = join(folder, "out");
  let first: Ended;

  beforeAll(async () => {
    first = await run("generate", "good.yaml", "other.yaml", "--out", "out");
  }, 60_000);

  test("exits with 0, shows a table of the workflows, and says nothing else into a pipe", () => {
    expect(first).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^workflow    function   steps  file\nmake-thing  makeThing  1      workflows\/make-thing\.ts\nmake-other  makeOther  1      workflows\/make-other\.ts\n\n\d+ new in out\n$/,
      ),
      stderr: "",
    });
  });

  test("writes the functions, the types and the runtime, and nothing that is half done", () => {
    expect(written()).toEqual(
      expect.arrayContaining([
        "apis/api.ts",
        "README.md",
        "index.ts",
        "runtime/index.ts",
        "workflows/make-other.ts",
        "workflows/make-thing.ts",
      ]),
    );
    expect(written().filter((name) => !/\.ts$|^README\.md$|^\.twilio-workflows\.json$/.test(name))).toEqual([]);
  });

  test("again writes no file anew", async () => {
    const before = contentOf(out);
    const again = await run("generate", "good.yaml", "other.yaml", "--out", "out");
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing changed in out"), stderr: "" });
    expect(contentOf(out)).toEqual(before);
  });

  test("with --check is content with what it wrote", async () => {
    const before = contentOf(out);
    expect(await run("generate", "good.yaml", "other.yaml", "--out", "out", "--check")).toEqual({
      code: 0,
      stdout: "out is what the documents say\n",
      stderr: "",
    });
    expect(contentOf(out)).toEqual(before);
  });

  test("with --check names all that differs, and writes nothing", async () => {
    writeFileSync(join(out, "index.ts"), generated("export {};"));
    rmSync(join(out, "apis/api.ts"));
    const before = contentOf(out);

    const checked = await run("generate", "good.yaml", "--out", "out", "--check");

    expect(checked.code).toBe(1);
    expect(checked.stdout).toBe("");
    expect(checked.stderr.split("\n")).toEqual([
      "missing: out/apis/api.ts",
      "differs: out/README.md",
      "differs: out/index.ts",
      "differs: out/testing/steps.ts",
      "differs: out/.twilio-workflows.json",
      "no longer generated: out/workflows/make-other.ts",
      "Run `twilio-workflows generate` and commit what it writes.",
      "",
    ]);
    expect(contentOf(out)).toEqual(before);
  });

  test("with an error leaves the folder as it is, to the byte", async () => {
    const before = contentOf(out);
    const failed = await run("generate", "bad.yaml", "--out", "out");

    expect(failed.code).toBe(1);
    expect(failed.stdout).toBe("");
    expect(failed.stderr).toMatch(/^bad\.yaml:6:31: error unknown-field: /);
    expect(failed.stderr).toContain("Did you mean `name`?");
    expect(contentOf(out)).toEqual(before);
  });

  test("removes what it once wrote and no longer makes, and leaves what others wrote", async () => {
    writeFileSync(join(out, "workflows/by-hand.ts"), "export {};\n");
    const ended = await run("generate", "good.yaml", "--out", "out");

    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining("1 new, 4 changed, 1 removed in out") });
    expect(written().filter((name) => name.startsWith("workflows/"))).toEqual([
      "workflows/by-hand.ts",
      "workflows/make-thing.ts",
    ]);
  });

  test("with --overlays applies them", async () => {
    const ended = await run("generate", "bad.yaml", "--overlays", "correction.yaml", "--out", "corrected");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const { text } = contentOf(join(folder, "corrected"))["workflows/make-thing.ts"] ?? {};
    expect(text).toContain('body: { name: "a" }');
  });

  test("with --source reads the API from that file, and else from the network never", async () => {
    const without = await run("generate", "away.yaml", "--out", "away");
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining("error not-fetched") });

    const ended = await run("generate", "away.yaml", "--source", "api=elsewhere/api.yaml", "--out", "away");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("lint", { timeout: 60_000 }, () => {
  test("shows warnings and the table, and writes nothing", async () => {
    const before = contentOf(folder);
    const ended = await run("lint", "doubtful.yaml");
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^workflow +function +steps +file\nmake-thing +makeThing/);
    expect(ended.stderr).toMatch(/^doubtful\.yaml:7:18: warning success-status-mismatch: /);
    expect(contentOf(folder)).toEqual(before);
  });

  test("makes errors of them under --strict, as annotations for GitHub", async () => {
    const ended = await run("lint", "doubtful.yaml", "--strict", "--format", "github");
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toMatch(/^::error file=doubtful\.yaml,line=7,col=18,.*title=success-status-mismatch::.*\n$/);
  });

  test("with --fix writes overlay actions, and shows what is left", async () => {
    const ended = await run("lint", "doubtful.yaml", "--fix", "--overlays", "fixes");
    expect(ended).toMatchObject({ code: 0, stderr: "1 overlay action in fixes/doubtful-fixes.yaml\n\n" });
    expect(contentOf(join(folder, "fixes"))["doubtful-fixes.yaml"]?.text).toContain("condition: $statusCode == 201");
    const again = await run("lint", "doubtful.yaml", "--strict", "--fix", "--overlays", "fixes");
    expect(again).toMatchObject({ code: 0, stderr: "" });
  });

  test("writes JSON for programs, and nothing else", async () => {
    const ended = await run("lint", "bad.yaml", "good.yaml", "--format", "json");
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      findings: [
        { code: "unknown-field", severity: "error", file: "bad.yaml", line: 6, column: 31 },
        { code: "name-collision", severity: "error", file: "good.yaml", line: 2, column: 15 },
      ],
    });
  });

  test("has findings for a file that is no document at all, and no stack", async () => {
    writeFileSync(join(folder, "broken.yaml"), "a: [\n\u0000");
    const ended = await run("lint", "broken.yaml");
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^broken\.yaml:\d+:\d+: error syntax-error: /);
    expect(ended.stderr).not.toMatch(/^ +at /m);
  });
});

describe("wrong use", { timeout: 60_000 }, () => {
  test("exits with 2 and says what was meant, and where to read on", async () => {
    expect(await run("generate", "--outt", "x")).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        "There is no option `--outt`. Did you mean `--out`?",
        "",
        "`twilio-workflows generate --help` shows its options, and examples.",
        "",
      ].join("\n"),
    });
  });

  test("is not to ask for help", async () => {
    const ended = await run("--help");
    expect(ended).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^Usage: twilio-workflows/) });
  });

  test("is not an output folder that is a file, which is a finding", async () => {
    const ended = await run("generate", "good.yaml", "--out", "good.yaml");
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^error output-occupied: `good\.yaml` is a file/);
    expect(ended.stderr).not.toMatch(/^ +at /m);
  });
});
