/** A literal, or what is missing, as the compiler narrows by it. */
export type Unit = string | number | boolean | null | undefined;

/** What is known of one value: all that it can be, or some of what it cannot. */
type Known = { readonly only: ReadonlySet<Unit> } | { readonly never: ReadonlySet<Unit> };

/** What the compiler has learned of values at some point, by their keys. */
export type Facts = ReadonlyMap<string, Known>;

export const nothingKnown: Facts = new Map();

/** What is known once a value turned out to be one of these, or none of them. */
export function learn(facts: Facts, key: string, units: readonly Unit[], isOne: boolean): Facts {
  const known = facts.get(key);
  const learned = new Set(units);
  const narrowed: Known = isOne
    ? { only: learned }
    : known !== undefined && "only" in known
      ? { only: new Set([...known.only].filter((unit) => !learned.has(unit))) }
      : { never: new Set([...(known?.never ?? []), ...units]) };
  return new Map([...facts, [key, narrowed]]);
}

/** What is known where two ways meet. */
export function join(a: Facts, b: Facts): Facts {
  const both = [...a].flatMap(([key, left]): readonly (readonly [string, Known])[] => {
    const right = b.get(key);
    return right === undefined ? [] : [[key, either(left, right)]];
  });
  return new Map(both);
}

function either(a: Known, b: Known): Known {
  if ("only" in a) {
    if ("only" in b) return { only: new Set([...a.only, ...b.only]) };
    return { never: new Set([...b.never].filter((unit) => !a.only.has(unit))) };
  }
  if ("only" in b) return either(b, a);
  return { never: new Set([...a.never].filter((unit) => b.never.has(unit))) };
}

/** Forgets what was known of the values whose keys begin so: they are set anew. */
export function forget(facts: Facts, prefix: string): Facts {
  return new Map([...facts].filter(([key]) => !key.startsWith(prefix)));
}

/** Knows of one key what is known of another. */
export function copy(facts: Facts, from: string | undefined, to: string): Facts {
  const known = from === undefined ? undefined : facts.get(from);
  return known === undefined ? facts : new Map([...facts, [to, known]]);
}

/** Whether the value is known to be one of these, or to be none of them: to ask again is to ask what cannot be. */
export function isSettled(facts: Facts, key: string, units: readonly Unit[]): boolean {
  const known = facts.get(key);
  if (known === undefined) return false;
  return "only" in known
    ? [...known.only].every((unit) => units.includes(unit)) || units.every((unit) => !known.only.has(unit))
    : units.every((unit) => known.never.has(unit));
}

/** Whether the compiler would say that the value can no longer be this. It never says so of what may be missing. */
export function rulesOut(facts: Facts, key: string, unit: Unit): boolean {
  const known = facts.get(key);
  if (known === undefined || unit === null || unit === undefined) return false;
  return "only" in known ? !known.only.has(unit) : known.never.has(unit);
}
