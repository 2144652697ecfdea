import type { Answer, Call } from "../answers/call.js";
import { toBase64 } from "../encoding/base64.js";
import { excerpt } from "../errors/text.js";

/** Takes the secrets out of an answer: those that every request is made with, and that of one `Authorization` header. */
export type Hide = (answer: Answer, header?: string) => Answer;

/** What is shorter would be found in much that is no secret. */
const SHORTEST = 8;

const utf8: TextEncoder = new TextEncoder();

/**
 * Puts `***` wherever an answer repeats the secret of a user: as it is, percent-encoded or escaped for JSON or HTML, however
 * often, and in base64, with its user and without. What holds no secret stays as it is to the letter.
 */
export function hider(user: string, secret: string): Hide {
  const own = patternsOf([secret, toBase64(secret), toBase64(`${user}:${secret}`)]);
  const patternsWith = latest((header) => [...own, ...patternsOf([header.replace(/^\S+ /, "")])]);
  return (answer, header = "") => cleaned(answer, patternsWith(header));
}

/** Does the same, but keeps what came of the latest text: one client signs most requests alike. */
function latest<T>(make: (text: string) => T): (text: string) => T {
  let kept: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (kept?.text !== text) kept = { text, made: make(text) };
    return kept.made;
  };
}

/** Takes out of an answer the secrets that the request itself brought along: its credentials and cookies. */
export function withoutOwn(answer: Answer, { headers, url, secrets = [] }: Carrying): Answer {
  const { authorization = "", cookie = "" } = headers;
  const carried = new Map<string, string[]>();
  const query = new URLSearchParams(secrets.length === 0 ? "" : /\?(.*)/s.exec(url)?.[1]);
  for (const name of secrets) carried.set(escaped(name), [headers[name.toLowerCase()] ?? "", ...query.getAll(name)]);
  for (const [, name = "", value = ""] of cookie.matchAll(/([^=; ]*)=([^;]*)/g)) {
    carried.set(escaped(name), [
      ...(carried.get(escaped(name)) ?? []),
      value,
      ...new URLSearchParams(`=${value.replaceAll("&", "%26")}`).getAll(""),
    ]);
  }
  const patterns = [...carried].flatMap(([name, values]) => patternsOf(values, name));
  return cleaned(answer, [...patternsOfAuthorization(authorization), ...patterns]);
}

const patternsOfAuthorization = latest((authorization) => {
  const [, scheme = "authorization", token = authorization] = /^(\S+) +(.*)$/s.exec(authorization) ?? [];
  return patternsOf([token], `authorization|${escaped(scheme)}`);
});

type Carrying = Pick<Call, "headers" | "url" | "secrets">;

/**
 * A good answer as it came, since later steps may send what it holds, and beside it what may be shown of it, if it
 * repeats secrets; any other answer without them.
 */
export function withShown(answer: Answer, clean: Answer): Answer {
  if (clean === answer || answer.failure || answer.status < 200 || answer.status > 299) return clean;
  const isSame = clean.body === answer.body && JSON.stringify(clean.headers) === JSON.stringify(answer.headers);
  return isSame ? answer : { ...answer, shown: { headers: clean.headers, body: excerpt(clean.body) } };
}

function cleaned(answer: Answer, patterns: readonly RegExp[]): Answer {
  const { status, headers, body, encoding, failure } = answer;
  const all = [...Object.values(headers), encoding ? atob(body) : body, failure?.message].join("\n");
  if (!patterns.some((pattern) => all.search(pattern) !== -1)) return answer;
  const clean = (text: string): string => patterns.reduce((cleaner, each) => cleaner.replace(each, "$1***"), text);
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)])),
    body: encoding ? btoa(clean(atob(body))) : clean(body),
    ...(encoding && { encoding }),
    ...(failure && { failure: { ...failure, message: clean(failure.message) } }),
  };
}

/**
 * What is too short to be looked for anywhere is found behind the name that it is carried under.
 * @param name A pattern; of secrets without, none that is short is found
 */
function patternsOf(secrets: readonly string[], name?: string): readonly RegExp[] {
  return secrets.flatMap((secret) => {
    if (secret.length >= SHORTEST) return new RegExp(`()${patternOf(secret)}`, "g");
    if (secret === "" || name === undefined) return [];
    return new RegExp(`((?:${name})\\W{1,9})${patternOf(secret)}(?!\\w)`, "gi");
  });
}

function escaped(name: string): string {
  return name.replace(/\W/g, "\\$&");
}

function patternOf(secret: string): string {
  // The end of base64 may be left out.
  const characters = [...secret.replace(/=+$/, "")];
  return characters.map((character) => (/\w/.test(character) ? character : spellings(character))).join("");
}

/** What has a name in HTML, as one more way to go on behind `&`. */
const ENTITIES: Readonly<Record<string, string>> = { "&": "|amp", "<": "|lt", ">": "|gt", '"': "|quot", "'": "|apos" };

/** Every way in which a character is written that is no letter or digit. */
function spellings(character: string): string {
  const bytes = [...utf8.encode(character)].map((byte) => `%(?:25)*${anyCase(byte.toString(16).padStart(2, "0"))}`);
  const units = character.split("").map((unit) => `\\\\+u${anyCase(unit.charCodeAt(0).toString(16).padStart(4, "0"))}`);
  const code = Number(character.codePointAt(0));
  const names = `#0*${code}|#[xX]0*${anyCase(code.toString(16))}${ENTITIES[character] ?? ""}`;
  const entity = `(?:&|\\\\+u0026)(?:amp;)*(?:${names});`;
  const plain = character === "\\" ? "\\\\+" : `\\\\*${character.replace(/[^\p{L}]/u, "\\$&")}`;
  return `(?:${[entity, plain, bytes.join(""), units.join(""), ...(character === " " ? ["\\+"] : [])].join("|")})`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
