import type { Inputs, InputType } from "../../link/inputs.js";
import type { CheckedLeaf } from "../values/checked-value.js";
import { shapeFor } from "../values/coerce.js";
import { pathInto } from "../../ir/property-path.js";
import type { ReadTable } from "../../ir/read-table.js";
import { typedLeaf, typedPart } from "../values/value-of.js";
import type { EvaluationContext } from "../expressions/evaluation-context.js";
import type { Value } from "../../ir/model.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { assignable } from "../../types/assignability.js";
import { narrowInside } from "../../types/narrow-inside.js";
import { allows, present, string, unknown, type Type } from "../../types/type.js";

/** An input, or what stands inside of it, goes to a target, so that a caller is held to what the target takes. */
export interface Constraint {
  readonly input: string;
  /** The way down from the input. */
  readonly path: readonly string[];
  /** What the target takes. */
  readonly to: Type;
  readonly required: boolean;
  readonly asText: boolean;
  /** `exact`: it goes there as it is; `ifText`: it stands in a text, and goes there as it is if it is text itself. */
  readonly only?: "exact" | "ifText" | undefined;
}

/** What a leaf asks of inputs. */
export function constraintsOf(leaf: CheckedLeaf, from: EvaluationContext): readonly Constraint[] {
  const { source, target } = leaf;
  const { type: to, required, asText } = target;
  const { reads } = from.planning;
  if (source.kind === "template") {
    const values = source.parts.map((part) => (part.kind === "text" ? part.text : typedPart(part, from)));
    const typed = values.filter((value) => typeof value === "object");
    // What stands in a text has to be there, whatever it is.
    const parts = typed.flatMap((part) => constraintOn(part, reads, { to: unknown, required: true, asText: false }));
    const [only] = typed;
    const isAlone = only !== undefined && source.parts.length === 1;
    return isAlone ? [...parts, ...constraintOn(only, reads, { to, required, asText, only: "ifText" })] : parts;
  }
  const typed = typedLeaf(leaf, from);
  if (typed === undefined) return [];
  const only = source.kind === "handedOn" ? "exact" : undefined;
  return constraintOn(typed, reads, { to, required, asText, only });
}

function constraintOn(
  { value }: TypedValue,
  reads: ReadTable,
  target: Omit<Constraint, "input" | "path">,
): readonly Constraint[] {
  const found = inputBehind(value, reads);
  return found === undefined ? [] : [{ ...found, ...target }];
}

/** The input that a value is, or is inside of. */
function inputBehind(value: Value, reads: ReadTable): Pick<Constraint, "input" | "path"> | undefined {
  switch (value.kind) {
    case "input":
      return { input: value.name, path: value.steps.map(({ key }) => String(key)) };
    case "read": {
      const { source } = reads.get(value.read);
      return source.kind === "deferred" ? { input: source.input, path: [] } : undefined;
    }
    case "member": {
      const found = value.of.kind === "input" && value.steps.length === 0 ? inputBehind(value.of, reads) : undefined;
      return found && { ...found, path: [...found.path, ...value.below.map(String)] };
    }
    default:
      return undefined;
  }
}

/**
 * The inputs with types that meet the constraints, in their order; where one cannot be met together with those before
 * it, it has no effect, and is found where the input goes to its target.
 */
export function solve(constraints: readonly Constraint[], inputs: Inputs): Inputs {
  const types = new Map(inputs.types);
  for (const constraint of constraints) {
    const before = types.get(constraint.input);
    const hasDefault = inputs.local(constraint.input) !== undefined;
    if (before !== undefined) types.set(constraint.input, narrowed(before, hasDefault, constraint));
  }
  return inputs.withTypes(types);
}

function narrowed(input: InputType, hasDefault: boolean, { path, to, required, asText, only }: Constraint): InputType {
  const way = pathInto(input.type, path);
  // Of what the compiler does not know to be there nothing can be asked.
  if ("failedAt" in way || way.below.length > 0) return input;
  const there = present(way.type);
  if (only === "ifText" && !assignable(there, string)) return input;
  const isRequired = input.required || (required && !hasDefault);
  const both = narrowInside(input.type, path, to, required);
  if (both !== undefined) return { type: both, required: isRequired };
  // It is made to fit, if only it is there.
  const isSure = input.required || hasDefault;
  const missing = !isSure || allows(way.type, "null") || allows(way.type, "undefined");
  if (!missing || !required || only === "exact") return input;
  if (shapeFor(there, { type: to, required, asText }) === undefined) return input;
  const type = narrowInside(input.type, path, there, true);
  return type === undefined ? input : { type, required: isRequired };
}
