import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { findingsPage } from "./findings-page.js";

/** The pages of this folder that are made of the generator's own tables, and what they should hold. */
export async function madePages(): Promise<ReadonlyMap<string, string>> {
  const page = pathOf("findings.md");
  const text = findingsPage(readFileSync(pathOf("findings-intro.md"), "utf8"));
  return new Map([[page, await format(text, { ...(await resolveConfig(page)), filepath: page })]]);
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await madePages()) writeFileSync(path, text);
}
