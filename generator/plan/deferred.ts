import { quoted } from "../diagnostics.js";
import { deferredInput } from "./deferred-value.js";
import { fieldsOf, mergedFields } from "./endings.js";
import type { AskStatement, DeferredInput, InputPlan, Value } from "../ir/model.js";
import { planOutputs } from "./outputs.js";
import { whereRun, type AnyStep, type WorkflowPlanning } from "./planning.js";
import { planRequest } from "./request.js";
import { atRequest } from "./viewpoint.js";
import { wholeInput } from "./whole-input.js";

/** Finds out which steps ask for the inputs that are given later. */
export function findAsks(planning: WorkflowPlanning): void {
  if (planning.inputs.deferred().length === 0) return;
  for (const step of planning.steps) planRequest(whereRun(step, planning.graph), planning, undefined);
  for (const name of planning.inputs.deferred()) {
    settle(name, planning);
    reportTooEarly(name, planning);
  }
}

/** Of the steps that send an input those ask for it that another one has not always asked for before. */
function settle(name: string, planning: WorkflowPlanning): void {
  const input = deferredInput(name, planning);
  const asks = [...input.asks];
  const isAsked = (step: number): boolean =>
    asks.some((other) => other !== step && planning.graph.began(other, { step, phase: "request" }) === "always");
  for (const step of asks.filter(isAsked)) input.asks.delete(step);
  input.settled = true;
}

/** A step that nothing comes before asks at once, and the caller might as well have given the value. */
function reportTooEarly(name: string, planning: WorkflowPlanning): void {
  const { workflow, graph, findings, linked, at } = planning;
  const first = [...deferredInput(name, planning).asks].find((step) =>
    workflow.steps.every((_, other) => graph.ran(other, { step, phase: "request" }) === "never"),
  );
  const stepId = first === undefined ? undefined : workflow.steps[first]?.stepId;
  if (stepId === undefined) return;
  const place = linked.document.place([...at, "inputs", "properties", name, "x-deferred"], "key");
  const message = `the input ${quoted(name)} cannot come later: the step ${quoted(stepId)}, which sends it, is the first`;
  findings.add("deferred-too-early", place, message, "Remove `x-deferred`, or let a step come before.");
}

/** Asks for the inputs that a step sends and that are given later. */
export function askStatements(step: AnyStep, planning: WorkflowPlanning): readonly AskStatement[] {
  return [...planning.deferred].flatMap(([name, input]): readonly AskStatement[] => {
    if (!input.asks.has(step.index)) return [];
    const known = planOutputs(atRequest(step, planning));
    input.known.push(fieldsOf(known.values, planning.reads.all));
    const local = planning.inputs.local(name);
    return [
      {
        kind: "ask",
        comment: undefined,
        stepId: step.step.stepId,
        read: input.read,
        declares: false,
        input: { name, local },
        known: known.fields,
      },
    ];
  });
}

/** What a function that is asked for an input is told, by the name of the input. */
export function knownTo({ deferred, inputs }: WorkflowPlanning): ReadonlyMap<string, DeferredInput> {
  const known = inputs.deferred().map((name): [string, DeferredInput] => {
    return [name, { known: mergedFields(deferred.get(name)?.known ?? []) }];
  });
  return new Map(known);
}

/**
 * An input that is given later and goes on, as it is, to a workflow that asks for it itself; `undefined` for any other
 * value.
 */
export function handedOn(
  value: unknown,
  { deferred, type, optional }: InputPlan,
  planning: WorkflowPlanning,
): Value | undefined {
  const { inputs } = planning;
  const name = deferred === undefined ? undefined : wholeInput(value, inputs);
  if (name === undefined || !inputs.deferred().includes(name)) return undefined;
  if (!inputs.narrow(name, [], type, !optional)) return undefined;
  deferredInput(name, planning).known.push(deferred?.known ?? []);
  return { kind: "input", name, local: inputs.local(name), steps: [] };
}
