import { endsInWords, isSameWords } from "../diagnostics.js";
import { child, isList } from "../documents/index.js";
import { isBadEnd, isGoodEnd } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { plainSchema } from "./make.js";

/** The values that a status goes through, by the name of its property, or by `Schema.property`. */
export type ChosenSequences = ReadonlyMap<string, readonly string[]>;

/** What a status goes through as it is read again and again. */
export class Sequences {
  readonly #chosen: ChosenSequences;

  constructor(chosen: ChosenSequences) {
    this.#chosen = chosen;
  }

  /** The first status of each property that has a sequence. */
  first(schema: Schema): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#of(schema)].map(([name, [status]]) => [name, status]));
  }

  /** The facts of a thing that is read once more. A status that is in no sequence, or is its last, stays. */
  next(schema: Schema, facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const moved = [...this.#of(schema)].flatMap(([name, sequence]) => {
      const at = sequence.findIndex((status) => status === child(facts, name));
      const status = at < 0 ? undefined : sequence[at + 1];
      return status === undefined ? [] : [[name, status] as const];
    });
    return { ...facts, ...Object.fromEntries(moved) };
  }

  #of(schema: Schema): ReadonlyMap<string, readonly string[]> {
    const { properties, component = schema.component } = plainSchema(schema);
    const all = [...properties].flatMap(([name, inside]) => {
      const sequence = this.#chosen.get(`${component}.${name}`) ?? this.#chosen.get(name) ?? sequenceOf(name, inside);
      return sequence.length === 0 ? [] : [[name, sequence] as const];
    });
    return new Map(all);
  }
}

/** What the document says of a status: its `x-sequence`, else the values of its enum up to the first good end. */
function sequenceOf(name: string, schema: Schema): readonly string[] {
  const { raw, values = [] } = plainSchema(schema);
  const stated = raw["x-sequence"];
  if (isList(stated)) return texts(stated);
  const isStatus = ["status", "state"].some((word) => isSameWords(name, word) || endsInWords(name, word));
  return isStatus ? wayToGoodEnd(texts(values)) : [];
}

/** In the order of the document, without ends but the first good one; nothing where there is none. */
function wayToGoodEnd(statuses: readonly string[]): readonly string[] {
  const end = statuses.findIndex(isGoodEnd);
  const good = statuses[end];
  if (good === undefined) return [];
  const isOpen = (status: string): boolean => !isGoodEnd(status) && !isBadEnd(status);
  const before = statuses.slice(0, end).filter(isOpen);
  return [...(before.length > 0 ? before : statuses.filter(isOpen)), good];
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}
