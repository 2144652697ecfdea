import { found } from "../../diagnostics.js";
import type { TypedValue } from "../../ir/typed-value.js";
import { holdsFile } from "../../types/files.js";
import type { PlacedContext } from "./evaluation-context.js";

/** The value, or `undefined` after saying that it is a file, of which texts, conditions and queries make nothing. */
export function withoutFile(typed: TypedValue | undefined, text: string, from: PlacedContext): TypedValue | undefined {
  if (typed === undefined || !holdsFile(typed.type)) return typed;
  from.planning.findings.report(from.place, found.unsupportedFeature.file(text));
  return undefined;
}
