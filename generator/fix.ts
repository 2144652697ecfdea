import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { distinctActions, type Finding, type Fix } from "./diagnostics.js";
import { appendedOverlayText, newOverlayText } from "./documents/index.js";
import { Drafts, removeAbandoned } from "./drafts.js";

/** An overlay that was written to, and how many actions it got. */
export interface FixedFile {
  readonly file: string;
  readonly actions: number;
}

/**
 * Writes the overlay actions of findings into a folder of overlays: for each document `NAME.yaml` into
 * `NAME-fixes.yaml`, behind what stands there. Documents are not touched.
 * @throws OverlayWriteError where such a file cannot take them; then nothing is written
 */
export function writeFixes(findings: readonly Finding[], folder: string): readonly FixedFile[] {
  const byDocument = new Map<string, Fix[]>();
  // What was found once the documents had been amended is about what the amendments have made of them.
  const inOrder = findings.toSorted((a, b) => (a.round ?? 0) - (b.round ?? 0));
  for (const { fix } of inOrder) {
    if (fix !== undefined) byDocument.set(fix.file, [...(byDocument.get(fix.file) ?? []), fix]);
  }
  const drafts = [...byDocument].map(([document, fixes]) => {
    const file = join(folder, fixesName(document));
    const present = textOf(file);
    const distinct = distinctActions(fixes);
    const text =
      present === undefined
        ? newOverlayText(file, document, distinct)
        : appendedOverlayText(file, present, document, distinct);
    return { file, text, changed: text !== present, actions: distinct.length };
  });
  for (const { file, text } of drafts.filter(({ changed }) => changed)) writeInOneGo(file, text);
  for (const home of new Set([folder, ...drafts.map(({ file }) => dirname(targetOf(file)))])) removeAbandoned(home);
  return drafts.filter(({ changed }) => changed).map(({ file, actions }) => ({ file, actions }));
}

/** Replaces a file such that it holds the old text or the new one, whenever this process ends. */
function writeInOneGo(file: string, text: string): void {
  const target = targetOf(file);
  mkdirSync(dirname(target), { recursive: true });
  const drafts = new Drafts(dirname(target));
  try {
    const draft = drafts.write(text);
    if (existsSync(target)) chmodSync(draft, statSync(target).mode);
    renameSync(draft, target);
  } finally {
    drafts.remove();
  }
}

/** Where a link leads that stands in place of the file; it remains a link. */
function targetOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

/** Whether a file of overlays is one that fixes are written to. These are applied last, as they were found last. */
export function isFixes(file: string): boolean {
  return /-fixes\.ya?ml$/i.test(file);
}

function fixesName(document: string): string {
  return `${basename(document, extname(document))}-fixes.yaml`;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
