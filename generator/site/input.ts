import type { Finding } from "../diagnostics.js";
import type { WorkflowPlan } from "../ir/model.js";

/** What pages are made of. */
export interface SiteInput {
  /** In the order of the documents. */
  readonly workflows: readonly SiteWorkflow[];
  /** What was found and belongs to no workflow that has a page. */
  readonly others: readonly Finding[];
}

/** A workflow, its function, and what was found in it. */
export interface SiteWorkflow {
  readonly plan: WorkflowPlan;
  /** The text of its file. */
  readonly code: string;
  /** The title of its document. */
  readonly document: string;
  readonly findings: readonly Finding[];
}
