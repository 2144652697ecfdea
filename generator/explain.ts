import { codes, severityOf, type Code, type CodeEntry } from "./diagnostics.js";

/** What the table of codes says, for a terminal: all of it about one code, or of every code what it weighs. */
export function explanation(code: Code | undefined): string {
  return code === undefined ? codeList() : explanationOf(code);
}

function explanationOf(code: Code): string {
  const entry: CodeEntry = codes[code];
  const example = entry.example.split("\n").map((line) => `  ${line}`);
  return [
    `${code} (${severityOf(entry)})`,
    wrapped(entry.meaning),
    ["For example:", "", ...example].join("\n"),
    wrapped(`Way out: ${entry.wayOut}`),
  ].join("\n\n");
}

function codeList(): string {
  const entries: readonly (readonly [string, CodeEntry])[] = Object.entries(codes);
  const width = Math.max(...entries.map(([code]) => code.length));
  return entries.map(([code, entry]) => `${code.padEnd(width)}  ${severityOf(entry)}`).join("\n");
}

/** Lines of at most 100 characters, broken at spaces. */
function wrapped(text: string): string {
  return text.replaceAll(/(?=\S)(.{1,100})(?:\s+|$)/g, "$1\n").trimEnd();
}
