/** Columns that the text of a comment may take; prettier moves code, never comments. */
const width = 110;

/** Characters that a reader cannot see or that turn the direction of what follows: never in a comment. */
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The lines of a text, each wrapped; line breaks of the text are kept, runs of blank lines are one. */
export function commentLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085]/).flatMap(wrap);
  return lines.filter(
    (line, index) => line !== "" || (index > 0 && lines[index - 1] !== "" && lines.slice(index).some(Boolean)),
  );
}

/** The same lines with nothing in them that ends a doc comment, begins a tag or opens a code fence. */
export function docLines(text: string): readonly string[] {
  return commentLines(text).map((line) =>
    line
      .replaceAll("*/", "*\\/")
      .replace(/^@|(?<=\{)@/g, "\\@")
      .replace(/`{3,}|~{3,}/g, "'''"),
  );
}

function wrap(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.replace(unseen, "").trim().split(/\s+/)) {
    if (current !== "" && current.length + word.length >= width) {
      lines.push(current);
      current = "";
    }
    current += (current === "" ? "" : " ") + word;
  }
  return [...lines, current];
}
