import { createRequire } from "node:module";
import type TypeScript from "typescript";
import { expect, test } from "vitest";
import { runtimeTypeNames } from "../../generator/ir/runtime-files.js";
import { exportedTypes } from "../../generator/link/names.js";

const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");

test("the types that callers get of the runtime are names that no generated type is given", { timeout: 60_000 }, () => {
  const names = typesOf("templates/runtime/caller.ts", "templates/runtime/twilio/caller.ts").flat();

  expect([...exportedTypes].sort()).toEqual([...new Set(names)].sort());
});

test("the package has the types that functions name which run on its runtime", { timeout: 60_000 }, () => {
  const [neutral = [], twilio = []] = typesOf("templates/package/index.ts", "templates/package/twilio.ts");

  expect(neutral).toEqual(expect.arrayContaining(runtimeTypeNames.filter((name) => name !== "Credentials")));
  expect(twilio).toEqual(expect.arrayContaining([...runtimeTypeNames]));
});

/** The types that each of these files exports. */
function typesOf(...files: readonly string[]): readonly (readonly string[])[] {
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const all = module === undefined ? [] : checker.getExportsOfModule(module);
    return all.filter((symbol) => isType(symbol, checker)).map(({ name }) => name);
  });
}

function isType(symbol: TypeScript.Symbol, checker: TypeScript.TypeChecker): boolean {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return (flags & ts.SymbolFlags.Type) !== 0;
}
