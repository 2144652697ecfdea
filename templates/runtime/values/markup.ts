import { toText } from "./pattern.js";

/** A value as text of XML or HTML, in an element or between the quotes of an attribute. What is missing is empty. */
export function markupText(value: unknown): string {
  return toText(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A value as text of a CDATA section, which nothing in it ends. What is missing is empty. */
export function cdataText(value: unknown): string {
  return toText(value).replaceAll("]]>", "]]]]><![CDATA[>");
}
