import ts from "typescript";
import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { typeErrors } from "../support/type-check.js";
import { attack, shown } from "./attack.js";
import { commentsOf as allComments, directivesIn } from "./directives.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 1: texts that people read, and that become comments.

const compiler = new Compiler();

/** For what comes in so many forms that reading it is enough. */
const others = new Compiler();

/** The text wherever a document may have a summary, a description, a title or a version, and as a value. */
function everywhere(text: string): { arazzo: object; openapi: object } {
  const texts = { summary: text, description: text };
  const schema = { type: "string", title: text, description: text };
  return {
    arazzo: arazzoOf({
      document: { info: { title: text, version: text, ...texts } },
      workflow: {
        ...texts,
        inputs: { type: "object", title: text, description: text, properties: { given: schema } },
      },
      step: {
        description: text,
        parameters: [{ name: "q", in: "query", value: text }],
        requestBody: { payload: { text, given: "$inputs.given" } },
      },
    }),
    openapi: openapiOf({
      document: {
        info: { title: text, version: text, ...texts },
        servers: [{ url: "https://api.example.com", description: text }],
        tags: [{ name: "tag", description: text }],
        externalDocs: { url: "https://example.com", description: text },
      },
      body: { type: "object", title: text, description: text, properties: { text: schema, given: schema } },
      operation: { ...texts, tags: ["tag"], parameters: [{ name: "q", in: "query", description: text, schema }] },
    }),
  };
}

describe("in every summary, description, title and version", () => {
  test.each([
    { name: "*/", given: "a */ globalThis.PWNED = 1 /* b", want: "a *\\/ globalThis.PWNED = 1 /\\* b" },
    {
      name: "*/ at the end of a line",
      given: "a *\n/ globalThis.PWNED = 1",
      want: "a *\n/ globalThis.PWNED = 1",
    },
    { name: "U+2028", given: "a\u2028globalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "U+2029", given: "a\u2029globalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "CR", given: "a\rglobalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "CR LF and */", given: "a\r\n*/\r\nglobalThis.PWNED = 1", want: "a\n*\\/\nglobalThis.PWNED = 1" },
    { name: "@tag", given: "a\n@deprecated b", want: "a\n＠deprecated b" },
    { name: "@ts-nocheck", given: "a\n@ts-nocheck", want: "a\n＠ts-nocheck" },
    { name: "{@link", given: "a {@link globalThis.PWNED}", want: "a {＠link globalThis.PWNED}" },
    { name: "a code fence", given: "a\n```js\n*/\n```", want: "a\n'''js\n*\\/\n'''" },
    { name: "a fence of tildes", given: "a\n~~~\n@b\n~~~", want: "a\n'''\n＠b\n'''" },
    { name: "a direction mark", given: "a\u202eb", want: "ab" },
  ])("$name", async ({ given, want }) => {
    const outcome = await attack(compiler, { ...everywhere(given), input: { given } });

    const query = `q=${encodeURIComponent(given).replaceAll("'", "%27")}`;
    expect(shown(outcome)).toEqual([
      `POST /things?${query} ${JSON.stringify({ text: given, given })}`,
      `{"sid":"TH1"}`,
    ]);
    const { comment, tags } = commentsOf(outcome.files.get("workflows/test.ts") ?? "");
    expect(comment).toBe(`${want}\n\n${want}`);
    expect(tags).toEqual(["generated"]);
  });
});

describe("a directive in every text is none to any tool", () => {
  const directives = [
    "@ts-ignore",
    "@ts-expect-error",
    "@ts-nocheck",
    "@ts-check",
    "prettier-ignore",
    "prettier-ignore-start",
    "eslint-disable",
    "eslint-disable-next-line no-eval",
    "oxlint-disable",
    "biome-ignore lint: a",
    "biome-ignore-all lint: a",
    "deno-lint-ignore no-explicit-any",
    "deno-fmt-ignore",
    "tslint:disable",
    "cspell:disable",
    "istanbul ignore next",
    "istanbul ignore file",
    "c8 ignore next",
    "v8 ignore start",
    "node:coverage disable",
    "/* c8 ignore start */",
    "/* istanbul ignore next */",
    "//# sourceMappingURL=http://127.0.0.1/a.map",
    "//@ sourceMappingURL=http://127.0.0.1/a.map",
    "# sourceURL=a.js",
    '/// <reference path="../a.ts" />',
    "#region a",
    "#endregion",
    "@jsx h",
    "@jsxImportSource evil",
    "a@jsx h",
    "@license",
    "!preserve",
    "@__NO_SIDE_EFFECTS__",
    "#__NO_SIDE_EFFECTS__",
    "a#__PURE__",
    "a@__PURE__",
    "/* webpackIgnore: true */",
    "/* @vite-ignore */",
    "/*#__PURE__*/",
  ];

  test.each(directives)("%s", async (directive) => {
    // Alone; and at the beginning of a line, where a line is wrapped, and behind what nobody sees.
    const wrapped = `${"word ".repeat(22)}${directive}`;
    for (const given of [directive, ["a", directive, wrapped, `\u3164${directive}`, ` * ${directive}`].join("\n")]) {
      const { refused, files } = await attack(others, everywhere(given));
      expect(refused).toEqual([]);
      for (const [name, text] of files) {
        if (name.endsWith(".ts") && !name.startsWith("runtime/"))
          expect({ name, found: directivesIn(text) }).toEqual({ name, found: [] });
      }
    }
  });

  test("the compiler still reports what is wrong behind it", async () => {
    for (const directive of ["@ts-ignore", "@ts-expect-error", "@ts-nocheck"]) {
      const { files } = await attack(compiler, everywhere(directive));
      const wrong = (text: string): string => text.replace(`.POST("/things"`, `.POST("/thongs"`);
      const errors = typeErrors([new Map([...files].map(([name, text]) => [name, wrong(text)]))]);
      expect(errors.join("\n")).toContain(`workflows/test.ts`);
      expect(errors.join("\n")).toContain("/thongs");
    }
  });

  test("prettier still formats what stands behind it", async () => {
    const plain = await attack(compiler, everywhere("text"));
    const { files } = await attack(compiler, everywhere("prettier-ignore"));
    const withoutComments = (text = ""): string =>
      text.replace(/^\s*(?:\/\/|\/?\*).*\n/gm, "").replace(/version: "\w+"/, "");
    const code = (of: ReadonlyMap<string, string>, value: string): readonly string[] =>
      ["workflows/test.ts", "apis/api.ts"].map((name) => withoutComments(of.get(name)).replaceAll(`"${value}"`, '"T"'));
    expect(code(files, "prettier-ignore")).toEqual(code(plain.files, "text"));
  });
});

describe("what nobody sees is in no comment", () => {
  test.each([
    { name: "a tag character", given: "\u{e0041}" },
    { name: "a language tag", given: "\u{e0001}" },
    { name: "a variation selector", given: "\u{e0100}" },
    { name: "a Hangul filler", given: "\u3164" },
    { name: "a soft hyphen", given: "\u00ad" },
    { name: "a Mongolian vowel separator", given: "\u180e" },
    { name: "a combining joiner", given: "\u034f" },
    { name: "a zero-width space", given: "\u200b" },
    { name: "a word joiner", given: "\u2060" },
    { name: "a right-to-left override", given: "\u202e" },
    { name: "an isolate", given: "\u2066" },
    { name: "an Arabic letter mark", given: "\u061c" },
    { name: "an empty Braille cell", given: "\u2800" },
    { name: "an annotation mark", given: "\ufff9" },
  ])("$name", async ({ given }) => {
    const { files } = await attack(others, everywhere(`a${given}b`));
    for (const name of ["workflows/test.ts", "apis/api.ts"]) {
      const file = ts.createSourceFile(name, files.get(name) ?? "", ts.ScriptTarget.ESNext, true);
      expect(file.text).not.toContain(given);
      expect(allComments(file).join("\n")).toContain("ab");
    }
  });
});

/** The comment of the function, and the tags of all comments. */
function commentsOf(text: string): { comment: string; tags: readonly string[] } {
  const file = ts.createSourceFile("given.ts", text, ts.ScriptTarget.ESNext, true);
  const tags: string[] = [];
  let comment = "";
  const visit = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node)) {
      if (ts.isJSDoc(doc) && ts.isFunctionDeclaration(node)) comment = ts.getTextOfJSDocComment(doc.comment) ?? "";
    }
    tags.push(...ts.getJSDocTags(node).map((tag) => tag.tagName.text));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { comment, tags };
}

compiler.testTypes();
