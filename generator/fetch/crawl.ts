import { dirname, resolve } from "node:path";
import { found, Findings, type Place } from "../diagnostics.js";
import {
  addressOf,
  Copies,
  isList,
  limits,
  Locator,
  readDocument,
  readDocumentText,
  referencesOut,
  rootsFor,
  valueAt,
  type Path,
  type SourceDocument,
} from "../documents/index.js";
import { download, DownloadError, type Download } from "./download.js";
import type { Tokens } from "./tokens.js";

/** What is fetched for. */
export interface FetchFiles {
  /** Arazzo documents. */
  readonly documents: readonly string[];
  /** Files that stand in for the `url` of the source descriptions of these names: these are not fetched. */
  readonly sources: ReadonlyMap<string, string>;
  /** Folders that documents may name files in, beside their own. Default: none. */
  readonly roots?: readonly string[] | undefined;
  /** Whether a source of this `url` lies at hand, and is not fetched either. Default: none does. */
  readonly isAtHand?: ((url: string) => boolean) | undefined;
  readonly tokens: Tokens;
}

/** More documents than these no API is made of. */
const mostDocuments = 1_000;

/** A document that is looked through, and the address that it was fetched from, if it was. */
interface Visit {
  readonly document: SourceDocument;
  readonly base: string | undefined;
}

/** Something that a document names. */
interface Named {
  readonly url: string;
  readonly at: Path;
  /** A source, which there has to be, or a `$ref`, which perhaps nobody needs. */
  readonly isSource: boolean;
}

/** Fetches what documents name on the network, and what that names, each address once. */
export class Crawl {
  readonly #files: FetchFiles;
  readonly #findings: Findings;
  readonly #locator: Locator;
  readonly #named = new Set<string>();
  readonly #downloads = new Map<string, Promise<Download | DownloadError>>();
  #bytes = 0;

  constructor(files: FetchFiles, findings: Findings) {
    this.#files = files;
    this.#findings = findings;
    const roots = rootsFor([...files.documents, ...files.sources.values()], { named: files.roots });
    this.#locator = new Locator(roots, new Copies([], new Findings()));
  }

  /** What the documents of a folder lead to, by address. */
  async of(documents: readonly string[]): Promise<ReadonlyMap<string, Download>> {
    const fetched = new Map<string, Download>();
    const seen = new Set<string>();
    const open = documents.flatMap((file): Visit[] => {
      const document = readDocument(file, this.#findings);
      return document === undefined ? [] : [{ document, base: undefined }];
    });
    for (let visit = open.shift(); visit !== undefined; visit = open.shift()) {
      for (const named of this.#namedIn(visit.document)) {
        const address = addressOf(named.url, visit.base);
        const key = address ?? resolve(dirname(visit.document.file), named.url);
        if (seen.has(key)) continue;
        seen.add(key);
        if (address === undefined) open.push(...this.#besideIn(visit, named));
        else open.push(...(await this.#fetch(address, visit, named, fetched)));
      }
    }
    return fetched;
  }

  #namedIn(document: SourceDocument): readonly Named[] {
    const sources = valueAt(document.root, ["sourceDescriptions"]);
    const urls = (isList(sources) ? [...sources.keys()] : []).flatMap((index): Named[] => {
      const at = ["sourceDescriptions", index, "url"];
      const [url, name] = [valueAt(document.root, at), valueAt(sources, [index, "name"])];
      if (typeof url !== "string" || this.#files.sources.has(String(name))) return [];
      return this.#files.isAtHand?.(url) === true ? [] : [{ url, at, isSource: true }];
    });
    return [...urls, ...referencesOut(document).map((reference) => ({ ...reference, isSource: false }))];
  }

  /** A file on this disk is looked through, too; whether it can be read is what `lint` says. */
  #besideIn({ document, base }: Visit, { url }: Named): readonly Visit[] {
    if (base !== undefined) return [];
    const located = this.#locator.locate(document.file, url);
    const read = "file" in located ? readDocument(located.file, new Findings()) : undefined;
    return read === undefined ? [] : [{ document: read, base: undefined }];
  }

  async #fetch(
    address: string,
    { document, base }: Visit,
    { at, isSource }: Named,
    fetched: Map<string, Download>,
  ): Promise<readonly Visit[]> {
    // What comes from the network does not decide whom this machine asks.
    if (base === undefined) this.#named.add(new URL(address).host);
    const got = await this.#downloaded(address);
    const place = document.place(at);
    if (got instanceof DownloadError) {
      this.#fail(place, address, got.message, isSource);
      return [];
    }
    fetched.set(address, got);
    const findings = new Findings();
    const text = new TextDecoder().decode(got.bytes);
    const read = readDocumentText(address, text, findings);
    if (read === undefined && isSource) this.#fail(place, address, unreadable(findings), isSource);
    return read === undefined ? [] : [{ document: read, base: got.location }];
  }

  #downloaded(address: string): Promise<Download | DownloadError> {
    const known = this.#downloads.get(address) ?? this.#download(address);
    this.#downloads.set(address, known);
    return known;
  }

  async #download(address: string): Promise<Download | DownloadError> {
    if (this.#downloads.size >= mostDocuments) return new DownloadError(`is one of more than ${mostDocuments}`);
    const bytes = Math.min(limits.bytes, limits.bundle - this.#bytes);
    try {
      const got = await download(address, { tokens: this.#files.tokens, named: this.#named, bytes });
      this.#bytes += got.bytes.length;
      return got;
    } catch (error) {
      if (error instanceof DownloadError) return error;
      throw error;
    }
  }

  #fail(place: Place, address: string, problem: string, isSource: boolean): void {
    const what = isSource ? found.fetchFailed(address, problem) : found.fetchIncomplete(address, problem);
    this.#findings.report(place, what);
  }
}

function unreadable(findings: Findings): string {
  const [finding] = findings.list();
  return `is no document: ${finding?.message ?? "it cannot be read"}`;
}
