import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { UsageError } from "../../generator/commands/arguments.js";
import { parseCommand } from "../../generator/commands/command.js";
import { testEach } from "../support/compiler.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const document = "specs/arazzo/twilio-send-message-track-status-workflow.yml";

describe("the command line", () => {
  test("takes every document of the project and its overlays where none is named", () => {
    const command = parseCommand(["generate"]);
    expect(command).toMatchObject({
      kind: "generate",
      out: "generated",
      check: false,
      strict: false,
      format: "pretty",
    });
    if (command.kind !== "generate") return;
    expect(command.documents).toHaveLength(readdirSync("specs/arazzo").length);
    expect(command.documents).toEqual([...command.documents].sort());
    expect(command.documents).toContain(document);
    expect(command.overlays.every((file) => file.startsWith("specs/overlays/"))).toBe(true);
    expect(command.overlays).not.toEqual([]);
  });

  test("takes no overlays where documents are named", () => {
    expect(parseCommand(["generate", document])).toMatchObject({ documents: [document], overlays: [] });
  });

  test("takes a folder as the documents in it", () => {
    expect(parseCommand(["lint", "specs/arazzo"])).toMatchObject({
      kind: "lint",
      documents: expect.arrayContaining([document]),
      overlays: [],
    });
  });

  test("takes of a folder the Arazzo documents, those of the folders in it too, and those that cannot be read", () => {
    const arazzo = "arazzo: 1.0.1\n";
    const folder = makeFolder({
      "z.yaml": `# ours\n---\n${arazzo}`,
      "a.json": '{ "info": {}, "arazzo": "1.0.1" }',
      "deep/er/b.yml": arazzo,
      "deep/flow.YAML": "{ arazzo: 1.0.1 }",
      "deep/broken.yaml": `${arazzo}workflows: [`,
      "c.txt": arazzo,
      "api.yaml": "openapi: 3.1.0\n",
      "package.json": '{ "dependencies": { "arazzo": "1.0.1" } }',
      "empty.yaml": "",
      "other-broken.yaml": "a: [",
      "node_modules/x/d.yaml": arazzo,
      ".git/e.yaml": arazzo,
      "fetched/lock.json": "{}",
      "fetched/f.yaml": arazzo,
    });
    onTestFinished(() => removeFolder(folder));
    symlinkSync(folder, join(folder, "deep/again"));
    symlinkSync(join(folder, "z.yaml"), join(folder, "linked.yaml"));
    const names = ["a.json", "deep/broken.yaml", "deep/er/b.yml", "deep/flow.YAML", "linked.yaml", "z.yaml"];
    expect(parseCommand(["lint", folder, join(folder, "a.json")])).toMatchObject({
      documents: names.map((name) => join(folder, name)),
    });
    rmSync(join(folder, "deep"), { recursive: true });
    for (const name of ["a.json", "linked.yaml", "z.yaml"]) rmSync(join(folder, name));
    expect(() => parseCommand(["lint", folder])).toThrow(`The folder \`${folder}\` holds no Arazzo document.`);
  });

  test("takes options in any order, and some of them again and again", () => {
    const args = [
      "--strict",
      "generate",
      "--source",
      "a=specs",
      "--out=x",
      "--runtime=package",
      document,
      "--source",
      "b=c=d",
      "--check",
      "--sources=specs",
      "--sources=test",
    ];
    expect(
      parseCommand([
        ...args,
        "--overlays",
        document,
        "--overlays",
        document,
        "--root",
        "specs",
        "--server",
        "a=https://a.example.com/v1/",
        "--format",
        "json",
        "--debug",
      ]),
    ).toEqual({
      kind: "generate",
      documents: [document],
      overlays: [document, document],
      spareOverlays: [],
      sources: new Map([
        ["a", "specs"],
        ["b", "c=d"],
      ]),
      servers: new Map([["a", "https://a.example.com/v1"]]),
      roots: ["specs"],
      sourceFolders: ["specs", "test"],
      out: "x",
      runtime: "package",
      check: true,
      keepGoing: false,
      watch: false,
      places: [document, document, document, document, "specs", "c=d", "specs", "test", "twilio-workflows.config.json"],
      strict: true,
      deny: [],
      allow: [],
      format: "json",
      quiet: false,
      verbose: false,
      debug: true,
    });
  });

  test("takes the weights of some findings", () => {
    const args = ["--deny", "unused-input", "--allow", "poll-inferred", "--deny=unsafe-retry"];
    expect(parseCommand(["lint", document, ...args])).toMatchObject({
      deny: ["unused-input", "unsafe-retry"],
      allow: ["poll-inferred"],
    });
  });

  test("takes the first folder of overlays for corrections, be it there or not, and applies those last", () => {
    const folder = makeFolder({ "b.yaml": "", "a-fixes.yaml": "" });
    onTestFinished(() => removeFolder(folder));
    expect(parseCommand(["lint", "--fix"])).toMatchObject({ fixes: "specs/overlays" });
    expect(parseCommand(["lint", document, "--fix", "--overlays", "new"])).toMatchObject({
      fixes: "new",
      overlays: [],
    });
    const args = ["--overlays", folder, "--overlays", document];
    expect(parseCommand(["lint", document, "--fix", ...args])).toMatchObject({
      fixes: folder,
      overlays: [join(folder, "b.yaml"), document, join(folder, "a-fixes.yaml")],
    });
    expect(parseCommand(["lint", document, ...args])).toMatchObject({ fixes: undefined });
  });

  test.each([
    { given: ["-h"], about: undefined },
    { given: ["--help"], about: undefined },
    { given: ["help"], about: undefined },
    { given: ["generate", "--help"], about: "generate" },
    { given: ["help", "lint"], about: "lint" },
    { given: ["lint", "x.yml", "-h"], about: "lint" },
  ])("shows help for $given", ({ given, about }) => {
    expect(parseCommand(given)).toEqual({ kind: "help", about });
  });

  test.each([[["--version"]], [["-v"]], [["lint", "--version"]]])("shows the version for %s", (given) => {
    expect(parseCommand(given)).toEqual({ kind: "version" });
  });

  test("takes the overlays beside documents, and corrects there, where none are named", () => {
    const folder = makeFolder({ "a.yaml": "arazzo: 1.0.1\n", "b.yaml": "arazzo: 1.0.1\n" });
    onTestFinished(() => removeFolder(folder));
    const [a, overlays] = [join(folder, "a.yaml"), join(folder, "overlays")];
    expect(parseCommand(["lint", a, "--fix"])).toMatchObject({ overlays: [], fixes: overlays });
    expect(parseCommand(["lint", folder, "--fix"])).toMatchObject({ overlays: [], fixes: overlays });
    mkdirSync(overlays);
    const files = ["a-fixes.yaml", "z.yaml"].map((name) => join(overlays, name));
    for (const file of files) writeFileSync(file, "overlay: 1.0.0\n");
    for (const given of [a, folder]) {
      expect(parseCommand(["generate", given])).toMatchObject({
        overlays: files.toReversed(),
        spareOverlays: files.toReversed(),
      });
    }
    expect(parseCommand(["generate", a, "--overlays", document])).toMatchObject({ overlays: [document] });
  });
});

describe("wrong use is", () => {
  testEach([
    { name: "nothing at all", given: [], want: "A command is missing." },
    { name: "another command", given: ["build"], want: "There is no command `build`." },
    {
      name: "a command with a slip",
      given: ["genrate"],
      want: "There is no command `genrate`. Did you mean `generate`?",
    },
    { name: "an option that there is not", given: ["generate", "--force"], want: "There is no option `--force`." },
    {
      name: "an option with a slip",
      given: ["generate", "--keepgoing"],
      want: "There is no option `--keepgoing`. Did you mean `--keep-going`?",
    },
    {
      name: "an option with more to its name, and a value",
      given: ["generate", "--output=x"],
      want: "There is no option `--output`. Did you mean `--out`?",
    },
    {
      name: "an option with one dash",
      given: ["generate", "-out", "x"],
      want: "There is no option `-out`. Did you mean `--out`?",
    },
    { name: "a short option that there is not", given: ["lint", "-x"], want: "There is no option `-x`." },
    { name: "a negated option", given: ["lint", "--no-strict"], want: "There is no option `--no-strict`." },
    { name: "a slip that only another command has", given: ["fetch", "--outt"], want: "There is no option `--outt`." },
    {
      name: "an option without its value",
      given: ["generate", "--out"],
      want: "`--out` takes a value: `--out DIR`.",
    },
    {
      name: "an option with an empty value",
      given: ["generate", "--out="],
      want: "`--out` takes a value: `--out DIR`.",
    },
    {
      name: "an option in place of a value",
      given: ["generate", "--out", "--check"],
      want: "`--out` takes a value, and `--check` looks like an option. If it is the value, write `--out=--check`.",
    },
    {
      name: "a value for an option that takes none",
      given: ["generate", "--strict=yes"],
      want: "`--strict` takes no value.",
    },
    { name: "help for what there is not", given: ["help", "x"], want: "There is no command `x`." },
    { name: "help for two commands", given: ["help", "lint", "fetch"], want: "`help` takes one command." },
    {
      name: "completion for another shell",
      given: ["completion", "tcsh"],
      want: "The shell is one of bash, zsh, fish, not `tcsh`.",
    },
    {
      name: "completion for no shell",
      given: ["completion"],
      want: "`completion` takes the name of a shell: bash, zsh, fish.",
    },
    { name: "a file that there is not", given: ["generate", "x.yml"], want: "There is no file or folder `x.yml`." },
    {
      name: "a folder without documents",
      given: ["generate", "generator/plan"],
      want: "The folder `generator/plan` holds no Arazzo document.",
    },
    {
      name: "overlays that there are not",
      given: ["lint", document, "--overlays", "x"],
      want: "There is no file or folder `x`.",
    },
    {
      name: "a source without a file",
      given: ["lint", "--source", "api="],
      want: "`--source` takes NAME=FILE, not `api=`.",
    },
    {
      name: "a source without a name",
      given: ["lint", "--source", "=x"],
      want: "`--source` takes NAME=FILE, not `=x`.",
    },
    {
      name: "a format that there is not",
      given: ["lint", "--format", "xml"],
      want: "`--format` is one of pretty, json, github, sarif, not `xml`.",
    },
    {
      name: "to deny what there is not",
      given: ["lint", document, "--deny", "unused-inputs"],
      want: "`--deny` takes the code of a finding, not `unused-inputs`. Did you mean `unused-input`?",
    },
    {
      name: "to allow what there is not",
      given: ["lint", document, "--allow", "everything"],
      want: "`--allow` takes the code of a finding, not `everything`. `twilio-workflows explain` lists them.",
    },
    {
      name: "to explain what there is not",
      given: ["explain", "unused-inputs"],
      want: "`explain` takes the code of a finding, not `unused-inputs`. Did you mean `unused-input`?",
    },
    {
      name: "to explain two codes",
      given: ["explain", "unused-input", "unsafe-retry"],
      want: "`explain` takes one code.",
    },
    {
      name: "to allow an error",
      given: ["lint", document, "--allow", "unknown-step"],
      want: "`unknown-step` is an error, which cannot be allowed.",
    },
    {
      name: "to allow and to deny the same",
      given: ["lint", document, "--allow", "unused-input", "--deny", "unused-input"],
      want: "`unused-input` is both denied and allowed.",
    },
    {
      name: "to write corrections to a file",
      given: ["lint", document, "--fix", "--overlays", document],
      want: "`--fix` writes overlays: name the folder that they go to, `--overlays DIR`.",
    },
    {
      name: "to write corrections to a file that there is not",
      given: ["lint", document, "--fix", "--overlays", "x.yaml"],
      want: "There is no file or folder `x.yaml`.",
    },
    {
      name: "to look for sources in a file",
      given: ["lint", document, "--sources", document],
      want: `\`--sources\` takes a folder, and \`${document}\` is none.`,
    },
    { name: "--fix with generate", given: ["generate", "--fix"], want: "`--fix` belongs to `lint`." },
    {
      name: "--check with lint",
      given: ["lint", "--check"],
      want: "`--check` belongs to `generate`, `docs` and `fetch`.",
    },
    {
      name: "--out with fetch",
      given: ["fetch", "--out", "x"],
      want: "`--out` belongs to `init`, `generate`, `docs` and `trace`.",
    },
    { name: "--fix with fetch", given: ["fetch", "--fix"], want: "`--fix` belongs to `lint`." },
    {
      name: "--server without a URL",
      given: ["lint", "--server", "api"],
      want: "`--server` takes NAME=URL, not `api`.",
    },
    {
      name: "--server with a URL of http",
      given: ["lint", "--server", "api=http://a.example.com"],
      want: "The server `http://a.example.com` is not https.",
    },
    {
      name: "--root with what is no folder",
      given: ["lint", "--root", "package.json"],
      want: "`--root` takes a folder, and `package.json` is none.",
    },
    {
      name: "--out with lint",
      given: ["lint", "--out", "x"],
      want: "`--out` belongs to `init`, `generate`, `docs` and `trace`.",
    },
    {
      name: "--keep-going with lint",
      given: ["lint", "--keep-going"],
      want: "`--keep-going` belongs to `generate`.",
    },
  ])(async ({ given, want }) => {
    expect(() => parseCommand(given)).toThrow(UsageError);
    expect(() => parseCommand(given)).toThrow(want);
  });
});
