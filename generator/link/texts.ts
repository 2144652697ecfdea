import { assumedTextAt } from "../assume/index.js";
import {
  habitsIn,
  isSelector,
  partsOfWorkflow,
  withBraces,
  type DeclaredNames,
  type Workflow,
} from "../arazzo/index.js";
import { found, isInside, type Findings } from "../diagnostics.js";
import { isList, isMapping, type Path } from "../documents/index.js";
import { namesAt } from "./declared-names.js";
import type { LinkedDocument } from "./linked.js";

/** Reports the texts of a workflow that hold expressions in another form than `{$…}`, and assumes what is meant. */
export function checkTexts(workflow: Workflow, at: Path, { document }: LinkedDocument, findings: Findings): void {
  const names = namesAt(at, document);
  for (const { value, path, isOutput } of textsOf(workflow, at)) {
    const isPayload = path.at(-2) === "requestBody";
    const change = (text: string): string => withExpressions(text, names, { isOutput, isPayload });
    const habits = habitsIn(value, names, isPayload);
    for (const { start, end, text, meant, isAmount } of habits) {
      const place = document.placeInside(path, start, end);
      const written = meant === undefined ? undefined : change(value) === meant ? meant : `{${meant}}`;
      const what = isAmount ? found.expressionInText.amount(text) : found.expressionInText.other(text, written);
      findings.assume(
        place,
        what,
        written === undefined ? undefined : assumedTextAt(path, { document, text, meant: written }, change),
      );
    }
    // What else is wrong there is looked for in the text that is meant.
    const whole = document.place(path);
    if (habits.some(({ meant }) => meant !== undefined) && findings.mayAssume(found.expressionInText.other("", ""))) {
      findings.ignore((_, place) => place !== undefined && isInside(place, whole));
    }
  }
}

/** A text with its expressions as they are meant. One that is an output as a whole needs no braces. */
function withExpressions(
  text: string,
  names: DeclaredNames,
  { isOutput, isPayload }: { readonly isOutput: boolean; readonly isPayload: boolean },
): string {
  const [only] = habitsIn(text, names, isPayload);
  const isWhole = only?.meant !== undefined && only.text === text.trim();
  return isOutput && isWhole ? (only.meant ?? text) : withBraces(text, names, isPayload);
}

interface PlacedText {
  readonly value: string;
  readonly path: Path;
  readonly isOutput: boolean;
}

/** The texts that are sent or given out. */
function* textsOf(workflow: Workflow, at: Path): Iterable<PlacedText> {
  for (const part of partsOfWorkflow(workflow, at)) {
    switch (part.kind) {
      case "parameter":
      case "replacement":
        yield* textsIn(part.value.value, [...part.at, "value"], false);
        break;
      case "step":
        yield* textsIn(part.value.requestBody?.payload, [...part.at, "requestBody", "payload"], false);
        break;
      case "outputs":
        yield* textsIn(part.value, part.at, true);
    }
  }
}

function* textsIn(value: unknown, path: Path, isOutput: boolean): Iterable<PlacedText> {
  if (typeof value === "string") yield { value, path, isOutput };
  // What a Selector Object holds is code of other languages.
  const keys = isSelector(value) ? [] : isList(value) ? value.entries() : isMapping(value) ? Object.entries(value) : [];
  for (const [key, inner] of keys) yield* textsIn(inner, [...path, key], isOutput);
}
