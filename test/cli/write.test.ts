import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { compareFiles, writeFiles } from "../../generator/write.js";
import { contentOf } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";

/** A folder for the length of a test. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function texts(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(contentOf(folder)).map(([name, { text }]) => [name, text]));
}

function manifest(...files: readonly string[]): string {
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

const two = new Map([
  ["workflows/b.ts", "b"],
  ["a.ts", "a"],
]);

describe("writing", () => {
  test("makes the folder and all in it, and lists what it wrote", () => {
    const out = join(folderWith(), "deep", "out");
    expect(writeFiles(out, two)).toEqual({
      created: ["a.ts", "workflows/b.ts", ".twilio-workflows.json"],
      changed: [],
      removed: [],
    });
    expect(texts(out)).toEqual({
      "a.ts": "a",
      "workflows/b.ts": "b",
      ".twilio-workflows.json": manifest("a.ts", "workflows/b.ts"),
    });
  });

  test("touches only what changed", () => {
    const out = folderWith();
    writeFiles(out, two);
    for (const name of Object.keys(texts(out))) utimesSync(join(out, name), 1, 1);

    expect(writeFiles(out, new Map([...two, ["a.ts", "A"]]))).toEqual({ created: [], changed: ["a.ts"], removed: [] });

    const written = Object.entries(contentOf(out)).filter(([, file]) => file.written !== 1000);
    expect(written.map(([name, { text }]) => [name, text])).toEqual([["a.ts", "A"]]);
  });

  test("does not go through a link to somewhere else, and then writes nothing at all", () => {
    const elsewhere = folderWith({ "b.ts": "elsewhere" });
    const out = folderWith();
    symlinkSync(elsewhere, join(out, "workflows"), "dir");

    expect(() => writeFiles(out, two)).toThrow(
      `${join(out, "workflows")} is a symbolic link: what is generated is written below ${out} only. Remove the link.`,
    );
    expect(texts(elsewhere)).toEqual({ "b.ts": "elsewhere" });
    expect(() => contentOf(join(out, "a.ts"))).toThrow("ENOENT");
  });

  test("replaces a link to a file, and leaves the file that it leads to", () => {
    const elsewhere = folderWith({ "x.ts": "elsewhere" });
    const out = folderWith();
    symlinkSync(join(elsewhere, "x.ts"), join(out, "a.ts"));

    writeFiles(out, two);
    expect(texts(out)["a.ts"]).toBe("a");
    expect(texts(elsewhere)).toEqual({ "x.ts": "elsewhere" });
  });

  test("goes where a link in place of the whole folder leads", () => {
    const elsewhere = folderWith();
    const out = join(folderWith(), "out");
    symlinkSync(elsewhere, out, "dir");

    writeFiles(out, two);
    expect(texts(elsewhere)).toMatchObject({ "a.ts": "a", "workflows/b.ts": "b" });
  });

  test("removes what it no longer makes, and folders that this leaves empty", () => {
    const out = folderWith();
    writeFiles(out, two);
    expect(writeFiles(out, new Map([["a.ts", "a"]]))).toMatchObject({ removed: ["workflows/b.ts"] });
    expect(texts(out)).toEqual({ "a.ts": "a", ".twilio-workflows.json": manifest("a.ts") });
    expect(() => contentOf(join(out, "workflows"))).toThrow("ENOENT");
  });

  test("never removes what it did not write", () => {
    const out = folderWith({ "workflows/mine.ts": "mine", "notes.md": "notes" });
    writeFiles(out, two);
    writeFiles(out, new Map([["a.ts", "a"]]));
    expect(texts(out)).toMatchObject({ "workflows/mine.ts": "mine", "notes.md": "notes" });
  });

  test("does without what was removed by hand", () => {
    const out = folderWith({ ".twilio-workflows.json": manifest("gone.ts", "a.ts") });
    expect(writeFiles(out, two)).toMatchObject({ removed: [] });
  });

  test("leaves no drafts", () => {
    const out = folderWith();
    writeFiles(out, two);
    writeFiles(out, new Map([["a.ts", "A"]]));
    expect(Object.keys(texts(out)).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  test("leaves no drafts where a folder stands in place of a file", () => {
    const out = folderWith();
    mkdirSync(join(out, "a.ts"));
    expect(() => writeFiles(out, two)).toThrow("a.ts");
    expect(Object.keys(texts(out)).filter((name) => name.includes(".tmp"))).toEqual([]);
  });
});

describe("a manifest that somebody changed", () => {
  const outside = { "outside/x.ts": "outside", "outside/out/keep.txt": "keep" };

  test.each([
    "../x.ts",
    "../../outside/x.ts",
    "./../x.ts",
    "sub/../../x.ts",
    "..\\x.ts",
    "keep.txt",
    "",
    ".",
    "..",
    "../out",
  ])("removes nothing for %j", (name) => {
    const folder = folderWith(outside);
    const out = join(folder, "outside/out");
    writeFileSync(join(out, ".twilio-workflows.json"), manifest(name));

    expect(writeFiles(out, two)).toMatchObject({ removed: [] });
    expect(texts(folder)).toMatchObject(outside);
  });

  test("removes nothing for an absolute path", () => {
    const folder = folderWith(outside);
    const out = join(folder, "outside/out");
    writeFileSync(join(out, ".twilio-workflows.json"), manifest(join(folder, "outside/x.ts")));

    writeFiles(out, two);
    expect(texts(folder)).toMatchObject(outside);
  });

  test("removes nothing through a link that leads out of the folder", () => {
    const elsewhere = folderWith({ "x.ts": "elsewhere" });
    const out = folderWith({ ".twilio-workflows.json": manifest("link/x.ts") });
    symlinkSync(elsewhere, join(out, "link"), "dir");

    expect(writeFiles(out, two)).toMatchObject({ removed: [] });
    expect(texts(elsewhere)).toEqual({ "x.ts": "elsewhere" });
  });

  test.each(["", "{", "null", "[]", `{"files":"a.ts"}`, `{"files":[1,null,{}]}`])(
    "counts as none if it is %j",
    (text) => {
      const out = folderWith({ ".twilio-workflows.json": text, "a.ts": "mine" });
      expect(writeFiles(out, new Map([["b.ts", "b"]]))).toEqual({
        created: ["b.ts"],
        changed: [".twilio-workflows.json"],
        removed: [],
      });
      expect(texts(out)["a.ts"]).toBe("mine");
    },
  );
});

describe("comparing", () => {
  test("tells what writing would do, and does nothing", () => {
    const out = folderWith({ "a.ts": "old", "old.ts": "old", ".twilio-workflows.json": manifest("a.ts", "old.ts") });
    const before = contentOf(out);
    expect(compareFiles(out, two)).toEqual({
      created: ["workflows/b.ts"],
      changed: ["a.ts", ".twilio-workflows.json"],
      removed: ["old.ts"],
    });
    expect(contentOf(out)).toEqual(before);
  });

  test("finds nothing to do behind writing", () => {
    const out = folderWith();
    writeFiles(out, two);
    expect(compareFiles(out, two)).toEqual({ created: [], changed: [], removed: [] });
  });

  test("makes no folder", () => {
    const out = join(folderWith(), "out");
    compareFiles(out, two);
    expect(() => contentOf(out)).toThrow("ENOENT");
  });
});
