import { escapeUnseen } from "./unseen.js";

/**
 * The text between the slashes of a regular expression literal that matches as the pattern does. A character that
 * cannot stand there as it is becomes its escape, together with a backslash before it.
 * @see https://tc39.es/ecma262/#sec-escaperegexppattern
 */
export function patternText(pattern: string): string {
  const body = pattern.replace(/(\\?)([^])/gu, (written: string, backslash: string, character: string) => {
    const escaped = escapeUnseen(character);
    if (escaped !== character) return escaped;
    return backslash === "" && character === "/" ? "\\/" : written;
  });
  return body === "" ? "(?:)" : body;
}
