/**
 * Breaks a text into lines of at most so many characters, at spaces and before the `/` of paths; a word that is longer
 * is cut, behind a `.`, `_` or `-` if there is one. A text of very many lines ends in `…`.
 */
export function wrap(text: string, width: number, most = 6): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of partsOf(text, width)) {
    if (line !== "" && (line + part).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, width - 1)}…`];
}

/** What is kept together: words with the space behind them, and steps of paths. */
function partsOf(text: string, width: number): readonly string[] {
  const parts = text.replaceAll(/\s+/g, " ").match(/\/?[^\s/]+ ?|\/ ?| /g) ?? [];
  return parts.flatMap((part) => part.match(new RegExp(`.{1,${width - 1}}[._-]|.{1,${width}}`, "gu")) ?? []);
}
