import type { TemplatePart } from "../../arazzo/index.js";
import { quoted } from "../../diagnostics.js";
import { valueAt, type Path } from "../../documents/index.js";
import { textOf } from "../expression/values.js";
import { fit } from "../fit.js";
import { resolve } from "../resolve.js";
import { present } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Viewpoint } from "../viewpoint.js";

/**
 * A text with the values of expressions in it. Each of them has to be there: a word for what is missing would be sent
 * as if it were meant.
 * @param at Where the text stands
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function templateValue(
  text: string,
  parts: readonly TemplatePart[],
  at: Path,
  from: Omit<Viewpoint, "place">,
): TypedValue | undefined {
  const { document } = from.planning.linked;
  // What was read out of a longer text has no place of its own in it.
  const isThere = valueAt(document.root, at) === text;
  const values = parts.map((part) => {
    if (part.kind === "text") return part.text;
    const place = isThere ? document.placeInside(at, part.start, part.end) : document.place(at);
    return embedded(part, { ...from, place });
  });
  return values.every((value) => value !== undefined) ? textOf(values) : undefined;
}

function embedded(part: TemplatePart & { kind: "expression" }, from: Viewpoint): TypedValue | undefined {
  const typed = resolve(part.expression, part.text, from);
  if (typed === undefined) return undefined;
  const type = present(typed.type);
  const value = fit(typed, { type, required: true }, from);
  if (value !== undefined) return { ...typed, value, type };
  from.planning.findings.add("type-conflict", from.place, `${quoted(part.text)} may be missing, and cannot be a text`);
  return undefined;
}
