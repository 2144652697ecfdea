import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { formatFindings, Findings } from "../../generator/diagnostics.js";
import { displayPath } from "../../generator/documents/index.js";
import { compareFiles, writeFiles, type Drift, type Files } from "../../generator/write.js";

/** The first line of generated files. */
export const banner = "// Written by twilio-workflows: change the documents and generate again.";

/** A file as the generator writes it. */
export function generated(text: string): string {
  return `${banner}\n${text}\n`;
}

/** The manifest of these files. */
export function manifest(...files: readonly string[]): string {
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

/** Every entry below a folder by its path: the text of a file, where a link leads. */
export function entriesBelow(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = () => (entry.isDirectory() ? "a folder" : readFileSync(path, "utf8"));
    return [relative(folder, path), entry.isSymbolicLink() ? `-> ${readlinkSync(path)}` : content()] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What comparing or writing comes to: the differences, or the findings with paths as they are seen from `root`. */
export interface Outcome {
  readonly drift: Drift | undefined;
  readonly findings: readonly string[];
}

export function written(out: string, files: Files, root = out): Outcome {
  return outcomeOf(writeFiles, out, files, root);
}

export function compared(out: string, files: Files, root = out): Outcome {
  return outcomeOf(compareFiles, out, files, root);
}

function outcomeOf(act: typeof writeFiles, out: string, files: Files, root: string): Outcome {
  const findings = new Findings();
  const drift = act(out, files, findings);
  const shown = findings.list().map(({ code, message }) => `${code}: ${message.replaceAll(displayPath(root), "")}`);
  return { drift, findings: shown };
}

/** The findings of writing as they are printed, with paths as they are seen from `root`. */
export function findingsOfWriting(out: string, files: Files, root: string): string {
  const findings = new Findings();
  writeFiles(out, files, findings);
  return formatFindings(findings.list(), "pretty", { color: false }).replaceAll(`${displayPath(root)}/`, "");
}
