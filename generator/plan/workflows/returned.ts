import { didYouMean, quoted } from "../../diagnostics.js";
import { longestName } from "../expression/target.js";
import { valueInside } from "../expression/value-inside.js";
import type { WorkflowPlan } from "../../ir/model.js";
import { optionalType, sameType, union, type ObjectField, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Viewpoint } from "../viewpoint.js";

/** A field of what a workflow returns. */
export interface Returned {
  /** `undefined` for all of it. */
  readonly name: string | undefined;
  readonly type: Type;
  /** However the workflow ends, there is such a field. */
  readonly everywhere: boolean;
  /** It is not of the same type in all endings, so that comparing it may tell the compiler which of them it was. */
  readonly telling: boolean;
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
  from: Viewpoint,
  read: (returned: Returned) => TypedValue,
): TypedValue | undefined {
  if (path.length + pointer.length === 0) return read(everything(target));
  const fields = fieldsOf(target);
  // `outputs#/name` goes through the object that all outputs are together.
  const [first = "", ...deeper] = pointer;
  const found = longestName(path.length > 0 ? path : [first], Object.fromEntries(fields));
  const field = found && fields.get(found.name);
  if (found !== undefined && field !== undefined) {
    return valueInside(read(field), [...found.rest, ...(path.length > 0 ? pointer : deeper)], text, from);
  }
  const name = path.length > 0 ? path.join(".") : first;
  const message = `${quoted(text)}: the workflow ${quoted(target.workflowId)} has no output ${quoted(name)}`;
  from.planning.findings.add("unknown-output", from.place, message, didYouMean(name, fields.keys()));
  return undefined;
}

/** All that a workflow returns, as one object. */
export function everything({ endings, outputName, fileName }: WorkflowPlan): Returned {
  const objects = endings.map(({ outcome, fields }): Type => {
    const all = endings.length > 1 ? [outcomeField({ kind: "literal", value: outcome }), ...fields] : fields;
    return { kind: "object", fields: all, rest: undefined };
  });
  const type: Type = { kind: "named", name: outputName, file: undefined, workflow: fileName, is: union(objects) };
  return { name: undefined, type, everywhere: true, telling: false, description: undefined };
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
    fields.set("outcome", { name: "outcome", type, everywhere: true, telling: false, description: undefined });
  }
  for (const name of new Set(endings.flatMap((ending) => ending.fields.map((field) => field.name)))) {
    const found = endings.flatMap((ending) => ending.fields.filter((field) => field.name === name));
    const everywhere = found.length === endings.length;
    const type = union(found.map((field) => field.type));
    const telling = found.some((field) => !sameType(field.type, type));
    const optional = !everywhere || found.some((field) => field.optional);
    const description = found[0]?.description;
    fields.set(name, { name, type: optional ? optionalType(type) : type, everywhere, telling, description });
  }
  return fields;
}

function outcomeField(type: Type): ObjectField {
  return { name: "outcome", type, optional: false, description: undefined };
}
