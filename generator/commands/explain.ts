import { kinds, severityOf, type Kind } from "../diagnostics.js";

/** What the catalogue says, for a terminal: all of it about one kind of finding, or of every kind what it weighs. */
export function explanation(kind: Kind | undefined): string {
  return kind === undefined ? codeList() : explanationOf(kind);
}

function explanationOf(kind: Kind): string {
  const example = kind.example.split("\n").map((line) => `  ${line}`);
  return [
    `${kind.code} (${severityOf(kind)})`,
    wrapped(kind.meaning),
    ["For example:", "", ...example].join("\n"),
    ...(kind.message === undefined ? [] : [wrapped(`Said: ${kind.message}`)]),
    wrapped(`Way out: ${kind.wayOut}`),
  ].join("\n\n");
}

function codeList(): string {
  const width = Math.max(...kinds.map(({ code }) => code.length));
  return kinds.map((kind) => `${kind.code.padEnd(width)}  ${severityOf(kind)}`).join("\n");
}

/** Lines of at most 100 characters, broken at spaces. */
function wrapped(text: string): string {
  return text.replaceAll(/(?=\S)(.{1,100})(?:\s+|$)/g, "$1\n").trimEnd();
}
