import type { Step, Workflow } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import type { WorkflowPlan } from "../ir/model.js";
import type { Operation } from "../openapi/index.js";
import type { SchemaUse } from "../types/type-of-schema.js";
import type { ReadTable } from "../ir/read-table.js";
import type { GivenParameter } from "./given-parameter.js";
import type { LinkedEach } from "./linked-each.js";
import type { LinkedPages } from "./linked-pages.js";

/** What is known of a step: its operation, and what is read from its answer. */
export interface RequestStep {
  readonly step: Step;
  readonly at: Path;
  /** Position among the steps of the workflow. */
  readonly index: number;
  /** It is run on the way to a retry of the step at this position. */
  readonly detourOf?: number | undefined;
  readonly operation: Operation;
  /** What its `x-security` and that of its workflow send. */
  readonly signings: readonly GivenParameter[];
  /** The variable of the client. */
  readonly client: string;
  /** The server that the URL of its `x-url` is held to, and the name of its source if requests to it are signed. */
  readonly follows: { readonly server: string; readonly source: string | undefined } | undefined;
  /** The variable of the answer. */
  readonly answer: string;
  /** How the schemas of the answer become types. */
  readonly responseTypes: SchemaUse;
  /** How the schemas of what is sent become types. */
  readonly requestTypes: SchemaUse;
  /** What the function reads of answers, this one among them. */
  readonly reads: ReadTable;
  /** It is done for each element of a list. */
  readonly each: LinkedEach | undefined;
  /** It reads all pages of a list. */
  readonly pages: LinkedPages | undefined;
}

/** What is known of a step that calls a workflow, and what is read of what that returns. */
export interface CallStep {
  readonly step: Step;
  readonly at: Path;
  readonly index: number;
  readonly detourOf?: number | undefined;
  /** The workflow that is called. */
  readonly target: WorkflowPlan;
  /** Its failure is data, because the step has actions that look at it. */
  readonly settled: boolean;
  /** The variable of what it returned, or of what came of it. */
  readonly answer: string;
  readonly reads: ReadTable;
  readonly each: LinkedEach | undefined;
}

export type LinkedStep = RequestStep | CallStep;

export function isCall(step: LinkedStep): step is CallStep {
  return "target" in step;
}

/** The positions of the steps of a workflow, by their ids. Of two that share one, which is reported, the first counts. */
export function positionsIn({ steps }: Workflow): ReadonlyMap<string, number> {
  return new Map(steps.map(({ stepId }, index) => [stepId, index] as const).toReversed());
}
