import ts from "typescript";

/*
 * What generated files may hold, told by the compiler of TypeScript and apart from the generator's own check (which
 * reads them by ts-morph), so that neither has to be believed.
 */

const atTop: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
]);

const inFunctions: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Block,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ReturnStatement,
  ts.SyntaxKind.LabeledStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.BreakStatement,
  ts.SyntaxKind.ContinueStatement,
]);

/** Globals that a generated function may name. */
const globals: ReadonlySet<string> = new Set(["Object", "String", "Number", "Boolean", "undefined", "NaN", "Promise"]);

/**
 * What stands in the files and is none of what we ever write, a line each: statements of another kind, code that does
 * not parse, and names that the file neither imports nor declares. The runtime, which is not made of documents, and what
 * is no code are left out.
 */
export function codeBesideOurs(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files]
    .filter(([name]) => name.endsWith(".ts") && !name.startsWith("runtime/"))
    .flatMap(([name, text]) => straysIn(name, text));
}

function straysIn(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: name });
  const broken = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  const strange = file.statements.filter(({ kind }) => !atTop.has(kind));
  const inside: ts.Node[] = [];
  const names = new Set(globals);
  const used: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (isStatement(node) && node.parent !== file && !inFunctions.has(node.kind)) inside.push(node);
    if (isForbidden(node)) inside.push(node);
    if (ts.isIdentifier(node)) {
      if (declares(node)) names.add(node.text);
      else if (isValue(node)) used.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const unknown = used.filter(({ text: word }) => !names.has(word));
  return [
    ...broken.map((message) => `${name}: ${message}`),
    ...[...strange, ...inside].map((node) => `${name}: a ${ts.SyntaxKind[node.kind]}: ${node.getText()}`),
    ...unknown.map((node) => `${name}: ${node.text}, which is nothing of ours: ${node.parent.getText()}`),
  ];
}

function isStatement(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.Block ||
    (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement)
  );
}

function isForbidden(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassLike(node) ||
    ts.isDeleteExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent))
  );
}

/** Whether the name is one that the file gives: to an import, a variable, a parameter, a function or a type. */
function declares({ parent, text }: ts.Identifier): boolean {
  const isNamed =
    ts.isImportSpecifier(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent);
  return isNamed && parent.name?.getText() === text;
}

/** Whether the name stands for a value that is read, and is not the name of a property or of a type. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  const isElsewhere =
    ts.isPropertySignature(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isExpressionWithTypeArguments(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent) ||
    ts.isMappedTypeNode(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isTypeQueryNode(parent);
  return !isElsewhere;
}
