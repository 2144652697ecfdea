import type { ArazzoDocument } from "../arazzo/index.js";
import type { SourceDocument } from "../documents/index.js";
import type { Api, Operation } from "../openapi/index.js";

/** An Arazzo document with the documents that its source descriptions name. */
export interface LinkedDocument {
  readonly document: SourceDocument;
  readonly arazzo: ArazzoDocument;
  /** By the name of the source description. */
  readonly sources: ReadonlyMap<string, LinkedSource>;
}

/** What a source description names. Neither field is set where the document could not be read, which was reported. */
export interface LinkedSource {
  readonly name: string;
  /** The document, if it is one of OpenAPI. */
  readonly api: Api | undefined;
  /** The document, if it is one of Arazzo. */
  readonly arazzo: LinkedDocument | undefined;
}

/** An operation and the source description that it comes from. */
export interface LinkedOperation {
  readonly source: LinkedSource;
  readonly operation: Operation;
}
