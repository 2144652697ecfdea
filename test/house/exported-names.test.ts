import { createRequire } from "node:module";
import type TypeScript from "typescript";
import { expect, test } from "vitest";
import { exportedTypes } from "../../generator/link/names.js";

const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");

test("the types that callers get of the runtime are names that no generated type is given", { timeout: 60_000 }, () => {
  const files = ["templates/runtime/caller.ts", "templates/runtime/twilio/caller.ts"];
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  const names = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const all = module === undefined ? [] : checker.getExportsOfModule(module);
    return all.filter((symbol) => isType(symbol, checker)).map(({ name }) => name);
  });
  expect([...exportedTypes].sort()).toEqual([...new Set(names)].sort());
});

function isType(symbol: TypeScript.Symbol, checker: TypeScript.TypeChecker): boolean {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return (flags & ts.SymbolFlags.Type) !== 0;
}
