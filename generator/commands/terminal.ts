/** What a command writes to; `process` is one. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where answers are typed. Default: nobody is asked. */
  readonly stdin?: Input;
  /** Variables of the environment. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

export interface Output {
  readonly write: (text: string) => unknown;
  /** Somebody watches, rather than a pipe or a file. */
  readonly isTTY?: boolean;
}

/**
 * Whether colours are wanted there: where somebody watches, unless `NO_COLOR` is set or `TERM` is `dumb`. `FORCE_COLOR`
 * goes before all of that, in both directions, as it does in Node.js.
 */
export function wantsColor({ isTTY = false }: Output, env: Terminal["env"] = {}): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTTY && !env["NO_COLOR"] && !isDumb(env);
}

/** Whether a line that was written can be written anew there. */
export function canRedraw({ isTTY = false }: Output, env: Terminal["env"] = {}): boolean {
  return isTTY && !isDumb(env);
}

function isDumb(env: NonNullable<Terminal["env"]>): boolean {
  return env["TERM"] === "dumb";
}
