/**
 * Breaks a text into lines of at most so many characters, at spaces and before the `/` of paths; a word that is longer
 * is cut, behind a `.`, `_` or `-` if there is one. The lines are about as long as each other. A text of very many lines
 * ends in `…`.
 */
export function wrap(text: string, width: number, most = 6): readonly string[] {
  const parts = partsOf(text, width);
  const lines = linesOf(parts, width);
  if (lines.length > most) return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, width - 1)}…`];
  for (let narrower = Math.ceil(text.length / lines.length); narrower < width; narrower += 1) {
    const even = linesOf(parts, narrower);
    if (even.length === lines.length && even.every((line) => line.length <= narrower)) return even;
  }
  return lines;
}

function linesOf(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && (line + part).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What is kept together: words with the space behind them, and steps of paths. */
function partsOf(text: string, width: number): readonly string[] {
  const parts = text.replaceAll(/\s+/g, " ").match(/\/?[^\s/]+ ?|\/ ?| /g) ?? [];
  const pieces = new RegExp(`.{1,${width - 1}}[._-]|.{1,${width}}`, "gu");
  return parts.flatMap((part) => (part.trimEnd().length <= width ? [part] : (part.match(pieces) ?? [])));
}
