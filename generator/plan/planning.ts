import type { PatternJudge, Step, Workflow } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { Operation } from "../openapi/index.js";
import type { FlowGraph } from "./flow/graph.js";
import type { PollTimes } from "./flow/polls.js";
import type { Inputs } from "./inputs.js";
import type { LinkedDocument } from "../link/linked.js";
import type { Field, ReadId, WorkflowPlan } from "../ir/model.js";
import type { Scope } from "../link/names.js";
import type { ReadTable } from "./read-table.js";
import type { SchemaUse } from "../types/type-of-schema.js";

/** What is known of a workflow while its function is planned. */
export interface WorkflowPlanning {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  readonly at: Path;
  readonly findings: Findings;
  readonly patterns: PatternJudge;
  readonly scope: Scope;
  readonly inputs: Inputs;
  readonly reads: ReadTable;
  /** In the order of the document. Steps that could not be linked are missing. */
  readonly steps: StepPlanning[];
  /** The steps that call a workflow, likewise. */
  readonly calls: CallPlanning[];
  /** The positions of all steps of the document, by their ids. */
  readonly positions: ReadonlyMap<string, number>;
  /** Those of `steps` and `calls`, by their positions. */
  readonly planned: ReadonlyMap<number, AnyStep>;
  readonly graph: FlowGraph;
  /** The steps that are polled, by their positions. */
  readonly polls: ReadonlyMap<number, PollTimes>;
  /** The workflows that have to be completed before this one. */
  readonly dependencies: readonly DependencyPlanning[];
  /** The inputs that are given later, by their names. */
  readonly deferred: ReadonlyMap<string, DeferredPlanning>;
  /** What a step gives to the workflow that it calls; `undefined` where nothing leads to the step. */
  readonly givenTo: (call: CallPlanning) => readonly Field[] | undefined;
}

/** What is known of a step: its operation, and what is read from its answer. */
export interface StepPlanning {
  readonly step: Step;
  readonly at: Path;
  /** Position among the steps of the workflow. */
  readonly index: number;
  /** It is run on the way to a retry of the step at this position. */
  readonly aside?: number | undefined;
  readonly operation: Operation;
  /** The variable of the client. */
  readonly client: string;
  /** The variable of the answer. */
  readonly answer: string;
  /** How the schemas of the answer become types. */
  readonly use: SchemaUse;
  /** How the schemas of what is sent become types. */
  readonly takes: SchemaUse;
  /** What the function reads of answers, this one among them. */
  readonly reads: ReadTable;
}

/** What is known of a step that calls a workflow, and what is read of what that returns. */
export interface CallPlanning {
  readonly step: Step;
  readonly at: Path;
  readonly index: number;
  readonly aside?: number | undefined;
  /** The workflow that is called. */
  readonly target: WorkflowPlan;
  /** Its failure is data, because the step has actions that look at it. */
  readonly settled: boolean;
  /** The variable of what it returned, or of what came of it. */
  readonly answer: string;
  readonly reads: ReadTable;
}

export type AnyStep = StepPlanning | CallPlanning;

export function isCall(step: AnyStep): step is CallPlanning {
  return "target" in step;
}

export function stepWithId(stepId: string, { positions, planned }: WorkflowPlanning): AnyStep | undefined {
  const index = positions.get(stepId);
  return index === undefined ? undefined : planned.get(index);
}

export function stepAt(index: number, { planned }: WorkflowPlanning): AnyStep | undefined {
  return planned.get(index);
}

/** The positions of the steps of a workflow, by their ids. Of two that share one, which is reported, the first counts. */
export function positionsIn({ steps }: Workflow): ReadonlyMap<string, number> {
  return new Map(steps.map(({ stepId }, index) => [stepId, index] as const).toReversed());
}

/** A step in its own turn, or, where no way leads to that, on the way to the first retry that leads by way of it. */
export function whereRun<S extends AnyStep>(step: S, graph: FlowGraph): S {
  const [aside] = graph.isReachable(step.index) ? [] : graph.asides(step.index);
  return aside === undefined ? step : { ...step, aside };
}

/** Works out once for each call what it gives. While that is being worked out, it is taken to give nothing. */
export function once(
  workOut: (call: CallPlanning) => readonly Field[] | undefined,
): (call: CallPlanning) => readonly Field[] | undefined {
  const known = new Map<number, readonly Field[] | undefined>();
  return (call) => {
    if (known.has(call.index)) return known.get(call.index);
    known.set(call.index, undefined);
    const fields = workOut(call);
    known.set(call.index, fields);
    return fields;
  };
}

/** All steps in the order of the document. */
export function stepsOf({ steps, calls }: WorkflowPlanning): readonly AnyStep[] {
  return [...steps, ...calls].toSorted((a, b) => a.index - b.index);
}

/** A workflow that has to be completed before this one. */
export interface DependencyPlanning {
  readonly target: WorkflowPlan;
  /** The fields of the argument that hold what it returned, and what it was given. */
  readonly outputs: string;
  readonly inputs: string;
  /** Something reads what it was given. */
  inputsRead: boolean;
}

/** An input that is given later. */
export interface DeferredPlanning {
  readonly read: ReadId;
  /** The positions of the steps that ask for it. */
  readonly asks: Set<number>;
  /** Which steps these are has been found out. */
  readonly settled: boolean;
}
