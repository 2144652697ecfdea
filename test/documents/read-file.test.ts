import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { displayPath, readDocument } from "../../generator/documents/read.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "documents-"));
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "good.yml"), "a: 1\n");
  writeFileSync(join(folder, "bom.json"), Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('{"a": "ä"}')]));
  writeFileSync(join(folder, "latin1.yml"), Buffer.from("a: \xe4", "latin1"));
  writeFileSync(join(folder, "utf16.yml"), Buffer.from("\ufeffa: 1", "utf16le"));
  writeFileSync(join(folder, "large.yml"), `a: "${"x".repeat(10 * 1024 * 1024)}"`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("readDocument", () => {
  it("reads YAML, and says by which name", () => {
    const document = readDocument(join(folder, "good.yml"), new Findings());
    expect(document).toMatchObject({ file: join(folder, "good.yml"), root: { a: 1 }, source: { text: "a: 1\n" } });
  });

  it("reads JSON with a byte order mark, which counts for no column", () => {
    const document = readDocument(join(folder, "bom.json"), new Findings());
    expect(document?.root).toEqual({ a: "ä" });
    expect(document?.place(["a"])).toMatchObject({ start: 6, end: 9 });
  });

  const tests: [file: string, want: string][] = [
    ["absent.yml", "file-unreadable: FILE does not exist"],
    ["good.yml/inside.yml", "file-unreadable: FILE does not exist"],
    ["folder", "file-unreadable: FILE is not a file"],
    ["latin1.yml", "file-unreadable: FILE is not UTF-8 text"],
    ["utf16.yml", "file-unreadable: FILE is not UTF-8 text"],
    ["nul\0.yml", "file-unreadable: FILE is no name of a file"],
    ["large.yml", "document-too-large: FILE has 10,485,765 bytes; at most 10 MB are read"],
  ];
  it.each(tests)("refuses %j", (file, want) => {
    const findings = new Findings();
    expect(readDocument(join(folder, file), findings)).toBeUndefined();
    const shown = displayPath(join(folder, file));
    expect(findings.list().map(({ code, message }) => `${code}: ${message.replace(shown, "FILE")}`)).toEqual([want]);
  });

  it("does not wait for a device", () => {
    const findings = new Findings();
    expect(readDocument("/dev/zero", findings)).toBeUndefined();
    expect(findings.hasErrors).toBe(true);
  });
});

describe("displayPath", () => {
  const tests: [name: string, given: string, want: string][] = [
    ["relative to the working directory", join(process.cwd(), "specs/a.yml"), "specs/a.yml"],
    ["as it is where that is shorter", "/x.yml", "/x.yml"],
  ];
  it.each(tests)("%s", (_, file, want) => {
    expect(displayPath(file)).toBe(want);
  });
});
