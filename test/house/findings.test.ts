import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type TypeScript from "typescript";
import { modulesIn, nodesOf } from "./modules.js";

// As CommonJS it loads in a third of the time.
const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");

/** The messages in a text of ours that are written for findings without the catalogue. */
function inlineMessages(text: string): readonly string[] {
  const file = ts.createSourceFile("given.ts", text, ts.ScriptTarget.Latest, true);
  return nodesOf(file).flatMap((node) => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const named = (name: string): TypeScript.ObjectLiteralElementLike | undefined =>
      node.properties.find((property) => property.name?.getText() === name);
    const [kind, message] = [named("kind"), named("message")];
    // Others have a word for their `kind`, as failures of parsers do.
    const isWord = kind !== undefined && ts.isPropertyAssignment(kind) && ts.isStringLiteral(kind.initializer);
    return kind === undefined || message === undefined || isWord ? [] : [message.getText()];
  });
}

test("every finding has its words from the catalogue", () => {
  const strays = modulesIn("generator")
    .filter(({ path }) => !path.startsWith("generator/diagnostics/"))
    .flatMap(({ path }) => inlineMessages(readFileSync(path, "utf8")).map((message) => `${path}: ${message}`));

  expect(strays).toEqual([]);
});

describe("a message beside the catalogue is seen", () => {
  test.each([
    {
      name: "where it is reported",
      given: `findings.report(place, { kind: found.unusedInput.kind, message: "unused", hint: undefined });`,
      want: [`message: "unused"`],
    },
    { name: "where it is made", given: "const what = { kind, message, hint };", want: ["message"] },
    { name: "not in a failure of a parser", given: `const one = { kind: "failure", message: "no" };`, want: [] },
    { name: "not where the catalogue words it", given: "findings.report(place, found.unusedInput(name));", want: [] },
  ])("$name", ({ given, want }) => {
    expect(inlineMessages(given)).toEqual(want);
  });
});
