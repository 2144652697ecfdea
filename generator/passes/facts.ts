/** A literal, or what is missing. */
export type Unit = string | number | boolean | null | undefined;

/** What is known of one value: all that it can be, or some of what it cannot. */
export type Known = { readonly only: ReadonlySet<Unit> } | { readonly never: ReadonlySet<Unit> };

/** What is known of values and of conditions at some point, by their keys. */
export type Facts = ReadonlyMap<string, Known>;

/** What is known once a value turned out to be one of these, or none of them. */
export function learn(facts: Facts, key: string, units: readonly Unit[], isOne: boolean): Facts {
  const known = facts.get(key);
  const learned = new Set(units);
  const narrowed: Known = isOne
    ? { only: known === undefined ? learned : new Set(units.filter((unit) => canBe(known, unit))) }
    : known !== undefined && "only" in known
      ? { only: new Set([...known.only].filter((unit) => !learned.has(unit))) }
      : { never: new Set([...(known?.never ?? []), ...units]) };
  return new Map(facts).set(key, narrowed);
}

/** Whether a value of which this is known can be that. */
export function canBe(known: Known, unit: Unit): boolean {
  return "only" in known ? known.only.has(unit) : !known.never.has(unit);
}

/** What is known where two ways meet, of which nothing may come by one. */
export function meeting(a: Facts | undefined, b: Facts | undefined): Facts | undefined {
  if (a === undefined || b === undefined) return a ?? b;
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
