import type { InputsExpression } from "../arazzo/index.js";
import { didYouMean, quoted } from "../diagnostics.js";
import { schemaAtPointer } from "../schema/index.js";
import { deferredValue } from "./deferred-value.js";
import { valueInside } from "./expression/value-inside.js";
import { wayInto } from "./expression/way-into.js";
import type { TypedValue } from "../ir/typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** The value of an input, or of a property inside it. */
export function inputValue({ path, pointer }: InputsExpression, text: string, from: Viewpoint): TypedValue | undefined {
  const { inputs, findings } = from.planning;
  const found = inputs.find(path);
  const input = found && inputs.value(found.name);
  if (found === undefined || input === undefined) {
    if (inputs.isRefused(path)) return undefined;
    const name = path.join(".");
    const message = `${quoted(text)}: the workflow declares no input ${quoted(name)}`;
    findings.add("unknown-input", from.place, message, inputs.suggestion(name));
    return undefined;
  }
  const tokens = [...found.rest, ...pointer];
  if (inputs.deferred().includes(found.name)) {
    const typed = deferredValue(found.name, text, from);
    return typed && valueInside(typed, tokens, text, from);
  }
  if (tokens.length === 0 || input.value.kind !== "input") return input;
  // By its type and not by its schema: what the input goes to elsewhere may have narrowed it.
  const way = wayInto(input.type, tokens);
  if ("failedAt" in way) {
    const token = tokens[way.failedAt] ?? "";
    const message = `${quoted(text)}: the schema knows no ${quoted(token)} there`;
    findings.add("unknown-pointer", from.place, message, didYouMean(token, way.candidates));
    return undefined;
  }
  const landing = schemaAtPointer(found.schema, tokens);
  const description = "schema" in landing ? landing.schema.description : undefined;
  const value = { ...input.value, steps: way.steps };
  return way.below.length === 0
    ? { value, type: way.type, description }
    : { value: { kind: "member", of: value, steps: [], below: way.below }, type: way.type, description };
}
