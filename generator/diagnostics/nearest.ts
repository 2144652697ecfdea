import { quoted } from "./quoted.js";

/** Longer names are not compared: nobody mistypes them, and the effort grows with the square. */
const LONGEST = 100;
const MOST_LISTED = 8;

/**
 * The candidate that the name was most likely meant to be: few edits away (insertion, deletion, replacement,
 * two neighbours swapped), where differences of case and of separators hardly count.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name || candidate.length > LONGEST || name.length > LONGEST) continue;
    const distance = distanceOfNames(name, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The candidate that a name is a slip of the hand of, as a person would say: the same words written otherwise, or each
 * of them right but for a letter or so. With another word in it, or one that is missing, it is another name.
 */
export function misspelt(name: string, candidates: Iterable<string>): string | undefined {
  return nearest(
    name,
    [...candidates].filter((candidate) => isSlip(name, candidate)),
  );
}

/** Whether two names are the same words, written in another case or with other separators: `pet_id`, `petId`. */
export function isSameWords(name: string, other: string): boolean {
  const [a, b] = [name, other].map((one) => withoutSeparators(one).toLowerCase());
  return a === b;
}

function isSlip(name: string, candidate: string): boolean {
  const [a, b] = [name, candidate].map((one) => withoutSeparators(one).toLowerCase());
  if (a === undefined || b === undefined || a.length > LONGEST || b.length > LONGEST) return false;
  if (a === b) return true;
  const [words, others] = [wordsOf(name), wordsOf(candidate)];
  // A separator was forgotten, too.
  if (words.length !== others.length) return editDistance(a, b) <= 1;
  return words.every((word, index) => isSlipOfWord(word, others[index] ?? "", words.length === 1));
}

/** Short words are others with a letter of theirs exchanged: `sid`, `id`. */
function isSlipOfWord(word: string, other: string, isAlone: boolean): boolean {
  const length = Math.max(word.length, other.length);
  const most = length > 3 ? Math.max(1, Math.floor(length / 4)) : isAlone && length === 3 ? 1 : 0;
  return editDistance(word, other) <= most;
}

/** Whether a name ends in the words of another, and has more: `loanStatus`, `status`. */
export function endsInWords(name: string, last: string): boolean {
  const [words, others] = [wordsOf(name), wordsOf(last)];
  return words.length > others.length && others.join(" ") === words.slice(-others.length).join(" ");
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[-_. /]+/)
    .filter((word) => word !== "");
}

/** A hint that names the nearest candidate, or all of them where they are few; `undefined` where neither helps. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const known = [...new Set(candidates)];
  const meant = nearest(name, known);
  if (meant !== undefined) return `Did you mean ${quoted(meant)}?`;
  if (known.length === 0 || known.length > MOST_LISTED) return undefined;
  return `Known here: ${known.map(quoted).join(", ")}.`;
}

/** The distance of two names, infinite where it is too far for their length to be a slip. */
function distanceOfNames(name: string, candidate: string): number {
  const [a, b] = [name.toLowerCase(), candidate.toLowerCase()];
  if (a === b) return 0.25;
  if (withoutSeparators(a) === withoutSeparators(b)) return 0.5;
  const furthest = furthestSlip(Math.max(a.length, b.length));
  if (Math.abs(a.length - b.length) > furthest) return Number.POSITIVE_INFINITY;
  const distance = editDistance(a, b);
  return distance <= furthest ? distance : Number.POSITIVE_INFINITY;
}

/** One slip in three characters, at most four. */
function furthestSlip(length: number): number {
  return Math.min(4, Math.floor(length / 3));
}

function withoutSeparators(name: string): string {
  return name.replace(/[-_. /]/g, "");
}

/**
 * Optimal string alignment distance.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(previous, j) + 1,
        at(row, j - 1) + 1,
        at(previous, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, previous] = [previous, row];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
