/** Overlay actions after which a finding is gone. The document itself is not touched. */
export interface Fix {
  /** Absolute path of the document that the actions are for. */
  readonly file: string;
  /** The same as it is shown. */
  readonly path: string;
  readonly actions: readonly FixAction[];
  /** The actions as entries of a YAML list, to be pasted into an overlay. */
  readonly text: string;
}

/** What is merged into an object, or that something is removed. @see https://spec.openapis.org/overlay/v1.0.0.html#action-object */
export interface FixAction {
  /** A JSONPath that selects one value. */
  readonly target: string;
  readonly description: string;
  readonly update?: Readonly<Record<string, unknown>>;
  readonly remove?: true;
}

/**
 * The actions of fixes, each once. Those of a fix that takes something away are one: what was put in its place may have
 * to be taken away again.
 */
export function distinctActions(fixes: readonly Fix[]): readonly FixAction[] {
  const known = new Set<string>();
  return fixes.flatMap((fix) =>
    wholesOf(fix).flatMap((whole) => {
      const identity = identityOf(whole);
      return known.has(identity) || !known.add(identity) ? [] : whole;
    }),
  );
}

/** The actions of a fix, in the order in which they are to be made: those that have to be made together, or one. */
export function wholesOf({ actions }: Fix): readonly (readonly FixAction[])[] {
  return actions.some(({ remove }) => remove) ? [actions] : actions.map((action) => [action]);
}

/** What tells actions apart: those that do the same to the same places are one. */
export function identityOf(whole: readonly FixAction[]): string {
  return JSON.stringify(whole.map(({ target, update, remove }) => [target, update, remove ?? false]));
}

/** What some actions of a fix take away. */
export function removedBy({ file }: Fix, actions: readonly FixAction[]): readonly string[] {
  return actions.filter(({ remove }) => remove).map(({ target }) => `${file} ${target}`);
}
