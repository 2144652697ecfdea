import type { LinkedStep } from "../../link/linked-step.js";
import type { LaterInput, SolvedWorkflow } from "../solved-workflow.js";
import { found } from "../../diagnostics.js";
import { fieldsOf, mergedFields } from "../output-types.js";
import type { FlowGraph } from "../../flow/graph.js";
import { narrowed } from "../endings.js";
import type { AskStatement, DeferredInput, EndStatement, Field, FunctionIr, ReadId } from "../../ir/model.js";
import { visit } from "../../ir/walk.js";
import { camelCase } from "../../link/names.js";
import { planOutputs, type KnownOutputs } from "../outputs.js";
import { unknown, type ObjectField } from "../../types/type.js";
import { atRequest } from "../expressions/evaluation-context.js";

/**
 * The inputs that are given later, by their names.
 * @param asks The steps that ask for each; `undefined` while that is being found out
 */
export function deferredInputs(
  { inputs, reads }: Pick<SolvedWorkflow, "inputs" | "reads">,
  asks: ((name: string) => readonly number[]) | undefined,
): ReadonlyMap<string, LaterInput> {
  const deferred = inputs.deferred().map((name): [string, LaterInput] => {
    const read = reads.add({
      stepId: name,
      answer: "input",
      source: { kind: "deferred", input: name },
      type: inputs.value(name)?.type ?? unknown,
      expression: `$inputs.${name}`,
      suggestedName: camelCase(name) || "given",
    });
    return [name, { read, asks: new Set(asks?.(name)), isSolved: asks !== undefined }];
  });
  return new Map(deferred);
}

/** Of the steps that send an input those ask for it that another one has not always asked for before. */
export function firstOf(senders: ReadonlySet<number> | undefined, graph: FlowGraph): readonly number[] {
  const all = [...(senders ?? [])];
  return all.filter((step) =>
    all.every((other) => other === step || graph.began(other, { step, phase: "request" }) !== "always"),
  );
}

/**
 * Reports the inputs that could be given at once as well: a step that nothing comes before asks, and the caller might as
 * well have given the value.
 */
export function checkDeferred({ deferred, workflow, graph, findings, linked, at }: SolvedWorkflow): void {
  for (const [name, { asks }] of deferred) {
    const first = [...asks].find((step) =>
      workflow.steps.every((_, other) => graph.ran(other, { step, phase: "request" }) === "never"),
    );
    const stepId = first === undefined ? undefined : workflow.steps[first]?.stepId;
    const place = linked.document.place([...at, "inputs", "properties", name, "x-deferred"], "key");
    if (stepId !== undefined) findings.report(place, found.deferredTooEarly(name, stepId));
  }
}

/** An input that a step asks for. */
export interface Asked {
  readonly read: ReadId;
  /** The input, and the variable that holds it or its default. */
  readonly input: AskStatement["input"];
  /** What is known by then. */
  readonly known: KnownOutputs;
}

/** The inputs that a step sends and that are given later. */
export function askedAt(step: LinkedStep, workflow: SolvedWorkflow): readonly Asked[] {
  return [...workflow.deferred].flatMap(([name, { asks, read }]): readonly Asked[] => {
    if (!asks.has(step.index)) return [];
    const known = planOutputs(atRequest(step, workflow));
    return [{ read, input: { name, local: workflow.inputs.local(name) }, known }];
  });
}

/** What a function that is asked for an input is told, by the name of the input, with the types that it has there. */
export function knownTo(
  asks: readonly Asked[],
  { inputs, sends }: SolvedWorkflow,
  { reads, body }: FunctionIr,
): ReadonlyMap<string, DeferredInput> {
  const told = new Map<readonly Field[], Pick<EndStatement, "fields" | "known">[]>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "ask") return;
      const { known: fields, narrowed: known } = statement;
      told.set(fields, [...(told.get(fields) ?? []), { fields, known }]);
    },
  });
  const fieldsKnown = ({ known }: Asked): readonly ObjectField[] => {
    const places = told.get(known.fields);
    return fieldsOf((places === undefined ? known : narrowed(known, places, reads)).values, reads);
  };
  const known = inputs.deferred().map((name): [string, DeferredInput] => {
    const here = asks.filter(({ input }) => input.name === name).map(fieldsKnown);
    const elsewhere = sends.leaves.flatMap(({ leaf: { source } }) =>
      source.kind === "handedOn" && source.input === name ? [source.known] : [],
    );
    return [name, { known: mergedFields([...elsewhere, ...here]) }];
  });
  return new Map(known);
}
