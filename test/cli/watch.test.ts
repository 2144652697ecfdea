import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { FileChanges, matters, type Changes } from "../../generator/commands/changes.js";
import { contentOf } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { bad, good, openapi, other } from "./documents.js";
import { runMain } from "./run-main.js";

let folder = "";

afterEach(() => removeFolder(folder));

const at = (...names: readonly string[]): string => join(folder, ...names);

/** Changes that are made one by one, each when it is waited for. */
class Script implements Changes {
  readonly watched: string[][] = [];
  readonly #steps: (() => void)[];

  constructor(...steps: (() => void)[]) {
    this.#steps = steps;
  }

  readonly watch = (folders: Iterable<string>): void => {
    this.watched.push([...folders].map((path) => path.replace(`${folder}/`, "")));
  };

  readonly next = async (): Promise<boolean> => {
    const step = this.#steps.shift();
    step?.();
    return step !== undefined;
  };
}

function start(): void {
  folder = makeFolder({ "docs/openapi.yaml": openapi, "docs/good.yaml": good });
}

/** What a run says, in parts from one wait for changes to the next. */
async function watching(changes: Changes, ...args: readonly string[]) {
  const documents = args.length === 0 ? [at("docs")] : args;
  const { code, stdout, stderr } = await runMain(folder, ["generate", "--watch", "--out", at("out"), ...documents], {
    changes,
  });
  return { code, stdout, said: stderr.split("waiting for changes\n").map((text) => text.trim()) };
}

const files = (): readonly string[] =>
  Object.keys(contentOf(at("out", "workflows"))).map((name) => name.replace(/\.ts$/, ""));

describe("generate --watch", { timeout: 60_000 }, () => {
  test("generates again on a change", async () => {
    start();
    const changes = new Script(() => writeFileSync(at("docs/good.yaml"), other));
    const { code, stdout, said } = await watching(changes);
    expect({ code, said, files: files() }).toEqual({ code: 0, said: ["", "", ""], files: ["make-other"] });
    expect(stdout).toMatch(/make-thing[^]*new in out\n[^]*make-other[^]*1 new, 4 changed, 1 removed in out\n/);
  });

  test("survives documents that are broken, and goes on when they are whole again", async () => {
    start();
    const changes = new Script(
      () => writeFileSync(at("docs/good.yaml"), bad),
      () => writeFileSync(at("docs/good.yaml"), "arazzo: 1.0.1\nworkflows: ["),
      () => writeFileSync(at("docs/good.yaml"), other),
    );
    const { code, said } = await watching(changes);
    expect(said).toEqual([
      "",
      expect.stringMatching(/^docs\/good\.yaml:6:31: error unknown-field: /),
      expect.stringMatching(/^docs\/good\.yaml:\d+:\d+: error syntax-error: /),
      "",
      "",
    ]);
    expect({ code, files: files() }).toEqual({ code: 0, files: ["make-other"] });
  });

  test("sees new files and renames, and folders that come", async () => {
    start();
    const changes = new Script(
      () => writeFileSync(at("docs/other.yaml"), other),
      () => renameSync(at("docs/good.yaml"), at("docs/renamed.yaml")),
      () => {
        mkdirSync(at("docs/inner"));
        renameSync(at("docs/other.yaml"), at("docs/inner/other.yaml"));
        writeFileSync(at("docs/inner/openapi.yaml"), openapi);
      },
    );
    const { code, said } = await watching(changes);
    expect({ code, said, files: files() }).toEqual({
      code: 0,
      said: ["", "", "", "", ""],
      files: ["make-other", "make-thing"],
    });
    expect(changes.watched.at(-1)).toEqual(expect.arrayContaining(["docs", "docs/inner"]));
  });

  test("waits for a document that is away for a while", async () => {
    start();
    const changes = new Script(
      () => renameSync(at("docs/good.yaml"), at("docs/away.yaml")),
      () => renameSync(at("docs/away.yaml"), at("docs/good.yaml")),
    );
    const { code, said } = await watching(changes, at("docs/good.yaml"));
    expect({ code, said }).toEqual({
      code: 0,
      said: ["", expect.stringMatching(/^There is no file or folder `docs\/good\.yaml`\./), "", ""],
    });
  });

  test("reads the config again", async () => {
    start();
    const config = at("config.json");
    writeFileSync(config, '{ "findings": { "unused-input": "error" } }');
    const changes = new Script(
      () => writeFileSync(config, '{ "findngs": {} }'),
      () => rmSync(config),
    );
    const { code, said } = await watching(changes, at("docs"), "--config", config);
    expect(code).toBe(2);
    expect(said).toEqual([
      "",
      expect.stringContaining("Did you mean `findings`?"),
      expect.stringContaining("There is no file `config.json`."),
      "",
    ]);
  });

  test("watches the folders of what it reads, wherever that lies", async () => {
    folder = makeFolder({
      "docs/good.yaml": good.replace("./openapi.yaml", "../apis/openapi.yaml"),
      "apis/openapi.yaml": openapi,
    });
    const changes = new Script();
    await watching(changes);
    expect(changes.watched.at(-1)).toEqual(expect.arrayContaining(["docs", "apis"]));
  });

  test("draws a screen anew, where there is one", async () => {
    start();
    const given = ["generate", "-w", "--out", at("out"), at("docs")];
    const { stdout } = await runMain(folder, given, { isTTY: true, changes: new Script(() => undefined) });
    expect(stdout.split("\u001b[2J\u001b[3J\u001b[H")).toHaveLength(3);
  });

  test("is not told to write and not to write, nor what there is not", async () => {
    start();
    expect(await runMain(folder, ["generate", at("docs"), "--watch", "--check"])).toMatchObject({ code: 2 });
    expect(await runMain(folder, ["generate", at("nowhere"), "--watch"])).toMatchObject({ code: 2 });
  });
});

describe("changes of files", () => {
  test.each([
    { name: "a document that is written", change: () => writeFileSync(at("docs/good.yaml"), other) },
    { name: "a document that is new", change: () => writeFileSync(at("docs/new.yml"), other) },
    { name: "a document that is renamed", change: () => renameSync(at("docs/good.yaml"), at("docs/a.yaml")) },
    { name: "a document that is removed", change: () => rmSync(at("docs/good.yaml")) },
    { name: "a folder that is new", change: () => mkdirSync(at("docs/inner")) },
    { name: "a config", change: () => writeFileSync(at("docs/twilio-workflows.config.mjs"), "") },
  ])("are seen: $name", async ({ change }) => {
    start();
    const changes = new FileChanges();
    changes.watch([at("docs"), at("nowhere")]);
    change();
    expect(await changes.next()).toBe(true);
    changes.close();
  });

  test.each([
    { name: "a.yaml", want: true },
    { name: "a.json", want: true },
    { name: "folder", want: true },
    { name: null, want: true },
    { name: "twilio-workflows.config.ts", want: true },
    { name: "a.ts", want: false },
    { name: "notes.txt", want: false },
    { name: ".hidden.yaml", want: false },
    { name: ".git", want: false },
  ])("of $name matter: $want", ({ name, want }) => {
    expect(matters(name)).toBe(want);
  });
});
