import { deepFields } from "./deep.js";
import { encodeForm, fieldText } from "./form.js";

/**
 * How a query parameter is written, where that is not as in a form.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export interface QueryStyle {
  /** @default "form" */
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** Whether each item or member becomes a parameter of its own. @default whether the style is `form` */
  readonly explode?: boolean;
  /** Whether reserved characters are sent as they are; all but `#` and `&`, which would end the value. @default false */
  readonly allowReserved?: boolean;
}

/** Writes queries; those of their parameters that are named here in the given style, all others as in a form. */
export function styledQuery(styles: Readonly<Record<string, QueryStyle>>): (query: object) => string {
  return (query) =>
    Object.entries(query)
      .map(([name, value]) => {
        const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
        return style === undefined ? encodeForm({ [name]: value }) : encodeStyled(name, value, style);
      })
      .filter((text) => text !== "")
      .join("&");
}

/**
 * Writes one value as the whole query: a text, which is the query already, or the fields of a form; or, if that is the
 * media type, any value as JSON.
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-object
 */
export function wholeQuery(value: unknown, mediaType?: "application/json"): () => string {
  return () => {
    if (value === undefined || value === null) return "";
    if (mediaType !== undefined) return encodeURIComponent(JSON.stringify(value));
    return typeof value === "object" ? encodeForm(value) : reserved(String(value), /[#]/g);
  };
}

function encodeStyled(name: string, value: unknown, given: QueryStyle): string {
  if (value === undefined || value === null) return "";
  const { style = "form", explode = style === "form", allowReserved } = given;
  const encode = (item: unknown): string =>
    allowReserved ? reserved(fieldText(item), /[#&]/g) : encodeURIComponent(fieldText(item));
  const key = encodeURIComponent(name);
  if (typeof value !== "object" || value instanceof Date) return `${key}=${encode(value)}`;
  if (style === "deepObject") {
    return deepFields(name, value)
      .map(([field, item]) => `${encodeURIComponent(field)}=${encode(item)}`)
      .join("&");
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  const isList = Array.isArray(value);
  if (explode) {
    return entries.map(([inner, item]) => `${isList ? key : encodeURIComponent(inner)}=${encode(item)}`).join("&");
  }
  const parts = entries.flatMap(([inner, item]) =>
    isList ? [encode(item)] : [encodeURIComponent(inner), encode(item)],
  );
  return parts.length === 0 ? "" : `${key}=${parts.join(delimiters[style])}`;
}

const delimiters = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" } as const;

/** The text with nothing encoded that may stand in a query, and with `%20` and the like as they are. */
function reserved(text: string, others: RegExp): string {
  const kept = encodeURI(text).replace(/%25([0-9A-F]{2})/gi, "%$1");
  return kept.replaceAll("%5B", "[").replaceAll("%5D", "]").replace(others, encodeURIComponent);
}
