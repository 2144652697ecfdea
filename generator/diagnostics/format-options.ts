/** How findings are to be shown, beside the format. */
export interface FormatOptions {
  /** Whether the reader is a terminal with colours; counts for `pretty` only. */
  readonly color: boolean;
  /**
   * Whether findings of the same kind and cause are shown as one, and notes without their lines; counts for `pretty`
   * only. Default: `false`.
   */
  readonly brief?: boolean;
  /** The version of this program; counts for `sarif` only. Default: none. */
  readonly version?: string;
}
