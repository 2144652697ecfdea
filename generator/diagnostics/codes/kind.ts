/** How much a finding weighs: an `error` stops the run before anything is written. */
export type Severity = "error" | "warning" | "note";

/** What is said of every finding of one kind. */
export interface Kind<C extends string = string> {
  readonly code: C;
  readonly severity: Severity;
  /** What is wrong, and what it would do at run time. */
  readonly meaning: string;
  /** A part of a document that such a finding is about. */
  readonly example: string;
  /** What is said of the example, unless its parser says it. */
  readonly message?: string | undefined;
  /** What to do about it. */
  readonly wayOut: string;
  /** `true` where `--strict` makes an error of it. */
  readonly strict?: true;
}

/** The text of one finding. */
export interface Wording<C extends string = string> {
  readonly kind: Kind<C>;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** A way out that can be followed as it stands. */
  readonly hint: string | undefined;
}

type Say<C extends string> = (message: string, hint?: string) => Wording<C>;

interface KindEntry<C extends string, W> extends Kind<C> {
  readonly found: (say: Say<C>, wayOut: string) => W;
  readonly shown?: (words: W) => Wording<C>;
}

/**
 * An entry of the catalogue: one function for each wording of the finding, which takes names, texts and numbers, beside
 * what is said of all of them (`kind`).
 * @param entry `found` makes these functions, or the one where there is only one wording; it is given `wayOut`, which may
 * be the hint; `shown` words the example
 */
export function kind<C extends string, W extends object>({
  found,
  shown,
  ...entry
}: KindEntry<C, W>): W & { readonly kind: Kind<C> } {
  const words = found((message, hint) => ({ kind: entry, message, hint }), entry.wayOut);
  // The words hold the same object, so that kinds can be compared.
  return Object.assign(words, { kind: Object.assign(entry, { message: shown?.(words).message }) });
}

/** The kinds in a group of the catalogue. */
export function kindsIn<C extends string>(
  group: Readonly<Record<string, { readonly kind: Kind<C> }>>,
): readonly Kind<C>[] {
  return Object.values(group).map((entry) => entry.kind);
}
