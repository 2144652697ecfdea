import { bytesToBase64 } from "./base64.js";
import { type BodyWriter, type Content, encodeText, mediaTypeOf } from "./body.js";

/** For bodies that may be bytes: a `Blob` is sent as it is, anything else as text. */
export const blobBody: BodyWriter = (body, headers) => async () =>
  body instanceof Blob
    ? carried(new Uint8Array(await body.arrayBuffer()))
    : { body: encodeText(body, mediaTypeOf(headers)) };

/** As text where the bytes are text, so that it can be read wherever the call goes. */
export function carried(bytes: Uint8Array): Content {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { body: bytesToBase64(bytes), encoding: "base64" };
  }
}
