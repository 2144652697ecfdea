import ts from "typescript";
import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 1: texts that people read, and that become comments.

const compiler = new Compiler();

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
    { name: "*/", given: "a */ globalThis.PWNED = 1 /* b", want: "a *\\/ globalThis.PWNED = 1 /* b" },
    {
      name: "*/ at the end of a line",
      given: "a *\n/ globalThis.PWNED = 1",
      want: "a *\n/ globalThis.PWNED = 1",
    },
    { name: "U+2028", given: "a\u2028globalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "U+2029", given: "a\u2029globalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "CR", given: "a\rglobalThis.PWNED = 1", want: "a\nglobalThis.PWNED = 1" },
    { name: "CR LF and */", given: "a\r\n*/\r\nglobalThis.PWNED = 1", want: "a\n*\\/\nglobalThis.PWNED = 1" },
    { name: "@tag", given: "a\n@deprecated b", want: "a\n\\@deprecated b" },
    { name: "@ts-nocheck", given: "a\n@ts-nocheck", want: "a\n\\@ts-nocheck" },
    { name: "{@link", given: "a {@link globalThis.PWNED}", want: "a {\\@link globalThis.PWNED}" },
    { name: "a code fence", given: "a\n```js\n*/\n```", want: "a\n'''js\n*\\/\n'''" },
    { name: "a fence of tildes", given: "a\n~~~\n@b\n~~~", want: "a\n'''\n\\@b\n'''" },
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
