import { describe, expect, test } from "vitest";
import {
  formatExpression,
  isExpression,
  isFailure,
  parseTemplate,
  parseText,
  type TemplatePart,
  type TextValue,
} from "../../generator/arazzo/index.js";
import { show } from "./support/show.js";

function showParts(parts: readonly TemplatePart[]): string {
  return parts
    .map((part) =>
      part.kind === "text"
        ? JSON.stringify(part.text)
        : `${formatExpression(part.expression)}@${part.start}-${part.end}`,
    )
    .join(" ");
}

const showText = (value: TextValue): string =>
  value.kind === "template"
    ? `template ${showParts(value.parts)}`
    : value.kind === "expression"
      ? `expression ${formatExpression(value.expression)}`
      : `literal ${value.value}`;

describe("expressions are embedded in braces", () => {
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "", want: "" },
    { given: "plain", want: '"plain"' },
    { given: "{$inputs.host}", want: "$inputs.host@1-13" },
    { given: "https://{$inputs.host}/x", want: '"https://" $inputs.host@9-21 "/x"' },
    { given: "{$inputs.a}{$steps.b.outputs.c#/d}", want: "$inputs.a@1-10 $steps.b.outputs.c#/d@12-33" },
    { given: '{"petId": "{$inputs.pet_id}"}', want: '"{\\"petId\\": \\"" $inputs.pet_id@12-26 "\\"}"' },
    { given: "{$url} {$statusCode} {$self}", want: '$url@1-5 " " $statusCode@8-19 " " $self@22-27' },
    { given: "é😀{$url}", want: '"é😀" $url@4-8' },
    // No root of the grammar: plain text, as JSON and other templates need it.
    { given: '{"$ref": "#/a"}', want: '"{\\"$ref\\": \\"#/a\\"}"' },
    { given: "{$name} {$5} {} {{x}}", want: '"{$name} {$5} {} {{x}}"' },
    { given: "{ $inputs.a }", want: '"{ $inputs.a }"' },
    { given: "scope=$inputs.scope}", want: '"scope=$inputs.scope}"' },
    { given: "{{$inputs.a}}", want: '"{" $inputs.a@2-11 "}"' },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseTemplate(given), showParts)).toBe(want);
  });
});

describe("failures of templates", () => {
  const table: readonly { readonly given: string; readonly want: readonly string[] }[] = [
    { given: "a {$inputs.x", want: ["  ^^^^^^^^^^", "expected `}` after the embedded expression"] },
    { given: "a {$inptus.x} b", want: ["   ^^^^^^^", "`$inptus` is no runtime expression", "Did you mean `$inputs`?"] },
    { given: "{$url}{$inputs.}", want: ["               ^", "expected an input name"] },
    { given: "{$message.payload}", want: [" ^^^^^^^^", "`$message` belongs to AsyncAPI, which is not supported"] },
    {
      given: "{$inputs.a {$url}",
      want: [
        "          ^^^^^^",
        "unexpected white space after the expression",
        "To put an expression into text, write it in braces: `{$…}`.",
      ],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseTemplate(given), showParts)).toEqual(want);
  });
});

describe("what of a text is an expression", () => {
  const table: readonly { readonly given: unknown; readonly want: boolean }[] = [
    { given: "$inputs.a", want: true },
    { given: "$url", want: true },
    { given: "$statusCode", want: true },
    { given: "$response.body#/a", want: true },
    // Meant, though it will not parse: a mistake to report, not a text to send.
    { given: "$inputs", want: true },
    { given: "$inputs.a and more", want: true },
    { given: "$respones.body", want: true },
    { given: "$Inputs.a", want: true },
    { given: "$step.a.outputs.b", want: true },
    { given: "$message.payload", want: true },
    { given: "$credentials.accountSid", want: true },
    // Plain text.
    { given: "$5.00", want: false },
    { given: "$", want: false },
    { given: "$$", want: false },
    { given: "$ref", want: false },
    { given: "$URL", want: false },
    { given: "$message", want: false },
    { given: "$user.name", want: false },
    { given: "$inputs are great", want: false },
    { given: " $inputs.a", want: false },
    { given: "{$inputs.a}", want: false },
    { given: "inputs.a", want: false },
    { given: "", want: false },
    { given: 5, want: false },
    { given: null, want: false },
    { given: ["$inputs.a"], want: false },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(isExpression(given)).toBe(want);
  });
});

describe("a text is a literal, an expression or a template", () => {
  const table: readonly { readonly given: string; readonly want: string | readonly string[] }[] = [
    { given: "available", want: "literal available" },
    { given: "$5.00", want: "literal $5.00" },
    { given: "$inputs.a", want: "expression $inputs.a" },
    { given: "{$inputs.a}", want: "template $inputs.a@1-10" },
    { given: "a={$inputs.a}", want: 'template "a=" $inputs.a@3-12' },
    { given: "$inputs.", want: ["        ^", "expected an input name"] },
    { given: "x {$inputs.}", want: ["           ^", "expected an input name"] },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseText(given), showText)).toEqual(want);
  });
});

test("a text holds up to 500 expressions", () => {
  expect(isFailure(parseTemplate("{$url}".repeat(500)))).toBe(false);
  expect(parseTemplate("{$url}".repeat(501))).toMatchObject({
    message: "a text may not hold more than 500 expressions",
    start: 3000,
  });
});
