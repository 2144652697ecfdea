import { isObject } from "../options/option-rules.js";

/** What clients send along, by names in lower case. */
type Texts = Readonly<Record<string, string>>;

/** Headers for all requests, and those for single sources by their names. */
export interface AddedHeaders {
  readonly all: Texts;
  readonly bySource: ReadonlyMap<string, Texts>;
}

/** Those of a client with those of an option added, which go before them. */
export function withHeaders(
  { all, bySource }: AddedHeaders = { all: {}, bySource: new Map() },
  given: object = {},
): AddedHeaders {
  const texts: [string, string][] = [];
  const sources = new Map(bySource);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "string") texts.push([name.toLowerCase(), value]);
    else if (isObject(value)) sources.set(name, { ...bySource.get(name), ...withHeaders(undefined, value).all });
  }
  return { all: { ...all, ...Object.fromEntries(texts) }, bySource: sources };
}

/** The headers for a request to a source. */
export function headersFor(source: string | undefined, added: AddedHeaders | undefined): Texts {
  return { ...added?.all, ...(source === undefined ? undefined : added?.bySource.get(source)) };
}

/** Whether what a header holds is a secret, by its name. */
export function isSecret(name: string): boolean {
  return /auth|cookie|credential|jwt|key|pass|secret|session|signature|token/i.test(name);
}
