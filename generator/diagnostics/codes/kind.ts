/** How much a finding weighs: an `error` stops the run before anything is written. */
export type Severity = "error" | "warning" | "note";

/** What is said of every finding of one kind. */
export interface Kind<C extends string = string> extends About {
  readonly code: C;
  readonly severity: Severity;
  /** What is said of the example, unless its parser says it. */
  readonly message?: string | undefined;
}

interface About {
  /** What is wrong, and what it would do at run time. */
  readonly meaning: string;
  /** A part of a document that such a finding is about. */
  readonly example: string;
  /** What to do about it. */
  readonly wayOut: string;
  /** `true` where `--strict` makes an error of it. */
  readonly strict?: true;
  /** What is assumed where the meaning is plain, which makes a warning of an error, unless with `--strict`. */
  readonly assumed?: string;
}

/** The text of one finding. */
export interface Wording<C extends string = string> {
  readonly kind: Kind<C>;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** A way out that can be followed as it stands. */
  readonly hint: string | undefined;
}

/** A message, or a message and a hint. */
export type Text = string | readonly [message: string, hint: string | undefined];

type Words = (...about: never[]) => Text;
type WordsByName = Readonly<Record<string, Words>>;

/** An entry of the catalogue: what is said of all findings of a kind, and what is said of one. */
interface Entry<F> extends About {
  /**
   * Words a finding: one function, or one for each thing that can be wrong; they take names, texts and numbers.
   * Where there is only one, its hint is `wayOut` if it gives none.
   */
  readonly found: F;
  /** Words the example. */
  readonly shown?: (found: F) => Text;
}

type Worded<C extends string, W> = W extends (...about: infer A) => Text ? (...about: A) => Wording<C> : never;

/** The words of an entry as functions that give findings, and what is said of all of them. */
type Found<C extends string, F> = { readonly kind: Kind<C> } & (F extends Words
  ? Worded<C, F>
  : { readonly [K in keyof F]: Worded<C, F[K]> });

/** Makes an entry of the severity. */
type EntryOf = <C extends string, F extends Words | WordsByName>(code: C, entry: Entry<F>) => Found<C, F>;

function entryOf(severity: Severity): EntryOf;
function entryOf(severity: Severity) {
  return (code: string, { found, shown, ...said }: Entry<Words | WordsByName>) => {
    const example = shown?.(found);
    const kind: Kind = { code, severity, ...said, message: typeof example === "object" ? example[0] : example };
    const worded =
      (words: Words, wayOut?: string) =>
      (...about: never[]): Wording => {
        const text = words(...about);
        const [message, hint] = typeof text === "string" ? [text, wayOut] : text;
        return { kind, message, hint };
      };
    if (typeof found === "function") return Object.assign(worded(found, said.wayOut), { kind });
    return { ...Object.fromEntries(Object.entries(found).map(([name, words]) => [name, worded(words)])), kind };
  };
}

export const error = entryOf("error");
export const warning = entryOf("warning");
export const note = entryOf("note");

/** The kinds in a group of the catalogue. */
export function kindsIn<C extends string>(
  group: Readonly<Record<string, { readonly kind: Kind<C> }>>,
): readonly Kind<C>[] {
  return Object.values(group).map((entry) => entry.kind);
}
