import ts from "typescript";
import { dedent } from "./yaml.js";

/** Parts that tests show. */
export type Part = "body" | "fallbacks" | "imports" | "input" | "output" | "params" | "signature" | "statements";

/** Shows several parts, one after the other. */
export function showing(...parts: readonly Part[]): (workflow: GeneratedWorkflow) => string {
  return (workflow) =>
    parts
      .map((part) => workflow[part])
      .filter((text) => text !== "")
      .join("\n");
}

/** The text of a workflow's file, taken apart. */
export class GeneratedWorkflow {
  readonly text: string;
  readonly #file: ts.SourceFile;

  constructor(text: string) {
    this.text = text;
    this.#file = ts.createSourceFile("workflow.ts", text, ts.ScriptTarget.ESNext, true);
  }

  /** The function, from `export async function` to its end, its version left out. */
  get fn(): string {
    return this.#function.getText().replace(/(?<=version: ")[0-9a-f]{8}/, "…");
  }

  /** The comment before the function. */
  get doc(): string {
    return this.text.slice(this.#function.getFullStart(), this.#function.getStart()).trim();
  }

  /** What is imported from where. */
  get imports(): string {
    return this.#all(ts.isImportDeclaration)
      .map((declaration) => declaration.getText())
      .join("\n");
  }

  /** The interface of the input. */
  get input(): string {
    return this.#typeNamed(/Input$/);
  }

  /** The type of the output. */
  get output(): string {
    return this.#typeNamed(/Output$/);
  }

  /** The statements of the function behind those that open the run and check its inputs, without indentation. */
  get statements(): string {
    const { body } = this.#function;
    const opening = body?.statements
      .slice(0, 2)
      .findLast((statement) => /openWorkflow|run\.inputs/.test(statement.getText()));
    if (body === undefined || opening === undefined) throw new Error("the function is empty");
    return dedent(this.text.slice(opening.getEnd() + 1, body.getEnd() - 1)).trim();
  }

  /** The statements behind the request of the (last) step, and behind the judgement of its status. */
  get afterwards(): string {
    return this.statements.split(judgement).at(-1)?.trim() ?? "";
  }

  /** `body`, `params` or `headers` of the request of a step (of the only one, if none is named), on one line. */
  sent(part: "body" | "params" | "headers", stepId?: string): string {
    const init = this.#find(ts.isObjectLiteralExpression).find((object) => isRequest(object, stepId));
    const property = init?.properties.find((candidate) => candidate.name?.getText() === part);
    return property && ts.isPropertyAssignment(property) ? onOneLine(property.initializer.getText()) : "";
  }

  /** What the requests of each API have in common, on one line. */
  get settings(): string {
    const apis = this.#find(ts.isCallExpression).filter((call) => call.expression.getText() === "run.api");
    return apis.flatMap((call) => onOneLine(call.arguments[1]?.getText() ?? "")).join("\n");
  }

  /** The body of the only request, on one line. */
  get body(): string {
    return this.sent("body");
  }

  /** The parameters of the only request, on one line. */
  get params(): string {
    return this.sent("params");
  }

  /** What the inputs are held to, on one line. */
  get inputKinds(): string {
    const checks = this.#find(ts.isCallExpression).filter((call) => call.expression.getText() === "run.inputs");
    return checks.map((call) => onOneLine(call.arguments[1]?.getText() ?? "")).join("\n");
  }

  /** What stands in for inputs that are not given. */
  get fallbacks(): string {
    return this.statements
      .split(/\n(?=\S)/)
      .filter((statement) => /^const (?:\w+ = input\S+ \?\? |\{[^;]* = [^;]*\} = input;)/.test(statement))
      .join("\n");
  }

  /** The head of the function, on one line. */
  get signature(): string {
    return onOneLine(/^.*?(?=\s\{\n\s*const run\b)/s.exec(this.fn)?.[0] ?? "");
  }

  /** The statuses that requests expect, and the conditions under which steps fail, in their order. */
  get expectations(): readonly string[] {
    return this.#find(isExpectation).map((node) => {
      return onOneLine((ts.isIfStatement(node) ? node.expression : node.initializer).getText());
    });
  }

  /** The conditions of the function's other `if` statements, in their order. */
  get conditions(): readonly string[] {
    const others = this.#find(ts.isIfStatement).filter((statement) => !isFailing(statement));
    return others.map((statement) => onOneLine(statement.expression.getText()));
  }

  get #function(): ts.FunctionDeclaration {
    const [declaration] = this.#all(ts.isFunctionDeclaration);
    if (declaration === undefined) throw new Error(`there is no function in\n${this.text}`);
    return declaration;
  }

  #typeNamed(name: RegExp): string {
    const types = this.#file.statements.filter((statement) => isType(statement) && name.test(statement.name.text));
    return types.map((type) => type.getText()).join("\n");
  }

  #all<T extends ts.Statement>(is: (statement: ts.Statement) => statement is T): readonly T[] {
    return this.#file.statements.filter(is);
  }

  #find<T extends ts.Node>(is: (node: ts.Node) => node is T): readonly T[] {
    const found: T[] = [];
    const visit = (node: ts.Node): void => {
      if (is(node)) found.push(node);
      node.forEachChild(visit);
    };
    visit(this.#file);
    return found;
  }
}

/** What judges the status of an answer: a call of the run, or the request itself. */
const judgement =
  /^(?:(?:const \w+ = )?await \w+\.[A-Z]+\("[^"]*", \{\n *\.\.\.[^\n]*\{ expect: [^]*?^\}\);\n|(?:await )?run\.(?:expect|check)\((?:[^;]|;(?!\n))*;\n)/m;

function isExpectation(node: ts.Node): node is ts.IfStatement | ts.PropertyAssignment {
  if (ts.isPropertyAssignment(node)) {
    return node.name.getText() === "expect" && ts.isCallExpression(node.parent.parent);
  }
  return ts.isIfStatement(node) && isFailing(node);
}

/** Whether a step fails where the condition holds, and nothing else is done there. */
function isFailing({ thenStatement }: ts.IfStatement): boolean {
  return thenStatement.getText().startsWith("run.fail(");
}

function isType(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** Whether an object holds the options of a request: it begins by spreading what the run gives for the step. */
function isRequest({ properties: [first] }: ts.ObjectLiteralExpression, stepId: string | undefined): boolean {
  if (first === undefined || !ts.isSpreadAssignment(first)) return false;
  return stepId === undefined || first.getText().includes(`run.step("${stepId}"`);
}

/** As prettier would write it on a line without end. */
function onOneLine(text: string): string {
  return text
    .replace(/\n\s*/g, " ")
    .replace(/([{[(]) (?=\S)/g, (match, open: string) => (open === "{" ? match : open))
    .replace(/,? ([\])])/g, "$1")
    .replace(/, }/g, " }");
}
