/**
 * Characters that would do something to a terminal or to the reading order instead of being seen: controls,
 * line and paragraph separators, zero-width and direction marks (the means of "Trojan Source"), lone surrogates.
 */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, "gu");

/** The text with every character shown that would otherwise be obeyed or hidden. */
export function visible(text: string): string {
  return text.replace(ALL_UNSEEN, visibleCharacter);
}

/** One character as it is shown: `␛` for ESC, `<U+202E>` for a direction mark, itself where it is harmless. */
export function visibleCharacter(character: string): string {
  if (!UNSEEN.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
