import type { Code, FindingsFormat } from "../diagnostics.js";

/** How findings are shown. */
export interface Shown {
  readonly format: FindingsFormat;
  /** Whether only errors are shown. */
  readonly quiet: boolean;
  /** Whether all is shown of each finding. */
  readonly verbose: boolean;
}

/** A command on documents. */
export interface DocumentsCommand extends Shown {
  readonly documents: readonly string[];
  readonly overlays: readonly string[];
  readonly spareOverlays: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
  readonly servers: ReadonlyMap<string, string>;
  /** Folders that documents may name files in, beside their own. */
  readonly roots: readonly string[];
  readonly sourceFolders: readonly string[];
  readonly strict: boolean;
  readonly deny: readonly Code[];
  readonly allow: readonly Code[];
  /** Whether to show how long each stage takes, and what each pass does. */
  readonly debug: boolean;
}
