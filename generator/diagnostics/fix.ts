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

/** What tells actions apart: two that do the same to the same place are one. */
export function identityOf({ target, update, remove }: Pick<FixAction, "target" | "update" | "remove">): string {
  return JSON.stringify([target, update, remove ?? false]);
}
