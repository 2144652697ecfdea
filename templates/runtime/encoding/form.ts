/**
 * Encodes fields as `application/x-www-form-urlencoded`; queries follow the same rules.
 *
 * An array repeats its key. `undefined`, `null` and empty arrays are left out; the empty string is sent. A `Date`
 * becomes `YYYY-MM-DDTHH:mm:ssZ`, any other object JSON text. A space is `%20`.
 */
export function encodeForm(fields: object): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => encodeField(name, item)))
    .filter((field) => field !== undefined)
    .join("&");
}

function encodeField(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  try {
    return `${encodeURIComponent(name)}=${encodeURIComponent(fieldText(value))}`;
  } catch (cause) {
    throw new TypeError(`the field ${name} cannot be sent`, { cause });
  }
}

/** A value as the text of a field. */
export function fieldText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, "Z");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
