import { mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Findings } from "./diagnostics.js";
import { existsSync, readFileSync } from "./disk.js";
import { abandonedDrafts, Drafts, removeAbandoned } from "./drafts.js";
import { readmeName } from "./emit/index.js";
import { manifestName, manifestText, namesInManifest } from "./manifest.js";
import { isFree, obstacleAt } from "./occupied.js";

/** Path below the output folder, with `/`, and text of each file. */
export type Files = ReadonlyMap<string, string>;

/** How the output folder differs from what it should hold. */
export interface Drift {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** Files that the generator once wrote and no longer makes, and what a run that was stopped left behind. */
  readonly removed: readonly string[];
}

/**
 * Compares a folder with what it should hold. Reads only.
 * @returns the differences; `undefined` behind findings if something that is not the generator's is in the way
 */
export function compareFiles(folder: string, made: Files, findings: Findings): Drift | undefined {
  const files = besidesReadme(folder, made);
  const wanted = withManifest(files);
  const names = [...wanted.keys()];
  if (!isFree(folder, names, findings)) return undefined;
  const stale = staleNames(folder, files).filter((name) => existsSync(join(folder, name)));
  // Where the disk ignores case, removing the old name removes what the new one stands for.
  const recased = new Set(stale.map((name) => name.toLowerCase()));
  const isRight = (name: string): boolean =>
    !recased.has(name.toLowerCase()) && sameText(read(folder, name), wanted.get(name));
  const present = names.filter((name) => read(folder, name) !== undefined);
  return {
    created: names.filter((name) => !present.includes(name)),
    changed: present.filter((name) => !isRight(name)),
    removed: [...stale, ...abandonedDrafts(folder)],
  };
}

/**
 * Makes a folder hold the files. Only what changed is written, and each file is replaced in one go. A run that is
 * stopped on the way leaves a folder that differs from what it should hold, and the next run goes on from there:
 * until all is done, the manifest names the files of before and those of now.
 * @returns what was done; `undefined` behind findings, with nothing written, if something that is not the generator's
 * is in the way
 */
export function writeFiles(folder: string, made: Files, findings: Findings): Drift | undefined {
  const files = besidesReadme(folder, made);
  const drift = compareFiles(folder, files, findings);
  if (drift === undefined || Object.values(drift).every((names) => names.length === 0)) return drift;
  mkdirSync(folder, { recursive: true });
  const drafts = new Drafts(folder);
  try {
    moveFiles(folder, files, drift, drafts);
  } finally {
    drafts.remove();
  }
  removeAbandoned(folder);
  return drift;
}

/** Without the page about the folder, where somebody has written one of their own: that stays, and is not in the way. */
function besidesReadme(folder: string, files: Files): Files {
  if (obstacleAt(folder, readmeName) === undefined) return files;
  return new Map([...files].filter(([name]) => name !== readmeName));
}

function moveFiles(folder: string, files: Files, { created, changed }: Drift, drafts: Drafts): void {
  const stale = staleNames(folder, files);
  const texts = [...created, ...changed].filter((name) => name !== manifestName);
  const moves = texts.map((name) => ({ name, draft: drafts.write(files.get(name) ?? "") }));
  const putManifest = (names: Iterable<string>): void => {
    const text = manifestText(names);
    if (sameText(read(folder, manifestName), text)) return;
    renameSync(drafts.write(text), join(folder, manifestName));
  };
  putManifest([...stale, ...files.keys()]);
  for (const name of stale) rmSync(join(folder, name), { force: true });
  for (const { name, draft } of moves) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    renameSync(draft, join(folder, name));
  }
  for (const name of stale) removeEmpty(folder, dirname(name));
  putManifest(files.keys());
}

function withManifest(files: Files): Files {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...sorted, [manifestName, manifestText(files.keys())]]);
}

/** The files of earlier runs that are not made any more, there or not; none of somebody else. */
function staleNames(folder: string, files: Files): readonly string[] {
  const written = namesInManifest(read(folder, manifestName) ?? "") ?? [];
  return written.filter((name) => !files.has(name) && obstacleAt(folder, name) === undefined);
}

/** Line ends may be those of the machine: version control changes them. */
function sameText(a: string | undefined, b: string | undefined): boolean {
  return a?.replaceAll("\r\n", "\n") === b?.replaceAll("\r\n", "\n");
}

/** Removes a folder if it is empty, and those around it. */
function removeEmpty(folder: string, name: string): void {
  for (let path = name; path !== "."; path = dirname(path)) {
    try {
      rmdirSync(join(folder, path));
    } catch {
      // Something else lies there, or it is gone already.
    }
  }
}

function read(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
