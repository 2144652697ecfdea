/**
 * Characters that a reader does not see, or that change how those beside them are shown: controls, separators of lines,
 * marks of direction, tags, fillers, joiners, and halves of characters.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;

/** The text without them. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, "");
}

/** The text with an escape of literals, `\u200b`, for each of them. */
export function escapeUnseen(text: string): string {
  return text.replace(unseen, (character) => character.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
