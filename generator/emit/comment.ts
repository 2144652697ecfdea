import { withoutUnseen } from "./unseen.js";

/** Columns that the text of a comment may take; prettier moves code, never comments. */
const width = 110;

/**
 * The lines of a text as they may stand in any comment, each wrapped; line breaks of the text are kept, runs of blank
 * lines are one. Nothing in them ends the comment, opens a code fence, or is a tag or a directive for any tool.
 */
export function commentLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085]/).flatMap(wrap);
  const kept = lines.filter(
    (line, index) => line !== "" || (index > 0 && lines[index - 1] !== "" && lines.slice(index).some(Boolean)),
  );
  return kept.map(withoutDirectives);
}

/** An `@` in the address of a person or a server, `me@example.com`, is left as it is. So is one that stands alone. */
const at = /((?<=[\w.+-])@(?=[A-Za-z0-9-]+\.[A-Za-z0-9]))|@(?=\S)|(?<=^|[/*{])@/g;

/** `#region` at the beginning, `//# sourceMappingURL` and `#__PURE__` anywhere. */
const hash = /(?<=^[\s*/\\]*)#(?=\w)|(?<=\/[/*])#|#(?=__)/g;

/** `prettier-ignore`, `tslint:disable`, `c8 ignore`: what a line begins with that tells a tool what to pass over. */
const directive =
  /^([\s*/\\]*)([a-z][\w-]*(?:-|:\s*)(?:ignore|disable|enable)(?![A-Za-z])[\w-]*|(?:istanbul|[cv]8|node:coverage)\s+\w+)/;

/**
 * Tools know most directives by how a line begins, so that quotes take them away. Those that begin with `@` or `#` some
 * tools find anywhere, and that sign becomes the wide one. No comment is seen inside of the comment.
 */
function withoutDirectives(line: string): string {
  return line
    .replace(at, (_, address?: string) => address ?? "＠")
    .replace(hash, "＃")
    .replace(directive, "$1`$2`")
    .replace(/\*(?=\/)|\/(?=\*)/g, "$&\\")
    .replace(/`{3,}|~{3,}/g, "'''");
}

function wrap(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of withoutUnseen(line.replace(/[\t\v\f]/g, " "))
    .trim()
    .split(/\s+/)) {
    if (current !== "" && current.length + word.length >= width) {
      lines.push(current);
      current = "";
    }
    current += (current === "" ? "" : " ") + word;
  }
  return [...lines, current];
}
