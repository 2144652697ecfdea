import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { madePages } from "../../docs/write.js";
import { codeGroups, codes } from "../../generator/diagnostics.js";
import { modulesIn } from "../house/modules.js";

describe("the table of codes", () => {
  test("is what the documentation says", async () => {
    const pages = await madePages();
    expect(pages.size).toBe(2);
    for (const [path, text] of pages) expect(readFileSync(path, "utf8"), "run `npm run docs`").toBe(text);
  });

  test("has no code that nothing reports", () => {
    const texts = modulesIn("generator")
      .filter(({ path }) => !path.startsWith("generator/diagnostics/codes"))
      .map(({ path }) => readFileSync(path, "utf8"));
    expect(Object.keys(codes).filter((code) => !texts.some((text) => text.includes(`"${code}"`)))).toEqual([]);
  });

  test("has a file of frames for each of its groups, and no code in two of them", () => {
    expect(Object.keys(codeGroups).filter((group) => !existsSync(`test/findings/${group}.test.ts`))).toEqual([]);
    expect(Object.values(codeGroups).flatMap((table) => Object.keys(table))).toHaveLength(Object.keys(codes).length);
  });

  test.each(Object.entries(codes))("says of %s in whole sentences what it means and what to do", (_, entry) => {
    for (const text of [entry.meaning, entry.wayOut]) expect(text).toMatch(/^[A-Z`][^]*[.]$/);
    expect(entry.example).not.toBe("");
  });
});
