import { found } from "../../diagnostics.js";
import { longestName } from "../../link/longest-name.js";
import { valueInside } from "../expressions/value-inside.js";
import type { InputPlan, WorkflowPlan } from "../../ir/model.js";
import { NamedType, optionalType, sameType, union, type ObjectField, type Type } from "../../types/type.js";
import { documentedOf } from "../../types/documented.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { PlacedContext } from "../expressions/evaluation-context.js";

/** A field of what a workflow returns. */
export interface Returned {
  /** `undefined` for all of it. */
  readonly name: string | undefined;
  readonly type: Type;
  /** What it would be by its schema alone. */
  readonly documented?: Type | undefined;
  /** The endings of the workflow that have such a field; `undefined` where all have. */
  readonly outcomes: readonly string[] | undefined;
  /** It is not of the same type in all endings, so that comparing it may tell the compiler which of them it was. */
  readonly discriminates: boolean;
  readonly description: string | undefined;
}

/** The part of an expression that says which output is meant, and what of it. */
export interface OutputPath {
  readonly path: readonly string[];
  readonly pointer: readonly string[];
}

/** The value of an output of another workflow, or `undefined` after saying that it has none of this name. */
export function returnedValue(
  target: WorkflowPlan,
  { path, pointer }: OutputPath,
  text: string,
  from: PlacedContext,
  read: (returned: Returned) => TypedValue,
): TypedValue | undefined {
  if (path.length + pointer.length === 0) return read(everything(target));
  const fields = fieldsOf(target);
  // `outputs#/name` goes through the object that all outputs are together.
  const [first = "", ...deeper] = pointer;
  const wanted = path.length > 0 ? path : [first];
  const named = longestName(wanted, fields.keys());
  const field = named && fields.get(named.name);
  if (named !== undefined && field !== undefined) {
    return valueInside(read(field), [...named.rest, ...(path.length > 0 ? pointer : deeper)], text, from);
  }
  const name = path.length > 0 ? path.join(".") : first;
  const { workflowId, lost } = target;
  if (longestName(wanted, lost.outputs) !== undefined) return undefined;
  from.planning.findings.report(from.place, found.unknownOutput.ofWorkflow(name, fields.keys(), { text, workflowId }));
  return undefined;
}

/** All that a workflow returns, as one object. */
export function everything({ endings, outputName, fileName }: WorkflowPlan): Returned {
  const objects = endings.map(({ outcome, fields }): Type => {
    const all = endings.length > 1 ? [outcomeField({ kind: "literal", value: outcome }), ...fields] : fields;
    return { kind: "object", fields: all, rest: undefined };
  });
  const type = new NamedType({ id: outputName, name: () => outputName, workflow: fileName }, () => union(objects));
  return returned(undefined, type, undefined);
}

/** A field that all endings have, of one type. */
export function returned(name: string | undefined, type: Type, description: string | undefined): Returned {
  return { name, type, outcomes: undefined, discriminates: false, description };
}

/** The input of another workflow that a path begins with, or `undefined` after saying that it has none of this name. */
export function inputNamed(
  { inputs, workflowId }: WorkflowPlan,
  path: readonly string[],
  text: string,
  { planning, place }: PlacedContext,
): { readonly input: InputPlan; readonly type: Type; readonly rest: readonly string[] } | undefined {
  const names = inputs.map(({ name }) => name);
  const named = longestName(path, names);
  const input = named && inputs.find(({ name }) => name === named.name);
  if (input !== undefined)
    return { input, type: input.optional ? optionalType(input.type) : input.type, rest: named?.rest ?? [] };
  planning.findings.report(place, found.unknownInput(path.join("."), names, { text, workflowId }));
  return undefined;
}

/**
 * The outputs by their names: of several endings those that any of them has. How the workflow ended is one of them, in
 * the words of its function, though no document says so.
 */
function fieldsOf({ endings }: WorkflowPlan): ReadonlyMap<string, Returned> {
  const fields = new Map<string, Returned>();
  if (endings.length > 1) {
    const outcomes = endings.map(({ outcome }): Type => ({ kind: "literal", value: outcome }));
    const type = union(outcomes);
    fields.set("outcome", returned("outcome", type, undefined));
  }
  for (const name of new Set(endings.flatMap((ending) => ending.fields.map((field) => field.name)))) {
    const having = endings.filter(({ fields: all }) => all.some((field) => field.name === name));
    const same = having.flatMap((ending) => ending.fields.filter((field) => field.name === name));
    const outcomes = having.length === endings.length ? undefined : having.map(({ outcome }) => outcome);
    const type = union(same.map((field) => field.type));
    const discriminates = same.some((field) => !sameType(field.type, type));
    const optional = outcomes !== undefined || same.some((field) => field.optional);
    const description = same[0]?.description;
    const documented = documentedOf(same);
    const all = { name, documented, outcomes, discriminates, description };
    fields.set(name, { ...all, type: optional ? optionalType(type) : type });
  }
  return fields;
}

function outcomeField(type: Type): ObjectField {
  return { name: "outcome", type, optional: false, description: undefined };
}
