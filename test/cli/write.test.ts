import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentOf } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { compared, generated, manifest, written } from "../support/output.js";

/** A folder for the length of a test. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function texts(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(contentOf(folder)).map(([name, { text }]) => [name, text]));
}

const a = generated("a");
const b = generated("b");
const two = new Map([
  ["workflows/b.ts", b],
  ["a.ts", a],
]);

describe("writing", () => {
  test("makes the folder and all in it, and lists what it wrote", () => {
    const out = join(folderWith(), "deep", "out");
    expect(written(out, two).drift).toEqual({
      created: ["a.ts", "workflows/b.ts", ".twilio-workflows.json"],
      changed: [],
      removed: [],
    });
    expect(texts(out)).toEqual({
      "a.ts": a,
      "workflows/b.ts": b,
      ".twilio-workflows.json": manifest("a.ts", "workflows/b.ts"),
    });
  });

  test("touches only what changed", () => {
    const out = folderWith();
    written(out, two);
    for (const name of Object.keys(texts(out))) utimesSync(join(out, name), 1, 1);

    expect(written(out, new Map([...two, ["a.ts", generated("A")]])).drift).toEqual({
      created: [],
      changed: ["a.ts"],
      removed: [],
    });

    const touched = Object.entries(contentOf(out)).filter(([, file]) => file.written !== 1000);
    expect(touched.map(([name, { text }]) => [name, text])).toEqual([["a.ts", generated("A")]]);
  });

  test("goes where a link in place of the whole folder leads", () => {
    const elsewhere = folderWith();
    const out = join(folderWith(), "out");
    symlinkSync(elsewhere, out, "dir");

    written(out, two);
    expect(texts(elsewhere)).toMatchObject({ "a.ts": a, "workflows/b.ts": b });
  });

  test("removes what it no longer makes, and folders that this leaves empty", () => {
    const out = folderWith();
    written(out, two);
    expect(written(out, new Map([["a.ts", a]])).drift).toMatchObject({ removed: ["workflows/b.ts"] });
    expect(texts(out)).toEqual({ "a.ts": a, ".twilio-workflows.json": manifest("a.ts") });
    expect(() => contentOf(join(out, "workflows"))).toThrow("ENOENT");
  });

  test("never removes what it did not write", () => {
    const out = folderWith({ "workflows/mine.ts": "mine", "notes.md": "notes" });
    written(out, two);
    written(out, new Map([["a.ts", a]]));
    expect(texts(out)).toMatchObject({ "workflows/mine.ts": "mine", "notes.md": "notes" });
  });

  test("does without what was removed by hand", () => {
    const out = folderWith({ ".twilio-workflows.json": manifest("gone.ts", "a.ts") });
    expect(written(out, two).drift).toMatchObject({ removed: [] });
  });

  test("leaves no drafts", () => {
    const out = folderWith();
    written(out, two);
    written(out, new Map([["a.ts", generated("A")]]));
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

    expect(written(out, two).drift).toMatchObject({ removed: [] });
    expect(texts(folder)).toMatchObject(outside);
  });

  test("removes nothing for an absolute path", () => {
    const folder = folderWith(outside);
    const out = join(folder, "outside/out");
    writeFileSync(join(out, ".twilio-workflows.json"), manifest(join(folder, "outside/x.ts")));

    written(out, two);
    expect(texts(folder)).toMatchObject(outside);
  });

  test.each(["", "{", "null", "[]"])("is not replaced if it is %j", (text) => {
    const out = folderWith({ ".twilio-workflows.json": text, "a.ts": "mine" });
    const { drift, findings } = written(out, new Map([["b.ts", b]]));
    expect({ drift, count: findings.length }).toEqual({ drift: undefined, count: 1 });
    expect(texts(out)).toEqual({ ".twilio-workflows.json": text, "a.ts": "mine" });
  });

  test.each([`{"files":"a.ts"}`, `{"files":[1,null,{}]}`])("counts as none if it is %j", (text) => {
    const out = folderWith({ ".twilio-workflows.json": text, "a.ts": "mine" });
    expect(written(out, new Map([["b.ts", b]])).drift).toEqual({
      created: ["b.ts"],
      changed: [".twilio-workflows.json"],
      removed: [],
    });
    expect(texts(out)["a.ts"]).toBe("mine");
  });
});

describe("comparing", () => {
  test("tells what writing would do, and does nothing", () => {
    const out = folderWith({
      "a.ts": generated("old"),
      "old.ts": generated("old"),
      ".twilio-workflows.json": manifest("a.ts", "old.ts"),
    });
    const before = contentOf(out);
    expect(compared(out, two).drift).toEqual({
      created: ["workflows/b.ts"],
      changed: ["a.ts", ".twilio-workflows.json"],
      removed: ["old.ts"],
    });
    expect(contentOf(out)).toEqual(before);
  });

  test("finds nothing to do behind writing", () => {
    const out = folderWith();
    written(out, two);
    expect(compared(out, two).drift).toEqual({ created: [], changed: [], removed: [] });
  });

  test("makes no folder", () => {
    const out = join(folderWith(), "out");
    compared(out, two);
    expect(() => contentOf(out)).toThrow("ENOENT");
  });
});
