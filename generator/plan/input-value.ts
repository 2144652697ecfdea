import type { InputsExpression } from "../arazzo/index.js";
import { quoted } from "../diagnostics.js";
import { memberAt } from "./members.js";
import { given } from "./type-of-schema.js";
import { absent, allows, union } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** The value of an input, or of a property inside it. */
export function inputValue({ path, pointer }: InputsExpression, text: string, from: Viewpoint): TypedValue | undefined {
  const { inputs, findings } = from.planning;
  const found = inputs.find(path);
  const input = found && inputs.value(found.name);
  if (found === undefined || input === undefined) {
    const name = path.join(".");
    const message = `${quoted(text)}: the workflow declares no input ${quoted(name)}`;
    findings.add("unknown-input", from.place, message, inputs.suggestion(name));
    return undefined;
  }
  const tokens = [...found.rest, ...pointer];
  if (tokens.length === 0 || input.value.kind !== "input") return input;
  const member = memberAt(found.schema, tokens, given, text, from);
  if (member === undefined) return undefined;
  const missing = allows(input.type, "undefined") || allows(input.type, "null");
  const [first, ...rest] = member.steps;
  const steps = first === undefined ? [] : [{ ...first, optional: missing }, ...rest];
  const type = missing ? union([member.type, absent]) : member.type;
  return { value: { ...input.value, steps }, type, description: member.description };
}
