/** A literal, or what is missing. */
export type Unit = string | number | boolean | null | undefined;

/** What is known of one value: all that it can be, or some of what it cannot. */
export type Known = { readonly only: ReadonlySet<Unit> } | { readonly never: ReadonlySet<Unit> };
