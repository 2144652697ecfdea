import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runCli } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { banner, compared, entriesBelow, generated, manifest, written } from "../support/output.js";
import { good, openapi } from "./documents.js";

// An output folder in which something of somebody else lies: what is not the generator's is neither replaced nor removed.

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

const files = new Map(
  ["index.ts", "runtime/client.ts", "workflows/make.ts"].map((name) => [name, generated(`export {}; // ${name}`)]),
);
const notOurs = "was not written by twilio-workflows, and is not replaced";
const mine = "export const mine = 1;\n";

describe("nothing is written, and a finding names", () => {
  test.each<{
    name: string;
    given?: Readonly<Record<string, string>>;
    /** Path and target of symbolic links. */
    links?: Readonly<Record<string, string>>;
    out?: string;
    want: readonly string[];
  }>([
    {
      name: "files of the same names that somebody else wrote",
      given: { "out/index.ts": mine, "out/runtime/client.ts": mine },
      want: [`\`out/index.ts\` ${notOurs}`, `\`out/runtime/client.ts\` ${notOurs}`],
    },
    {
      name: "a file of the project's root",
      given: { "index.ts": mine },
      out: ".",
      want: [`\`index.ts\` ${notOurs}`],
    },
    {
      name: "an empty file",
      given: { "out/index.ts": "" },
      want: [`\`out/index.ts\` ${notOurs}`],
    },
    {
      name: "a file that holds the banner further down",
      given: { "out/index.ts": `// Mine.\n${banner}\n` },
      want: [`\`out/index.ts\` ${notOurs}`],
    },
    {
      name: "a file of somebody else that a changed manifest names",
      given: {
        "out/index.ts": mine,
        "out/notes.ts": mine,
        "outside.ts": generated("outside"),
        "out/.twilio-workflows.json": manifest("index.ts", "notes.ts", "../outside.ts"),
      },
      want: [`\`out/index.ts\` ${notOurs}`],
    },
    {
      name: "a file of the manifest's name that is no manifest",
      given: { "out/.twilio-workflows.json": "{}" },
      want: [`\`out/.twilio-workflows.json\` ${notOurs}`],
    },
    {
      name: "a link in place of a folder",
      given: { "elsewhere/client.ts": generated("elsewhere"), "out/mine.ts": mine },
      links: { "out/runtime": "elsewhere" },
      want: ["`out/runtime` is a symbolic link, and files are written to folders in `out` only"],
    },
    {
      name: "a link in place of a file, though it leads to a generated one",
      given: { "elsewhere/index.ts": generated("elsewhere"), "out/mine.ts": mine },
      links: { "out/index.ts": "elsewhere/index.ts" },
      want: ["`out/index.ts` is a symbolic link, which is not replaced"],
    },
    {
      name: "a link to nothing in place of a file",
      given: { "out/mine.ts": mine },
      links: { "out/index.ts": "nothing" },
      want: ["`out/index.ts` is a symbolic link, which is not replaced"],
    },
    {
      name: "a link in place of the manifest",
      given: { "elsewhere/m.json": manifest("index.ts"), "out/mine.ts": mine },
      links: { "out/.twilio-workflows.json": "elsewhere/m.json" },
      want: ["`out/.twilio-workflows.json` is a symbolic link, which is not replaced"],
    },
    {
      name: "a folder in place of a file",
      given: { "out/index.ts/notes.md": mine },
      want: ["`out/index.ts` is a folder, and a file of this name is to be written"],
    },
    {
      name: "a file in place of a folder, though it is generated",
      given: { "out/runtime": generated("runtime") },
      want: ["`out/runtime` is a file, and a folder of this name is needed"],
    },
    {
      name: "a file in place of the whole folder",
      given: { out: mine },
      want: ["`out` is a file, and a folder of this name is needed"],
    },
    {
      name: "a file above the folder",
      given: { out: mine },
      out: "out/a/b",
      want: ["`out` is a file, and a folder of this name is needed"],
    },
    {
      name: "a link to nothing in place of the whole folder",
      links: { out: "nothing" },
      want: ["`out` is a symbolic link that leads nowhere"],
    },
  ])("$name", ({ given = {}, links = {}, out = "out", want }) => {
    const folder = folderWith(given);
    for (const [name, target] of Object.entries(links)) symlinkSync(join(folder, target), join(folder, name));
    const before = entriesBelow(folder);
    const findings = want.map((message) => `output-occupied: ${message}`);
    for (const act of [compared, written]) {
      expect(act(join(folder, out), files, `${folder}/`)).toEqual({ drift: undefined, findings });
      expect(entriesBelow(folder)).toEqual(before);
    }
  });
});

test("a page about the folder that somebody else wrote stays, and is not in the way", () => {
  const folder = folderWith({ "out/README.md": "# Mine\n" });
  const withPage = new Map([...files, ["README.md", "<!-- @generated by twilio-workflows 0.0.0. -->\n"]]);

  expect(written(join(folder, "out"), withPage)).toMatchObject({ findings: [], drift: { removed: [] } });
  expect(entriesBelow(folder)).toMatchObject({ "out/README.md": "# Mine\n", "out/index.ts": expect.any(String) });
  expect(compared(join(folder, "out"), withPage).drift).toEqual({ created: [], changed: [], removed: [] });
});

describe("what an earlier run wrote is replaced and removed", () => {
  const old = "// Written by twilio-workflows: this is generated code.\nold\n";

  test.each<{ name: string; given: Readonly<Record<string, string>> }>([
    {
      name: "where another version wrote it, with another banner",
      given: {
        "index.ts": old,
        "runtime/client.ts": old,
        "workflows/old.ts": old,
        ".twilio-workflows.json": manifest("index.ts", "runtime/client.ts", "workflows/old.ts"),
      },
    },
    { name: "without a manifest", given: { "index.ts": old } },
    { name: "with the line ends of Windows", given: { "index.ts": `\ufeff${banner}\r\nold\r\n` } },
    {
      name: "with a manifest that a merge left in conflict",
      given: {
        "workflows/ours.ts": old,
        "workflows/theirs.ts": old,
        ".twilio-workflows.json": `{\n"files": [\n<<<<<<< a\n"workflows/ours.ts",\n=======\n"workflows/theirs.ts"\n>>>>>>> b\n]\n}\n`,
      },
    },
    {
      name: "under a name that differs in case",
      given: { "workflows/Make.ts": old, ".twilio-workflows.json": manifest("workflows/Make.ts") },
    },
    {
      name: "in folders that this leaves empty",
      given: { "a/b/c/d.ts": old, ".twilio-workflows.json": manifest("a/b/c/d.ts") },
    },
  ])("$name", ({ given }) => {
    const out = folderWith(given);
    const whole = folderWith({});
    written(whole, files);

    expect(written(out, files)).toMatchObject({ findings: [] });
    expect(entriesBelow(out)).toEqual(entriesBelow(whole));
    expect(compared(out, files).drift).toEqual({ created: [], changed: [], removed: [] });
  });

  test("but not what has lost its banner, though the manifest names it", () => {
    const out = folderWith({});
    written(out, new Map([...files, ["workflows/old.ts", generated("old")]]));
    writeFileSync(join(out, "workflows/old.ts"), mine);
    expect(written(out, files)).toMatchObject({ findings: [], drift: { removed: [] } });
    expect(entriesBelow(out)["workflows/old.ts"]).toBe(mine);
  });

  test("but not where a link stands in place of it, or of its folder", () => {
    const elsewhere = folderWith({ "a.ts": generated("a") });
    const out = folderWith({ ".twilio-workflows.json": manifest("a.ts", "old/a.ts") });
    symlinkSync(join(elsewhere, "a.ts"), join(out, "a.ts"));
    symlinkSync(elsewhere, join(out, "old"), "dir");
    expect(written(out, files)).toMatchObject({ findings: [], drift: { removed: [] } });
    expect(entriesBelow(out)).toMatchObject({ "a.ts": `-> ${join(elsewhere, "a.ts")}`, old: `-> ${elsewhere}` });
    expect(entriesBelow(elsewhere)).toEqual({ "a.ts": generated("a") });
  });
});

test("line ends of Windows alone are no difference", () => {
  const out = folderWith({});
  written(out, files);
  for (const [name, text] of Object.entries(entriesBelow(out))) {
    if (text !== "a folder") writeFileSync(join(out, name), text.replaceAll("\n", "\r\n"));
  }
  const before = entriesBelow(out);
  const none = { drift: { created: [], changed: [], removed: [] }, findings: [] };
  expect([compared(out, files), written(out, files)]).toEqual([none, none]);
  expect(entriesBelow(out)).toEqual(before);
});

test("the command line destroys nothing, and ends with 1", { timeout: 240_000 }, async () => {
  const folder = folderWith({ "openapi.yaml": openapi, "good.yaml": good, "src/index.ts": mine });
  mkdirSync(dirname(join(folder, "src/runtime/index.ts")));
  writeFileSync(join(folder, "src/runtime/index.ts"), mine);
  const before = entriesBelow(folder);
  for (const mode of [[], ["--check"]]) {
    const { code, stdout, stderr } = await runCli(
      folder,
      "generate",
      "good.yaml",
      "--out",
      "src",
      "--verbose",
      ...mode,
    );
    expect({ code, stdout, errors: stderr.split("\n").filter((line) => line.includes("error")) }).toEqual({
      code: 1,
      stdout: "",
      errors: [
        `error output-occupied: \`src/index.ts\` ${notOurs}`,
        `error output-occupied: \`src/runtime/index.ts\` ${notOurs}`,
        "2 errors",
      ],
    });
    expect(entriesBelow(folder)).toEqual(before);
  }
});
