/**
 * Characters that would do something to a terminal or to the reading order instead of being seen: controls, line and
 * paragraph separators, marks of direction (the means of "Trojan Source"), tags, fillers, lone surrogates. Joiners and
 * variation selectors are parts of what is seen.
 */
const UNSEEN =
  /(?!\p{Join_Control}|[\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;
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
