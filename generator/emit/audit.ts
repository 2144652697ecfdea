import type { Node, SourceFile, SyntaxKind } from "ts-morph";

type Kind = keyof typeof SyntaxKind;

/** What may stand at the top of a generated file. */
const topLevel: readonly Kind[] = [
  "ImportDeclaration",
  "ExportDeclaration",
  "InterfaceDeclaration",
  "TypeAliasDeclaration",
  "FunctionDeclaration",
];

/** What may stand inside a generated function. */
const statements: readonly Kind[] = [
  "Block",
  "VariableStatement",
  "ExpressionStatement",
  "IfStatement",
  "ForStatement",
  "ReturnStatement",
  "LabeledStatement",
  "SwitchStatement",
  "BreakStatement",
  "ContinueStatement",
];

/** Calls, by what is called, which are all that a generated function does. */
const callees =
  /^(openWorkflow|sameText|Boolean|Number|String|run\.(api|step|expect|present|credential|polling|retry)|[A-Za-z_$][\w$]*\.(attempt|wait|again|response\.headers\.get|GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE))$/;

/**
 * Reads the text again as the compiler does and holds it to the few kinds of statement that are ever emitted,
 * so that a text which broke out of its quotes is found before it is written.
 * @throws Error naming what should not be there.
 */
export function auditSource(file: SourceFile, kinds: typeof SyntaxKind): void {
  const top = new Set(topLevel.map((kind) => kinds[kind]));
  const inner = new Set(statements.map((kind) => kinds[kind]));
  const [broken] = file.getProject().getLanguageService().compilerObject.getSyntacticDiagnostics(file.getFilePath());
  if (broken !== undefined) fail(file, `it does not parse: ${JSON.stringify(broken.messageText)}`);
  for (const statement of file.getStatements()) {
    if (!top.has(statement.getKind())) fail(file, `a ${statement.getKindName()} at the top level`);
  }
  for (const node of file.getDescendants()) {
    if (isStatement(node, kinds) && !top.has(node.getKind()) && !inner.has(node.getKind())) {
      fail(file, `a ${node.getKindName()} in a function`);
    }
    if (node.isKind(kinds.CallExpression) && !callees.test(node.getExpression().getText())) {
      fail(file, `a call of ${node.getExpression().getText()}`);
    }
    if (isForbidden(node, kinds)) fail(file, `a ${node.getKindName()}`);
  }
}

function isStatement(node: Node, kinds: typeof SyntaxKind): boolean {
  const kind = node.getKind();
  return kind === kinds.Block || (kind >= kinds.FirstStatement && kind <= kinds.LastStatement);
}

function isForbidden(node: Node, kinds: typeof SyntaxKind): boolean {
  return (
    node.isKind(kinds.NewExpression) ||
    node.isKind(kinds.TaggedTemplateExpression) ||
    node.isKind(kinds.AsExpression) ||
    node.isKind(kinds.NonNullExpression) ||
    node.isKind(kinds.AnyKeyword) ||
    node.isKind(kinds.ArrowFunction) ||
    node.isKind(kinds.FunctionExpression) ||
    node.isKind(kinds.ClassExpression) ||
    node.isKind(kinds.DeleteExpression)
  );
}

function fail(file: SourceFile, what: string): never {
  throw new Error(`refused to write ${file.getBaseName()}: it would hold ${what}`);
}
