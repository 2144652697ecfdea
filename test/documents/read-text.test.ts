import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { readDocumentText } from "../../generator/documents/read.js";
import { brief, given } from "./given.js";

describe("what YAML and JSON become", () => {
  const tests: [name: string, given: string, want: unknown][] = [
    [
      "mappings, lists, scalars",
      "a: [1, two, true, null, 1.5]\nb: {c: d}",
      { a: [1, "two", true, null, 1.5], b: { c: "d" } },
    ],
    ["JSON", '{"a": [1, "\\u0041\\n\\/", {"b": null}]}', { a: [1, "A\n/", { b: null }] }],
    ["JSON indented with tabs", '{\n\t"a": 1\n}', { a: 1 }],
    [
      "YAML 1.2: no timestamps, yes is text",
      "a: 2001-01-01\nb: yes\nc: 010\nd: 0o10\ne: 0x10",
      { a: "2001-01-01", b: "yes", c: 10, d: 8, e: 16 },
    ],
    ["the same under %YAML 1.1", "%YAML 1.1\n---\na: 2001-01-01\nb: yes\nc: 010", { a: "2001-01-01", b: "yes", c: 10 }],
    ["block scalars", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", { a: "x\ny\n", b: "x y" }],
    ["CRLF", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", { a: "x\ny\n", b: 1 }],
    ["a byte order mark", "\ufeffa: 1", { a: 1 }],
    [
      "numbers and truth values as keys",
      "200: a\ntrue: b\n1.0: c\n0x10: d",
      { 200: "a", true: "b", "1.0": "c", "0x10": "d" },
    ],
    ["a quoted merge key is a key", '"<<": 1', { "<<": 1 }],
    ["empty values", "a:\nb: ~\nc: ''\nd: {}\ne: []", { a: null, b: null, c: "", d: {}, e: [] }],
    ["entries without values in flow mappings", "{a, b: 1, ? c}", { a: null, b: 1, c: null }],
    [
      "tags of JSON",
      "a: !!str 200\nb: !!int '3'\nc: !!map {d: !!seq [!!bool 'true', !!null '']}\ne: ! 5",
      { a: "200", b: 3, c: { d: [true, null] }, e: "5" },
    ],
    [
      "aliases share",
      "a: &x {b: 1}\nc: *x\nd: [*x, &y two, *y]",
      { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, "two", "two"] },
    ],
    ["an anchor that is used again", "a: &x 1\nb: &x 2\nc: *x", { a: 1, b: 2, c: 2 }],
    ["an anchor at a key", "&k key: 1\nother: *k", { key: 1, other: "key" }],
    ["a document end", "---\na: 1\n...\n", { a: 1 }],
    ["a scalar", "just text", "just text"],
    ["null, written out", "null", null],
  ];
  it.each(tests)("%s", (_, text, want) => {
    expect(given(text).root).toEqual(want);
  });

  it("keeps `__proto__` as a key like any other", () => {
    const { root } = given("__proto__: {polluted: 1}\nconstructor: 2\n");
    expect(Object.keys(root as object)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(root)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
    expect(JSON.stringify(root)).toBe('{"__proto__":{"polluted":1},"constructor":2}');
  });

  it("shares what an alias names instead of copying it", () => {
    const { root } = given("a: &x {b: 1}\nc: *x");
    expect((root as { a: object }).a).toBe((root as { c: object }).c);
  });
});

describe("numbers that JavaScript cannot hold", () => {
  const warned = (text: string): string[] => {
    const findings = new Findings();
    expect(readDocumentText("given.yml", text, findings)).toBeDefined();
    return brief(findings);
  };

  it("warns where another number would be used", () => {
    expect(warned("a: 12345678901234567890\nb: '12345678901234567890'\n")).toEqual([
      "inexact-number: `12345678901234567890` has more digits than JavaScript can hold and becomes 12345678901234567168 [12345678901234567890] (Put quotes around it if text is meant.)",
    ]);
  });

  it.each(["9007199254740991", "-9007199254740992", "1e25", "9223372036854775807", "0.1"])("takes %s", (number) => {
    expect(warned(`a: ${number}`)).toEqual([]);
  });
});
