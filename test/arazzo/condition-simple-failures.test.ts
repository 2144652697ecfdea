import { describe, expect, test } from "vitest";
import { parseCondition, type ConditionText } from "../../generator/arazzo/index.js";
import { show, showCondition } from "./support/show.js";

function read(condition: string): string | readonly string[] {
  return show<ConditionText>(parseCondition({ condition }), (parsed) => showCondition(parsed.condition));
}

describe("failures", () => {
  const brace = "To put an expression into text, write it in braces: `{$…}`.";
  const jsonpath = "a JSONPath query can only stand in a criterion of `type: jsonpath`";
  const setType = "Set `type: jsonpath` and `context`, or begin with a runtime expression, such as `$response.body`.";
  const table: readonly { readonly given: string; readonly want: readonly string[] }[] = [
    { given: "", want: ["^", "expected a value"] },
    { given: "$statusCode ==", want: ["              ^", "expected a value"] },
    { given: "$statusCode = 200", want: ["            ^", "`=` is no operator of conditions", "Write `==`."] },
    { given: "$statusCode === 200", want: ["              ^", "expected a value", "Write `==`."] },
    { given: "$statusCode <> 200", want: ["            ^^", "expected a value", "Write `!=`."] },
    { given: "$inputs.a & $inputs.b", want: ["          ^", "`&` is no operator of conditions", "Write `&&`."] },
    { given: "$inputs.a | $inputs.b", want: ["          ^", "`|` is no operator of conditions", "Write `||`."] },
    { given: "$inputs.a and $inputs.b", want: ["          ^^^", "`and` is no operator of conditions", "Write `&&`."] },
    { given: "$inputs.a OR $inputs.b", want: ["          ^^", "`OR` is no operator of conditions", "Write `||`."] },
    { given: "not $inputs.a", want: ["^^^", "`not` is neither text in quotes nor a runtime expression", "Write `!`."] },
    {
      given: "$inputs.a + 1 == 2",
      want: ["          ^", "`+` is no operator of conditions", "Conditions do not calculate."],
    },
    {
      given: "$inputs.a contains 'x'",
      want: ["          ^^^^^^^^", "`contains` is no operator of conditions", "Use a criterion of `type: regex`."],
    },
    {
      given: "$inputs.a =~ 'x'",
      want: ["          ^^", "`=~` is no operator of conditions", "Use a criterion of `type: regex`."],
    },
    {
      given: "$inputs.a == delivered",
      want: [
        "             ^^^^^^^^^",
        "`delivered` is neither text in quotes nor a runtime expression",
        "Text goes in single quotes: `'delivered'`.",
      ],
    },
    {
      given: "$inputs.a == True",
      want: ["             ^^^^", "`True` is neither text in quotes nor a runtime expression", "Write `true`."],
    },
    { given: "$inputs.a == 'x", want: ["             ^^", "expected `'` to close the text"] },
    { given: "$inputs.a == 007", want: ["             ^^^", "not a number of JSON", "Text goes in single quotes."] },
    {
      given: "$inputs.a == 200px",
      want: ["             ^^^^^", "not a number of JSON", "Text goes in single quotes."],
    },
    { given: "$inputs.a == 1.", want: ["             ^^", "not a number of JSON", "Text goes in single quotes."] },
    {
      given: "$inputs.a == 9007199254740993",
      want: [
        "             ^^^^^^^^^^^^^^^^",
        "the number is too large to be kept exactly",
        "Write it as text, in quotes.",
      ],
    },
    { given: "($inputs.a", want: ["          ^", "expected `)`"] },
    { given: "$inputs.a)", want: ["         ^", "expected an operator or the end of the condition"] },
    { given: "()", want: [" ^", "expected a value"] },
    { given: "$inputs.a $inputs.b", want: ["          ^", "expected an operator or the end of the condition"] },
    { given: "count($inputs.a) > 1", want: ["^^^^^", "there is no function `count` in conditions"] },
    {
      given: "$respones.body == 1",
      want: ["^^^^^^^^^", "`$respones` is no runtime expression", "Did you mean `$response`?"],
    },
    { given: "1 == $inputs.a/2", want: ["              ^^", "unexpected `/` after the expression", brace] },
    { given: "{$inputs.a == 1", want: ["^^^^^^^^^^^^^^^", "expected `}` after the embedded expression"] },
    { given: "$inputs.a == '{$inputs.}'", want: ["                       ^", "expected an input name"] },
    { given: "$.status == 'x'", want: ["^^^^^^^^", jsonpath, setType] },
    { given: "1 == $[0].a", want: ["     ^^^^^^", jsonpath, setType] },
    {
      given: "!$inputs.a == 'x'",
      want: [
        "^^^^^^^^^^^^^^^^^",
        "`!` binds tighter than `==`, so that a truth value is compared here",
        "Put the comparison in parentheses: `!(… == …)`, or write `!=`.",
      ],
    },
    {
      given: "1 < $inputs.a < 3",
      want: ["^^^^^^^^^^^^^^^^^", "a comparison cannot be compared again", "Join comparisons by `&&`."],
    },
    { given: "$message.payload == 1", want: ["^^^^^^^^", "`$message` belongs to AsyncAPI, which is not supported"] },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toEqual(want));
});
