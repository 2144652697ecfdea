import type { Stats } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { existsSync, lstatSync, readFileSync, statSync } from "./disk.js";
import { found, quoted, type Findings } from "./diagnostics.js";
import { displayPath } from "./documents/index.js";
import { isGenerated } from "./emit/index.js";
import { manifestName, namesInManifest } from "./manifest.js";

/** Why a path of the output folder cannot be written to. */
export interface Obstacle {
  readonly path: string;
  readonly problem: string;
}

/**
 * Reports what lies where files are to be written and is not the generator's.
 * @returns whether there is none of that
 */
export function isFree(folder: string, names: readonly string[], findings: Findings): boolean {
  const inTheWay = obstacleAbove(resolve(folder));
  const obstacles = inTheWay
    ? [inTheWay]
    : names.map((name) => obstacleAt(folder, name)).filter((one) => one !== undefined);
  for (const { path, problem } of obstacles) {
    findings.report(undefined, found.outputOccupied(displayPath(resolve(path)), problem));
  }
  return obstacles.length === 0;
}

/** What keeps a file from being written, replaced or removed; `undefined` if it is the generator's or not there. */
export function obstacleAt(folder: string, name: string): Obstacle | undefined {
  const parts = name.split("/");
  for (const depth of parts.slice(1).keys()) {
    const path = join(folder, ...parts.slice(0, depth + 1));
    const entry = entryAt(path);
    if (entry === undefined) return undefined;
    if (entry.isSymbolicLink()) {
      const root = quoted(displayPath(resolve(folder)));
      return { path, problem: `is a symbolic link, and files are written to folders in ${root} only` };
    }
    if (!entry.isDirectory()) return { path, problem: noFolder };
  }
  const path = join(folder, name);
  const problem = problemOf(path, name);
  return problem === undefined ? undefined : { path, problem };
}

const noFolder = "is a file, and a folder of this name is needed";

function problemOf(path: string, name: string): string | undefined {
  const entry = entryAt(path);
  if (entry === undefined) return undefined;
  if (entry.isSymbolicLink()) return "is a symbolic link, which is not replaced";
  if (entry.isDirectory()) return "is a folder, and a file of this name is to be written";
  const text = entry.isFile() ? textOf(path) : undefined;
  if (text === undefined) return "cannot be read, and is not replaced";
  const isOurs = name === manifestName ? namesInManifest(text) !== undefined : isGenerated(text);
  return isOurs ? undefined : "was not written by twilio-workflows, and is not replaced";
}

/** What keeps the output folder from being there or made; a link in its place may lead to another folder. */
function obstacleAbove(folder: string): Obstacle | undefined {
  if (existsSync(folder) && statSync(folder)?.isDirectory()) return undefined;
  const entry = entryAt(folder);
  if (entry === undefined) return dirname(folder) === folder ? undefined : obstacleAbove(dirname(folder));
  return { path: folder, problem: entry.isSymbolicLink() ? "is a symbolic link that leads nowhere" : noFolder };
}

function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
