import { quoted } from "../../diagnostics.js";
import { failure, type Failure } from "../failure.js";
import type { TemplatePart } from "../expression/template.js";
import { readPatternShape, type PatternAlternative, type PatternItem } from "./pattern-shape.js";

/**
 * A repetition that can match the same text in exponentially many ways, so that a text which almost matches keeps the
 * matcher busy for ever: `(a+)+`, `(\w*)*`, `(a|a)*`. A repeated group is taken for safe when each round begins or
 * ends with a character that the repetitions inside of it cannot match, as in `(\.\d+)*`, and no two alternatives can
 * begin alike. It is a rule of thumb: `undefined` is no proof.
 *
 * @param parts The pattern split at its embedded expressions, whose own characters mean nothing in it.
 */
export function slowRepetition(pattern: string, parts: readonly TemplatePart[]): Failure | undefined {
  const slow = findSlow(readPatternShape(parts.map(standIn).join("")));
  if (slow === undefined) return undefined;
  const written = pattern.slice(slow.start, slow.end);
  return failure(`matching ${quoted(written)} can take for ever: it repeats what repeats`, slow.start, slow.end, {
    hint: "Let each round begin with a character that the rest of it cannot match, or say how often it repeats.",
  });
}

/** As long as what is written, so that places stay what they are. */
function standIn(part: TemplatePart): string {
  return part.kind === "text" ? part.text : "x".repeat(part.text.length + "{}".length);
}

/** From this many rounds on a repetition counts as endless. */
const manyRounds = 10;

function findSlow(alternatives: readonly PatternAlternative[]): PatternItem | undefined {
  for (const item of alternatives.flat()) {
    if (typeof item.what === "string") continue;
    if (isEndless(item) && isAmbiguous(item.what)) return item;
    const inner = findSlow(item.what);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isEndless(item: PatternItem): boolean {
  return item.max >= manyRounds;
}

function isAmbiguous(alternatives: readonly PatternAlternative[]): boolean {
  const firsts = alternatives.map((items) => items[0]);
  const alike = firsts.some((first, index) => firsts.slice(0, index).some((other) => canMatchAlike(first, other)));
  return alike || alternatives.some((items) => repeatsFreely(items));
}

/** Whether rounds of these items can be told apart in more ways than one. */
function repeatsFreely(items: PatternAlternative): boolean {
  const endless = items.flatMap(allItems).filter(isEndless);
  if (endless.length === 0) return false;
  return ![items.at(0), items.at(-1)].some((edge) => edge !== undefined && isDivider(edge, endless));
}

function isDivider(edge: PatternItem, endless: readonly PatternItem[]): boolean {
  if (typeof edge.what !== "string" || edge.min !== 1 || edge.max !== 1) return false;
  return endless.every((item) => typeof item.what === "string" && !canMatchAlike(edge, item));
}

function allItems(item: PatternItem): readonly PatternItem[] {
  return typeof item.what === "string" ? [item] : [item, ...item.what.flat().flatMap(allItems)];
}

const sampleCharacters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** Whether some character is matched by both; of groups that is assumed. */
function canMatchAlike(a: PatternItem | undefined, b: PatternItem | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a.what !== "string" || typeof b.what !== "string") return true;
  if (a.what === b.what) return true;
  const [matchesA, matchesB] = [matcherOf(a.what), matcherOf(b.what)];
  return sampleCharacters.some((character) => matchesA(character) && matchesB(character));
}

function matcherOf(atom: string): (character: string) => boolean {
  for (const flags of ["u", ""]) {
    try {
      const expression = new RegExp(`^(?:${atom})$`, flags);
      return (character) => expression.test(character);
    } catch {
      // An atom that cannot stand alone, such as `\k<name>`, is taken to match anything.
    }
  }
  return () => true;
}
