import * as z from "zod";
import { entries, fields } from "../../documents/shape.js";

/** What a schema of these fields yields; extensions are there too, but have no type. */
export type Fields<S extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<S, z.core.$strict>>>;

/** Reports that a rule of the specification is broken, at `path` below the object. */
export type Report = (path: readonly (string | number)[], message: string, details?: ReportDetails) => void;

export interface ReportDetails {
  readonly hint?: string;
  /** Whether the name of the field is at fault or what it holds; by default the latter. */
  readonly part?: "key" | "value";
  /** Fields that are missing by this rule: where one of them is misspelt, that alone is reported. */
  readonly missing?: readonly string[];
  /** The field says nothing where it stands. */
  readonly isIdle?: true;
}

/**
 * An object of the specification: its fields, extensions, and the rules that connect its fields. The rules are asked
 * once each field for itself is in order.
 */
export function object<S extends z.ZodRawShape>(
  shape: S,
  rules: (value: Fields<S>, report: Report) => void = () => undefined,
): z.ZodType<Fields<S>> {
  const plain: z.ZodType<Fields<S>> = fields(shape);
  return plain.superRefine((value, context) => {
    rules(value, (path, message, details) => {
      context.addIssue({ code: "custom", message, path: [...path], params: { ...details } });
    });
  });
}

/** How many entries a list or a map may have: far more than anybody writes, and few enough for all that walks them. */
const mostEntries = 1_000;

const tooMany = `more than ${mostEntries.toLocaleString("en-US")} entries are not compiled`;

/** A list of the specification, of `least` entries or more. */
export function list<T extends z.ZodType>(item: T, least = 0): z.ZodReadonly<z.ZodArray<T>> {
  const few = z.array(item).min(least);
  return few.refine(({ length }) => length <= mostEntries, tooMany).readonly();
}

/** Text that names or says something. */
export const text: z.ZodString = z.string().min(1);

/** What the specification says of the names of outputs and components. */
export const plainKeys = "a name here consists of letters, digits, `.`, `-` and `_`";

/** Whether a name is of the kind that the specification prescribes for outputs and components. */
export function isPlainKey(name: string): boolean {
  return /^[a-zA-Z0-9.\-_]+$/.test(name);
}

/** A map with any keys. */
export function mapOfAny<V extends z.ZodType>(value: V): z.ZodType<Readonly<Record<string, z.output<V>>>> {
  return entries(value).refine((given) => Object.keys(given).length <= mostEntries, tooMany);
}

/** A map whose keys are of the kind that the specification prescribes for outputs and components. */
export function map<V extends z.ZodType>(value: V): z.ZodType<Readonly<Record<string, z.output<V>>>> {
  return mapOfAny(value).superRefine((given, context) => {
    for (const key of Object.keys(given).filter((name) => !isPlainKey(name))) {
      context.addIssue({ code: "custom", message: plainKeys, path: [key], params: { part: "key" } });
    }
  });
}

/**
 * Of two kinds of object the one that the value claims to be, so that what is wrong with it is said of that kind alone.
 */
export function either<A, B>(
  isFirst: (value: unknown) => boolean,
  first: z.ZodType<A>,
  other: z.ZodType<B>,
): z.ZodType<A | B> {
  return z.unknown().transform((value, context): A | B => {
    const result = isFirst(value) ? first.safeParse(value) : other.safeParse(value);
    if (result.success) return result.data;
    context.issues.push({ code: "invalid_union", errors: [result.error.issues], input: value });
    return z.NEVER;
  });
}

/** An object of a kind, or else something plain. */
export function objectOr<A, B>(kind: z.ZodType<A>, plain: z.ZodType<B>): z.ZodType<A | B> {
  return either((given) => typeof given === "object" && given !== null, kind, plain);
}

/** Any value, which has to be there; `null` is one. */
export const value: z.ZodUnknown = z.unknown().refine((given) => given !== undefined, "`value` is missing");
