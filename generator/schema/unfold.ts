import { composing, insideOf } from "./inside.js";
import type { Schema } from "./schema.js";

/**
 * How far a schema may go. A few lines can refer to one another so that they stand for more than any memory holds;
 * what people write stays far below.
 */
const most = {
  /** Schemas that describe one value: alternatives of alternatives. */
  choices: 1_000,
  /** Parts of a schema that is written out, values of its enums among them; one that has a name is one part. */
  parts: 20_000,
  /** Schemas inside of one another on one way. */
  depth: 400,
} as const;

export interface TooLarge {
  readonly schema: Schema;
  /** What is too much of it, to be said behind the name of the schema. */
  readonly problem: string;
}

/** Finds schemas that cannot be worked with because there is no end to what they stand for. */
export class Unfolding {
  readonly #sound = new Set<unknown>();
  readonly #choices = new Map<unknown, number>();
  readonly #parts = new Map<unknown, number>();

  /** The first schema, of these and of all that they lead to, which goes too far. */
  tooLarge(schemas: readonly Schema[]): TooLarge | undefined {
    const waiting = [...schemas];
    for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
      if (this.#sound.has(schema.raw)) continue;
      this.#sound.add(schema.raw);
      const problem = this.#problemOf(schema);
      if (problem !== undefined) return { schema, problem };
      for (const part of insideOf(schema)) waiting.push(part);
    }
    return undefined;
  }

  #problemOf(schema: Schema): string | undefined {
    const count = (number: number): string => number.toLocaleString("en-US");
    if (this.#choicesOf(schema, 0) > most.choices) return `more than ${count(most.choices)} alternatives`;
    if (this.#partsOf(schema, 0) > most.parts) return `more than ${count(most.parts)} parts`;
    return undefined;
  }

  #choicesOf(schema: Schema, depth: number): number {
    return counted(this.#choices, schema, depth, () => {
      const each = composing(schema).map((part) => Math.max(1, this.#choicesOf(part, depth + 1)));
      return each.reduce((sum, choices) => sum + choices, 0);
    });
  }

  #partsOf(schema: Schema, depth: number): number {
    return counted(this.#parts, schema, depth, () => {
      const each = insideOf(schema).map((part) => (part.component === undefined ? this.#partsOf(part, depth + 1) : 1));
      const values = schema.raw["enum"];
      return each.reduce((sum, parts) => sum + parts, 1) + (Array.isArray(values) ? values.length : 0);
    });
  }
}

/** Counts once for each schema; one that is inside of itself counts for nothing there. */
function counted(known: Map<unknown, number>, { raw }: Schema, depth: number, count: () => number): number {
  const before = known.get(raw);
  if (before !== undefined) return before;
  if (depth > most.depth) return Infinity;
  known.set(raw, 0);
  const found = count();
  known.set(raw, found);
  return found;
}
