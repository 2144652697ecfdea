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
