import { blobBody, carried } from "./blob-body.js";
import { type BodyWriter, mediaTypeOf } from "./body.js";
import { fieldText } from "./form.js";

/** For bodies of several parts. */
export const multipartBody: BodyWriter = (body, headers) => {
  const isForm = /^multipart\/form-data\s*(;|$)/i.test(mediaTypeOf(headers).trim());
  const isFields = typeof body === "object" && body !== null && !Array.isArray(body) && !(body instanceof Blob);
  if (!isForm || !isFields) return blobBody(body, headers);
  return async () => {
    const { bytes, boundary } = await encodeMultipart(body);
    return { ...carried(bytes), mediaType: `multipart/form-data; boundary=${boundary}` };
  };
};

interface Part {
  readonly head: string;
  readonly content: Uint8Array;
}

/**
 * Encodes fields as `multipart/form-data`, as browsers do. An array is a part for each item, a `Blob` a file, any other
 * object a part of JSON; `undefined` and `null` are left out. The same fields give the same bytes.
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export async function encodeMultipart(fields: object): Promise<{ bytes: Uint8Array; boundary: string }> {
  const values = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item: unknown) => ({ name, item })),
  );
  const given = values.filter(({ item }) => item !== undefined && item !== null);
  const parts = await Promise.all(given.map(({ name, item }) => partOf(name, item)));
  const boundary = boundaryOutside(parts);
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ head, content }) => [
    encoder.encode(`--${boundary}\r\n${head}\r\n\r\n`),
    content,
    encoder.encode("\r\n"),
  ]);
  return { bytes: joined([...pieces, encoder.encode(`--${boundary}--\r\n`)]), boundary };
}

async function partOf(name: string, item: unknown): Promise<Part> {
  const disposition = `Content-Disposition: form-data; name="${quotable(name)}"`;
  if (item instanceof Blob) {
    const file = "name" in item && typeof item.name === "string" ? item.name : "blob";
    const type = /[\r\n]/.test(item.type) || item.type === "" ? "application/octet-stream" : item.type;
    const head = `${disposition}; filename="${quotable(file)}"\r\nContent-Type: ${type}`;
    return { head, content: new Uint8Array(await item.arrayBuffer()) };
  }
  const isJson = typeof item === "object" && !(item instanceof Date);
  const head = isJson ? `${disposition}\r\nContent-Type: application/json` : disposition;
  return { head, content: new TextEncoder().encode(fieldText(item)) };
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
