import type { Step, Workflow } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Operation } from "../openapi/index.js";
import type { FlowGraph } from "./flow/graph.js";
import type { Inputs } from "./inputs.js";
import type { LinkedDocument } from "./linked.js";
import type { AnswerRead, BindStatement } from "./model.js";
import type { Scope } from "./names.js";
import type { SchemaUse } from "./type-of-schema.js";

/** What is known of a workflow while its function is planned. */
export interface WorkflowPlanning {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  readonly at: Path;
  readonly findings: Findings;
  readonly scope: Scope;
  readonly inputs: Inputs;
  /** In the order of the document. Steps that could not be linked are missing. */
  readonly steps: StepPlanning[];
  readonly graph: FlowGraph;
}

/** What is known of a step: its operation, and what is read from its answer. */
export interface StepPlanning {
  readonly step: Step;
  readonly at: Path;
  /** Position among the steps of the workflow. */
  readonly index: number;
  readonly operation: Operation;
  /** The variable of the client. */
  readonly client: string;
  /** The variable of the answer. */
  readonly answer: string;
  /** How the schemas of the answer become types. */
  readonly use: SchemaUse;
  /** What is read from the answer, by what it is. */
  readonly reads: Map<string, AnswerRead>;
  /** Where those of them that get a variable are bound. */
  readonly bind: BindStatement;
}
