import { bytesToBase64 } from "../runtime/encoding/base64.js";
import { mediaTypeOf, type Received, textOf } from "./received.js";
import { spellingsOf } from "./url-spellings.js";

/** The header in which Twilio signs what it sends. */
export const SIGNATURE = "x-twilio-signature";

const utf8 = new TextEncoder();

/**
 * Whether Twilio signed what was received with one of these auth tokens: over the URL and the fields of a form, or over
 * a URL whose `bodySHA256` is the digest of the body. Takes the same time whatever the signature is.
 *
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export async function isSignedByTwilio(received: Received, authTokens: readonly string[]): Promise<boolean> {
  const { url, header, body } = received;
  const given = header(SIGNATURE);
  if (given === undefined || !URL.canParse(url)) return false;
  const digest = new URL(url).searchParams.get("bodySHA256");
  const signsBody = url.includes("bodySHA256");
  if (signsBody && !isSame(digest ?? "", await sha256(body))) return false;
  // Of JSON, nothing else would be signed.
  if (!signsBody && mediaTypeOf(header) === "application/json") return false;
  const fields = signsBody || received.method === "GET" ? "" : signedFields(textOf(body));
  const spellings = spellingsOf(url);
  for (const token of authTokens) {
    const key = await crypto.subtle.importKey("raw", utf8.encode(token), HMAC, false, ["sign"]);
    for (const spelling of spellings) {
      if (isSame(given, await sign(key, spelling + fields))) return true;
    }
  }
  return false;
}

/** The signature that Twilio gives what it sends. */
export async function twilioSignature(authToken: string, url: string, form = ""): Promise<string> {
  const key = await crypto.subtle.importKey("raw", utf8.encode(authToken), HMAC, false, ["sign"]);
  return sign(key, url + signedFields(form));
}

const HMAC = { name: "HMAC", hash: "SHA-1" };

async function sign(key: CryptoKey, text: string): Promise<string> {
  return bytesToBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8.encode(text))));
}

/** The fields of a form as Twilio signs them: names and values in their order, a value that is there twice once. */
function signedFields(form: string): string {
  const fields = new URLSearchParams(form);
  const names = [...new Set(fields.keys())].sort();
  return names.flatMap((name) => [...new Set(fields.getAll(name))].sort().map((value) => name + value)).join("");
}

async function sha256(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares in a time that tells nothing but the lengths, of which there is no secret. */
function isSame(one: string, other: string): boolean {
  let differences = one.length ^ other.length;
  for (let at = 0; at < other.length; at += 1) differences |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differences === 0;
}
