import type { SourceFile, ts as TypeScript } from "ts-morph";
import { runtimeNames } from "../ir/runtime-files.js";

/** The compiler that ts-morph brings along. */
export type Compiler = typeof TypeScript;

type Kind = keyof typeof TypeScript.SyntaxKind;

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
  "ForOfStatement",
  "ReturnStatement",
  "LabeledStatement",
  "SwitchStatement",
  "BreakStatement",
  "ContinueStatement",
];

/** Generated files import one another, the installed runtime, and nothing else. */
const modules =
  /^(\.(\.?\/(runtime(\/[\w-]+)?|apis|workflows|testing))?\/[\w-]+\.js|twilio-workflows\/runtime(\/jsonpath|(\/twilio)?(\/caller)?))$/;

/** Calls, by what is called, which are all that a generated function does. */
const callees = new RegExp(
  `^(${runtimeNames.join("|")}|Boolean|Number|String|Object\\.values` +
    "|run\\.(api|inputs|step|ensure|fail|present|required|polling|retry)|[A-Za-z_$][\\w$]*\\.(attempt|wokenBy|wait|again" +
    "|push|of|counted|response\\.headers\\.get|GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE))$",
);

/**
 * Reads the text again as the compiler does and holds it to the few kinds of statement that are ever emitted,
 * so that a text which broke out of its quotes is found before it is written.
 * @throws Error naming what should not be there.
 */
export function auditSource(file: SourceFile, ts: Compiler): void {
  const name = file.getBaseName();
  // The compiler's own nodes: to wrap each of them takes ten times as long as to look at it.
  const source = file.compilerNode;
  const [broken] = faultsOf(source);
  if (broken !== undefined) fail(name, `it does not parse: ${JSON.stringify(broken)}`);
  const top = new Set<number>(topLevel.map((kind) => ts.SyntaxKind[kind]));
  const inner = new Set<number>(statements.map((kind) => ts.SyntaxKind[kind]));
  const workflows = workflowsIn(source, ts);
  for (const statement of source.statements) {
    if (!top.has(statement.kind)) fail(name, `a ${nameOf(statement, ts)} at the top level`);
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
      const from = moduleOf(statement, ts);
      const isForEffect = ts.isImportDeclaration(statement) && statement.importClause === undefined;
      if ((from !== undefined && !modules.test(from)) || isForEffect) fail(name, `an import from ${from}`);
    }
  }
  const visit = (node: TypeScript.Node): void => {
    if (isStatement(node, ts) && !top.has(node.kind) && !inner.has(node.kind)) {
      fail(name, `a ${nameOf(node, ts)} in a function`);
    }
    if (ts.isCallExpression(node) && !isAllowed(node, workflows) && !asks(node, ts)) {
      fail(name, `a call of ${node.expression.getText()}`);
    }
    if (ts.isForOfStatement(node) && !isOverList(node.expression, ts)) fail(name, "a loop over another list");
    if (isForbidden(node, ts) && !isQuestion(node, ts) && !isWork(node, ts)) fail(name, `a ${nameOf(node, ts)}`);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
}

/**
 * What the parser found wrong with a text. It notes that in a field which its types do not tell of; to ask for it by way
 * of a program takes as long as to write the file.
 */
function faultsOf(source: TypeScript.SourceFile): readonly unknown[] {
  if (!("parseDiagnostics" in source) || !Array.isArray(source.parseDiagnostics)) {
    return ["the parser does not say what it found"];
  }
  return source.parseDiagnostics.map(({ messageText }: TypeScript.Diagnostic) => messageText);
}

function moduleOf(
  { moduleSpecifier }: TypeScript.ImportDeclaration | TypeScript.ExportDeclaration,
  ts: Compiler,
): string | undefined {
  if (moduleSpecifier === undefined) return undefined;
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
}

/** The functions of other workflows that the file imports. */
function workflowsIn(source: TypeScript.SourceFile, ts: Compiler): ReadonlySet<string> {
  const names = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !moduleOf(statement, ts)?.startsWith("./")) return [];
    const bindings = statement.importClause?.namedBindings;
    return bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
  return new Set(names);
}

function isAllowed({ expression }: TypeScript.CallExpression, workflows: ReadonlySet<string>): boolean {
  const callee = expression.getText();
  return callees.test(callee) || workflows.has(callee);
}

function isStatement({ kind }: TypeScript.Node, { SyntaxKind }: Compiler): boolean {
  return kind === SyntaxKind.Block || (kind >= SyntaxKind.FirstStatement && kind <= SyntaxKind.LastStatement);
}

function isForbidden(node: TypeScript.Node, ts: Compiler): boolean {
  return (
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    node.kind === ts.SyntaxKind.AnyKeyword ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassExpression(node) ||
    ts.isDeleteExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent)) ||
    changesProperty(node, ts)
  );
}

/** Whether something other than a variable gets another value. */
function changesProperty(node: TypeScript.Node, ts: Compiler): boolean {
  const { SyntaxKind } = ts;
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
    return assigns && !ts.isIdentifier(node.left);
  }
  if (!ts.isPostfixUnaryExpression(node) && !ts.isPrefixUnaryExpression(node)) return false;
  const steps = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
  return steps && !ts.isIdentifier(node.operand);
}

/** `/…/.test(…)`, `….entries()`, and `….some((item) => …)`. */
function asks(call: TypeScript.CallExpression, ts: Compiler): boolean {
  const { expression: callee } = call;
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === "test") return ts.isRegularExpressionLiteral(callee.expression);
  const [only, ...others] = call.arguments;
  if (callee.name.text === "entries") return only === undefined;
  return questions.has(callee.name.text) && only !== undefined && others.length === 0 && isQuestion(only, ts);
}

/** What takes a closure of one expression: what `some` asks of an item, and `map` takes of it. */
const questions: ReadonlySet<string> = new Set(["some", "map"]);

/** What is done for each element, side by side. */
function isWork(node: TypeScript.Node, ts: Compiler): boolean {
  return ts.isArrowFunction(node) && isCallOf("mapEach", node.parent, ts) && node === node.parent.arguments.at(-1);
}

function isOverList(node: TypeScript.Node, ts: Compiler): boolean {
  return ["eachOf", "pagesOf", "partsOf"].some((name) => isCallOf(name, node, ts));
}

function isCallOf(name: string, node: TypeScript.Node, ts: Compiler): node is TypeScript.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === name;
}

function isQuestion(node: TypeScript.Node, ts: Compiler): boolean {
  if (!ts.isArrowFunction(node) || node.modifiers !== undefined || ts.isBlock(node.body)) return false;
  const call = node.parent;
  const [parameter, ...others] = node.parameters;
  const isPlain = parameter !== undefined && others.length === 0 && parameter.getText() === parameter.name.getText();
  if (!isPlain || !ts.isCallExpression(call)) return false;
  return ts.isPropertyAccessExpression(call.expression) && questions.has(call.expression.name.text);
}

/** The name of a node's kind: the first of its names, since the compiler also has some for ranges of kinds. */
function nameOf({ kind }: TypeScript.Node, { SyntaxKind }: Compiler): string {
  return Object.entries(SyntaxKind).find(([, value]) => value === kind)?.[0] ?? "node";
}

function fail(name: string, what: string): never {
  throw new Error(`refused to write ${name}: it would hold ${what}`);
}
