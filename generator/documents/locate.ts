import { dirname, resolve } from "node:path";
import { found, type Findings, type Found } from "../diagnostics.js";
import type { Path, SourceDocument } from "./document.js";
import { displayPath } from "./read.js";
import { realPath } from "./real-path.js";
import { isInside, isReallyInside } from "./roots.js";
import { fileReferenceToPath } from "./url-path.js";

/** What a URL names, or why that is not read. */
export type Located = { readonly file: string } | { readonly problem: Found };

/**
 * The absolute path of the file that a URL in a document names, relative to that document. Nothing is fetched, and a
 * document decides for nobody what is read on their machine: the file has to lie in one of the folders that the
 * caller has opened, symbolic links followed.
 * @param from The file of the document
 * @param roots The folders that may be read
 * @param name That of the source description whose `url` this is; without one the URL is that of a `$ref`
 */
export function locate(from: string, url: string, roots: readonly string[], name?: string): Located {
  const target = fileReferenceToPath(url);
  if ("problem" in target) return { problem: found.referenceRefused.url(url, target.problem, name) };
  const file = resolve(dirname(from), target.path);
  const outside = (isLink: boolean): Located => {
    return { problem: found.referenceRefused.outside(url, roots.map(displayPath), isLink, name) };
  };
  if (!isInside(roots, file)) return outside(false);
  const real = realPath(file);
  if (real === undefined) return { problem: found.fileUnreadable.named(displayPath(file), name) };
  return isReallyInside(roots, real) ? { file } : outside(true);
}

/**
 * The file that the `url` of a source description names, or a finding and `undefined`.
 * @param at Where the URL stands in the document
 */
export function locateSource(
  document: SourceDocument,
  at: Path,
  { name, url }: { readonly name: string; readonly url: string },
  roots: readonly string[],
  findings: Findings,
): string | undefined {
  const located = locate(document.file, url, roots, name);
  if ("file" in located) return located.file;
  findings.report(document.place(at), located.problem);
  return undefined;
}
