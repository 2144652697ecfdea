import { plainHeaders } from "../answers/response.js";

/** What has come of an answer. */
export interface Incoming {
  status: number;
  headers: Record<string, string>;
  body: string;
  encoding?: "base64";
}

/** Thrown for an answer that is larger than it may be. */
export class TooLarge extends Error {}

/** Fills in an answer as it comes, so that what came is known even if the rest never does. */
export async function receive(
  coming: Promise<Response>,
  limit: number,
  incoming: Incoming,
  wantsBytes: boolean,
): Promise<void> {
  const response = await coming;
  incoming.status = response.status;
  incoming.headers = plainHeaders(response.headers);
  const reader = response.body?.getReader();
  const isFile = wantsBytes && response.ok;
  const decoder = isFile ? undefined : decoderFor(response.headers.get("content-type") ?? "");
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    incoming.body += decoder ? decoder.decode(value, { stream: true }) : charactersOf(value);
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw new TooLarge(`the answer is larger than ${limit} bytes`);
    }
  }
  if (decoder) incoming.body += decoder.decode();
  else Object.assign(incoming, { body: btoa(incoming.body), encoding: "base64" });
}

/** A character for each byte, as `btoa` takes them. */
function charactersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Text is in the character set that it says, if that is known here; all else, and JSON whatever it says, in UTF-8. */
function decoderFor(mediaType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mediaType)?.[1];
  if (charset === undefined || /^[^;]*[/+]json\b/i.test(mediaType)) return new TextDecoder();
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
