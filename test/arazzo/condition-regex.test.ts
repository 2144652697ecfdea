import { describe, expect, test } from "vitest";
import { isFailure, parseCondition, PatternJudge, type ConditionText } from "../../generator/arazzo/index.js";
import { show, showCondition, showFailure } from "./support/show.js";

function parse(condition: string) {
  return parseCondition({ condition, context: "$statusCode", type: "regex" });
}

describe("patterns", () => {
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "^200$", want: "(regex $statusCode /^200$/u)" },
    { given: "^2\\d{2}$", want: "(regex $statusCode /^2\\d{2}$/u)" },
    { given: "\\p{Lu}+", want: "(regex $statusCode /\\p{Lu}+/u)" },
    { given: "a/b", want: "(regex $statusCode /a/b/u)" },
    // Only valid without `u`.
    { given: "a\\-b", want: "(regex $statusCode /a\\-b/)" },
    { given: "^({$inputs.statusPattern})$", want: "(regex $statusCode /^({$inputs.statusPattern})$/u)" },
    { given: "x{$}", want: "(regex $statusCode /x{$}/)" },
    { given: "(?i)ok", want: "(regex $statusCode /ok/iu)" },
    { given: "(?i)a\\-b", want: "(regex $statusCode /a\\-b/i)" },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show<ConditionText>(parse(given), ({ condition }) => showCondition(condition))).toBe(want);
  });

  test("embedded expressions come as parts", () => {
    expect(parse("^({$inputs.p})$")).toMatchObject({
      condition: {
        parts: [{ text: "^(" }, { expression: { kind: "inputs", path: ["p"] }, start: 3, end: 12 }, { text: ")$" }],
      },
    });
    expect(parse("(?i){$inputs.p}")).toMatchObject({
      condition: { parts: [{ text: "$inputs.p", start: 5, end: 14 }] },
    });
  });
});

describe("failures", () => {
  const flags = "Of inline flags only `(?i)` exists, at the beginning; write `[Aa]` for both cases of a letter.";
  const anchors = "Write `^` for the start and `$` for the end.";
  const table: readonly { readonly given: string; readonly want: readonly string[] }[] = [
    { given: "(a", want: ["^^", "not a regular expression: unterminated group"] },
    { given: "[a", want: ["^^", "not a regular expression: unterminated character class"] },
    { given: "*a", want: ["^^", "not a regular expression: nothing to repeat"] },
    { given: "a(?i)ok", want: ["^^^^^^^", "not a regular expression: invalid group", flags] },
    { given: "(?s)ok", want: ["^^^^^^", "not a regular expression: invalid group", flags] },
    { given: "(?i)ok\\z", want: ["      ^^", "a regular expression of JavaScript knows no `\\z`", anchors] },
    { given: "(?i){$inputs.", want: ["    ^^^^^^^^^", "expected `}` after the embedded expression"] },
    { given: "\\Aok\\Z", want: ["^^", "a regular expression of JavaScript knows no `\\A`", anchors] },
    { given: "ok\\z", want: ["  ^^", "a regular expression of JavaScript knows no `\\z`", anchors] },
    { given: "\\p{Nonsense}", want: ["^^", "a regular expression of JavaScript knows no `\\p`"] },
    { given: "{$inputs.", want: ["^^^^^^^^^", "expected `}` after the embedded expression"] },
  ];
  test.each(table)("$given", ({ given, want }) => {
    const found = parse(given);
    expect(isFailure(found) && showFailure(found)).toEqual(want);
  });
});

describe("a pattern that can match for ever", () => {
  const judge = new PatternJudge();

  test.each([
    "^(a+)+$",
    "^(a*)*$",
    "^(\\w+\\s?)*$",
    "x(?:[a-z]+){2,}y",
    "^(a|a)*$",
    "^(\\d|\\w)+$",
    "^((a+b?)c?)*$",
    "^(.*,){12}P$",
    "(?<year>\\d+)+x",
    "^{$inputs.a}(a+)+$",
    "^({$inputs.a}+)+$",
  ])("%s", (given) => {
    const parsed = parse(given);
    const found = isFailure(parsed) ? undefined : parsed.slow(judge);
    expect(found && given.slice(found.start, found.end)).toBe(given);
    expect(found?.what.message).toBe(`matching \`${given}\` can take for ever`);
  });

  const quick: readonly string[] = [
    "^a+$",
    "^\\d+(\\.\\d+)*$",
    "^(\\w+,)*\\w+$",
    "^(ab|cd)+$",
    "^(a|ab)*$",
    "(?<year>\\d+)+",
    "^([a-f]|[g-z])+$",
    "^(a{1,3}){2}$",
    "(\\(x\\))*",
    "^[(+*]+$",
    "(a+)?",
    // What stands in braces is no part of the pattern.
    "^{$response.body#/a)}{2,}$",
    "^{$response.body#/(a+)+}$",
    // Valid without `u` only, where the braces mean nothing.
    "\\x{(})",
  ];
  test.each(quick)("not so: %s", (given) => {
    const parsed = parse(given);
    expect(isFailure(parsed) ? parsed : parsed.slow(judge)).toBeUndefined();
  });
});
