import { dirname, join } from "node:path";
import { existsSync, readdirSync, statSync } from "../disk.js";
import { arazzoDocumentsBelow, isDocument } from "../find-documents.js";
import { isFixes } from "../fix.js";
import { UsageError } from "./arguments.js";

/** The overlays of a run, and where corrections go. */
export interface OverlayFiles {
  readonly overlays: readonly string[];
  /** Those that nobody named: nothing is said of them where they extend none of the documents. */
  readonly spareOverlays: readonly string[];
  /** The folder of overlays that corrections are written to, where that was asked for. */
  readonly fixes: string | undefined;
}

/** What there is for documents where none is named. */
const defaultDocuments = "specs/arazzo";
const defaultOverlays = "specs/overlays";

/** The Arazzo documents that paths stand for, each once; those of the default folder where there are no paths. */
export function arazzoFiles(paths: readonly string[]): readonly string[] {
  const named = paths.length === 0 ? [defaultDocuments] : paths;
  return [...new Set(named.flatMap((path) => filesOf(path, arazzoDocumentsBelow, "Arazzo document")))];
}

/** The files that paths name, each once. */
export function openApiFiles(paths: readonly string[]): readonly string[] {
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`There is no file \`${path}\`.`);
    if (isFolder(path)) throw new UsageError(`\`${path}\` is a folder; name the OpenAPI document in it.`);
  }
  return [...new Set(paths)];
}

/**
 * The overlays for documents. Where none are named, those are taken that lie beside the documents.
 * @param documents Files and folders, as they are named
 * @param fix Whether corrections are to be written
 */
export function overlayFiles(
  documents: readonly string[],
  named: readonly string[] | undefined,
  fix: boolean,
): OverlayFiles {
  const beside = documents.length === 0 ? [defaultOverlays] : [...new Set(documents.map(overlaysBeside))];
  const files = (
    named === undefined ? beside.filter(isFolder).flatMap(documentsIn) : named.flatMap((path) => overlaysOf(path, fix))
  ).toSorted(fixesLast);
  return {
    overlays: files,
    spareOverlays: named === undefined && documents.length > 0 ? files : [],
    fixes: fix ? folderOf(named ?? beside) : undefined,
  };
}

function overlaysBeside(document: string): string {
  return join(isFolder(document) ? document : dirname(document), "overlays");
}

/** The first folder among the overlays; one that is not there yet is made. */
function folderOf(overlays: readonly string[]): string {
  const folder = overlays.find((path) => !existsSync(path) || isFolder(path));
  if (folder !== undefined) return folder;
  throw new UsageError("`--fix` writes overlays: name the folder that they go to, `--overlays DIR`.", "lint");
}

/** The overlays that a path stands for; where corrections are written there need be none yet. */
function overlaysOf(path: string, fix: boolean): readonly string[] {
  const isEmpty = existsSync(path) ? isFolder(path) && documentsIn(path).length === 0 : !isDocument(path);
  return fix && isEmpty ? [] : filesOf(path, documentsIn, "YAML or JSON file");
}

/** Corrections are about what the other overlays have left. */
function fixesLast(a: string, b: string): number {
  return Number(isFixes(a)) - Number(isFixes(b));
}

export function folderNamed(option: string, path: string): string {
  if (isFolder(path)) return path;
  throw new UsageError(`\`${option}\` takes a folder, and \`${path}\` is none.`);
}

/** A file as it is, a folder as the files in it that are looked for, in the order of their names. */
function filesOf(path: string, inFolder: (folder: string) => readonly string[], what: string): readonly string[] {
  if (!existsSync(path)) throw new UsageError(`There is no file or folder \`${path}\`.`);
  if (!isFolder(path)) return [path];
  const files = inFolder(path);
  if (files.length === 0) throw new UsageError(`The folder \`${path}\` holds no ${what}.`);
  return files;
}

/** The YAML and JSON files in a folder itself. */
function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).map(({ name }) => name);
  return names
    .filter(isDocument)
    .toSorted()
    .map((name) => join(folder, name));
}

/** Whether there is a folder at a path. */
export function isFolder(path: string): boolean {
  return statSync(path)?.isDirectory() === true;
}
