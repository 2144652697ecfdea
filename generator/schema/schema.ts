import type { Path, SourceDocument } from "../documents/document.js";

/** The types of JSON. */
export type JsonType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/**
 * One view of JSON Schema for OpenAPI 3.0, OpenAPI 3.1 and Arazzo inputs: references are followed,
 * `nullable` and `type: [..., "null"]` are one thing, and what lies below is read when it is asked for,
 * so that schemas may refer to themselves.
 */
export interface Schema {
  readonly document: SourceDocument;
  /** Where the schema stands, after references were followed. */
  readonly at: Path;
  /** `Name` where a reference went through `#/components/schemas/Name` last, or to a schema of this name in another file. */
  readonly component: string | undefined;
  /** The types it allows without `null`; empty where it does not say. */
  readonly types: ReadonlySet<Exclude<JsonType, "null">>;
  readonly nullable: boolean;
  /** The schemas that all values have to fit which this one stands for; absent where it stands in a document itself. */
  readonly all?: readonly Schema[];
  /** Values of `enum` (or the one of `const`), without `null`. */
  readonly values: readonly unknown[] | undefined;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** What `additionalProperties` says: `true` where it says nothing. */
  readonly additionalProperties: boolean | Schema;
  readonly items: Schema | undefined;
  readonly prefixItems: readonly Schema[];
  readonly allOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly default: unknown;
  readonly hasDefault: boolean;
  readonly description: string | undefined;
  readonly format: string | undefined;
  readonly deprecated: boolean;
  /** The schema object itself, for keywords not named here (`x-…`, `pattern`, …). */
  readonly raw: Readonly<Record<string, unknown>>;
}
