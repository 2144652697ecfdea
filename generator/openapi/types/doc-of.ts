import { isMapping, type Mapping } from "../../documents/index.js";

/** Makes of any text the lines of a doc comment that it can do no harm in. */
export type DocLines = (text: string) => readonly string[];

/** The longest default that is worth a line. */
const longestDefault = 80;

/**
 * The doc comment of an object of the specification: what it says about itself, then its format and other tags.
 * @param defaultOf What a value of a schema is where none is given. Default: nothing is, as in a type
 */
export function docOf(
  raw: Mapping,
  docLines: DocLines,
  defaultOf: (schema: Mapping) => unknown = () => undefined,
): readonly string[] {
  const texts = [raw["title"] ?? raw["summary"], raw["description"]].filter((text) => typeof text === "string");
  const paragraphs = [...new Set(texts)].map(docLines).filter((lines) => lines.length > 0);
  const tags: string[] = [];
  const tag = (name: string, text: string): unknown => tags.push(`@${name} ${docLines(text).join(" ")}`);
  // A parameter has these in its schema.
  const schema = typeof raw["in"] === "string" && isMapping(raw["schema"]) ? raw["schema"] : raw;
  if (typeof schema["format"] === "string") tag("format", schema["format"]);
  const value = defaultOf(schema);
  const initial = value === undefined ? "" : JSON.stringify(value);
  if (initial !== "" && initial.length <= longestDefault) tag("default", initial);
  if (raw["deprecated"] === true) tags.push("@deprecated");
  return [...paragraphs.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines])), ...tags];
}
