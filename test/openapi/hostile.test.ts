import ts from "typescript";
import { describe, expect, it } from "vitest";
import { chooseServer } from "../../generator/openapi/index.js";
import { answering, Given, taking } from "./support/given.js";

const canary = "globalThis.PWNED = true";

/** Texts that try to get out of the comment, the quotes or the braces that they are written in. */
const hostile = [
  `*/ ${canary}; /*`,
  `"; ${canary}; "`,
  `'; ${canary}; '`,
  `\`; ${canary}; \``,
  `\${${canary}}`,
  `\\"; ${canary}; //`,
  `\n${canary}\n`,
  `\r${canary}\r`,
  `\r\n*/\r\n${canary}`,
  `\u2028${canary}\u2029`,
  `\u0085${canary}`,
  `}; ${canary}; type X = {`,
  `]; ${canary}; [`,
  "@ts-expect-error",
  "@ts-ignore\n@ts-nocheck",
  "@deprecated\n{@link x}",
  "```ts\n*/",
  "#0",
  "#12",
  "\0any other text",
  "never",
  "$ref",
  "__proto__",
  "constructor",
  "x-made-from",
  "\ud800",
  "\u202e\u200b",
  "Grüße, 你好 👍",
  "1e21",
  "-0",
  "{a}{b}",
  "a/b~c%d#e",
  "a#/%",
  "50%",
];

/** The text has to be types and nothing else; what it holds in quotes or as names of properties. */
function textsIn(source: string): ReadonlySet<string> {
  const file = ts.createSourceFile("types.ts", source, ts.ScriptTarget.ESNext, true);
  const { outputText, diagnostics } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext },
  });
  expect(diagnostics).toEqual([]);
  expect(outputText.replaceAll(/\/\*[^]*?\*\//g, "").trim()).toBe("export {};");
  expect(file.statements.every((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))).toBe(
    true,
  );
  // Lone surrogates are for the one to deal with who writes the file.
  expect(source.replaceAll(/\p{Cs}/gu, "")).not.toMatch(/^[\s/*]*@ts-|[^\P{C}\n]|\p{Zl}|\p{Zp}/mu);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNumericLiteral(node) || ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function entriesOf(value: (text: string) => unknown): object {
  return Object.fromEntries(hostile.map((text) => [text, value(text)]));
}

describe("hostile texts", () => {
  it("are read in comments and do nothing", async () => {
    for (const text of hostile) {
      const schema = { title: text, description: text, format: text, default: text, type: "object" };
      const texts = { summary: text, description: text, operationId: text, deprecated: true };
      const parameters = [{ name: "a", in: "query", description: text, schema }];
      const content = { "application/json": { schema: { properties: { a: schema } } } };
      const get = { ...texts, parameters, responses: { 200: { description: text, content } } };
      textsIn(await new Given({ paths: { "/things": { get } } }).types());
    }
  });

  it("are property names to the letter", async () => {
    const found = textsIn(await answering({ properties: entriesOf(() => ({ anyOf: [{ type: "string" }] })) }).types());
    for (const text of hostile) expect(found).toContain(text);
  });

  it("are values to the letter", async () => {
    const found = textsIn(await taking({ properties: { a: { enum: hostile }, b: { const: hostile[0] } } }).types());
    for (const text of hostile) expect(found).toContain(text);
  });

  it("are paths, parameters and media types to the letter", async () => {
    const path = `/${hostile.join("/")}`;
    const parameters = hostile.flatMap((name) =>
      ["query", "header", "cookie", "path"].map((place) => ({ name, in: place })),
    );
    const content = Object.fromEntries(hostile.map((text) => [`a/${text}`, {}]));
    const responses = { 200: { description: "", content } };
    const found = textsIn(await new Given({ paths: { [path]: { get: { parameters, responses } } } }).types());
    for (const text of [path, ...hostile, ...hostile.map((name) => `a/${name}`)]) expect(found).toContain(text);
  });

  it("are names of schemas under which these are found", async () => {
    const schemas = entriesOf((text) => ({ type: "string", const: text }));
    const names = hostile.filter((name) => name !== "\ud800");
    const references = names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1"));
    const oneOf = references.map((name) => ({ $ref: `#/components/schemas/${encodeURIComponent(name)}` }));
    const given = answering({ oneOf }, { components: { schemas } });
    const aliases = Object.fromEntries(names.map((name, index) => [name, `Alias${index}`]));
    const found = textsIn(await given.types(aliases));
    expect(given.problems()).toEqual([]);
    for (const text of names) expect(found).toContain(text);
  });

  it("are no numbers", async () => {
    const properties = { a: { type: "integer", minimum: "0;x()", maxLength: canary, enum: [1e400, -0, 5e-324] } };
    textsIn(await answering({ properties, required: [canary, "a"] }).types());
  });
});

describe("hostile servers", () => {
  const tests = [
    "https://api.twilio.com@evil.example",
    "https://user:word@api.twilio.com",
    "https://@evil.example",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://localhost",
    "https://api.twilio.com\\@evil.example",
    "https://api.twilio.com?x=",
    "https://api.twilio.com#x",
    "https://api.twilio.com/a b",
    "https://api.twilio.com/\n",
    "https://api.twilio.com/../x",
    'https://api.twilio.com/"; x()',
    "https://api.twilio.com/`${x()}`",
    "https://twilio.com:99999",
    "https://xn--a",
    'https://");x();(".twilio.com',
    "https://ａpi.twilio.com",
  ];
  it.each(tests)("%j is refused", (url) => {
    const given = new Given({ servers: [{ url }], paths: { "/2010-04-01/Accounts.json": { get: {} } } });
    expect(chooseServer(given.operation, { name: "shop" }, given.findings)).toBe("source:shop");
    expect(given.findings.list().map(({ code }) => code)).toEqual(["refused-server"]);
  });
});
