import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeptTexts } from "../../generator/commands/kept-texts.js";
import { entriesBelow } from "../support/output.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { good, openapi, other } from "./documents.js";
import { runMain } from "./run-main.js";

let folder = "";

const at = (...names: readonly string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = makeFolder({ "docs/openapi.yaml": openapi, "docs/good.yaml": good, "docs/other.yaml": other });
});

afterEach(() => removeFolder(folder));

/** Texts that are kept, as another process has them, which say what was looked for and found, and what was made. */
class Told extends KeptTexts {
  readonly found: string[] = [];
  readonly made: string[] = [];

  constructor(build = "1") {
    super(at("texts"), build);
  }

  override find(of: string): string | undefined {
    const text = super.find(of);
    if (text !== undefined) this.found.push(pathIn(of));
    return text;
  }

  override keep(of: string, text: string): void {
    this.made.push(pathIn(of));
    super.keep(of, text);
  }
}

function pathIn(of: string): string {
  return /^\["([^"]+)"/.exec(of)?.[1] ?? of;
}

async function generate(texts?: Told): Promise<{ made: readonly string[]; found: readonly string[]; stderr: string }> {
  const { stderr } = await runMain(folder, ["generate", "--debug", at("docs"), "--out", at("out")], { texts });
  return { made: texts?.made ?? [], found: texts?.found ?? [], stderr };
}

function keptFiles(): readonly string[] {
  return readdirSync(at("texts")).map((name) => at("texts", name));
}

const all = [
  "workflows/make-other.ts",
  "workflows/make-thing.ts",
  "apis/api.ts",
  "testing/steps.ts",
  "index.ts",
].sort();

describe("files are not made again", { timeout: 60_000 }, () => {
  test("where they would be made of the same", async () => {
    const first = await generate(new Told());
    const want = entriesBelow(at("out"));
    rmSync(at("out"), { recursive: true });
    const second = await generate(new Told());

    expect([...first.made].sort()).toEqual(all);
    expect(second).toMatchObject({ made: [], found: first.made });
    expect(entriesBelow(at("out"))).toEqual(want);
    expect(first.stderr).toMatch(/^load /m);
    expect(second.stderr).not.toMatch(/^load /m);
  });

  test("but for the one whose document has changed", async () => {
    await generate(new Told());
    writeFileSync(at("docs/good.yaml"), good.replace("  steps:", "  summary: Makes a thing.\n  steps:"));
    const { made, found } = await generate(new Told());
    const kept = entriesBelow(at("out"));
    rmSync(at("out"), { recursive: true });
    await generate();

    expect(made).toEqual(["workflows/make-thing.ts"]);
    expect([...found].sort()).toEqual(all.filter((path) => path !== "workflows/make-thing.ts"));
    expect(kept).toEqual(entriesBelow(at("out")));
  });
});

describe("files are made again", { timeout: 60_000 }, () => {
  test.each<{ name: string; change: () => void; build?: string }>([
    { name: "by another generator", change: () => undefined, build: "2" },
    {
      name: "where what is kept was cut off",
      change: () => {
        for (const file of keptFiles()) writeFileSync(file, readFileSync(file, "utf8").slice(0, -1));
      },
    },
    {
      name: "where what is kept is something else",
      change: () => {
        for (const file of keptFiles()) writeFileSync(file, "x");
      },
    },
    { name: "where what is kept was removed", change: () => rmSync(at("texts"), { recursive: true }) },
  ])("$name", async ({ change, build }) => {
    const { made } = await generate(new Told());
    const want = entriesBelow(at("out"));
    change();
    const again = await generate(new Told(build));

    expect(again).toMatchObject({ made, found: [] });
    expect(entriesBelow(at("out"))).toEqual(want);
  });
});

test("where nothing can be kept, nothing is said of it", async () => {
  writeFileSync(at("texts"), "a file");
  const args = ["generate", at("docs"), "--out", at("out")];
  const { stderr } = await runMain(folder, args, { texts: new Told() });

  expect(stderr).toBe("");
  expect(Object.keys(entriesBelow(at("out")))).toContain("index.ts");
});

test("what is older than a week is removed", () => {
  const texts = new KeptTexts(at("texts"), "1");
  texts.keep("old", "old");
  for (const file of keptFiles()) utimesSync(file, 1, 1);
  new KeptTexts(at("texts"), "1").keep("new", "new");

  expect([texts.find("old"), texts.find("new")]).toEqual([undefined, "new"]);
  expect(keptFiles()).toHaveLength(1);
});
