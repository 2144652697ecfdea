import type { Diagram, DiagramNode, NodeState } from "../diagram/index.js";
import type { WorkflowPlan } from "../ir/model.js";
import type { RunEvent, RunRecord } from "./run-record.js";

/** What a run did in one step, all its passes together. Times in milliseconds. */
export interface StepRun {
  readonly stepId: string;
  readonly passes: number;
  readonly took: number | undefined;
  readonly waited: number;
  /** Of the last answer: 0 where none came, `undefined` where it is not known. */
  readonly status: number | undefined;
  readonly state: "done" | "failed" | "waiting";
  /** Whether it was refused, and the run went on as its document plans for that. */
  readonly isPlanned: boolean;
}

/** The plan of the workflow that was run: the one that is named, else the one that calls the others. */
export function planOfRun({ workflowId, events }: RunRecord, plans: readonly WorkflowPlan[]): WorkflowPlan | undefined {
  const named = new Set(workflowId === undefined ? events.map((event) => event.workflowId) : [workflowId]);
  const candidates = plans.filter((plan) => named.has(plan.workflowId));
  const called = new Set(
    candidates.flatMap(({ flow }) => flow.steps.flatMap(({ does }) => (does.kind === "call" ? [does.workflowId] : []))),
  );
  return candidates.find((plan) => !called.has(plan.workflowId)) ?? candidates[0];
}

/** What the run did, by the steps of its workflow, in the order in which it came to them. */
export function stepRuns({ events, outcome }: RunRecord): readonly StepRun[] {
  const byStep = new Map<string, RunEvent[]>();
  for (const event of events) {
    const stepId = stepOf(event.id);
    const known = byStep.get(stepId) ?? [];
    byStep.set(stepId, [...known, event]);
  }
  const last = events.length === 0 ? undefined : stepOf(events.at(-1)?.id ?? "");
  // A run that went on behind a refusal, or came to an ending, was planned to.
  return [...byStep].map(([stepId, own]) => stepRun(stepId, own, outcome !== undefined || stepId !== last));
}

function stepRun(stepId: string, events: readonly RunEvent[], wentOn: boolean): StepRun {
  const ends = events.filter(({ type }) => type === "end");
  const starts = events.filter(({ type }) => type === "start");
  const waits = events.filter(({ type }) => type === "wait" || type === "retry");
  const status = ends.at(-1)?.status;
  const isOpen = starts.length > ends.length;
  const isRefused = ends.length > 0 && (status === undefined || status < 100 || status >= 400);
  return {
    stepId,
    passes: Math.max(ends.length, starts.length),
    took: ends.some(({ ms }) => ms !== undefined) ? sum(ends) : undefined,
    waited: sum(waits),
    status,
    state: isOpen || ends.length === 0 ? "waiting" : isRefused && !wentOn ? "failed" : "done",
    isPlanned: isRefused && wentOn,
  };
}

function sum(events: readonly RunEvent[]): number {
  return events.reduce((all, { ms = 0 }) => all + ms, 0);
}

/** The step of the workflow itself that a call belongs to: what stands before the number of its pass or of its element. */
function stepOf(id: string): string {
  const [first = ""] = id.split(/[/#@[]/, 1);
  return first.replaceAll(/%(25|2F|23|40|5B|5D)/g, (code) => decodeURIComponent(code));
}

/** What became of each node of the diagram. */
export function statesOf(
  runs: readonly StepRun[],
  outcome: string | undefined,
): (node: DiagramNode) => NodeState | undefined {
  const byStep = new Map(runs.map((run) => [run.stepId, run]));
  const last = runs.at(-1)?.stepId;
  return ({ kind, stepId, text }) => {
    if (kind === "start") return "done";
    const run = stepId === undefined ? undefined : byStep.get(stepId);
    if (run === undefined) return "untouched";
    if (kind === "step" || kind === "call") return run.state;
    if (kind === "choice") return "done";
    // Which ending it was is known only where the record says so.
    if (outcome === undefined) return stepId === last ? undefined : "untouched";
    return stepId === last && text === outcome ? "done" : "untouched";
  };
}

/** A diagram whose steps say what the run did in them. */
export function withRuns(diagram: Diagram, runs: readonly StepRun[]): Diagram {
  const byStep = new Map(runs.map((run) => [run.stepId, runWords(run)]));
  const nodes = diagram.nodes.map((node) => {
    const said = node.kind === "step" || node.kind === "call" ? byStep.get(node.stepId ?? "") : undefined;
    return said === undefined ? node : { ...node, notes: [...node.notes, said] };
  });
  return { ...diagram, nodes };
}

/**
 * `201 · 3 × · 420 ms · waited 6 s`
 * @param open What is said of a step that has no end
 */
export function runWords(
  { passes, took, waited, status, state, isPlanned }: StepRun,
  open = "not known to be done",
): string {
  const answered = status === undefined ? [] : [status === 0 ? "no answer" : String(status)];
  return [
    ...(state === "waiting" ? [open] : []),
    ...answered,
    ...(isPlanned ? ["planned for"] : []),
    ...(passes > 1 ? [`${passes} ×`] : []),
    ...(took === undefined ? [] : [timeText(took)]),
    ...(waited > 0 ? [`waited ${timeText(waited)}`] : []),
  ].join(" · ");
}

function timeText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 120 ? `${Number(seconds.toFixed(1))} s` : `${Number((seconds / 60).toFixed(1))} min`;
}
