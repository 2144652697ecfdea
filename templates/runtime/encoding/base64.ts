const utf8: TextEncoder = new TextEncoder();

/** Text as base64, in which its letters are UTF-8. */
export function toBase64(text: string): string {
  return bytesToBase64(utf8.encode(text));
}

/** Few enough to be the arguments of one call. */
const CHUNK = 8_192;

export function bytesToBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}
