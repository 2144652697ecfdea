import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { arazzoSchema } from "./arazzo-schema.js";
import { configSchema } from "./config-schema.js";
import { findingsPage } from "./findings-page.js";
import { findingsSchema } from "./findings-schema.js";
import { libraryPage } from "./library-page.js";
import { testingPage } from "./testing-page.js";

/** The pages of this folder that are made of the generator's own tables, and what they should hold. */
export async function madePages(): Promise<ReadonlyMap<string, string>> {
  const texts = {
    "findings.md": findingsPage(readFileSync(pathOf("findings-intro.md"), "utf8")),
    "findings.schema.json": JSON.stringify(findingsSchema),
    "library.md": await libraryPage(),
    "testing.md": testingPage(readFileSync(pathOf("testing.md"), "utf8")),
    "arazzo.schema.json": JSON.stringify(arazzoSchema),
    "config.schema.json": JSON.stringify(configSchema),
  };
  const options = await resolveConfig(pathOf("findings.md"));
  const pages = Object.entries(texts).map(async ([name, text]) => {
    return [pathOf(name), await format(text, { ...options, filepath: name })] as const;
  });
  return new Map(await Promise.all(pages));
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await madePages()) writeFileSync(path, text);
}
