import type { Path, SourceDocument } from "../documents/document.js";
import type { Keywords } from "./keywords.js";
import type { JsonType, Schema } from "./schema.js";

/** What a view needs to know of the schema object that it shows. */
export interface ViewOf {
  readonly document: SourceDocument;
  readonly at: Path;
  readonly component: string | undefined;
  readonly keywords: Keywords;
  /** A `$ref` beside keywords that ask for something: both hold, as in `allOf`. */
  readonly beside?: Path | undefined;
  readonly read: ReadSchema;
}

/** The schema at a path, references followed; whether it is reached by its path or by a reference already. */
export type ReadSchema = (path: Path, by?: "path" | "reference") => Schema;

/** Shows a schema object as a {@link Schema}; each part is read when it is first asked for. */
export class SchemaView implements Schema {
  readonly document: SourceDocument;
  readonly at: Path;
  readonly component: string | undefined;
  readonly #of: ViewOf;
  readonly #keywords: Keywords;
  #allTypes: ReadonlySet<JsonType> | undefined;
  #types: Schema["types"] | undefined;
  #properties: ReadonlyMap<string, Schema> | undefined;
  #required: ReadonlySet<string> | undefined;
  #nullable: boolean | undefined;

  constructor(of: ViewOf) {
    this.document = of.document;
    this.at = of.at;
    this.component = of.component;
    this.#of = of;
    this.#keywords = of.keywords;
  }

  get types(): Schema["types"] {
    this.#types ??= new Set([...this.#typesWithNull()].filter((type) => type !== "null"));
    return this.#types;
  }

  get nullable(): boolean {
    if (this.#nullable === undefined) {
      this.#nullable = false; // What a schema that refers to itself sees of itself.
      this.#nullable = this.#readNullable();
    }
    return this.#nullable;
  }

  get values(): readonly unknown[] | undefined {
    return this.#listed()?.filter((value) => value !== null) ?? (this.#isOnlyNull() ? [] : undefined);
  }

  get properties(): ReadonlyMap<string, Schema> {
    const names = () => Object.keys(this.#keywords.mapping("properties") ?? {});
    this.#properties ??= new Map(names().map((name) => [name, this.#child("properties", name)]));
    return this.#properties;
  }

  get required(): ReadonlySet<string> {
    this.#required ??= new Set(this.#keywords.names("required"));
    return this.#required;
  }

  get additionalProperties(): boolean | Schema {
    const value = this.#keywords.value("additionalProperties");
    if (typeof value === "boolean") return value;
    return value === undefined ? true : this.#child("additionalProperties");
  }

  get items(): Schema | undefined {
    return this.#keywords.has("items") ? this.#child("items") : undefined;
  }

  get prefixItems(): readonly Schema[] {
    return this.#children("prefixItems");
  }

  get allOf(): readonly Schema[] {
    const { beside, read } = this.#of;
    return [...(beside ? [read(beside, "reference")] : []), ...this.#children("allOf")];
  }

  get oneOf(): readonly Schema[] {
    return this.#children("oneOf");
  }

  get anyOf(): readonly Schema[] {
    return this.#children("anyOf");
  }

  get default(): unknown {
    return this.#keywords.value("default");
  }

  get hasDefault(): boolean {
    return this.#keywords.has("default");
  }

  get description(): string | undefined {
    return this.#keywords.text("description");
  }

  get format(): string | undefined {
    return this.#keywords.text("format");
  }

  get deprecated(): boolean {
    return this.#keywords.isTrue("deprecated");
  }

  get raw(): Readonly<Record<string, unknown>> {
    return this.#keywords.raw;
  }

  #child(...path: Path): Schema {
    return this.#of.read([...this.at, ...path]);
  }

  #children(keyword: string): readonly Schema[] {
    return (this.#keywords.list(keyword) ?? []).map((_, index) => this.#child(keyword, index));
  }

  #typesWithNull(): ReadonlySet<JsonType> {
    this.#allTypes ??= new Set(this.#keywords.types());
    return this.#allTypes;
  }

  #listed(): readonly unknown[] | undefined {
    return this.#keywords.has("const") ? [this.#keywords.value("const")] : this.#keywords.list("enum");
  }

  #isOnlyNull(): boolean {
    return this.#typesWithNull().has("null") && this.types.size === 0;
  }

  /** An `enum` with `null` in it counts, whatever `type` says: that is how many documents of 3.0 mean it. */
  #readNullable(): boolean {
    if (this.#keywords.isTrue("nullable") || this.#typesWithNull().has("null")) return true;
    const listed = this.#listed();
    if (listed) return listed.includes(null);
    if (this.types.size > 0) return false;
    const alternatives = [...this.oneOf, ...this.anyOf];
    if (alternatives.length > 0) return alternatives.some((schema) => schema.nullable);
    const { allOf } = this;
    return allOf.length > 0 && allOf.every((schema) => schema.nullable);
  }
}
