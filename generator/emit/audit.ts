import type { CallExpression, Node, SourceFile, SyntaxKind } from "ts-morph";

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

/** Generated files import one another, and nothing else. */
const modules = /^\.(\.?\/(runtime|apis|workflows))?\/[\w-]+\.js$/;

/** Calls, by what is called, which are all that a generated function does. */
const callees =
  /^(openWorkflow|at|each|asListed|asText|replaced|styled(Path|Query)|wholeQuery|same(Text|Value)|compare(Loosely|Exactly)|to(Number|Text)|(length|count|items|size)Of|matchesPattern|asPattern|query(Items|Json|Literal|Text)|Boolean|Number|String|Object\.values|askFor|nestedRun|settleCall|expect(Completed|Result)|run\.(api|inputs|step|check|expect|present|credential|polling|retry)|[A-Za-z_$][\w$]*\.(attempt|wait|again|response\.headers\.get|GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE))$/;

/**
 * Reads the text again as the compiler does and holds it to the few kinds of statement that are ever emitted,
 * so that a text which broke out of its quotes is found before it is written.
 * @throws Error naming what should not be there.
 */
export function auditSource(file: SourceFile, kinds: typeof SyntaxKind): void {
  const top = new Set(topLevel.map((kind) => kinds[kind]));
  const inner = new Set(statements.map((kind) => kinds[kind]));
  const workflows = workflowsIn(file);
  const [broken] = file.getProject().getLanguageService().compilerObject.getSyntacticDiagnostics(file.getFilePath());
  if (broken !== undefined) fail(file, `it does not parse: ${JSON.stringify(broken.messageText)}`);
  for (const statement of file.getStatements()) {
    if (!top.has(statement.getKind())) fail(file, `a ${statement.getKindName()} at the top level`);
    const names = statement.isKind(kinds.ImportDeclaration) || statement.isKind(kinds.ExportDeclaration);
    const from = names ? (statement.getModuleSpecifierValue() ?? "") : undefined;
    const isForEffect = statement.isKind(kinds.ImportDeclaration) && statement.getImportClause() === undefined;
    if ((from !== undefined && !modules.test(from)) || isForEffect) fail(file, `an import from ${from}`);
  }
  for (const node of file.getDescendants()) {
    if (isStatement(node, kinds) && !top.has(node.getKind()) && !inner.has(node.getKind())) {
      fail(file, `a ${node.getKindName()} in a function`);
    }
    if (node.isKind(kinds.CallExpression) && !isAllowed(node, workflows) && !asks(node, kinds)) {
      fail(file, `a call of ${node.getExpression().getText()}`);
    }
    if (isForbidden(node, kinds) && !isQuestion(node, kinds)) fail(file, `a ${node.getKindName()}`);
  }
}

/** The functions of other workflows that the file imports. */
function workflowsIn(file: SourceFile): ReadonlySet<string> {
  const beside = file.getImportDeclarations().filter((each) => each.getModuleSpecifierValue().startsWith("./"));
  return new Set(beside.flatMap((each) => each.getNamedImports().map((name) => name.getName())));
}

function isAllowed(call: CallExpression, workflows: ReadonlySet<string>): boolean {
  const callee = call.getExpression().getText();
  return callees.test(callee) || workflows.has(callee);
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
    node.isKind(kinds.DeleteExpression) ||
    node.isKind(kinds.MethodDeclaration) ||
    node.isKind(kinds.GetAccessor) ||
    node.isKind(kinds.SetAccessor) ||
    node.isKind(kinds.ClassDeclaration) ||
    node.isKind(kinds.EnumDeclaration) ||
    (node.isKind(kinds.FunctionDeclaration) && !node.getParent().isKind(kinds.SourceFile)) ||
    changesProperty(node, kinds)
  );
}

/** Whether something other than a variable gets another value. */
function changesProperty(node: Node, kinds: typeof SyntaxKind): boolean {
  if (node.isKind(kinds.BinaryExpression)) {
    const operator = node.getOperatorToken().getKind();
    const assigns = operator >= kinds.FirstAssignment && operator <= kinds.LastAssignment;
    return assigns && !node.getLeft().isKind(kinds.Identifier);
  }
  if (!node.isKind(kinds.PostfixUnaryExpression) && !node.isKind(kinds.PrefixUnaryExpression)) return false;
  const steps = [kinds.PlusPlusToken, kinds.MinusMinusToken].some((kind) => kind === node.getOperatorToken());
  return steps && !node.getOperand().isKind(kinds.Identifier);
}

/** `/…/.test(…)`, and `….some((item) => …)`. */
function asks(call: CallExpression, kinds: typeof SyntaxKind): boolean {
  const callee = call.getExpression();
  if (!callee.isKind(kinds.PropertyAccessExpression)) return false;
  if (callee.getName() === "test") return callee.getExpression().isKind(kinds.RegularExpressionLiteral);
  const [only, ...others] = call.getArguments();
  return callee.getName() === "some" && only !== undefined && others.length === 0 && isQuestion(only, kinds);
}

/** The one closure that is ever emitted: what `some` asks of an item, as one expression. */
function isQuestion(node: Node, kinds: typeof SyntaxKind): boolean {
  if (!node.isKind(kinds.ArrowFunction) || node.isAsync() || node.getBody().isKind(kinds.Block)) return false;
  const call = node.getParent();
  const callee = call?.isKind(kinds.CallExpression) ? call.getExpression() : undefined;
  const isPlain =
    node.getParameters().length === 1 && node.getParameters()[0]?.getText() === node.getParameters()[0]?.getName();
  return isPlain && callee?.isKind(kinds.PropertyAccessExpression) === true && callee.getName() === "some";
}

function fail(file: SourceFile, what: string): never {
  throw new Error(`refused to write ${file.getBaseName()}: it would hold ${what}`);
}
