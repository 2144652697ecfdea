import type { Path } from "../../documents/index.js";
import { copySchema, type InlineNames, type Side, type Within } from "./copy-schema.js";
import type { Following } from "./kept-target.js";
import type { JsonObject } from "./keywords.js";

/** A schema that others refer to. */
export interface PooledSchema {
  readonly at: Path;
  /** What it is in requests and in responses, if it was reached from there. */
  readonly copies: Map<Side, JsonObject | boolean>;
  readonly references: Reference[];
  /** It, or a schema that it refers to, is not the same in requests and in responses. */
  sided: boolean;
}

/** A place where a schema refers to another. `written` gets its `$ref` once the names are known. */
export interface Reference {
  readonly to: PooledSchema;
  readonly side: Side;
  readonly written: JsonObject;
  readonly place: Path;
  readonly within: Within;
}

/** Copies schemas and those that they refer to, each once for each side that reaches it. */
export class SchemaPool {
  readonly #following: Following;
  readonly #inlineNames: InlineNames;
  readonly #schemas = new Map<string, PooledSchema>();
  readonly #waiting: { readonly schema: PooledSchema; readonly side: Side }[] = [];
  /** References from what is no schema: operations, bodies, responses. */
  readonly roots: Reference[] = [];

  constructor(following: Following, inlineNames: InlineNames) {
    this.#following = following;
    this.#inlineNames = inlineNames;
  }

  /** A copy of a schema that stands in an operation, or in a component that is no schema. */
  copy(at: Path, side: Side): JsonObject | boolean {
    return this.#copyInto({ references: this.roots, sided: false }, at, side);
  }

  /** Keeps a schema as if something referred to it. */
  keep(at: Path, side: Side): void {
    this.#reach(at, side);
  }

  /** Every schema that was referred to: in the document's order, then those that are no components of it. */
  schemas(componentNames: readonly string[]): readonly PooledSchema[] {
    // A queue and not a recursion: references may form chains of any length.
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      next.schema.copies.set(next.side, this.#copyInto(next.schema, next.schema.at, next.side));
    }
    const known = componentNames.map((name) => this.#schemas.get(JSON.stringify(["components", "schemas", name])));
    return [...new Set([...known.filter((schema) => schema !== undefined), ...this.#schemas.values()])];
  }

  #copyInto(into: Pick<PooledSchema, "references" | "sided">, at: Path, side: Side): JsonObject | boolean {
    return copySchema(at, {
      ...this.#following,
      side,
      inlineNames: this.#inlineNames[side],
      onSided: () => {
        into.sided = true;
      },
      onReference: (target, written, place, within) => {
        into.references.push({ to: this.#reach(target, side), side, written, place, within });
      },
    });
  }

  #reach(at: Path, side: Side): PooledSchema {
    const key = JSON.stringify(at);
    const schema = this.#schemas.get(key) ?? { at, copies: new Map(), references: [], sided: false };
    this.#schemas.set(key, schema);
    if (!schema.copies.has(side)) {
      schema.copies.set(side, {});
      this.#waiting.push({ schema, side });
    }
    return schema;
  }
}
