import { assumedText, withMeant } from "../assume/index.js";
import {
  declaredExpression,
  isFailure,
  meantExpression,
  parseText,
  type DeclaredNames,
  type Failure,
} from "../arazzo/index.js";
import { found, type Assumption, type Findings, type Found, type Place } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { namesAt } from "./declared-names.js";
import type { LinkedDocument } from "./linked.js";

/** Where an expression stands that cannot be read. */
export interface UnreadableSite {
  readonly linked: LinkedDocument;
  readonly findings: Findings;
  readonly place: Place;
  /** Where its workflow stands, or something inside of that. */
  readonly at: Path;
  /** What is taken to be meant before anything else but a name that is declared as it is written. */
  readonly assumed?: Assumption | undefined;
}

/**
 * Reports an expression that does not follow the grammar, or a text with such a one in it. Where it is plain what is
 * meant, that is assumed.
 */
export function reportUnreadable(
  failed: Failure,
  text: string | undefined,
  { linked, findings, place, at, assumed }: UnreadableSite,
  what: Found = (failed.unsupported ? found.unsupportedFeature : found.invalidExpression).text(failed, text),
): void {
  const names = namesAt(at, linked.document);
  const written = failed.expression;
  const meant = written === undefined ? undefined : meantExpression(written, names);
  const assumption =
    written === undefined || meant === undefined
      ? undefined
      : assumedText({ document: linked.document, place, text: written, meant, inList: (each) => asMeant(each, names) });
  const isDeclared = written !== undefined && declaredExpression(written, names) !== undefined;
  findings.assume(place, what, isDeclared ? assumption : (assumed ?? assumption));
}

/** A text with all expressions in it as they are meant. */
function asMeant(text: string, names: DeclaredNames): string {
  const failed = parseText(text);
  const written = isFailure(failed) ? failed.expression : undefined;
  const meant = written === undefined ? undefined : meantExpression(written, names);
  return written === undefined || meant === undefined ? text : asMeant(withMeant(text, written, meant), names);
}
