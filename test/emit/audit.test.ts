import { describe, expect, it } from "vitest";
import { SourceFiles } from "../../generator/emit/source-file.js";
import { testEach } from "../support/compiler.js";

const sources = new SourceFiles();

function inFunction(text: string): string {
  return `export async function test(input: Input): Promise<Output> {\n${text}\n}\n`;
}

describe("a file may hold", () => {
  testEach([
    { name: "interfaces and types", given: "export interface A { b?: string | undefined }\nexport type C = A | null;" },
    {
      name: "imports of what was generated",
      given: `import { openWorkflow, type WorkflowRun } from "../runtime/index.js";\nimport type { A } from "../apis/a.js";`,
    },
    {
      name: "exports of what was generated",
      given: `export { send } from "./workflows/send.js";\nexport * from "./runtime/index.js";`,
    },
    {
      name: "requests",
      given: inFunction(`const one = await api.POST("/a", { ...run.step("one"), body: { a: input.a } });`),
    },
    { name: "judgements", given: inFunction(`if (one.status !== 201) run.fail(one, "x");`) },
    {
      name: "loops that end",
      given: inFunction(`for (;;) { if (a === "b") return { a }; await polling.wait({ a }); }`),
    },
    {
      name: "comments that look like code",
      given: "/** eval(1) */\n// globalThis.PWNED = 1;\nexport type A = string;",
    },
    { name: "texts that look like code", given: inFunction(`return { a: "eval(1)", b: "\${x}" };`) },
  ])(async ({ given }) => {
    expect(sources.check("given.ts", given)).toBe(given);
  });
});

describe("a file may not hold", () => {
  testEach([
    { name: "a call at the top", given: "globalThis.alert(1);", want: "a ExpressionStatement at the top level" },
    {
      name: "an assignment at the top",
      given: "globalThis.PWNED = 1;",
      want: "a ExpressionStatement at the top level",
    },
    { name: "a variable at the top", given: "export const a = 1;", want: "a VariableStatement at the top level" },
    { name: "a default export", given: "export default 1;", want: "a ExportAssignment at the top level" },
    { name: "a class", given: "export class A {}", want: "a ClassDeclaration at the top level" },
    { name: "an enum", given: "export enum A { B }", want: "a EnumDeclaration at the top level" },
    { name: "a namespace", given: "namespace A { }", want: "a ModuleDeclaration at the top level" },
    { name: "a block at the top", given: "{ }", want: "a Block at the top level" },
    { name: "an import for its effects", given: `import "./evil.js";`, want: "an import" },
    { name: "an import of a package", given: `import { a } from "evil";`, want: "an import" },
    { name: "an import from elsewhere", given: `import { a } from "../../evil.js";`, want: "an import" },
    { name: "an export from elsewhere", given: `export * from "https://evil.example/x.js";`, want: "an import" },
    { name: "a text that does not end", given: `export type A = "b`, want: "it does not parse" },
    { name: "a comment that does not end", given: "/** a", want: "it does not parse" },
    { name: "a brace too many", given: `${inFunction("return {};")}}`, want: "it does not parse" },
    { name: "a call of another function", given: inFunction("evil();"), want: "a call of evil" },
    { name: "a call of a method", given: inFunction("console.log(1);"), want: "a call of console.log" },
    { name: "a call of eval", given: inFunction(`eval("1");`), want: "a call of eval" },
    {
      name: "a call in the middle of an expression",
      given: inFunction("return { a: input.a || fetch(input.b) };"),
      want: "a call of fetch",
    },
    { name: "a call in a template", given: inFunction("return { a: `${fetch(input.b)}` };"), want: "a call of fetch" },
    {
      name: "a call in a default",
      given: "export async function a(b = fetch(c)): Promise<void> {}",
      want: "a call of fetch",
    },
    { name: "a call of a call", given: inFunction(`run.step("a")();`), want: `a call of run.step("a")` },
    { name: "a call of what was computed", given: inFunction(`run["step"]("a");`), want: `a call of run["step"]` },
    { name: "an import at run time", given: inFunction(`await import("evil");`), want: "a call of import" },
    { name: "a new object", given: inFunction(`return new Function("x")`), want: "a NewExpression" },
    { name: "a tagged template", given: inFunction("return evil`x`;"), want: "a TaggedTemplateExpression" },
    { name: "an assignment to a property", given: inFunction("globalThis.PWNED = 1;"), want: "a BinaryExpression" },
    {
      name: "an assignment to a property by brackets",
      given: inFunction(`globalThis["PWNED"] ||= 1;`),
      want: "a BinaryExpression",
    },
    {
      name: "an assignment in a condition",
      given: inFunction("if ((globalThis.PWNED = 1)) return {};"),
      want: "a BinaryExpression",
    },
    { name: "a step up of a property", given: inFunction("globalThis.PWNED++;"), want: "a PostfixUnaryExpression" },
    { name: "a step down of a property", given: inFunction("--globalThis.PWNED;"), want: "a PrefixUnaryExpression" },
    { name: "a deletion", given: inFunction("delete input.a;"), want: "a DeleteExpression" },
    { name: "a function inside", given: inFunction("function a() { return 1; }"), want: "a FunctionDeclaration" },
    { name: "a function as a value", given: inFunction("return { a: function () {} };"), want: "a FunctionExpression" },
    { name: "an arrow function", given: inFunction("return { a: () => 1 };"), want: "a ArrowFunction" },
    { name: "a method", given: inFunction("return { a() { return 1; } };"), want: "a MethodDeclaration" },
    { name: "a getter", given: inFunction("return { get a() { return 1; } };"), want: "a GetAccessor" },
    { name: "a setter", given: inFunction("return { set a(b) { } };"), want: "a SetAccessor" },
    { name: "a class inside", given: inFunction("class A {}"), want: "a ClassDeclaration" },
    { name: "a class as a value", given: inFunction("return { a: class {} };"), want: "a ClassExpression" },
    { name: "an enum inside", given: inFunction("enum A { B }"), want: "a EnumDeclaration" },
    { name: "a throw", given: inFunction("throw input.a;"), want: "a ThrowStatement in a function" },
    { name: "a try", given: inFunction("try { return {}; } catch {}"), want: "a TryStatement in a function" },
    { name: "a debugger", given: inFunction("debugger;"), want: "a DebuggerStatement in a function" },
    { name: "a while", given: inFunction("while (true) {}"), want: "a WhileStatement in a function" },
    { name: "a cast", given: inFunction("return input as Output;"), want: "a AsExpression" },
    { name: "a denial of null", given: inFunction("return { a: input.a! };"), want: "a NonNullExpression" },
    { name: "any", given: "export type A = any;", want: "a AnyKeyword" },
  ])(async ({ given, want }) => {
    expect(() => sources.check("given.ts", given)).toThrow(`refused to write given.ts: it would hold ${want}`);
  });
});

it("says nothing of an earlier file when it looks at the next one", () => {
  expect(() => sources.check("given.ts", "evil();")).toThrow("refused");
  expect(sources.check("given.ts", "export type A = string;")).toBe("export type A = string;");
});
