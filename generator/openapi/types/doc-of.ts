import { isMapping, type Mapping } from "../../documents/index.js";

/** Makes of any text the lines of a doc comment that it can do no harm in. */
export type DocLines = (text: string) => readonly string[];

/** The longest default that is worth a line. */
const longestDefault = 80;

/** The doc comment of an object of the specification: what it says about itself, then its format and other tags. */
export function docOf(raw: Mapping, docLines: DocLines): readonly string[] {
  const texts = [raw["title"] ?? raw["summary"], raw["description"]].filter((text) => typeof text === "string");
  const paragraphs = [...new Set(texts)].map(docLines).filter((lines) => lines.length > 0);
  const tags: string[] = [];
  const tag = (name: string, text: string): unknown => tags.push(`@${name} ${docLines(text).join(" ")}`);
  // A parameter has these in its schema.
  const schema = typeof raw["in"] === "string" && isMapping(raw["schema"]) ? raw["schema"] : raw;
  if (typeof schema["format"] === "string") tag("format", schema["format"]);
  const initial = "default" in schema ? JSON.stringify(schema["default"]) : undefined;
  if (initial !== undefined && initial.length <= longestDefault) tag("default", initial);
  if (raw["deprecated"] === true) tags.push("@deprecated");
  return [...paragraphs.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines])), ...tags];
}
