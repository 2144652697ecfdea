import { describe, expect, it } from "vitest";
import { formatFindings, type Finding } from "../../generator/diagnostics.js";

const source = { path: "specs/arazzo/given.yml", text: "steps:\n  - stepid: one\n  - stepId: two\n" };
const ESC = "\u001b";

const misspelt: Finding = {
  code: "invalid-document",
  severity: "error",
  message: "`stepid` is no field that is known here",
  place: { source, start: 11, end: 17 },
  hint: "Did you mean `stepId`?",
};
const unused: Finding = {
  code: "unused-input",
  severity: "warning",
  message: "Nothing reads `to`",
  place: { source, start: 0, end: source.text.length - 1 },
};
const absent: Finding = { code: "file-unreadable", severity: "error", message: "x.yml does not exist" };
const hostile: Finding = {
  code: "invalid-name",
  severity: "note",
  message: `${ESC}[2J100%\r\n::error::x, y`,
  place: { source: { path: "a,b:c%.yml", text: "x" }, start: 0, end: 1 },
  hint: "\u202ehint\n",
};

describe("pretty", () => {
  const tests: [name: string, given: Finding[], want: string][] = [
    ["nothing", [], ""],
    [
      "place, message, frame, hint, and a count at the end",
      [misspelt],
      `specs/arazzo/given.yml:2:5: error invalid-document: \`stepid\` is no field that is known here
  1 | steps:
> 2 |   - stepid: one
    |     ^^^^^^
  3 |   - stepId: two
  4 |
  hint: Did you mean \`stepId\`?

1 error`,
    ],
    [
      "several",
      [absent, absent, unused],
      `error file-unreadable: x.yml does not exist

error file-unreadable: x.yml does not exist

specs/arazzo/given.yml:1:1: warning unused-input: Nothing reads \`to\`
> 1 | steps:
    | ^^^^^^
  2 |   - stepid: one
  3 |   - stepId: two

2 errors, 1 warning`,
    ],
    [
      "nothing that a terminal would obey",
      [hostile],
      `a,b:c%.yml:1:1: note invalid-name: ␛[2J100%␍␊::error::x, y
> 1 | x
    | ^
  hint: <U+202E>hint␊

1 note`,
    ],
  ];
  it.each(tests)("%s", (_, given, want) => {
    expect(formatFindings(given, "pretty", { color: false })).toBe(want);
  });

  it("colours when asked", () => {
    expect(formatFindings([absent], "pretty", { color: true })).toBe(
      `${ESC}[1;31merror${ESC}[0m file-unreadable: ${ESC}[1mx.yml does not exist${ESC}[0m\n\n1 error`,
    );
  });
});

describe("json", () => {
  it("has every field of every finding", () => {
    expect(JSON.parse(formatFindings([misspelt, absent], "json", { color: true }))).toEqual({
      findings: [
        {
          code: "invalid-document",
          severity: "error",
          message: "`stepid` is no field that is known here",
          file: "specs/arazzo/given.yml",
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 11,
          hint: "Did you mean `stepId`?",
          fix: null,
        },
        {
          code: "file-unreadable",
          severity: "error",
          message: "x.yml does not exist",
          file: null,
          line: null,
          column: null,
          endLine: null,
          endColumn: null,
          hint: null,
          fix: null,
        },
      ],
    });
  });

  it("is a whole document when there is nothing", () => {
    expect(JSON.parse(formatFindings([], "json", { color: false }))).toEqual({ findings: [] });
  });

  it("escapes every control, and gives the text back to the letter", () => {
    const message = "\u001b[31m\u007f\u009b";
    const text = formatFindings([{ ...absent, message }], "json", { color: false });
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(JSON.parse(text)).toMatchObject({ findings: [{ message }] });
  });
});

describe("github", () => {
  const tests: [name: string, given: Finding[], want: string][] = [
    ["nothing", [], ""],
    [
      "an error with its place and hint",
      [misspelt],
      "::error file=specs/arazzo/given.yml,line=2,col=5,endLine=2,endColumn=11,title=invalid-document::" +
        "`stepid` is no field that is known here%0ADid you mean `stepId`?",
    ],
    [
      "lines only for what spans several",
      [unused],
      "::warning file=specs/arazzo/given.yml,line=1,endLine=3,title=unused-input::Nothing reads `to`",
    ],
    ["no place", [absent], "::error title=file-unreadable::x.yml does not exist"],
    [
      "no second command, whatever the text",
      [hostile],
      "::notice file=a%2Cb%3Ac%25.yml,line=1,col=1,endLine=1,endColumn=2,title=invalid-name::" +
        "␛[2J100%25␍␊::error::x, y%0A<U+202E>hint␊",
    ],
  ];
  it.each(tests)("%s", (_, given, want) => {
    expect(formatFindings(given, "github", { color: false })).toBe(want);
  });
});

describe("a correction by an overlay", () => {
  const update = { condition: "$statusCode == 201" };
  const action = { target: "$.a", description: "100% sure::\u001b", update };
  const text = "- target: $.a\n  description: 100% sure::\u001b";
  const given = { ...misspelt, fix: { file: "/far/away.yml", path: "away.yml", actions: [action], text } };

  it("is shown as it is to be pasted", () => {
    expect(formatFindings([given], "pretty", { color: false })).toContain(`
  hint: Did you mean \`stepId\`?
  overlay action: \`lint --fix\` writes it into an overlay
    - target: $.a
      description: 100% sure::␛

1 error`);
  });

  it("is data for programs", () => {
    expect(JSON.parse(formatFindings([given], "json", { color: false }))).toMatchObject({
      findings: [{ fix: { file: "away.yml", actions: [action] } }],
    });
  });

  it("is a part of the annotation", () => {
    expect(formatFindings([given], "github", { color: false })).toMatch(
      /%0ADid you mean `stepId`\?%0A- target: \$\.a%0A {2}description: 100%25 sure::␛$/,
    );
  });
});

describe("very many findings", () => {
  const warnings = Array.from({ length: 2_000 }, (): Finding => ({ ...absent, severity: "warning" }));
  const errors = Array.from({ length: 30 }, (): Finding => ({ ...absent }));

  it("are not all shown to people, errors first, in their order", () => {
    const text = formatFindings([...warnings, ...errors], "pretty", { color: false });
    const lines = text.split("\n\n");
    expect(lines.slice(0, 70)).toEqual(Array(70).fill("warning file-unreadable: x.yml does not exist"));
    expect(lines.slice(70, 100)).toEqual(Array(30).fill("error file-unreadable: x.yml does not exist"));
    expect(lines.slice(100)).toEqual([
      "and 1,930 warnings that are not shown; `--format json` shows all",
      "30 errors, 2,000 warnings",
    ]);
  });

  it("are all there for programs", () => {
    const { findings }: { findings: unknown[] } = JSON.parse(formatFindings(warnings, "json", { color: false }));
    expect(findings).toHaveLength(2_000);
  });
});
