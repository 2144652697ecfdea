import { Combined } from "./combined.js";
import type { Schema } from "./schema.js";

/** One schema for the values that fit any of these; itself where there is only one. */
export function anyOfSchemas(first: Schema, ...others: readonly Schema[]): Schema {
  const [, ...rest] = new Set([first, ...others]);
  return rest.length === 0 ? first : new AnyOf([first, ...rest]);
}

export class AnyOf extends Combined implements Schema {
  readonly component = undefined;
  readonly allOf: readonly Schema[] = [];
  readonly oneOf: readonly Schema[] = [];
  readonly prefixItems: readonly Schema[] = [];
  readonly properties: ReadonlyMap<string, Schema> = new Map();
  readonly required: ReadonlySet<string> = new Set();
  readonly additionalProperties = true;
  readonly items = undefined;
  readonly raw = { anyOf: this.parts.map((part) => part.raw) };

  get anyOf(): readonly Schema[] {
    return this.parts;
  }

  /** Empty where one of them does not say, as that one may allow anything. */
  get types(): Schema["types"] {
    const all = this.parts.map((part) => part.types);
    return new Set(all.some((types) => types.size === 0) ? [] : all.flatMap((types) => [...types]));
  }

  get nullable(): boolean {
    return this.parts.some((part) => part.nullable);
  }

  get values(): readonly unknown[] | undefined {
    const all = this.parts.map((part) => part.values);
    return all.includes(undefined) ? undefined : [...new Set(all.flatMap((values) => values ?? []))];
  }

  get deprecated(): boolean {
    return this.parts.every((part) => part.deprecated);
  }
}
