import { isFailure, type TemplatePart } from "../../arazzo/index.js";
import type { Maker } from "../../ir/model.js";
import { readJsonText } from "../../link/payload/json-text.js";

/**
 * The list or object that a text is the JSON of, expressions in it aside; `undefined` of any other text. Without a text
 * in quotes, brackets are most likely no JSON: `[{$inputs.name}]`.
 */
export function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{][^]*"/.test(text)) return undefined;
  const read = readJsonText(text);
  if (isFailure(read) || !("value" in read)) return undefined;
  return typeof read.value === "object" && read.value !== null ? read.value : undefined;
}

/** Whether a text is XML by its beginning: a declaration, or the instructions for a call or message of Twilio. */
export function looksLikeXml(text: string): boolean {
  return /^\s*<(\?xml|Response)\b/.test(text);
}

/** What writes a value into XML or HTML behind the parts before it, so that it is text there. */
export function markupMaker(before: readonly TemplatePart[]): Maker {
  const written = before.map(({ text }) => text).join("");
  return written.lastIndexOf("<![CDATA[") > written.lastIndexOf("]]>") ? "cdataText" : "markupText";
}
