import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { madePages } from "../../docs/write.js";
import { codes, found, kindGroups, kinds } from "../../generator/diagnostics.js";
import { modulesIn } from "../house/modules.js";

describe("the table of codes", () => {
  test("is what the documentation says", async () => {
    const pages = await madePages();
    expect([...pages.keys()].map((path) => path.replace(/^.*\/docs\//, ""))).toEqual([
      "findings.md",
      "findings.schema.json",
      "library.md",
      "testing.md",
      "arazzo.schema.json",
      "config.schema.json",
    ]);
    for (const [path, text] of pages) expect(readFileSync(path, "utf8"), "run `npm run docs`").toBe(text);
  });

  test("has no wording that nothing reports", () => {
    const text = modulesIn("generator")
      .filter(({ path }) => !path.startsWith("generator/diagnostics/codes"))
      .map(({ path }) => readFileSync(path, "utf8"))
      .join("\n");
    const lacking = Object.entries(found).flatMap(([name, entry]) => {
      const wordings = typeof entry === "function" ? [] : Object.keys(entry).filter((key) => key !== "kind");
      const unused = wordings.filter((wording) => !new RegExp(`\\b${wording}\\b`).test(text));
      return text.includes(`found.${name}`) ? unused.map((wording) => `${name}.${wording}`) : [name];
    });
    expect(lacking).toEqual([]);
  });

  test("has a file of frames for each of its groups, and no code in two of them", () => {
    expect(Object.keys(kindGroups).filter((group) => !existsSync(`test/findings/${group}.test.ts`))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(kinds)("says of $code in whole sentences what it means and what to do", (entry) => {
    for (const text of [entry.meaning, entry.wayOut]) expect(text).toMatch(/^[A-Z`][^]*[.]$/);
    expect(entry.example).not.toBe("");
  });
});
