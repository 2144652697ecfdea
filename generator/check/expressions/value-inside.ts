import { found } from "../../diagnostics.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Value } from "../../ir/value.js";
import type { PlacedContext } from "./evaluation-context.js";
import { pathInto, type PathMissed } from "../../ir/property-path.js";

/** What stands at some keys inside of a value, or `undefined` after saying that nothing does. */
export function valueInside(
  typed: TypedValue,
  tokens: readonly string[],
  text: string,
  from: PlacedContext,
): TypedValue | undefined {
  if (tokens.length === 0) return typed;
  const way = pathInto(typed.type, tokens);
  if ("failedAt" in way) return missed(way, tokens, text, from);
  const { steps, below, type } = way;
  const value: Value = { kind: "member", of: typed.value, steps, below };
  return { value, type, description: undefined };
}

/** Says that keys lead to nothing. */
export function missed(
  { failedAt, candidates }: PathMissed,
  tokens: readonly string[],
  text: string,
  { planning, place }: PlacedContext,
): undefined {
  const token = tokens[failedAt] ?? "";
  planning.findings.report(place, found.unknownPointer.inValue(text, token, candidates));
  return undefined;
}
