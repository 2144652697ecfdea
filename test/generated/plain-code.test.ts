import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type TypeScript from "typescript";
import { describe, expect, test } from "vitest";

// As CommonJS it loads in a third of the time.
const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");

/** What would take a value out of the hands of the type checker. */
const escapes: ReadonlyMap<TypeScript.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AnyKeyword, "any"],
  [ts.SyntaxKind.AsExpression, "as"],
  [ts.SyntaxKind.TypeAssertionExpression, "<T>"],
  [ts.SyntaxKind.NonNullExpression, "!"],
  [ts.SyntaxKind.SatisfiesExpression, "satisfies"],
]);

/** Each escape in the file as it is written, in the order in which they end. */
function escapesIn(file: TypeScript.SourceFile): readonly string[] {
  const found: string[] = [];
  const comments = new Set<number>();
  const visit = (node: TypeScript.Node): void => {
    node.getChildren(file).forEach(visit);
    const escape = escapes.get(node.kind) ?? (isDefinite(node) ? "!:" : undefined);
    if (escape !== undefined) found.push(escape);
    for (const { pos, end } of commentsAt(node, file)) {
      if (file.text.slice(pos, end).includes("@ts-") && !comments.has(pos)) found.push("@ts-");
      comments.add(pos);
    }
  };
  visit(file);
  return found;
}

/** `let a!: string`. */
function isDefinite(node: TypeScript.Node): boolean {
  return (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken !== undefined;
}

function commentsAt(node: TypeScript.Node, { text }: TypeScript.SourceFile): readonly TypeScript.CommentRange[] {
  return [...(ts.getLeadingCommentRanges(text, node.pos) ?? []), ...(ts.getTrailingCommentRanges(text, node.end) ?? [])];
}

describe("what is looked for is found:", () => {
  test.each([
    { given: "let a: any;", want: ["any"] },
    { given: "const a = b as c;", want: ["as"] },
    { given: "const a = <b>c;", want: ["<T>"] },
    { given: "const a = b!.c;", want: ["!"] },
    { given: "let a!: b;", want: ["!:"] },
    { given: "const a = b satisfies c;", want: ["satisfies"] },
    { given: "// @ts-expect-error\na();", want: ["@ts-"] },
    { given: "a(/* @ts-ignore */);", want: ["@ts-"] },
    { given: 'import { any as as } from "@ts-a"; if (!a || a !== any) b(`as ${"any"}`);', want: [] },
  ])("$given", ({ given, want }) => {
    expect(escapesIn(ts.createSourceFile("given.ts", given, ts.ScriptTarget.Latest, true))).toEqual(want);
  });
});

describe("nothing takes a value out of the hands of the type checker:", () => {
  const files = ["generated/workflows", "generated/apis"].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();

  test.each(files)("%s", (path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`${path} is no file of the program`);

    expect(escapesIn(file)).toEqual([]);
    expect(anysIn(file)).toEqual([]);
  });

  /** Expressions that nobody wrote a type of, and that the compiler knows nothing about. */
  function anysIn(node: TypeScript.Node): readonly string[] {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || isTakenName(node) || isLabel(node)) return [];
    const own = ts.isExpression(node) && checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any ? [node.getText()] : [];
    return [...own, ...childrenOf(node).flatMap(anysIn)];
  }
});

/** `a` in `const { a: b } = c`: what is taken is `b`, and looked at there. */
function isTakenName(node: TypeScript.Node): boolean {
  return !ts.isSourceFile(node) && ts.isBindingElement(node.parent) && node.parent.propertyName === node;
}

/** `a` in `a: { break a; }`, which is no value. */
function isLabel(node: TypeScript.Node): boolean {
  return !ts.isSourceFile(node) && (ts.isLabeledStatement(node.parent) || ts.isBreakOrContinueStatement(node.parent))
    ? node.parent.label === node
    : false;
}

function childrenOf(node: TypeScript.Node): readonly TypeScript.Node[] {
  const children: TypeScript.Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  return children;
}
