// Written by twilio-workflows: change the documents and generate again.
/**
 * A JSON text in which each integer that no JavaScript number holds is a text of its digits, so that it goes back as it
 * came, and not as another one. What is no JSON stays as it is.
 */
export function exactJson(text: string): string {
  if (!/\d{16}/.test(text) || !isJson(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, (token) =>
    isLongInteger(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}

/** Whether a text is an integer with more digits than a JavaScript number holds for sure. */
export function isLongInteger(text: string): boolean {
  return /^-?\d{16,}$/.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
