/**
 * The TypeScript types that generated code names. They are data, so that the planner can compare and narrow
 * them; only the emitter writes them out.
 */
export type Type =
  | { readonly kind: "string" | "number" | "boolean" | "null" | "undefined" | "unknown" }
  /** Bytes, with a media type if that is known. */
  | { readonly kind: "blob" }
  /** Any text: what keeps a union of literals open for values that the API adds later. */
  | { readonly kind: "openString" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  /** `rest`: what else it may hold, under any name. */
  | { readonly kind: "object"; readonly fields: readonly ObjectField[]; readonly rest: Type | undefined }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  /** What came of a step for one element of a list: what this says, or an error. */
  | { readonly kind: "collected"; readonly of: Type }
  | NamedType;

/** Where a type with a name is declared. */
export interface TypeOrigin {
  /** Tells it from all others of the same file. */
  readonly id: string;
  /** Gives it its name; asked once, when the name is first written. */
  readonly name: () => string;
  /** The file of the API that exports it. */
  readonly file?: string | undefined;
  /** The file of the workflow that does, in place of an API's. */
  readonly workflow?: string | undefined;
}

/**
 * A type with a name: of the file of an API, or of that of a workflow. What it stands for is worked out when it is asked
 * for, so that it may hold itself.
 */
export class NamedType {
  readonly kind = "named";
  readonly id: string;
  readonly file: string | undefined;
  readonly workflow: string | undefined;
  /** The values of its list that were found not to be. */
  readonly without: readonly (string | number | boolean)[];
  readonly #nameIt: () => string;
  readonly #work: () => Type;
  #whole: NamedType | undefined;
  #name: string | undefined;
  #is: Type | undefined;
  #isAsked = false;

  constructor({ id, name, file, workflow }: TypeOrigin, is: () => Type, without: NamedType["without"] = []) {
    this.id = id;
    this.file = file;
    this.workflow = workflow;
    this.without = without;
    this.#nameIt = name;
    this.#work = is;
  }

  get name(): string {
    return (this.#name ??= this.#nameIt());
  }

  /** The name, if it has been written. */
  get writtenName(): string | undefined {
    return this.#name;
  }

  /** The type without these values of its list, of which `is` is left. */
  narrowed(gone: NamedType["without"], is: Type): NamedType {
    const { id, file, workflow } = this;
    const left = new NamedType({ id, name: () => this.name, file, workflow }, () => is, [...this.without, ...gone]);
    left.#whole = this.#whole ?? this;
    return left;
  }

  /** The type with those of these values again that its list had. */
  widened(values: NamedType["without"]): NamedType {
    const gone = this.without.filter((value) => !values.includes(value));
    if (gone.length === this.without.length || this.#whole === undefined) return this;
    const back = this.without.filter((value) => values.includes(value));
    return gone.length === 0 ? this.#whole : this.#whole.narrowed(gone, union([literals(back) ?? never, this.is]));
  }

  get is(): Type {
    // What it is made of may ask what it is: whoever cannot wait gets to know nothing.
    if (this.#isAsked) return unknown;
    this.#isAsked = true;
    try {
      return (this.#is ??= this.#work());
    } finally {
      this.#isAsked = false;
    }
  }
}

export interface ObjectField {
  readonly name: string;
  readonly type: Type;
  /** What it would be by its schema alone, where the workflow that returns it has asked for less. */
  readonly documented?: Type | undefined;
  readonly optional: boolean;
  readonly description: string | undefined;
  readonly format?: string | undefined;
  /** What its values have to keep to beside their type, in words. */
  readonly limits?: string | undefined;
  /** What holds when the field is not given, as text for a reader. */
  readonly default?: string | undefined;
  readonly deprecated?: boolean | undefined;
}

export const string: Type = { kind: "string" };
export const number: Type = { kind: "number" };
export const boolean: Type = { kind: "boolean" };
export const unknown: Type = { kind: "unknown" };
export const blob: Type = { kind: "blob" };
/** What no value is of. */
export const never: Type = { kind: "union", members: [] };
export const nothing: Type = { kind: "null" };
export const absent: Type = { kind: "undefined" };
const openString: Type = { kind: "openString" };

/** A literal type for each value; `undefined` where one of them has no literal type (objects, arrays). */
export function literals(values: readonly unknown[]): Type | undefined {
  const members: Type[] = [];
  for (const value of values) {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
    members.push({ kind: "literal", value });
  }
  return union(members);
}

/** The union of literals that also takes any other text. */
export function openEnum(type: Type): Type {
  return union([...membersOf(type), openString]);
}

/** A union without repetition; of one member, that member. */
export function union(members: readonly Type[]): Type {
  const different = new Map<string, Type>();
  for (const member of members.flatMap(membersOf)) {
    if (member.kind === "unknown") return member;
    const key = keyOf(member);
    if (!different.has(key)) different.set(key, member);
  }
  const flat = [...different.values()];
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind: "union", members: flat };
}

/** The members of a union, or the type itself. A named type stays whole. */
export function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}

/** What a type stands for, names looked through at every level of its union. */
export function expanded(type: Type): Type {
  if (type.kind === "named") return expanded(type.is);
  return type.kind === "union" ? union(type.members.map(expanded)) : type;
}

/** The type without `null` and `undefined`. */
export function present(type: Type): Type {
  const kept = membersOf(type).filter((member) => member.kind !== "null" && member.kind !== "undefined");
  return kept.length === membersOf(type).length ? type : union(kept);
}

export function allows(type: Type, kind: "null" | "undefined"): boolean {
  return membersOf(expanded(type)).some((member) => member.kind === kind || member.kind === "unknown");
}

/** The type of a value that may be left out. */
export function optionalType(type: Type): Type {
  return union([...membersOf(type).filter((member) => member.kind !== "undefined"), absent]);
}

/** The texts that a type lists, `undefined` where it takes others too. */
export function listedValues(type: Type): readonly (string | number | boolean)[] | undefined {
  const values: (string | number | boolean)[] = [];
  for (const member of membersOf(present(expanded(type)))) {
    if (member.kind === "openString") continue;
    if (member.kind !== "literal") return undefined;
    values.push(member.value);
  }
  return values;
}

export function sameType(a: Type, b: Type): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

const keys = new WeakMap<Type, string>();

/** A text that two types share where they are the same. A named type is its name. */
export function keyOf(type: Type): string {
  const known = keys.get(type);
  if (known !== undefined) return known;
  const key = JSON.stringify(type, (name, value: unknown) => (explaining.has(name) ? undefined : value));
  keys.set(type, key);
  return key;
}

/** What tells about a field and makes no other type of it. */
const explaining: ReadonlySet<string> = new Set([
  "description",
  "default",
  "deprecated",
  "documented",
  "format",
  "limits",
]);
