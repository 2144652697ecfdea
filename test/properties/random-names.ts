import type { Choices } from "./choices.js";

const plain = ["sid", "friendlyName", "status", "to", "body", "count", "items", "next", "account", "page", "size"];

/** Names that mean something to the language, to generated code, or to nobody but the API. */
const awkward = [
  "class",
  "await",
  "default",
  "new",
  "this",
  "arguments",
  "eval",
  "constructor",
  "toString",
  "hasOwnProperty",
  "__proto__",
  "run",
  "input",
  "options",
  "data",
  "error",
  "response",
  "outcome",
  "polling",
  "retry",
  "next",
  "steps",
  "String",
  "Number",
  "Boolean",
  "Promise",
  "Error",
  "Record",
  "openWorkflow",
  "sameText",
  "at",
  "retrying",
  "components",
  "paths",
  "undefined",
  "friendly-name",
  "friendly_name",
  "FriendlyName",
  "friendlyname",
  "2fa",
  "0",
  "-",
  "_",
  "X-Twilio-Signature",
  "MediaUrl0",
];

/** Such as no identifier has. */
const foreign = [
  "a b",
  "größe",
  "it's",
  'say "hi"',
  "a/b",
  "~tilde",
  "*/",
  "${run}",
  "`",
  "a.b",
  "$ref",
  "",
  "\u2028",
  "{x}",
];

/** A name that is not among those taken, which it then is. */
export function takeName(choices: Choices, taken: Set<string>, kind: "identifier" | "property" = "identifier"): string {
  const pool = kind === "property" && choices.onceIn(12) ? foreign : choices.onceIn(3) ? awkward : plain;
  const found = choices.among(pool) ?? "name";
  // Few places take this one.
  const wanted = found === "__proto__" && kind === "identifier" ? "prototype" : found;
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** Texts for people, with what could end a comment or a literal. */
export function prose(choices: Choices): string {
  return choices.of(
    "What it is for.",
    "Ends a comment */ globalThis.PWNED = 1; /*",
    'Two lines,\nand a `tick` and ${run} and "quotes".',
    "@deprecated {@link https://example.com} \u2028 \r\n```ts\ncode\n```",
    "",
    "x".repeat(200),
  );
}
