import type { Answer, Call } from "../answers/call.js";
import { toBase64 } from "../encoding/base64.js";

/** Takes the secrets out of an answer: those that every request is made with, and that of one `Authorization` header. */
export type Hide = (answer: Answer, header?: string) => Answer;

/** What is shorter would be found in much that is no secret. */
const SHORTEST = 8;

const utf8: TextEncoder = new TextEncoder();

/**
 * Puts `***` wherever an answer repeats the secret of a user: as it is, percent-encoded or escaped for JSON, however
 * often, and in base64, with its user and without. What holds no secret stays as it is to the letter.
 */
export function hider(user: string, secret: string): Hide {
  const own = patternsOf([secret, toBase64(secret), toBase64(`${user}:${secret}`)]);
  return (answer, header = "") => cleaned(answer, [...own, ...patternsOf([header.replace(/^\S+ /, "")])]);
}

/** Takes out of an answer the secrets that the request itself brought along: its credentials and cookies. */
export function withoutOwn(answer: Answer, { headers, url, secrets = [] }: Carrying): Answer {
  const { authorization = "", cookie = "" } = headers;
  const query = new URLSearchParams(/\?(.*)/s.exec(url)?.[1]);
  const named = secrets.flatMap((name) => [headers[name.toLowerCase()] ?? "", ...query.getAll(name)]);
  const cookies = cookie.split("; ").map((pair) => pair.replace(/^[^=]*=/, ""));
  const decoded: string[] = [];
  new URLSearchParams(cookie.replaceAll("; ", "&")).forEach((value) => decoded.push(value));
  return cleaned(answer, patternsOf([authorization.replace(/^\S+ +/, ""), ...named, ...cookies, ...decoded]));
}

type Carrying = Pick<Call, "headers" | "url" | "secrets">;

function cleaned({ status, headers, body, encoding, failure }: Answer, patterns: readonly RegExp[]): Answer {
  const clean = (text: string): string => patterns.reduce((cleaner, pattern) => cleaner.replace(pattern, "***"), text);
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)])),
    body: encoding ? btoa(clean(atob(body))) : clean(body),
    ...(encoding && { encoding }),
    ...(failure && { failure: { ...failure, message: clean(failure.message) } }),
  };
}

function patternsOf(secrets: readonly string[]): readonly RegExp[] {
  return secrets.filter((secret) => secret.length >= SHORTEST).map((secret) => new RegExp(patternOf(secret), "g"));
}

function patternOf(secret: string): string {
  // The end of base64 may be left out.
  const characters = [...secret.replace(/=+$/, "")];
  return characters.map((character) => (/\w/.test(character) ? character : spellings(character))).join("");
}

/** Every way in which a character is written that is no letter or digit. */
function spellings(character: string): string {
  const bytes = [...utf8.encode(character)].map((byte) => `%(?:25)*${anyCase(byte.toString(16).padStart(2, "0"))}`);
  const units = character.split("").map((unit) => `\\\\+u${anyCase(unit.charCodeAt(0).toString(16).padStart(4, "0"))}`);
  const plain = character === "\\" ? "\\\\+" : `\\\\*${character.replace(/[^\p{L}]/u, "\\$&")}`;
  return `(?:${[plain, bytes.join(""), units.join(""), ...(character === " " ? ["\\+"] : [])].join("|")})`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
