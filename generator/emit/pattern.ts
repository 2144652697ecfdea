/** What ends a literal, what nobody sees, and half a character, of which UTF-8 makes another. */
const unprintable = /^[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]$/u;

/**
 * The text between the slashes of a regular expression literal that matches as the pattern does. A character that
 * cannot stand there as it is becomes its escape, together with a backslash before it.
 * @see https://tc39.es/ecma262/#sec-escaperegexppattern
 */
export function patternText(pattern: string): string {
  const body = pattern.replace(/(\\?)([^])/gu, (written: string, backslash: string, character: string) => {
    if (unprintable.test(character)) return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return backslash === "" && character === "/" ? "\\/" : written;
  });
  return body === "" ? "(?:)" : body;
}
