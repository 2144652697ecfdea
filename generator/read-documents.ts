import { dirname, resolve } from "node:path";
import { readArazzo, type SourceDescription } from "./arazzo/index.js";
import { Findings, found, type Assumed, type Levels } from "./diagnostics.js";
import {
  amended,
  bundle,
  Copies,
  displayPath,
  hasChild,
  locateSource,
  Locator,
  readDocument,
  realPath,
  rootsFor,
  type ReferenceFault,
  type SourceDocument,
} from "./documents/index.js";
import { OverlayUse } from "./overlay-use.js";
import { readApi, serverProblem, type Api, type SourceServer } from "./openapi/index.js";
import type { LinkedDocument, LinkedSource } from "./plan/index.js";
import { SourceFolders } from "./source-folders.js";
import { reportLost, type Lose, type LostSource } from "./lost-source.js";

/** Where the documents of a run lie. */
export interface DocumentFiles {
  /** Arazzo documents. */
  readonly documents: readonly string[];
  readonly overlays: readonly string[];
  /** Those among the overlays of which nothing is said where they extend none of the documents. Default: none. */
  readonly spareOverlays?: readonly string[] | undefined;
  /** Files that stand in for the `url` of the source descriptions of these names. */
  readonly sources: ReadonlyMap<string, string>;
  /** Servers to call in place of those that the documents name, by the name of the source description. Default: none. */
  readonly servers?: ReadonlyMap<string, string> | undefined;
  /** Folders that documents may name files in, beside their own. Default: none. */
  readonly roots?: readonly string[] | undefined;
  /** Folders with the documents of other source descriptions, by the file names in their `url`. Default: none. */
  readonly sourceFolders?: readonly string[] | undefined;
}

/** A document whose sources are filled in once it is known: documents may name each other. */
interface Draft extends LinkedDocument {
  readonly sources: Map<string, LinkedSource>;
}

/** A file that was read, or `undefined` where it could not be, and what was found in it. */
interface ReadFile {
  readonly document: SourceDocument | undefined;
  readonly said: Findings;
}

type ReadSource = Pick<LinkedSource, "api" | "arazzo">;

/**
 * Reads every document of a run, each file once, with the overlays that belong to it. What was read can be linked again
 * after it has been amended.
 */
export class Linker {
  readonly #files: DocumentFiles;
  /** What there is to say of the overlays alone, and of what was fetched. */
  readonly #reading: Findings;
  /** What there is to say of the documents as they are now. */
  #findings = new Findings();
  readonly #overlays: OverlayUse;
  /** The files that the caller named, links followed. */
  readonly #asked: ReadonlySet<string>;
  readonly #locator: Locator;
  readonly #sourceFolders: SourceFolders;
  // By absolute path; `undefined` for what could not be read.
  readonly #documents = new Map<string, ReadFile>();
  #apis = new Map<string, Api | undefined>();
  #arazzos = new Map<string, Draft | undefined>();
  /** Those whose source descriptions are still to be followed. */
  #open: Draft[] = [];

  constructor(files: DocumentFiles, levels: Levels) {
    this.#files = files;
    const findings = new Findings(levels);
    this.#reading = findings;
    this.#sourceFolders = new SourceFolders(files.sourceFolders ?? []);
    const asked = [...files.documents, ...files.sources.values()];
    this.#asked = new Set(asked.map((file) => realPath(file) ?? resolve(file)));
    const copies = new Copies(
      files.documents.map((file) => dirname(resolve(file))),
      findings,
    );
    const opened = [...(files.roots ?? []), ...(files.sourceFolders ?? [])];
    this.#locator = new Locator(rootsFor(asked, { named: opened }), copies);
    this.#overlays = new OverlayUse(files, findings);
  }

  /** The Arazzo documents with what they refer to. What could not be read is reported and left out. */
  link(findings: Findings): readonly LinkedDocument[] {
    this.#findings = findings;
    [this.#apis, this.#arazzos, this.#open] = [new Map(), new Map(), []];
    const linked = new Set(this.#files.documents.flatMap((file) => this.#readArazzo(file) ?? []));
    // Their source descriptions may name further ones, in circles too.
    for (let draft = this.#open.shift(); draft !== undefined; draft = this.#open.shift()) this.#linkSources(draft);
    this.#overlays.report(findings);
    findings.add(this.#reading.list());
    return [...linked];
  }

  /** The OpenAPI documents that the caller names for sources, by the names of these, without those that cannot be read. */
  apis(findings: Findings): ReadonlyMap<string, Api> {
    this.#findings = findings;
    this.#apis = new Map();
    const read = [...this.#files.sources].flatMap(([name, file]) => {
      const api = this.#readApi(file);
      return api === undefined ? [] : [[name, api] as const];
    });
    this.#overlays.report(findings);
    findings.add(this.#reading.list());
    return new Map(read);
  }

  /** Makes the documents what they are assumed to be. */
  amend(assumed: readonly Assumed[]): void {
    for (const [key, { document, said }] of this.#documents) {
      const own = assumed.filter(({ actions }) => actions.file === document?.file);
      if (document !== undefined && own.length > 0)
        this.#documents.set(key, { document: amended(document, own), said });
    }
  }

  /** Every document that was read, as the overlays have left it, and the overlays themselves. */
  documents(): readonly SourceDocument[] {
    const read = [...this.#documents.values()].map(({ document }) => document);
    return [...read.filter((document) => document !== undefined), ...this.#overlays.documents];
  }

  /** Whether something is wrong with an overlay, so that documents may not say what they should. */
  isMisled(findings: Findings): boolean {
    const overlays = new Set(this.#overlays.documents.map(({ source }) => source.path));
    return (
      this.#overlays.documents.length < this.#files.overlays.length ||
      findings.list().some(({ severity, place }) => severity === "error" && overlays.has(place?.source.path ?? ""))
    );
  }

  #linkSources({ document, arazzo, sources }: Draft): void {
    const lost: LostSource[] = [];
    for (const [index, source] of arazzo.sourceDescriptions.entries()) {
      const server = { name: source.name, ...this.#serverOf(source, index, document) };
      const lose: Lose = (problem) => lost.push({ source, index, problem });
      sources.set(source.name, { name: source.name, server, ...this.#linkSource(source, index, document, lose) });
    }
    reportLost(lost, document, [...sources.values()], this.#findings);
  }

  #serverOf(source: SourceDescription, index: number, document: SourceDocument): Omit<SourceServer, "name"> {
    const url = /^https:/i.test(source.url) && URL.canParse(source.url) ? source.url : undefined;
    const given = this.#files.servers?.get(source.name);
    if (given !== undefined) return { url, given };
    const stated = source["x-serverUrl"]?.replace(/\/+$/, "");
    const problem = stated === undefined ? undefined : serverProblem(stated);
    if (stated === undefined || problem === undefined) return { url, given: stated };
    const place = document.place(["sourceDescriptions", index, "x-serverUrl"]);
    this.#findings.report(place, found.refusedServer(stated, problem));
    return { url };
  }

  #linkSource({ name, url, type }: SourceDescription, index: number, document: SourceDocument, lose: Lose): ReadSource {
    const stated = this.#files.sources.get(name);
    const known = stated === undefined ? this.#byUri(url) : undefined;
    if (known !== undefined) return { api: undefined, arazzo: known };
    const file = stated === undefined ? this.#fileOf({ name, url }, index, document, lose) : resolve(stated);
    if (file === undefined) return { api: undefined, arazzo: undefined };
    const is = this.#kindOf(file);
    if (type !== undefined && is !== undefined && is !== type) {
      const place = document.place(["sourceDescriptions", index, "type"]);
      this.#findings.report(place, found.invalidDocument.sourceType(name, is, type));
      return { api: undefined, arazzo: undefined };
    }
    return (type ?? is) === "arazzo"
      ? { api: undefined, arazzo: this.#readArazzo(file) }
      : { api: this.#readApi(file), arazzo: undefined };
  }

  /** Where the document of a source description lies, for all that the caller has not said of it by name. */
  #fileOf(
    { name, url }: Pick<SourceDescription, "name" | "url">,
    index: number,
    document: SourceDocument,
    lose: Lose,
  ): string | undefined {
    const at = ["sourceDescriptions", index, "url"];
    const [file, ...others] = this.#sourceFolders.find(url);
    if (file === undefined) return locateSource(document, at, { name, url }, this.#locator, this.#findings, lose);
    if (others.length === 0) return resolve(file);
    this.#findings.report(
      document.place(at),
      found.fileUnreadable.ambiguous(url, [file, ...others].map(displayPath), name),
    );
    return undefined;
  }

  /** The document that calls itself by an absolute URI: where it lies is of no matter then. */
  #byUri(url: string): LinkedDocument | undefined {
    const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(url);
    return isAbsolute ? [...this.#arazzos.values()].find((linked) => linked?.arazzo.$self === url) : undefined;
  }

  /** What a document is, by its first words. */
  #kindOf(file: string): SourceDescription["type"] {
    const root = this.#read(file)?.root;
    if (hasChild(root, "arazzo")) return "arazzo";
    return hasChild(root, "openapi") ? "openapi" : undefined;
  }

  #readArazzo(file: string): LinkedDocument | undefined {
    const key = resolve(file);
    if (!this.#arazzos.has(key)) {
      const document = this.#read(file);
      const arazzo = document && readArazzo(document, this.#findings);
      const draft = arazzo && { document: arazzo.document, arazzo, sources: new Map<string, LinkedSource>() };
      this.#arazzos.set(key, draft);
      if (draft !== undefined) this.#open.push(draft);
    }
    return this.#arazzos.get(key);
  }

  #readApi(file: string): Api | undefined {
    const key = resolve(file);
    if (!this.#apis.has(key)) {
      const document = this.#read(file);
      const bundled = document && bundle(document, (from, url) => this.#readBeside(from, url));
      this.#apis.set(key, bundled && readApi(bundled, this.#findings));
    }
    return this.#apis.get(key);
  }

  /** The file that a `$ref` names. Whoever follows it is told what is wrong with it; one that nobody follows may be broken. */
  #readBeside(from: SourceDocument, url: string): SourceDocument | ReferenceFault {
    const located = this.#locator.locate(from.file, url);
    if ("problem" in located) {
      const { problem } = located;
      // What lies where it may not be read, or was not fetched yet, is there for all that is known.
      const isNothing = problem.kind.code === "file-unreadable";
      return (place, findings, assumption) => findings.assume(place, problem, isNothing ? assumption : undefined);
    }
    const { document, said } = this.#readOnce(located.file);
    if (document === undefined) return (_, findings) => findings.take(said);
    this.#findings.take(said);
    return document;
  }

  #read(file: string): SourceDocument | undefined {
    const { document, said } = this.#readOnce(file);
    this.#findings.take(said);
    return document;
  }

  #readOnce(file: string): ReadFile {
    const key = resolve(file);
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const said = new Findings();
    const read = { document: this.#readOverlaid(file, said), said };
    this.#documents.set(key, read);
    return read;
  }

  #readOverlaid(file: string, said: Findings): SourceDocument | undefined {
    const document = readDocument(file, said);
    if (document === undefined) return undefined;
    const url = this.#locator.urlOf(document.file);
    return this.#overlays.applyTo(document, { asked: this.#asked, url }, said, () => this.#findings.take(said));
  }
}
