// Written by twilio-workflows with each run: what is changed here is lost.
import { fieldText } from "./form.js";

/**
 * The value of the `Cookie` header. The values of a list are joined by commas; what is `undefined` or `null` is left out.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function encodeCookies(values: object): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]: [string, unknown]) => `${encodeURIComponent(name)}=${cookieText(value)}`)
    .join("; ");
}

function cookieText(value: unknown): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => encodeURIComponent(fieldText(item))).join(",");
}
