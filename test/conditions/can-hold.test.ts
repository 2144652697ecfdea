import { expect, test } from "vitest";
import { isFailure, parseCondition, type ParsedCondition } from "../../generator/arazzo/index.js";
import { canHold } from "../../generator/check/conditions/can-hold.js";
import { notAll, statusIs } from "../../generator/check/conditions/premises.js";

type Given = string | { readonly condition: string; readonly type: string; readonly context: string };

function parsed(given: Given): ParsedCondition {
  const result = parseCondition(typeof given === "string" ? { condition: given } : given);
  if (isFailure(result)) throw new Error(result.message);
  return result.condition;
}

const body = (condition: string): Given => ({ condition, type: "jsonpath", context: "$response.body" });
const a = "$response.body#/a";

const table: readonly { readonly given: readonly Given[]; readonly want: boolean }[] = [
  { given: [], want: true },
  { given: [`${a} == 'x'`], want: true },
  // Two values at once, and text without regard to case.
  { given: [`${a} == 'x'`, `${a} == 'y'`], want: false },
  { given: [`${a} == 'x'`, `'X' == ${a}`], want: true },
  { given: [`${a} == 'x'`, `${a} != 'X'`], want: false },
  { given: [body("$.a == 'x'"), body("$.a == 'X'")], want: false },
  // Other rules are another thing to ask.
  { given: [`${a} == 'x'`, body("$.a == 'y'")], want: true },
  // Of different values nothing is known.
  { given: [`${a} == 'x'`, "$response.body#/b == 'y'"], want: true },
  { given: [`${a} == 'x' && $response.body#/b == 'y'`, `!(${a} == 'x') || $response.body#/b == 'z'`], want: false },
  // Null, and what is absent.
  { given: [`${a} == null`, `${a} == 'x'`], want: false },
  { given: [`${a} != null`, `${a} != 'x'`], want: true },
  // Numbers, those between two of them, and numeric text.
  { given: [`${a} > 1`, `${a} < 2`], want: true },
  { given: [`${a} > 1`, `${a} <= 1`], want: false },
  { given: [`${a} > 1`, `1 >= ${a}`], want: false },
  { given: [`${a} >= 1`, `${a} <= 1`, `${a} != 1`], want: false },
  { given: [`${a} == 1`, `${a} == '1'`], want: true },
  { given: [`!(${a} > 1)`, `!(${a} <= 1)`], want: true },
  // The order of text is for others to know.
  { given: [`${a} > 'b'`, `${a} < 'a'`], want: true },
  // The same words, asked and denied.
  { given: [a, `!${a}`], want: false },
  { given: [a, "$response.body#/b"], want: true },
  { given: [body("$.list[?@.b == 1 && @.b == 2]")], want: false },
  // Statuses are whole numbers from 100 to 599.
  { given: ["$statusCode > 200", "$statusCode < 201"], want: false },
  { given: ["$statusCode >= 600"], want: false },
  { given: ["$statusCode == '200'", "$statusCode == 200"], want: true },
];

test.each(table)("$given: $want", ({ given, want }) => {
  expect(canHold(given.map(parsed))).toBe(want);
});

test("conditions can be denied together", () => {
  const both = [parsed(`${a} == 'x'`), statusIs(200)];
  expect(canHold([notAll(both), ...both])).toBe(false);
  expect(canHold([notAll(both), statusIs(200)])).toBe(true);
  expect(canHold([notAll([])])).toBe(false);
});

test("what would take for ever to find out can be", () => {
  const many = Array.from({ length: 40 }, (_, index) => parsed(`$response.body#/${index} == 1`));
  expect(canHold([...many, notAll(many)])).toBe(true);
});
