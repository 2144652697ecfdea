import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { found, type Findings } from "../diagnostics.js";
import { copiesFolder, digestOf, displayPath, lockName, readLock, realPath, type Copy } from "../documents/index.js";
import type { Download } from "./download.js";

/** What is another than it was, by address. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The copies of a folder as they are to be, and as they were. */
export interface CopiesPlan {
  readonly folder: string;
  readonly before: readonly Copy[];
  readonly after: readonly Copy[];
  readonly changes: Changes;
}

/**
 * Compares what was fetched with what was there before.
 * @param folder That of the documents
 * @param date What to write as the date of what is new
 */
export function planCopies(
  folder: string,
  downloads: ReadonlyMap<string, Download>,
  date: string,
  findings: Findings,
): CopiesPlan {
  const before = readLock(folder, findings);
  const known = new Map(before.map((copy) => [copy.url, copy]));
  const after = [...downloads].map(([url, { bytes, location }]): Copy => {
    const copy = { url, ...(location === url ? {} : { location }), file: nameOf(url), sha256: digestOf(bytes) };
    const old = known.get(url);
    return { ...copy, date: old?.sha256 === copy.sha256 ? old.date : date };
  });
  const isSame = ({ url, sha256, location }: Copy): boolean => {
    const old = known.get(url);
    return old?.sha256 === sha256 && old.location === location && isWhole(folder, old);
  };
  const changes: Changes = {
    added: after.filter(({ url }) => !known.has(url)).map(({ url }) => url),
    changed: after.filter((copy) => known.has(copy.url) && !isSame(copy)).map(({ url }) => url),
    removed: before.filter(({ url }) => !downloads.has(url)).map(({ url }) => url),
  };
  return { folder, before, after: after.toSorted((a, b) => (a.url < b.url ? -1 : 1)), changes };
}

/** Reports what stands where copies are to be written, and was not fetched before. */
export function checkOccupied({ folder, before, after }: CopiesPlan, findings: Findings): void {
  const home = join(folder, copiesFolder);
  const stat = lstatSync(home, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) {
    findings.report(undefined, found.outputOccupied(displayPath(home), "is no folder"));
    return;
  }
  const ours = new Set([lockName, ...before.map(({ file }) => file)]);
  for (const { file } of after) {
    const entry = lstatSync(join(home, file), { throwIfNoEntry: false });
    if (entry === undefined || (ours.has(file) && entry.isFile())) continue;
    findings.report(undefined, found.outputOccupied(displayPath(join(home, file)), "was not fetched before"));
  }
}

/**
 * Writes the copies and, once they are all there, the list of them. Whenever this process ends, each file is the old or
 * the new one; a copy that the list does not yet know is not used.
 */
export function writeCopies(
  { folder, before, after, changes }: CopiesPlan,
  downloads: ReadonlyMap<string, Download>,
): void {
  const home = join(folder, copiesFolder);
  mkdirSync(home, { recursive: true });
  const isNew = new Set([...changes.added, ...changes.changed]);
  for (const { url, file } of after.filter((copy) => isNew.has(copy.url))) {
    replace(join(home, file), downloads.get(url)?.bytes ?? "");
  }
  replace(join(home, lockName), `${JSON.stringify({ copies: after }, null, 2)}\n`);
  const kept = new Set(after.map(({ file }) => file));
  for (const copy of before) if (!kept.has(copy.file) && isWhole(folder, copy)) rmSync(join(home, copy.file));
}

function replace(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** Whether a copy is as it was fetched. */
function isWhole(folder: string, { file, sha256 }: Copy): boolean {
  const path = join(folder, copiesFolder, file);
  return realPath(path) !== undefined && digestOf(readFileSync(path)) === sha256;
}

/** A name that says what it is, and that no other address has. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  const last = pathname.split("/").findLast((part) => part !== "") ?? "";
  const [, stem = last, ending = "yaml"] = /^(.*)\.(ya?ml|json)$/i.exec(last) ?? [];
  const safe = (text: string): string => text.replaceAll(/[^\w-]+/g, "-").replaceAll(/^-+|-+$/g, "");
  const words = [safe(host), safe(stem)].filter((word) => word !== "").join("-");
  return `${words.slice(0, 80)}-${digestOf(url).slice(0, 8)}.${ending.toLowerCase()}`;
}
