import { describe, expect, it } from "vitest";
import { extentOf, positionAt } from "../../generator/diagnostics.js";

describe("positionAt", () => {
  const tests: [name: string, given: [text: string, offset: number], want: [line: number, column: number]][] = [
    ["the beginning", ["ab\ncd", 0], [1, 1]],
    ["inside of the first line", ["ab\ncd", 1], [1, 2]],
    ["the line break belongs to its line", ["ab\ncd", 2], [1, 3]],
    ["the beginning of a line", ["ab\ncd", 3], [2, 1]],
    ["the end of the text", ["ab\ncd", 5], [2, 3]],
    ["after a line break at the end", ["ab\n", 3], [2, 1]],
    ["CRLF", ["a\r\nb", 3], [2, 1]],
    ["a CR alone is no line break", ["a\rb", 2], [1, 3]],
    ["columns count UTF-16 units", ["😀b", 2], [1, 3]],
    ["beyond the text", ["ab", 99], [1, 3]],
    ["before the text", ["ab", -1], [1, 1]],
  ];
  it.each(tests)("%s", (_, [text, offset], [line, column]) => {
    expect(positionAt({ path: "given.yml", text }, offset)).toEqual({ line, column });
  });

  it("knows every line of a long text", () => {
    const source = { path: "given.yml", text: "ab\n".repeat(5000) };
    expect(Array.from({ length: 5000 }, (_, line) => positionAt(source, 3 * line + 1))).toEqual(
      Array.from({ length: 5000 }, (_, line) => ({ line: line + 1, column: 2 })),
    );
  });
});

it("extentOf has an exclusive end", () => {
  expect(extentOf({ source: { path: "given.yml", text: "ab\ncd" }, start: 1, end: 4 })).toEqual({
    start: { line: 1, column: 2 },
    end: { line: 2, column: 2 },
  });
});
