import { isMapping } from "../../generator/documents/data.js";
import type { Choices } from "./choices.js";
import type { Documents } from "./documents.js";

export type Path = readonly (string | number)[];

/** The same documents with something in them gone, in another's place, or nonsense. */
export function withMistake(given: Documents, choices: Choices): Documents {
  const paths = pathsIn(given).filter((path) => path.length > 1);
  const path = choices.among(paths) ?? [];
  const junk = [
    null,
    "",
    0,
    -1,
    true,
    [],
    {},
    "$inputs.",
    "$response.body#/nothing",
    "{$",
    "#/",
    "x".repeat(300),
    [[]],
    { a: 1 },
  ];
  switch (choices.below(4)) {
    case 0:
      return changed(given, path, () => undefined);
    case 1:
      return changed(given, path, () => choices.among(junk));
    case 2: {
      const other = valueAt(given, choices.among(paths) ?? []);
      return changed(given, path, () => other);
    }
    default:
      return changed(given, path, (value) => (typeof value === "string" ? misspelt(value, choices) : [value, value]));
  }
}

function misspelt(text: string, choices: Choices): string {
  const at = choices.below(text.length);
  return text.slice(0, at) + choices.of("", "x", "}", " ", "#/") + text.slice(at + 1);
}

/** Where every value inside of another stands, from the outside in. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  return [path, ...entriesOf(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isMapping(value) ? Object.entries(value) : [];
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => entriesOf(inner).find(([name]) => name === key)?.[1], value);
}

/** A copy with another value at a path; without it where that is `undefined`. */
export function changed(given: Documents, path: Path, change: (value: unknown) => unknown): Documents {
  const copy = (value: unknown, rest: Path): unknown => {
    const [key, ...deeper] = rest;
    if (key === undefined) return change(value);
    const entries = entriesOf(value).flatMap(([name, inner]) => {
      const next = name === key ? copy(inner, deeper) : inner;
      return next === undefined ? [] : [[name, next] as const];
    });
    return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  };
  const all = copy(given, path);
  return isMapping(all) ? all : given;
}
