import ts from "typescript";

/*
 * How tools find their directives in comments, told apart from how the generator keeps them out.
 */

/** Where in a comment a tool looks, and for what. `text` is a comment without `//`, or without its slash and stars. */
const inComments: readonly { readonly tool: string; readonly pattern: RegExp; readonly on: "comment" | "line" }[] = [
  { tool: "eslint", pattern: /^\s*eslint-(?:disable|enable)/, on: "line" },
  { tool: "oxlint", pattern: /^\s*oxlint-(?:disable|enable)/, on: "line" },
  { tool: "biome", pattern: /^\s*biome-ignore/, on: "line" },
  { tool: "deno", pattern: /^\s*deno-(?:lint|fmt)-ignore/, on: "line" },
  { tool: "prettier", pattern: /^\s*prettier-ignore/, on: "line" },
  { tool: "tslint", pattern: /^\s*tslint:(?:disable|enable)/, on: "line" },
  { tool: "cspell", pattern: /^\s*(?:cspell|spell-checker)\s*:\s*(?:disable|ignore)/i, on: "line" },
  { tool: "istanbul, c8, v8, node", pattern: /^\s*(?:istanbul|[cv]8|node:coverage)\s+(?:ignore|disable)/, on: "line" },
  { tool: "typescript", pattern: /^\s*@ts-\w/, on: "line" },
  { tool: "folding", pattern: /^\s*#(?:end)?region\b/, on: "line" },
  { tool: "pure annotations", pattern: /[#@]__\w/, on: "comment" },
  { tool: "legal comments", pattern: /@(?:license|preserve|cc_on)|^\*?!/, on: "comment" },
  { tool: "vite", pattern: /^\s*@vite-ignore/, on: "line" },
];

/** What some tools look for in the lines of a file, be it inside of another comment. */
const inLines: readonly { readonly tool: string; readonly pattern: RegExp }[] = [
  { tool: "source map", pattern: /\/[/*][#@]\s*source(?:Mapping)?URL=/ },
  { tool: "coverage by line", pattern: /\/\*\s*(?:[cv]8|node:coverage|istanbul)\s+(?:ignore|disable)/ },
  { tool: "bundlers", pattern: /\/\*\s*(?:webpack|turbopack|@vite)/ },
  { tool: "annotations by line", pattern: /\/\*\s*[#@]/ },
  { tool: "triple slash", pattern: /^\/\/\// },
];

/** The directives that some tool would find in a file, each with the tool's name. */
export function directivesIn(text: string): readonly string[] {
  const file: ts.SourceFile & { commentDirectives?: readonly unknown[]; pragmas?: ReadonlyMap<string, unknown> } =
    ts.createSourceFile("given.ts", text, ts.ScriptTarget.ESNext, true);
  const found = [...(file.pragmas?.keys() ?? [])].map((name) => `pragma: ${name}`);
  if ((file.commentDirectives ?? []).length > 0) found.push("compiler: directive");
  for (const comment of commentsOf(file)) {
    const text = comment.replace(/^\/[/*]|\*\/$/g, "");
    const lines = text.split("\n").map((line) => line.replace(/^\s*\*+/, ""));
    for (const { tool, pattern, on } of inComments) {
      const where = on === "comment" ? [text] : lines;
      if (where.some((each) => pattern.test(each))) found.push(`${tool}: ${comment.trim()}`);
    }
    for (const { tool, pattern } of inLines) if (pattern.test(comment)) found.push(`${tool}: ${comment.trim()}`);
  }
  return found;
}

/** The comments of a file. */
export function commentsOf(file: ts.SourceFile): readonly string[] {
  const found = new Map<number, string>();
  const take = ({ pos, end }: ts.CommentRange): void => {
    found.set(pos, file.text.slice(pos, end));
  };
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []) take(range);
    for (const range of ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []) take(range);
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  return [...found.values()];
}
