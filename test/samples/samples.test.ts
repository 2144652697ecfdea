import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatFindings } from "../../generator/diagnostics.js";
import { arazzoDocumentsBelow } from "../../generator/find-documents.js";
import { generate } from "../../generator/generate.js";
import { refusedTypes } from "../support/refused-types.js";

/*
 * Every folder here is a test: its documents are compiled as `twilio-workflows generate` does it, and all that is found
 * and all functions that are made have to be what `expected.txt` says. `npm run samples` writes that file.
 */

const samples = "test/samples";
const accepted: ReadonlyMap<string, string>[] = [];

describe("the documents of", () => {
  const names = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test.each(names.map(({ name }) => name))("%s", async (name) => {
    const folder = join(samples, name);
    const text = await compiled(folder);
    await expect(text, "`npm run samples` writes what is expected").toMatchFileSnapshot(join(name, "expected.txt"));
  });

  test("all that was accepted type-checks", { timeout: 60_000 }, () => {
    expect(accepted).not.toEqual([]);
    expect(refusedTypes(accepted)).toEqual([]);
  });
});

/** It names the version of the generator. */
const banner = /^(?:\/[/*] ?(?:@generated|eslint-disable|biome-ignore-all)[^\n]*\n)+/;

/** What is found, as it is printed, and behind it each function that is written. */
async function compiled(folder: string): Promise<string> {
  const overlays = documentsIn(folder).filter(isOverlay);
  const { findings, files = new Map<string, string>() } = await generate({
    documents: arazzoDocumentsBelow(folder),
    overlays,
    sources: new Map(),
  });
  if (files.size > 0) accepted.push(files);
  const said = formatFindings(findings, "pretty", { color: false }).replaceAll(`${folder}/`, "");
  const functions = [...files].filter(([path]) => path.startsWith("workflows/"));
  const parts = [
    said || "nothing was found",
    ...functions.map(([path, text]) => `==== ${path} ====\n\n${text.replace(banner, "").trimEnd()}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/i.test(name));
  return names.toSorted().map((name) => join(folder, name));
}

function isOverlay(file: string): boolean {
  return /^[\s{]*"?overlay"?:/.test(readFileSync(file, "utf8"));
}
