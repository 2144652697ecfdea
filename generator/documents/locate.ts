import { existsSync } from "../disk.js";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { found, type Findings, type Found } from "../diagnostics.js";
import type { Copies } from "./copies.js";
import type { Located } from "./located.js";
import type { Path, SourceDocument } from "./document.js";
import { overlayFix } from "./overlay-fix.js";
import { displayPath } from "./read.js";
import { realPath } from "./real-path.js";
import { isInside, isReallyInside, outermost } from "./roots.js";
import { fileReferenceToPath } from "./url-path.js";

/**
 * The absolute path of the file that a URL in a document names, relative to that document. Nothing is fetched, and a
 * document decides for nobody what is read on their machine: the file has to lie in one of the folders that the
 * caller has opened, symbolic links followed. An absolute path that leads elsewhere is looked for below these, as that
 * of a URL is below its host.
 * @param from The file of the document
 * @param roots The folders that may be read
 * @param name That of the source description whose `url` this is; without one the URL is that of a `$ref`
 */
export function locate(from: string, url: string, roots: readonly string[], name?: string): Located {
  const target = fileReferenceToPath(url);
  if ("problem" in target) return { problem: found.referenceRefused.url(url, target.problem, name) };
  const named = resolve(dirname(from), target.path);
  const below = isAbsolute(target.path) ? roots.map((root) => join(root, target.path)) : [];
  const file = below.find((other) => !isInside(roots, named) && isInside(roots, other) && existsSync(other)) ?? named;
  const outside = (isLink: boolean): Located => {
    return { problem: found.referenceRefused.outside(url, outermost(roots).map(displayPath), isLink, name) };
  };
  if (!isInside(roots, file)) return outside(false);
  const real = realPath(file);
  if (real === undefined) return { problem: found.fileUnreadable.named(displayPath(file), name) };
  return isReallyInside(roots, real) ? { file } : outside(true);
}

/** Finds the files of a run: on this disk, or among the copies of what was fetched. */
export class Locator {
  readonly #roots: readonly string[];
  readonly #copies: Copies;

  constructor(roots: readonly string[], copies: Copies) {
    this.#roots = roots;
    this.#copies = copies;
  }

  /** As `locate`, of what may be on the network, too. */
  locate(from: string, url: string, name?: string): Located {
    const address = this.#copies.addressIn(from, url);
    return address === undefined ? locate(from, url, this.#roots, name) : this.#copies.locate(address, name);
  }

  /** The only file that a relative URL names if it is written from the root of a workspace; else `undefined`. */
  fromRoot(url: string): string | undefined {
    const target = fileReferenceToPath(url);
    if ("problem" in target || isAbsolute(target.path)) return undefined;
    const files = this.#roots
      .map((root) => join(root, target.path))
      .filter(
        (file) => isInside(this.#roots, file) && existsSync(file) && isReallyInside(this.#roots, realPath(file) ?? ""),
      );
    return files.length === 1 ? files[0] : undefined;
  }

  /** The address that a file is a copy of. */
  urlOf(file: string): string | undefined {
    return this.#copies.urlOf(file);
  }
}

/**
 * The file that the `url` of a source description names, or a finding and `undefined`.
 * @param at Where the URL stands in the document
 * @param lost Takes what is wrong. Default: it is reported
 */
export function locateSource(
  document: SourceDocument,
  at: Path,
  { name, url }: { readonly name: string; readonly url: string },
  locator: Locator,
  findings: Findings,
  lost: (problem: Found) => unknown = (problem) => findings.report(document.place(at), problem),
): string | undefined {
  const located = locator.locate(document.file, url, name);
  if ("file" in located) return located.file;
  const file = located.problem.kind.code === "file-unreadable" ? locator.fromRoot(url) : undefined;
  if (file === undefined) {
    lost(located.problem);
    return undefined;
  }
  const way = relative(dirname(document.file), file).split(sep).map(encodeURIComponent).join("/");
  const correction = { at: at.slice(0, -1), description: "Relative to this document.", update: { url: way } };
  const that = `\`${way}\` is meant, which is written from another folder`;
  const isPassed = findings.letPass(document.place(at), located.problem, that, () =>
    overlayFix(document, [correction]),
  );
  return isPassed ? file : undefined;
}
