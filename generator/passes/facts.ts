import type { Known, Unit } from "../types/known.js";

/** What was learned or forgotten since the facts below it were put together: so many at most. */
const mostRecent = 64;

/**
 * What is known of values and of conditions at some point, by their keys. Facts are never changed; those that follow
 * from others share what is old with them, so that learning costs the same however much is known.
 */
export class Facts {
  static readonly none = new Facts(new Map(), new Map());
  readonly #old: ReadonlyMap<string, Known>;
  /** `undefined` of what was forgotten. */
  readonly #recent: ReadonlyMap<string, Known | undefined>;

  private constructor(old: ReadonlyMap<string, Known>, recent: ReadonlyMap<string, Known | undefined>) {
    this.#old = old;
    this.#recent = recent;
  }

  get(key: string): Known | undefined {
    return this.#recent.has(key) ? this.#recent.get(key) : this.#old.get(key);
  }

  /** The same, but with this known of each key; `undefined` where nothing is. */
  with(known: Iterable<readonly [string, Known | undefined]>): Facts {
    const recent = new Map([...this.#recent, ...known]);
    if (recent.size <= mostRecent) return new Facts(this.#old, recent);
    const all = new Map(this.#old);
    for (const [key, one] of recent) {
      if (one === undefined) all.delete(key);
      else all.set(key, one);
    }
    return new Facts(all, new Map());
  }

  /** What is known where two ways meet. */
  meet(other: Facts): Facts {
    if (this === other) return this;
    const mayDiffer =
      this.#old === other.#old
        ? [...this.#recent.keys(), ...other.#recent.keys()]
        : [...this.#old.keys(), ...this.#recent.keys()];
    const shared = this.#old === other.#old ? this : Facts.none;
    return shared.with(mayDiffer.map((key) => [key, either(this.get(key), other.get(key))]));
  }
}

/** What is known once a value turned out to be one of these, or none of them. */
export function learn(facts: Facts, key: string, units: readonly Unit[], isOne: boolean): Facts {
  const known = facts.get(key);
  const learned = new Set(units);
  const narrowed: Known = isOne
    ? { only: known === undefined ? learned : new Set(units.filter((unit) => canBe(known, unit))) }
    : known !== undefined && "only" in known
      ? { only: new Set([...known.only].filter((unit) => !learned.has(unit))) }
      : { never: new Set([...(known?.never ?? []), ...units]) };
  return facts.with([[key, narrowed]]);
}

/** Whether a value of which this is known can be that. */
export function canBe(known: Known, unit: Unit): boolean {
  return "only" in known ? known.only.has(unit) : !known.never.has(unit);
}

/** What is known where two ways meet, of which nothing may come by one. */
export function meeting(a: Facts | undefined, b: Facts | undefined): Facts | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a.meet(b);
}

function either(a: Known | undefined, b: Known | undefined): Known | undefined {
  if (a === undefined || b === undefined) return undefined;
  if ("only" in a) {
    if ("only" in b) return { only: new Set([...a.only, ...b.only]) };
    return { never: new Set([...b.never].filter((unit) => !a.only.has(unit))) };
  }
  if ("only" in b) return either(b, a);
  return { never: new Set([...a.never].filter((unit) => b.never.has(unit))) };
}
