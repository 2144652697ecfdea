// Written by twilio-workflows with each run: what is changed here is lost.
const utf8: TextEncoder = new TextEncoder();

/** Text as base64, in which its letters are UTF-8. */
export function toBase64(text: string): string {
  return btoa(String.fromCharCode(...utf8.encode(text)));
}
