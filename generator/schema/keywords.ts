import { found, type Assumption, type Findings, type Place } from "../diagnostics.js";
import { child, hasChild, isList, isMapping, kindOf, type Mapping } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import { overlayFix } from "../documents/overlay-fix.js";
import { meantType } from "./meant-type.js";
import type { JsonType } from "./schema.js";

const TYPES: ReadonlySet<string> = new Set<JsonType>([
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
]);

/** Takes keywords from a schema object; one that is not of its kind is reported and counts as not given. */
export class Keywords {
  readonly raw: Mapping;
  readonly #document: SourceDocument;
  readonly #at: Path;
  readonly #findings: Findings;

  constructor(raw: Mapping, document: SourceDocument, at: Path, findings: Findings) {
    this.raw = raw;
    this.#document = document;
    this.#at = at;
    this.#findings = findings;
  }

  has(keyword: string): boolean {
    return hasChild(this.raw, keyword);
  }

  value(keyword: string): unknown {
    return child(this.raw, keyword);
  }

  /** Annotations are taken as they come: a `description` that is a number harms nobody. */
  text(keyword: string): string | undefined {
    const value = this.value(keyword);
    return typeof value === "string" ? value : undefined;
  }

  isTrue(keyword: string): boolean {
    return this.value(keyword) === true;
  }

  mapping(keyword: string): Mapping | undefined {
    const value = this.value(keyword);
    return value === undefined || isMapping(value) ? value : this.#refuse([keyword], "an object", value);
  }

  list(keyword: string): readonly unknown[] | undefined {
    const value = this.value(keyword);
    return value === undefined || isList(value) ? value : this.#refuse([keyword], "a list", value);
  }

  /** The names in a list of names. */
  names(keyword: string): string[] {
    return (this.list(keyword) ?? []).flatMap((name, index) => {
      if (typeof name === "string") return [name];
      this.#refuse([keyword, index], "text", name);
      return [];
    });
  }

  /** What `type` says, one type or a list of them. */
  types(): JsonType[] {
    const value = this.value("type");
    const listed = isList(value) ? value.map((type, index) => ({ type, path: ["type", index] as Path })) : [];
    const all = isList(value) ? listed : value === undefined ? [] : [{ type: value, path: ["type"] }];
    return all.flatMap(({ type, path }) => {
      if (isType(type)) return [type];
      if (typeof type !== "string") return this.#refuse(path, "the name of a type", type) ?? [];
      this.#findings.assume(
        this.#placeOf(path),
        found.invalidDocument.schemaType(type, TYPES),
        this.#meant(type, path),
      );
      return [];
    });
  }

  #refuse(path: Path, wanted: string, value: unknown): undefined {
    const name = path.map((part) => (typeof part === "number" ? `[${part}]` : part)).join("");
    const what = found.invalidDocument.hasToBe(name, wanted, kindOf(value));
    this.#findings.assume(this.#placeOf(path), what, this.#without(path));
  }

  #placeOf(path: Path): Place {
    return this.#document.place([...this.#at, ...path]);
  }

  /** That a keyword says nothing, as it does not for those who read the schema. */
  #without(path: Path): Assumption | undefined {
    if (path.length > 1) return undefined;
    const description = "It is not of the kind that JSON Schema has.";
    return {
      that: "it says nothing, and is ignored",
      actions: () => overlayFix(this.#document, [{ at: [...this.#at, ...path], description }]),
    };
  }

  #meant(name: string, path: Path): Assumption | undefined {
    const meant = path.length > 1 ? undefined : meantType(name, TYPES);
    if (meant === undefined) return undefined;
    const { type } = meant;
    const description = "JSON Schema has no type of that name.";
    const correction =
      type === undefined
        ? { at: [...this.#at, ...path], description }
        : { at: this.#at, description, update: { ...meant } };
    return {
      that: type === undefined ? "it is of any type" : `\`${type}\` is meant`,
      actions: () => overlayFix(this.#document, [correction]),
    };
  }
}

function isType(value: unknown): value is JsonType {
  return typeof value === "string" && TYPES.has(value);
}
