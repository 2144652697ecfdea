/** What a command writes to. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  readonly write: (text: string) => unknown;
  /** Somebody watches, rather than a pipe or a file. */
  readonly isTTY?: boolean;
}
