import { existsSync } from "../disk.js";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { realPath } from "./real-path.js";

/** What says where the folders begin that may be read. */
export interface RootOptions {
  /** Folders that the caller has opened. Default: none. */
  readonly named?: readonly string[] | undefined;
  /** The working directory; the process's own where it is not given. */
  readonly cwd?: string | undefined;
}

/**
 * The folders that documents may name files in, as absolute paths, some of which may lie in others: those that the caller has opened and, for each of
 * the files that the caller named, the parent of its folder and the root of its workspace; and the working directory.
 * A folder that holds someone's home, such as the root of the disk, counts only where the caller has opened it.
 * @param files The documents that the caller named
 */
export function rootsFor(files: readonly string[], { named = [], cwd = process.cwd() }: RootOptions = {}): string[] {
  const around = files.flatMap((file) => {
    const folder = dirname(resolve(file));
    const parent = dirname(folder);
    return [isTooWide(parent) ? folder : parent, ...workspaceOf(folder)];
  });
  const given = [...around, resolve(cwd)].filter((folder, index) => index < around.length || !isTooWide(folder));
  return [...new Set([...given, ...named.map((folder) => resolve(folder))])];
}

/** Those of some folders that lie in no other of them. */
export function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(other, folder)));
}

/** Whether a file lies in or below one of the folders, as its path is written. */
export function isInside(roots: readonly string[], file: string): boolean {
  return roots.some((root) => isBelow(root, file)) || isReallyInside(roots, file);
}

/** The same of a path in which links were followed. */
export function isReallyInside(roots: readonly string[], real: string): boolean {
  return roots.some((root) => isBelow(realPath(root) ?? root, real));
}

/** What stands in the folder that a workspace begins with. */
const workspaceMarks = [
  ".git",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
];

/** The nearest folder upwards that a workspace begins with; none where that holds someone's home. */
function workspaceOf(folder: string): readonly string[] {
  for (let at = folder; !isTooWide(at); at = dirname(at)) {
    if (workspaceMarks.some((mark) => existsSync(join(at, mark)))) return [at];
  }
  return [];
}

/** Whether the folder holds someone's home: the root of the disk, `/home`, the home itself. */
function isTooWide(folder: string): boolean {
  return isBelow(folder, homedir()) || dirname(folder) === folder;
}

function isBelow(root: string, file: string): boolean {
  const way = relative(root, file);
  return way === "" || (!isAbsolute(way) && way.split(/[\\/]/, 1)[0] !== "..");
}
