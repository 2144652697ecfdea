import type { InputsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { schemaAtPointer } from "../../schema/index.js";
import { deferredValue } from "./deferred-value.js";
import { valueInside } from "./value-inside.js";
import { pathInto } from "../../ir/property-path.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { PlacedContext } from "./evaluation-context.js";

/** The value of an input, or of a property inside it. */
export function inputValue(
  { path, pointer }: InputsExpression,
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  const { inputs, findings } = from.planning;
  const declared = inputs.find(path);
  const input = declared && inputs.value(declared.name);
  if (declared === undefined || input === undefined) {
    if (inputs.isRefused(path)) return undefined;
    const name = path.join(".");
    findings.report(from.place, found.unknownInput(name, inputs.insteadOf(name), { text }));
    return undefined;
  }
  const tokens = [...declared.rest, ...pointer];
  if (inputs.deferred().includes(declared.name)) {
    const typed = deferredValue(declared.name, text, from);
    return typed && valueInside(typed, tokens, text, from);
  }
  if (tokens.length === 0 || input.value.kind !== "input") return input;
  // By its type and not by its schema: what the input goes to elsewhere may have narrowed it.
  const way = pathInto(input.type, tokens);
  if ("failedAt" in way) {
    const token = tokens[way.failedAt] ?? "";
    findings.report(from.place, found.unknownPointer.inSchema(text, token, way.candidates));
    return undefined;
  }
  const landing = schemaAtPointer(declared.schema, tokens);
  const description = "schema" in landing ? landing.schema.description : undefined;
  const value = { ...input.value, steps: way.steps };
  return way.below.length === 0
    ? { value, type: way.type, description }
    : { value: { kind: "member", of: value, steps: [], below: way.below }, type: way.type, description };
}
