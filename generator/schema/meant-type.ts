import { nearest } from "../diagnostics.js";

/** What a schema says of a type. */
export interface MeantType {
  readonly type?: string;
  readonly format?: string;
}

const numbers = ["float", "double", "decimal"];
const integers = ["int", "int32", "int64", "long", "short"];
const texts = ["text", "str", "date", "datetime", "date-time", "time", "uuid", "uri", "url", "email", "password"];
const others: Readonly<Record<string, MeantType>> = {
  bool: { type: "boolean" },
  dict: { type: "object" },
  map: { type: "object" },
  list: { type: "array" },
  file: { type: "string", format: "binary" },
  any: {},
};

/**
 * What is meant by a `type` that JSON Schema does not have: the name of a format, or of a type in a programming language,
 * or of a type in another case or misspelt. `undefined` where it could be anything.
 */
export function meantType(name: string, known: Iterable<string>): MeantType | undefined {
  const word = name.toLowerCase();
  if (numbers.includes(word)) return { type: "number" };
  if (integers.includes(word)) return { type: "integer" };
  if (texts.includes(word)) return { type: "string" };
  if (Object.hasOwn(others, word)) return others[word];
  const close = nearest(name, known);
  return close === undefined ? undefined : { type: close };
}
