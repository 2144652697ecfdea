import type { ArazzoDocument } from "../arazzo/index.js";
import type { SourceDocument } from "../documents/index.js";
import type { Api } from "../openapi/index.js";

/** An Arazzo document with the documents that its source descriptions name. */
export interface LinkedDocument {
  readonly document: SourceDocument;
  readonly arazzo: ArazzoDocument;
  /** By the name of the source description. */
  readonly sources: ReadonlyMap<string, LinkedSource>;
}

export interface LinkedSource {
  readonly name: string;
  /** `undefined` where the document could not be read, which has been reported. */
  readonly api: Api | undefined;
}
