import { found, type Findings } from "../../diagnostics.js";
import { kindOf, type SourceDocument } from "../../documents/index.js";
import { assignable } from "../../types/assignability.js";
import { literals, string } from "../../types/type.js";
import type { CheckedLeaf } from "./checked-value.js";
import { literalFix } from "./literal-fix.js";

/**
 * The text that is sent for a number, true or false where a text is taken: as it is written, of which what was read may
 * have lost a part (`+1`, `007`, `1.10`). That is reported. `undefined` for anything else.
 */
export function writtenText(
  { source, target }: CheckedLeaf,
  { document, findings }: { readonly document: SourceDocument; readonly findings: Findings },
): string | undefined {
  if (source.kind !== "literal" || (typeof source.value !== "number" && typeof source.value !== "boolean")) {
    return undefined;
  }
  const { value, written = String(value) } = source;
  const { type, asText, what, place, at } = target;
  const isLost = asText && typeof value === "number" && written !== String(value);
  const is = literals([value]);
  if (!assignable(string, type) || (is !== undefined && assignable(is, type) && !isLost)) return undefined;
  findings.withdraw("inexact-number", place);
  findings.report(place, found.unquotedText(what, written, kindOf(value)), literalFix(document, at, value, written));
  return written;
}
