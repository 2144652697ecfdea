import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Finding } from "../../generator/diagnostics.js";
import { writeFixes } from "../../generator/fix.js";
import { lint } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { compared, entriesBelow, generated, written } from "../support/output.js";
import { stopped, stopsIn } from "../support/stopping-disk.js";
import { doubtful, openapi } from "./documents.js";

// Runs that are killed before each of their changes of the disk, and in the middle of each text.

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function copyOf(folder: string): string {
  const copy = folderWith();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The texts of the files in a folder but for drafts. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const entries = Object.entries(entriesBelow(folder));
  return new Map(entries.filter(([name, text]) => text !== "a folder" && !/(^|\/)\.twilio-workflows-\d/.test(name)));
}

const none = { created: [], changed: [], removed: [] };

describe("a run of `generate` that is killed", () => {
  const mine = { "index.md": "mine", "workflows/mine.ts": "mine", ".twilio-workflows-notes/0.tmp": "mine" };
  const before = new Map([
    ["index.ts", generated("old index")],
    ["runtime/same.ts", generated("same")],
    ["workflows/old.ts", generated("old")],
    ["old/deep/old.ts", generated("old")],
  ]);
  const after = new Map([
    ["index.ts", generated("new index")],
    ["runtime/same.ts", generated("same")],
    ["workflows/new.ts", generated("new")],
  ]);

  test.each<{ name: string; given: ReadonlyMap<string, string> }>([
    { name: "over an earlier output", given: before },
    { name: "in a folder without one", given: new Map() },
  ])("$name leaves whole files, is told by a comparison, and is healed by the next run", ({ given }) => {
    const start = folderWith(mine);
    written(start, given);
    const end = copyOf(start);
    const stops = stopsIn(stopped(undefined, () => written(end, after)));
    expect(stops.length).toBeGreaterThan(15);
    const want = entriesBelow(end);
    expect(want).toMatchObject(mine);

    for (const stop of stops) {
      const out = copyOf(start);
      stopped(stop, () => written(out, after));
      const found = textsIn(out);
      expect(Object.fromEntries(found), JSON.stringify(stop)).toMatchObject(mine);
      const others = [...found].filter(([name]) => given.has(name) || after.has(name));
      expect(others.filter(([name, text]) => given.get(name) !== text && after.get(name) !== text)).toEqual([]);
      const isDone = [...textsIn(end)].toString() === [...found].toString();
      if (!isDone) expect(compared(out, after).drift, JSON.stringify(stop)).not.toEqual(none);

      expect(written(out, after).findings).toEqual([]);
      expect(entriesBelow(out), JSON.stringify(stop)).toEqual(want);
      expect(compared(out, after).drift).toEqual(none);
    }
  });

  test("and followed by a run for other documents leaves nothing of either", () => {
    const start = folderWith();
    written(start, before);
    const want = folderWith();
    const third = new Map([["index.ts", generated("third index")]]);
    written(want, third);
    for (const stop of stopsIn(stopped(undefined, () => written(copyOf(start), after)))) {
      const out = copyOf(start);
      stopped(stop, () => written(out, after));
      written(out, third);
      expect(entriesBelow(out), JSON.stringify(stop)).toEqual(entriesBelow(want));
    }
  });
});

describe("drafts", () => {
  const files = new Map([["index.ts", generated("index")]]);
  const draftsOf = (id: number): string => `.twilio-workflows-${id}-abcdef`;

  test("of a process that was killed are told by a comparison, and removed", () => {
    const ended = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
    const name = draftsOf(ended);
    const out = folderWith({ [`${name}/0.tmp`]: "half" });
    expect(compared(out, files).drift?.removed).toEqual([name]);
    expect(written(out, files).drift?.removed).toEqual([name]);
    expect(Object.keys(entriesBelow(out))).toEqual([".twilio-workflows.json", "index.ts"]);
  });

  test.each([
    { name: "of a process that still runs", given: `${draftsOf(process.ppid)}/0.tmp` },
    { name: "that hold something else", given: `${draftsOf(process.pid)}/notes.md` },
    { name: "that are called otherwise", given: ".twilio-workflows-mine/0.tmp" },
  ])("$name stay", ({ given }) => {
    const out = folderWith({ [given]: "mine" });
    written(out, files);
    expect(compared(out, files).drift).toEqual(none);
    expect(entriesBelow(out)[given]).toBe("mine");
  });
});

describe("a run of `lint --fix`", () => {
  const documents = {
    "openapi.yaml": openapi,
    "one.yaml": doubtful,
    "two.yaml": doubtful.replace("make-thing", "make-other"),
  };
  const ours = `# Ours.
overlay: 1.0.0
info: { title: Ours, version: 1.0.0 }
extends: ../one.yaml
actions:
- target: $.info # why
  update: { summary: x }
`;

  function findingsIn(folder: string): readonly Finding[] {
    const named = ["one.yaml", "two.yaml"].map((name) => join(folder, name));
    return lint({ documents: named, overlays: [], sources: new Map() }).findings;
  }

  test("that is killed leaves whole overlays, and the next writes what is missing", () => {
    const folder = folderWith({ ...documents, "fixes/one-fixes.yaml": ours });
    const findings = findingsIn(folder);
    const fixes = join(folder, "fixes");
    const start = copyOf(folder);
    writeFixes(findings, fixes);
    const want = entriesBelow(folder);
    expect(want["fixes/one-fixes.yaml"]).toContain(ours);
    expect(want["fixes/two-fixes.yaml"]).toContain("$statusCode == 201");

    const restart = (): void => {
      removeFolder(fixes);
      cpSync(join(start, "fixes"), fixes, { recursive: true });
    };
    restart();
    const stops = stopsIn(stopped(undefined, () => writeFixes(findings, fixes)));
    expect(stops.length).toBeGreaterThan(8);
    for (const stop of stops) {
      restart();
      stopped(stop, () => writeFixes(findings, fixes));
      const found = textsIn(folder);
      expect([ours, want["fixes/one-fixes.yaml"]], JSON.stringify(stop)).toContain(found.get("fixes/one-fixes.yaml"));
      expect([undefined, want["fixes/two-fixes.yaml"]]).toContain(found.get("fixes/two-fixes.yaml"));
      writeFixes(findings, fixes);
      expect(entriesBelow(folder), JSON.stringify(stop)).toEqual(want);
    }
  });

  test("writes through a link, and leaves the rights of a file as they are", () => {
    const folder = folderWith({ ...documents, "elsewhere/x.yaml": ours, "fixes/notes.md": "mine" });
    chmodSync(join(folder, "elsewhere/x.yaml"), 0o640);
    symlinkSync(join(folder, "elsewhere/x.yaml"), join(folder, "fixes/one-fixes.yaml"));
    writeFixes(findingsIn(folder), join(folder, "fixes"));
    expect(lstatSync(join(folder, "fixes/one-fixes.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "elsewhere/x.yaml"), "utf8")).toContain("$statusCode == 201");
    expect(statSync(join(folder, "elsewhere/x.yaml")).mode & 0o777).toBe(0o640);
  });
});
