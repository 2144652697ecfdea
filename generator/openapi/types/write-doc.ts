import type * as TypeScript from "typescript";
import type { Compiler } from "./openapi-typescript.js";

/** Puts a doc comment of these lines before the node, in place of any comment that is there. */
export function writeDoc<T extends TypeScript.Node>(ts: Compiler, node: T, lines: readonly string[]): T {
  const text =
    lines.length === 1 ? `* ${lines[0]} ` : `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
  const comment = {
    kind: ts.SyntaxKind.MultiLineCommentTrivia,
    text,
    hasTrailingNewLine: true,
    pos: -1,
    end: -1,
  } as const;
  return ts.setSyntheticLeadingComments(node, lines.length === 0 ? [] : [comment]);
}
