import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { Code, code, isIdentifier, join, objectKey, propertyKey } from "../../generator/emit/code.js";
import { testEach } from "../support/compiler.js";
import { hostileTexts } from "../support/hostile.js";

// The same examples each time: what fails here fails for whoever looks into it.
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_260_502) });

/** The value of an expression, and that it is one: nothing stands behind it. */
function evaluated(text: string): unknown {
  const file = parsed(`const value = ${text};`);
  expect(file.statements).toHaveLength(1);
  return new Function(`"use strict"; return (${text});`)();
}

function parsed(text: string): ts.SourceFile {
  return ts.createSourceFile("given.ts", text, ts.ScriptTarget.ESNext, true);
}

const texts = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileTexts));

describe("a literal", () => {
  testEach([
    { name: "is text", given: "it's", want: `"it's"` },
    { name: "is text with quotes", given: `say "hi"`, want: `"say \\"hi\\""` },
    { name: "is text of two lines", given: "a\nb\r\n", want: `"a\\nb\\r\\n"` },
    { name: "is text with separators of lines", given: "a\u2028b\u2029c", want: `"a\\u2028b\\u2029c"` },
    {
      name: "is text that an editor would not show",
      given: "a\u200bb\u202ec\ufeff",
      want: `"a\\u200bb\\u202ec\\ufeff"`,
    },
    { name: "is text in other letters", given: "日本 é 😀", want: `"日本 é 😀"` },
    { name: "is half a character", given: "\ud800", want: `"\\ud800"` },
    { name: "is a number", given: 1.5, want: "1.5" },
    { name: "is a negative number", given: -3, want: "-3" },
    { name: "is a large number", given: 1e21, want: "1e+21" },
    { name: "is true", given: true, want: "true" },
    { name: "is null", given: null, want: "null" },
  ])(async ({ given, want }) => {
    expect(Code.literal(given).toString()).toBe(want);
    expect(evaluated(want)).toBe(given);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("is never %s", (given) => {
    expect(() => Code.literal(given)).toThrow(RangeError);
  });

  it("has the value of the text, whatever the text", () => {
    fc.assert(fc.property(texts, (text) => evaluated(Code.literal(text).toString()) === text));
  });

  it("is on one line, whatever the text", () => {
    fc.assert(fc.property(texts, (text) => !/[\n\r\u2028\u2029]/.test(Code.literal(text).toString())));
  });
});

describe("the text of a template", () => {
  it("has the value of the text, whatever the text", () => {
    fc.assert(fc.property(texts, (text) => evaluated(`\`${Code.templateText(text)}\``) === text));
  });

  it("stays text beside an expression", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const text = `\`${Code.templateText(before)}\${"x"}${Code.templateText(after)}\``;
        return evaluated(text) === `${before}x${after}`;
      }),
    );
  });
});

describe("a regular expression", () => {
  testEach([
    { name: "is written between slashes", given: "^a+$", want: "/^a+$/" },
    { name: "has its slashes escaped", given: "a/b\\/c", want: "/a\\/b\\/c/" },
    { name: "has a slash in a class", given: "[/]", want: "/[\\/]/" },
    { name: "is nothing", given: "", want: "/(?:)/" },
    { name: "has two lines", given: "a\nb\u2028c", want: "/a\\u000ab\\u2028c/" },
    { name: "ends no comment", given: "a*/b", want: "/a*\\/b/" },
  ])(async ({ given, want }) => {
    expect(Code.pattern(given, "").toString()).toBe(want);
  });

  it("matches what the pattern matches, whatever the text in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pattern = `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`;
        const made = evaluated(Code.pattern(pattern, "").toString());
        expect(made).toBeInstanceOf(RegExp);
        if (made instanceof RegExp) expect([made.test(text), made.test(`${text}.`)]).toEqual([true, false]);
      }),
    );
  });

  it("is never what is no regular expression", () => {
    expect(() => Code.pattern("(", "")).toThrow(SyntaxError);
  });
});

describe("a comment", () => {
  testEach([
    { name: "is one line", given: "Send it.", want: "// Send it.\n" },
    { name: "is two lines", given: "Send it.\nNow.", want: "// Send it.\n// Now.\n" },
    { name: "keeps one blank line between", given: "Send it.\n\n\n\nNow.", want: "// Send it.\n//\n// Now.\n" },
    { name: "has no blank lines around", given: "\n\nSend it.\n\n", want: "// Send it.\n" },
    { name: "is nothing", given: "", want: "" },
    { name: "is nothing to be seen", given: " \n\t\u200b", want: "" },
    { name: "ends no comment", given: "a */ b", want: "// a *\\/ b\n" },
    {
      name: "breaks at every kind of line break",
      given: "a\rb\u2028c\u2029d\r\ne\u0085f",
      want: "// a\n// b\n// c\n// d\n// e\n// f\n",
    },
    { name: "shows what turns the direction of writing as nothing", given: "a\u202eb", want: "// ab\n" },
    {
      name: "is wrapped",
      given: "word ".repeat(30),
      want: `// ${"word ".repeat(22).trim()}\n// ${"word ".repeat(8).trim()}\n`,
    },
    { name: "keeps a long word whole", given: "x".repeat(200), want: `// ${"x".repeat(200)}\n` },
  ])(async ({ given, want }) => {
    expect(Code.comment(given).toString()).toBe(want);
  });

  it("is only a comment, whatever the text", () => {
    fc.assert(fc.property(texts, (text) => parsed(`${Code.comment(text)}type A = 1;`).statements.length === 1));
  });
});

describe("a doc comment", () => {
  testEach([
    { name: "is one line", given: ["Sends it."], want: "/** Sends it. */\n" },
    { name: "is two paragraphs", given: ["Sends it.", "At once."], want: "/**\n * Sends it.\n *\n * At once.\n */\n" },
    { name: "leaves out an empty paragraph", given: ["", "At once."], want: "/** At once. */\n" },
    { name: "is nothing", given: ["", ""], want: "" },
    { name: "does not end early", given: ["a */ b"], want: "/** a *\\/ b */\n" },
    { name: "does not end early at the end of a line", given: ["a *\n/ b"], want: "/**\n * a *\n * / b\n */\n" },
    {
      name: "begins no tag",
      given: ["@deprecated a\n@internal"],
      want: "/**\n * ＠deprecated a\n * ＠internal\n */\n",
    },
    { name: "begins no inline tag", given: ["see {@link x}"], want: "/** see {＠link x} */\n" },
    { name: "opens no fence", given: ["```js\nx\n~~~~"], want: "/**\n * '''js\n * x\n * '''\n */\n" },
    { name: "begins no annotation", given: ["a@__PURE__ #__PURE__"], want: "/** a＠__PURE__ ＃__PURE__ */\n" },
    {
      name: "holds no other comment",
      given: ["*/*, /* c8 ignore start"],
      want: "/** *\\/\\*, /\\* c8 ignore start */\n",
    },
    { name: "quotes a directive", given: ["prettier-ignore"], want: "/** `prettier-ignore` */\n" },
    {
      name: "quotes a directive of two words",
      given: ["a\nistanbul ignore next: b"],
      want: "/**\n * a\n * `istanbul ignore` next: b\n */\n",
    },
    ...[
      "mail me@example.com",
      "meet @ noon, 5 @ $3",
      "see issue #12, #general and C#",
      "# A heading",
      "- a list",
      "* a list",
      "You may ignore this. To enable it, write. Please disable the eslint rule by eslint-disable.",
      "application/json, text/plain, https://example.com/#/path?a=b#c",
      "Re-enabled: 'a' & <b> `c`",
    ].map((text) => ({ name: `keeps ${text}`, given: [text], want: `/** ${text} */\n` })),
  ])(async ({ given, want }) => {
    expect(Code.docComment(given).toString()).toBe(want);
  });

  it("has tags behind it", () => {
    const doc = Code.docComment(
      ["Sends it."],
      [
        { name: "default", text: "*/ 1" },
        { name: "deprecated", text: "" },
      ],
    );
    expect(doc.toString()).toBe("/**\n * Sends it.\n *\n * @default *\\/ 1\n * @deprecated\n */\n");
  });

  it("is only a comment, whatever the text, and has no tags but ours", () => {
    fc.assert(
      fc.property(texts, texts, (paragraph, tag) => {
        const file = parsed(`${Code.docComment([paragraph], [{ name: "see", text: tag }])}type A = 1;`);
        const tags = file.statements.flatMap((statement) => ts.getJSDocTags(statement));
        expect(file.statements).toHaveLength(1);
        expect(tags.map(({ tagName }) => tagName.text)).toEqual(["see"]);
      }),
    );
  });
});

describe("an identifier", () => {
  it.each(["a", "$a", "_a1", "A"])("is %s", (name) => {
    expect(isIdentifier(name)).toBe(true);
    expect(Code.identifier(name).toString()).toBe(name);
  });

  it.each([
    "",
    "1a",
    "a-b",
    "a b",
    "a.b",
    "a()",
    "é",
    "а",
    "a\u200b",
    "a\n",
    "a;b",
    ...hostileTexts.filter((text) => !/^\w+$/.test(text)),
  ])("is not %j", (name) => {
    expect(isIdentifier(name)).toBe(false);
    expect(() => Code.identifier(name)).toThrow(RangeError);
  });
});

describe("a key", () => {
  testEach([
    { name: "is bare where it can be", given: "To", type: "To", object: "To" },
    { name: "is quoted with a dot", given: "Owner.Name", type: `"Owner.Name"`, object: `"Owner.Name"` },
    { name: "is quoted with a digit first", given: "1", type: `"1"`, object: `"1"` },
    { name: "is quoted with a hyphen", given: "x-y", type: `"x-y"`, object: `"x-y"` },
    {
      name: "is computed where it would set the prototype",
      given: "__proto__",
      type: "__proto__",
      object: `["__proto__"]`,
    },
  ])(async ({ given, type, object }) => {
    expect(propertyKey(given).toString()).toBe(type);
    expect(objectKey(given).toString()).toBe(object);
  });

  it("makes a property of exactly that name, whatever the name", () => {
    fc.assert(
      fc.property(texts, (name) => {
        const object = evaluated(`{ ${objectKey(name)}: 1 }`);
        expect(Object.getOwnPropertyNames(object)).toEqual([name]);
        expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
      }),
    );
  });
});

describe("code", () => {
  it("is our text with code between", () => {
    const items = [Code.literal("a"), Code.identifier("b")];
    expect(code`[${join(items, code`, `)}]${[]}`.toString()).toBe(`["a", b]`);
  });

  it("writes large counts with their thousands apart", () => {
    const written = [0, 7, 1000, 12345678, 1.5].map((count) => Code.count(count).toString());
    expect(written).toEqual(["0", "7", "1_000", "12_345_678", "1.5"]);
  });

  it("takes no plain text", () => {
    // @ts-expect-error a text of a document has to say first what it is to become
    expect(() => code`${"globalThis.PWNED = 1"}`).toThrow();
  });
});
