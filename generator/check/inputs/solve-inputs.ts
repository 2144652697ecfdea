import { once, type SolvedWorkflow } from "../solved-workflow.js";
import { whereRun, type LinkedWorkflow } from "../../flow/linked-workflow.js";
import type { LinkedStep, CallStep } from "../../link/linked-step.js";
import { Findings } from "../../diagnostics.js";
import { constraintsOf, solve } from "./constraints.js";
import { deferredInputs, firstOf } from "./deferred.js";
import type { Field } from "../../ir/model.js";
import { ReadTable } from "../../ir/read-table.js";
import type { Sends } from "../sends.js";
import { typedLeaf } from "../values/value-of.js";
import { atRequest, seenAt } from "../expressions/evaluation-context.js";
import { inputsOf } from "../calls/call-values.js";

/**
 * Collects what all that is sent asks of the inputs, and solves it once: from then on their types are final, and so is
 * which steps ask for those that are given later. Nothing is reported.
 */
export function solveInputs(sends: Sends, planning: LinkedWorkflow): SolvedWorkflow {
  const unsolved = withoutTraces(sends, planning);
  const constraints = sends.leaves.flatMap(({ leaf, when }) => {
    const from = seenAt(when, unsolved);
    return from === undefined ? [] : constraintsOf(leaf, from);
  });
  const inputs = solve(constraints, planning.inputs);
  const askersOf = (name: string): readonly number[] => firstOf(unsolved.deferred.get(name)?.asks, planning.graph);
  const deferred = deferredInputs({ ...planning, inputs }, askersOf);
  const givenTo = once((call) => {
    const checked = sends.calls.get(call.index);
    return checked && inputsOf(checked, atRequest(whereRun(call, planning.graph), solved));
  });
  const solved: SolvedWorkflow = { ...planning, inputs, deferred, sends, givenTo };
  return solved;
}

/** The same workflow to evaluate expressions in, with nothing remembered of what they were. */
function withoutTraces(sends: Sends, planning: LinkedWorkflow): SolvedWorkflow {
  const reads = new ReadTable();
  const fresh = <S extends LinkedStep>(step: S): S => ({
    ...step,
    reads,
    each: step.each && { ...step.each, gathered: new Map() },
  });
  const steps = planning.steps.map(fresh);
  const calls = planning.calls.map(fresh);
  const planned = new Map([...steps, ...calls].map((step) => [step.index, step]));
  const dependencies = planning.dependencies.map((dependency) => ({ ...dependency }));
  const deferred = deferredInputs({ ...planning, reads }, undefined);
  const own = { ...planning, findings: new Findings(), reads, steps, calls, planned, dependencies, deferred, sends };
  const unsolved: SolvedWorkflow = { ...own, givenTo: once((call) => valuesGivenBy(call, sends, unsolved)) };
  return unsolved;
}

/** What a step gives to the workflow that it calls, whatever that takes. */
function valuesGivenBy(call: CallStep, sends: Sends, unsolved: SolvedWorkflow): readonly Field[] {
  const from = atRequest(whereRun(call, unsolved.graph), unsolved);
  return (sends.calls.get(call.index)?.inputs ?? []).flatMap(({ input: { name }, value }): readonly Field[] => {
    const typed = value.kind === "leaf" ? typedLeaf(value, from) : undefined;
    return typed === undefined ? [] : [{ name, value: typed.value }];
  });
}
