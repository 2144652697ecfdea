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

/** @see https://spec.openapis.org/overlay/v1.0.0.html#action-object */
export interface FixAction {
  /** A JSONPath that selects one object. */
  readonly target: string;
  readonly description: string;
  readonly update: Readonly<Record<string, unknown>>;
}
