import { type BodyWriter, textBody } from "./body.js";
import { type QueryStyle, styledQuery } from "./query-style.js";

/**
 * For forms; those of their fields that are named here are written in the given style, all others as in any form.
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export function styledForm(styles: Readonly<Record<string, QueryStyle>>): BodyWriter {
  const write = styledQuery(styles);
  return (body, headers) => {
    const isFields = typeof body === "object" && body !== null;
    return isFields ? () => ({ body: write(body) }) : textBody(body, headers);
  };
}
