import { describe, expect, it } from "vitest";
import { codeFrame } from "../../generator/diagnostics.js";

/** The place between `«` and `»` in a text. */
function marked(text: string) {
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  return { source: { path: "given.yml", text: text.replace("«", "").replace("»", "") }, start, end };
}

const ESC = "\u001b";

describe("codeFrame", () => {
  const tests: [name: string, given: { text: string; want: string }][] = [
    [
      "two lines before and after",
      {
        text: "one: 1\ntwo: 2\nthree: 3\nfour: «4»\nfive: 5\nsix: 6\nseven: 7\n",
        want: `
  2 | two: 2
  3 | three: 3
> 4 | four: 4
    |       ^
  5 | five: 5
  6 | six: 6`,
      },
    ],
    [
      "line numbers of different lengths",
      {
        text: `${"\n".repeat(8)}nine: «word»\nten: 10`,
        want: `
   7 |
   8 |
>  9 | nine: word
     |       ^^^^
  10 | ten: 10`,
      },
    ],
    ["an empty document", { text: "«»", want: "\n> 1 |\n    | ^" }],
    ["a place of no length at the end of a line", { text: "key:«»\n", want: "\n> 1 | key:\n    |     ^\n  2 |" }],
    [
      "the first line of a place of several lines",
      { text: "a:\n  «b: 1\n  c: 2»\n", want: "\n  1 | a:\n> 2 |   b: 1\n    |   ^^^^\n  3 |   c: 2\n  4 |" },
    ],
    ["CRLF", { text: "a: 1\r\nb: «2»\r\nc: 3\r\n", want: "\n  1 | a: 1\n> 2 | b: 2\n    |    ^\n  3 | c: 3\n  4 |" }],
    ["tabs", { text: "\ta\tb: «c»", want: "\n> 1 |     a   b: c\n    |            ^" }],
    ["a place that is a tab", { text: "a:«\t»b", want: "\n> 1 | a:  b\n    |   ^^" }],
    ["wide characters", { text: "名前: «東京»!", want: "\n> 1 | 名前: 東京!\n    |       ^^^^" }],
    ["emoji", { text: "😀😀: «x»", want: "\n> 1 | 😀😀: x\n    |       ^" }],
    [
      "combining characters",
      { text: "e\u0301e\u0301: «e\u0301x»", want: "\n> 1 | e\u0301e\u0301: e\u0301x\n    |     ^^" },
    ],
    [
      "control sequences are shown, not obeyed",
      { text: `a: ${ESC}[31m«red»\u0007\u009b0m`, want: "\n> 1 | a: ␛[31mred␇<U+009B>0m\n    |         ^^^" },
    ],
    ["a carriage return alone", { text: "safe: «no»\rsafe: yes", want: "\n> 1 | safe: no␍safe: yes\n    |       ^^" }],
    [
      "marks that change the reading order",
      { text: "a: «\u202etxt»\u2066", want: "\n> 1 | a: <U+202E>txt<U+2066>\n    |    ^^^^^^^^^^^" },
    ],
    ["half a surrogate pair", { text: "a: «\ud800»b", want: "\n> 1 | a: <U+D800>b\n    |    ^^^^^^^^" }],
  ];
  it.each(tests)("%s", (_, { text, want }) => {
    expect(`\n${codeFrame(marked(text))}`).toBe(want.startsWith("\n") ? want : `\n${want}`);
  });

  it("cuts the end of a long line", () => {
    const frame = codeFrame(marked(`a: «b» ${"x".repeat(200)}`));
    expect(frame).toBe(`> 1 | a: b ${"x".repeat(115)}…\n    |    ^`);
  });

  it("cuts both ends around a place far inside", () => {
    const frame = codeFrame(marked(`${"x".repeat(500)}«here»${"y".repeat(500)}`));
    expect(frame).toBe(`> 1 | …${"x".repeat(40)}here${"y".repeat(76)}…\n    | ${" ".repeat(41)}^^^^`);
  });

  it("keeps the carets inside of what is shown", () => {
    const frame = codeFrame(marked(`«${"x".repeat(500)}»`));
    expect(frame).toBe(`> 1 | ${"x".repeat(120)}…\n    | ${"^".repeat(121)}`);
  });

  it("cuts no surrogate pair in two", () => {
    const frame = codeFrame(marked(`x${"😀".repeat(2000)}«y»${"😀".repeat(2000)}`));
    expect(frame).not.toContain("U+D8");
    expect(frame).toBe(`> 1 | …${"😀".repeat(20)}y${"😀".repeat(39)}…\n    | ${" ".repeat(41)}^`);
  });

  it("draws a line of 10 MB as fast as another", () => {
    const frame = codeFrame(marked(`"«${"x".repeat(10_000_000)}»"`));
    expect(frame.length).toBeLessThan(300);
  });

  it("colours only when asked", () => {
    const place = marked("a: «b»");
    expect(codeFrame(place)).not.toContain(ESC);
    expect(codeFrame(place, { color: true, severity: "warning" })).toBe(
      `${ESC}[1;33m>${ESC}[0m ${ESC}[2m1 |${ESC}[0m a: b\n${ESC}[2m    |${ESC}[0m    ${ESC}[1;33m^${ESC}[0m`,
    );
  });
});
