// Written by twilio-workflows with each run: what is changed here is lost.
/** The start of a text from outside, on one line and without control characters: fit for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** What a thrown value says, with its cause: `fetch failed` alone helps nobody. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message || codeOf(error)}` : error.message;
}

/** The `code` of a system error, such as ECONNREFUSED, wherever the platform puts it. */
export function codeOf(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : undefined;
}

/** The own fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A URL as logs may have it: its query may hold what they may not. */
export function withoutQuery(url: string): string {
  return url.replace(/\?.*/s, "");
}
