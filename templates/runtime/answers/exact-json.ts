/** Levels of lists and objects in an answer. What looks through more of them runs out of stack. */
const DEEPEST = 200;

/** Whether a text has as many brackets as that takes. */
const MANY_BRACKETS = new RegExp(`^(?:[^[{]*[[{]){${DEEPEST + 1}}`);

/**
 * A JSON text in which each integer that no JavaScript number holds is a text of its digits, so that it goes back as it
 * came, and not as another one. `undefined` for what is no JSON; empty for what is nested too deep to be looked through.
 */
export function exactJson(text: string): string | undefined {
  if (!isJson(text)) return undefined;
  if (MANY_BRACKETS.test(text) && depthOf(text) > DEEPEST) return "";
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, (token) =>
    isLongInteger(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}

/** Whether a text is an integer with more digits than a JavaScript number holds for sure. */
export function isLongInteger(text: string): boolean {
  return /^-?\d{16,}$/.test(text);
}

/** How deep the brackets of a JSON text are nested, those in quotes aside. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
