import { deepFields } from "./deep.js";
import { blobBody, carried } from "./blob-body.js";
import { type BodyWriter, mediaTypeOf } from "./body.js";
import { fieldText } from "./form.js";

/**
 * How a part is written, where that is not as its value says.
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export interface PartStyle {
  /** Its media type; that of a file is the file's own, if it has one. */
  readonly type?: string;
  /** What stands between the items of a list, which are one part then. */
  readonly delimiter?: string;
  /** Whether each member of an object becomes a part of its own, `name[key]`. @default false */
  readonly deep?: boolean;
  /** Its further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

type PartStyles = Readonly<Record<string, PartStyle>>;

/** For bodies of several parts; those that are named here are written in the given style. */
export function styledMultipart(styles: PartStyles): BodyWriter {
  return (body, headers) => {
    const isForm = /^multipart\/form-data\s*(;|$)/i.test(mediaTypeOf(headers).trim());
    const isFields = typeof body === "object" && body !== null && !Array.isArray(body) && !(body instanceof Blob);
    if (!isForm || !isFields) return blobBody(body, headers);
    return async () => {
      const { bytes, boundary } = await encodeMultipart(body, styles);
      return { ...carried(bytes), mediaType: `multipart/form-data; boundary=${boundary}` };
    };
  };
}

/** For bodies of several parts. */
export const multipartBody: BodyWriter = styledMultipart({});

interface Part {
  readonly head: string;
  readonly content: Uint8Array;
}

/**
 * Encodes fields as `multipart/form-data`, as browsers do. An array is a part for each item, a `Blob` a file, any other
 * object a part of JSON; `undefined` and `null` are left out. The same fields give the same bytes.
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export async function encodeMultipart(
  fields: object,
  styles: PartStyles = {},
): Promise<{ bytes: Uint8Array; boundary: string }> {
  const given = Object.entries(fields).flatMap(([field, value]) => {
    const style = (Object.hasOwn(styles, field) ? styles[field] : undefined) ?? {};
    return valuesOf(field, value, style).map(([name, item]) => ({ name, item, style }));
  });
  const parts = await Promise.all(given.map(({ name, item, style }) => partOf(name, item, style)));
  const boundary = boundaryOutside(parts);
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ head, content }) => [
    encoder.encode(`--${boundary}\r\n${head}\r\n\r\n`),
    content,
    encoder.encode("\r\n"),
  ]);
  return { bytes: joined([...pieces, encoder.encode(`--${boundary}--\r\n`)]), boundary };
}

/** The names and values of the parts that a field becomes. */
function valuesOf(
  name: string,
  value: unknown,
  { delimiter, deep = false }: PartStyle,
): readonly (readonly [name: string, value: unknown])[] {
  if (deep) return deepFields(name, value);
  const given = [value].flat().filter((item) => item !== undefined && item !== null);
  const isOne = delimiter !== undefined && Array.isArray(value) && given.length > 0;
  return isOne ? [[name, given.map(fieldText).join(delimiter)]] : given.map((item) => [name, item] as const);
}

async function partOf(name: string, item: unknown, style: PartStyle): Promise<Part> {
  const disposition = `Content-Disposition: form-data; name="${quotable(name)}"`;
  const more = Object.entries(style.headers ?? {}).map(([header, text]) => `\r\n${header}: ${text}`);
  if (item instanceof Blob) {
    const file = "name" in item && typeof item.name === "string" ? item.name : "blob";
    const isTyped = item.type !== "" && !/[\r\n]/.test(item.type);
    const type = isTyped ? item.type : (style.type ?? "application/octet-stream");
    const head = `${disposition}; filename="${quotable(file)}"\r\nContent-Type: ${type}${more.join("")}`;
    return { head, content: new Uint8Array(await item.arrayBuffer()) };
  }
  const isJson = typeof item === "object" && !(item instanceof Date);
  const type = style.type ?? (isJson ? "application/json" : undefined);
  const typed = type === undefined ? disposition : `${disposition}\r\nContent-Type: ${type}`;
  return { head: `${typed}${more.join("")}`, content: new TextEncoder().encode(fieldText(item)) };
}

/** What would end the quotes or the line. */
function quotable(text: string): string {
  return text.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
}

/** A line that none of the parts holds. */
function boundaryOutside(parts: readonly Part[]): string {
  const texts = parts.map(({ content }) => new TextDecoder("latin1").decode(content));
  let boundary = "form-boundary";
  for (let count = 2; texts.some((text) => text.includes(boundary)); count++) boundary = `form-boundary-${count}`;
  return boundary;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}
