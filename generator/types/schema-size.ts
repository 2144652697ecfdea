import { insideOf, type Schema } from "../schema/index.js";

/** A schema of more parts than this is not written out where it has a name. */
const mostParts = 60;

/** How deep schemas are looked into one through another. */
const deepest = 60;

/** Knows of schemas whether their types are short enough to be written out, and whether they end at all. */
export class SchemaSizes {
  readonly #isNamed: (schema: Schema) => boolean;
  readonly #known = new Map<unknown, boolean>();
  readonly #way = new Set<unknown>();
  readonly #endless = new Set<unknown>();

  /** @param isNamed Whether a schema has a name that can stand for it. */
  constructor(isNamed: (schema: Schema) => boolean) {
    this.#isNamed = isNamed;
  }

  /** Whether a schema holds itself, or so much that it is better not written out. */
  isLarge(schema: Schema): boolean {
    const { raw } = schema;
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    if (this.#way.has(raw)) {
      this.#endless.add(raw);
      return true;
    }
    if (this.#way.size > deepest) return true;
    this.#way.add(raw);
    const parts = this.#partsOf(schema, mostParts);
    this.#way.delete(raw);
    const isLarge = parts > mostParts || this.#endless.has(raw);
    this.#known.set(raw, isLarge);
    return isLarge;
  }

  /** Whether a schema holds itself. */
  holdsItself(schema: Schema): boolean {
    this.isLarge(schema);
    return this.#endless.has(schema.raw);
  }

  /** How many parts there are inside of a schema; no longer counted when they are more than `most`. */
  #partsOf(schema: Schema, most: number): number {
    let parts = 1;
    for (const part of insideOf(schema)) {
      if (parts > most) break;
      const stands = this.#isNamed(part) ? this.isLarge(part) : this.#way.has(part.raw);
      if (stands) parts += 1;
      else {
        this.#way.add(part.raw);
        parts += this.#partsOf(part, most - parts);
        this.#way.delete(part.raw);
      }
    }
    return parts;
  }
}
