import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";
import type TypeScript from "typescript";

// As CommonJS it loads in a third of the time.
const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");

/** A file of ours and what it loads, for its values or only for its types. */
export interface Module {
  /** From the top of the project, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Paths of files of ours; names of packages; `node` for what Node brings along. */
  readonly imports: readonly string[];
}

/** All TypeScript files below a folder. */
export function modulesIn(folder: string): readonly Module[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .sort()
    .map((path) => moduleOf(path, readFileSync(path, "utf8")));
}

export function moduleOf(path: string, text: string): Module {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const loaders = nodesOf(file).flatMap((node) => (isLoaderVariable(node) ? [node.name.getText()] : []));
  const names = nodesOf(file).flatMap((node) => specifierOf(node, loaders) ?? []);
  return {
    path,
    lines: text.replace(/\n$/, "").split("\n").length,
    imports: [...new Set(names.map((name) => targetOf(path, name)))].sort(),
  };
}

/** `from "…"`, `import("…")`, the type `import("…")`, a call of what `createRequire` returned, and one of `loadPackage`. */
function specifierOf(node: TypeScript.Node, loaders: readonly string[]): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression: callee } = node;
  const isLoader = ["loadPackage", ...loaders].includes(callee.getText());
  const loads = callee.kind === ts.SyntaxKind.ImportKeyword || isCreateRequire(callee) || isLoader;
  return loads ? textOf(node.arguments[0]) : undefined;
}

function isLoaderVariable(node: TypeScript.Node): node is TypeScript.VariableDeclaration {
  return ts.isVariableDeclaration(node) && node.initializer !== undefined && isCreateRequire(node.initializer);
}

function isCreateRequire(node: TypeScript.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === "createRequire";
}

function textOf(node: TypeScript.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** A node and all inside of it. */
export function nodesOf(node: TypeScript.Node): readonly TypeScript.Node[] {
  const nodes = [node];
  node.forEachChild((child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}

function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith("node:")) return "node";
  if (!specifier.startsWith(".")) return specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier;
  const path = posix.join(posix.dirname(from), specifier);
  const source = path.replace(/\.js$/, ".ts");
  return existsSync(source) ? source : path;
}

/** The circles in which modules load each other, each as the files along it. */
export function cyclesOf(modules: readonly Module[]): readonly (readonly string[])[] {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const target of importsOf.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return cycles;
}
