import { homedir } from "node:os";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { found, type Findings, type Found } from "../diagnostics.js";
import type { Path, SourceDocument } from "./document.js";
import { displayPath } from "./read.js";
import { realPath } from "./real-path.js";
import { relativeReferenceToFile } from "./url-path.js";

/** Whom to ask instead, and where to look. */
export interface LocateOptions {
  /** Name of the source description, for the hint: `--source NAME=FILE`. */
  readonly name?: string | undefined;
  /** The working directory; the process's own where it is not given. */
  readonly cwd?: string | undefined;
}

/**
 * The absolute path of the file that a relative URL in a document names, such as `sourceDescriptions[].url`, or
 * findings and `undefined`. Nothing is fetched, and a document decides for nobody what is read on their machine: the
 * file has to lie below the parent of the document's own folder, or below the working directory, symbolic links
 * followed. Anything else the caller has to ask for.
 * @param at Where the URL stands in the document.
 */
export function locateFile(
  document: SourceDocument,
  at: Path,
  url: string,
  findings: Findings,
  options: LocateOptions = {},
): string | undefined {
  const place = document.place(at);
  const target = relativeReferenceToFile(url);
  if ("problem" in target) {
    findings.report(place, found.referenceRefused.url(url, target.problem, options.name));
    return undefined;
  }
  const file = resolve(dirname(document.file), target.path);
  const roots = rootsFor(document.file, resolve(options.cwd ?? process.cwd()));
  const outside = (isLink: boolean): Found =>
    found.referenceRefused.outside(url, roots.map(displayPath), isLink, options.name);
  if (!roots.some((root) => isBelow(root, file))) {
    findings.report(place, outside(false));
    return undefined;
  }
  const real = realPath(file);
  if (real === undefined) {
    findings.report(place, found.fileUnreadable.source(displayPath(file), options.name));
    return undefined;
  }
  if (!roots.some((root) => isBelow(realPath(root) ?? root, real))) {
    findings.report(place, outside(true));
    return undefined;
  }
  return file;
}

/** The parent of the document's folder and the working directory, each unless it holds half the disk. */
function rootsFor(file: string, cwd: string): string[] {
  const folder = dirname(file);
  const parent = dirname(folder);
  const around = isTooWide(parent) ? folder : parent;
  if (isTooWide(cwd) || isBelow(around, cwd)) return [around];
  return isBelow(cwd, around) ? [cwd] : [around, cwd];
}

/** Whether the folder holds someone's home: the root of the disk, `/home`, the home itself. */
function isTooWide(folder: string): boolean {
  return isBelow(folder, homedir());
}

function isBelow(root: string, file: string): boolean {
  const way = relative(root, file);
  return way === "" || (!isAbsolute(way) && way.split(/[\\/]/, 1)[0] !== "..");
}
