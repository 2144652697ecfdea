/** A field's name and its value. */
export type FormField = readonly [name: string, value: string];

export const FORM = "application/x-www-form-urlencoded";

export function isForm(contentType: string | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === FORM;
}

/** Decodes a form. Where browsers shrug, at a pair without `=` or a stray `%`, it gives `undefined`. */
export function decodeForm(text: string): FormField[] | undefined {
  try {
    return text === "" ? [] : text.split("&").map(decodePair);
  } catch {
    return undefined;
  }
}

function decodePair(pair: string): FormField {
  const at = pair.indexOf("=");
  if (at < 1) throw new URIError(`"${pair}" is no name=value`);
  return [decodeText(pair.slice(0, at)), decodeText(pair.slice(at + 1))];
}

function decodeText(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/**
 * Reads the texts of a form as what their schemas say they are. What cannot be read so stays as it is, and a repeated
 * field without an array schema becomes an array: both for the validation to complain about.
 */
export function readForm(
  form: readonly FormField[],
  schemas: Readonly<Record<string, object>>,
): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of form) texts.set(name, [...(texts.get(name) ?? []), text]);
  return Object.fromEntries([...texts].map(([name, values]) => [name, readField(values, schemas[name] ?? {})]));
}

function readField(texts: readonly string[], schema: object): unknown {
  if (is("array", schema)) {
    const items = "items" in schema && typeof schema.items === "object" && schema.items ? schema.items : {};
    return texts.map((text) => readText(text, items));
  }
  const [text, ...more] = texts;
  return text !== undefined && more.length === 0 ? readText(text, schema) : texts;
}

function readText(text: string, schema: object): unknown {
  if (is("boolean", schema) && /^(true|false)$/.test(text)) return text === "true";
  if ((is("integer", schema) || is("number", schema)) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

/** OpenAPI 3.0 has one type, 3.1 may have a list. */
function is(type: string, schema: object): boolean {
  return "type" in schema && [schema.type].flat().includes(type);
}
