/** The variable that holds the tokens: `HOST=TOKEN`, several of them with spaces between. */
export const tokensVariable = "TWILIO_WORKFLOWS_TOKENS";

/** What tells private hosts who asks, by their names; with a port where it is not that of https. */
export type Tokens = ReadonlyMap<string, string>;

/**
 * Reads the tokens of the environment.
 * @returns `undefined` where the text is none; nobody is shown it
 */
export function readTokens(text: string | undefined): Tokens | undefined {
  const entries = (text ?? "").split(/\s+/).filter((entry) => entry !== "");
  const pairs = entries.map((entry) => /^([\w.-]+(?::\d+)?)=([\x21-\x7e]+)$/.exec(entry));
  if (pairs.some((pair) => pair === null)) return undefined;
  return new Map(pairs.map((pair) => [pair?.[1]?.toLowerCase() ?? "", pair?.[2] ?? ""]));
}
