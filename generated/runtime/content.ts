// Written by twilio-workflows: change the documents and generate again.
import { toBase64 } from "./base64.js";
import { encodeBody } from "./body.js";
import { encodeMultipart } from "./multipart.js";

/** A body as a call carries it, which crosses the runner as JSON. */
export interface Content {
  readonly body: string;
  /** `base64` where the body is bytes that are no text. */
  readonly encoding?: "base64" | undefined;
  /** The media type, where encoding has added to it. */
  readonly mediaType?: string | undefined;
}

/** Writes a body as its media type wants it. A `Blob` is sent as it is. */
export async function contentOf(body: unknown, mediaType: string): Promise<Content> {
  if (body instanceof Blob) return carried(new Uint8Array(await body.arrayBuffer()));
  if (/^multipart\/form-data\s*(;|$)/i.test(mediaType.trim()) && isFields(body)) {
    const { bytes, boundary } = await encodeMultipart(body);
    return { ...carried(bytes), mediaType: `multipart/form-data; boundary=${boundary}` };
  }
  return { body: encodeBody(body, mediaType) };
}

function isFields(body: unknown): body is object {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** As text where the bytes are text, so that it can be read wherever the call goes. */
function carried(bytes: Uint8Array): Content {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { body: toBase64(bytes), encoding: "base64" };
  }
}
