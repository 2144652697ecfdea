import type { ArazzoDocument, PatternJudge, Workflow } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import type { Path, SourceDocument } from "../documents/index.js";
import type { Api, Operation, SourceServer } from "../openapi/index.js";

/** An Arazzo document with the documents that its source descriptions name. */
export interface LinkedDocument {
  readonly document: SourceDocument;
  readonly arazzo: ArazzoDocument;
  /** By the name of the source description. */
  readonly sources: ReadonlyMap<string, LinkedSource>;
}

/** A workflow, where it stands, and where to report what is wrong with it. */
export interface WorkflowSite {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  readonly at: Path;
  readonly findings: Findings;
  readonly patterns: PatternJudge;
}

/** What a source description names. Neither field is set where the document could not be read, which was reported. */
export interface LinkedSource {
  readonly name: string;
  /** The document, if it is one of OpenAPI. */
  readonly api: Api | undefined;
  /** The document, if it is one of Arazzo. */
  readonly arazzo: LinkedDocument | undefined;
  /** Where it is. */
  readonly server: SourceServer;
}

/** An operation and the source description that it comes from. */
export interface LinkedOperation {
  readonly source: LinkedSource;
  readonly operation: Operation;
}
