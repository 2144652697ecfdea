import { resolve } from "node:path";
import { readArazzo } from "./arazzo/index.js";
import type { Findings } from "./diagnostics.js";
import {
  applyOverlay,
  locateFile,
  overlaysFor,
  readDocument,
  readOverlay,
  type Overlay,
  type SourceDocument,
} from "./documents/index.js";
import { readApi, type Api } from "./openapi/index.js";
import type { LinkedDocument, LinkedSource } from "./plan/index.js";

/** Where the documents of a run lie. */
export interface DocumentFiles {
  /** Arazzo documents. */
  readonly documents: readonly string[];
  readonly overlays: readonly string[];
  /** Files that stand in for the `url` of the source descriptions of these names. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads every document of a run, each file once, with the overlays that belong to it. */
export class Linker {
  readonly #files: DocumentFiles;
  readonly #findings: Findings;
  readonly #overlays: readonly Overlay[];
  /** The files that the caller named. */
  readonly #asked: readonly string[];
  readonly #used = new Set<Overlay>();
  readonly #apis = new Map<string, Api | undefined>();

  constructor(files: DocumentFiles, findings: Findings) {
    this.#files = files;
    this.#findings = findings;
    this.#asked = [...files.documents, ...files.sources.values()].map((file) => resolve(file));
    this.#overlays = files.overlays.flatMap((file) => {
      const document = readDocument(file, findings);
      const overlay = document && readOverlay(document, findings);
      return overlay ? [overlay] : [];
    });
  }

  /** The Arazzo documents with what they refer to. What could not be read is reported and left out. */
  link(): readonly LinkedDocument[] {
    const linked = this.#files.documents.flatMap((file) => this.#linkDocument(file));
    this.#reportUnused();
    return linked;
  }

  #linkDocument(file: string): readonly LinkedDocument[] {
    const document = this.#read(file);
    const arazzo = document && readArazzo(document, this.#findings);
    if (document === undefined || arazzo === undefined) return [];
    const sources = arazzo.sourceDescriptions.map((source, index) => this.#linkSource(source, index, document));
    return [{ document, arazzo, sources: new Map(sources.map((source) => [source.name, source])) }];
  }

  #linkSource(
    { name, url }: { readonly name: string; readonly url: string },
    index: number,
    document: SourceDocument,
  ): LinkedSource {
    const stated = this.#files.sources.get(name);
    const at = ["sourceDescriptions", index, "url"];
    const file = stated === undefined ? locateFile(document, at, url, this.#findings, { name }) : resolve(stated);
    return { name, api: file === undefined ? undefined : this.#readApi(file) };
  }

  #readApi(file: string): Api | undefined {
    if (!this.#apis.has(file)) {
      const document = this.#read(file);
      this.#apis.set(file, document && readApi(document, this.#findings));
    }
    return this.#apis.get(file);
  }

  #read(file: string): SourceDocument | undefined {
    const document = readDocument(file, this.#findings);
    if (document === undefined) return undefined;
    const overlays = overlaysFor(document, this.#overlays, this.#asked);
    for (const overlay of overlays) this.#used.add(overlay);
    return overlays.reduce((target, overlay) => applyOverlay(target, overlay, this.#findings), document);
  }

  #reportUnused(): void {
    for (const overlay of this.#overlays.filter((candidate) => !this.#used.has(candidate))) {
      const place = overlay.document.place(["extends"]);
      this.#findings.add("overlay-unused", place, "this overlay extends none of the documents of this run");
    }
  }
}
