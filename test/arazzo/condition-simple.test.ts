import { describe, expect, test } from "vitest";
import { parseCondition, type ConditionText } from "../../generator/arazzo/index.js";
import { show, showCondition } from "./support/show.js";

function read(condition: string): string | readonly string[] {
  return show<ConditionText>(parseCondition({ condition }), (parsed) => showCondition(parsed.condition));
}

interface Row {
  readonly given: string;
  readonly want: string;
}

describe("operators and literals", () => {
  const table: readonly Row[] = [
    { given: "$statusCode == 200", want: "(== $statusCode 200)" },
    { given: "$statusCode==200", want: "(== $statusCode 200)" },
    { given: "  $statusCode\n!=\t404  ", want: "(!= $statusCode 404)" },
    { given: "$inputs.a < 1", want: "(< $inputs.a 1)" },
    { given: "$inputs.a <= -1.5", want: "(<= $inputs.a -1.5)" },
    { given: "$inputs.a>1e3", want: "(> $inputs.a 1000)" },
    { given: "0 >= $inputs.a", want: "(>= 0 $inputs.a)" },
    { given: "$inputs.a == 'x'", want: '(== $inputs.a "x")' },
    { given: "$inputs.a == 'it''s'", want: `(== $inputs.a "it's")` },
    { given: "$inputs.a == ''", want: '(== $inputs.a "")' },
    { given: `$inputs.a == "x"`, want: '(== $inputs.a "x")' },
    { given: `$inputs.a == "say ""x"""`, want: '(== $inputs.a "say \\"x\\"")' },
    { given: "$inputs.a == 'a\\b'", want: '(== $inputs.a "a\\\\b")' },
    { given: "$inputs.a == true", want: "(== $inputs.a true)" },
    { given: "$inputs.a == false", want: "(== $inputs.a false)" },
    { given: "$response.body#/0 == null", want: "(== $response.body#/0 null)" },
    { given: "$inputs.a == $steps.s.outputs.b", want: "(== $inputs.a $steps.s.outputs.b)" },
    { given: "$response.header.Location != null", want: "(!= $response.header.Location null)" },
    { given: "$response.body.count > $inputs.threshold", want: "(> $response.body#/count $inputs.threshold)" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("precedence is as in C", () => {
  const table: readonly Row[] = [
    {
      given: "$inputs.a || $inputs.b && $inputs.c",
      want: "(or (test $inputs.a) (and (test $inputs.b) (test $inputs.c)))",
    },
    {
      given: "($inputs.a || $inputs.b) && $inputs.c",
      want: "(and (or (test $inputs.a) (test $inputs.b)) (test $inputs.c))",
    },
    { given: "$inputs.a && $inputs.b && $inputs.c", want: "(and (test $inputs.a) (test $inputs.b) (test $inputs.c))" },
    {
      given: "$inputs.a && ($inputs.b && $inputs.c)",
      want: "(and (test $inputs.a) (test $inputs.b) (test $inputs.c))",
    },
    { given: "$inputs.a == 1 && $inputs.b == 2", want: "(and (== $inputs.a 1) (== $inputs.b 2))" },
    { given: "!$inputs.a", want: "(not (test $inputs.a))" },
    { given: "!!$inputs.a", want: "(not (not (test $inputs.a)))" },
    { given: "!($inputs.a == 1)", want: "(not (== $inputs.a 1))" },
    { given: "!$inputs.a && $inputs.b", want: "(and (not (test $inputs.a)) (test $inputs.b))" },
    { given: "($inputs.a) == (1)", want: "(== $inputs.a 1)" },
    // What is true or false by now can be compared with that.
    { given: "!$inputs.a == true", want: "(not (test $inputs.a))" },
    { given: "($inputs.a == 1) == false", want: "(not (== $inputs.a 1))" },
    { given: "true != ($inputs.a == 1)", want: "(not (== $inputs.a 1))" },
    { given: "$inputs.a < 3 == true", want: "(< $inputs.a 3)" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("a value for itself is tested", () => {
  const table: readonly Row[] = [
    { given: "$inputs.a", want: "(test $inputs.a)" },
    { given: "$response.body#/ok", want: "(test $response.body#/ok)" },
    { given: "true", want: "(test true)" },
    { given: "null", want: "(test null)" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("index and property de-reference", () => {
  const table: readonly Row[] = [
    { given: "$response.body[0].id == 1", want: "(== $response.body#/0/id 1)" },
    { given: "$response.body['first name'] == 'x'", want: '(== $response.body#/first name "x")' },
    { given: "$response.body#/items[0].id == 1", want: "(== $response.body#/items/0/id 1)" },
    { given: "$response.body#/items[0][1] == 1", want: "(== $response.body#/items/0/1 1)" },
    { given: "$response.body#/a.b == 1", want: "(== $response.body#/a.b 1)" },
    { given: "$response.body#/a[b] == 1", want: "(== $response.body#/a[b] 1)" },
    { given: "$steps.s.outputs.list[2].id != null", want: "(!= $steps.s.outputs.list#/2/id null)" },
    { given: "$inputs.a.b == 1", want: "(== $inputs.a.b 1)" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

describe("expressions in braces, and in text", () => {
  const table: readonly Row[] = [
    { given: "{$inputs.a} == 1", want: "(== $inputs.a 1)" },
    { given: "{$response.body#/first name} == 1", want: "(== $response.body#/first name 1)" },
    { given: "{$request.query.StartTime>} > 1", want: "(> $request.query.StartTime> 1)" },
    { given: "$inputs.a == 'x-{$inputs.b}'", want: '(== $inputs.a (text "x-{$inputs.b}"))' },
    { given: "$inputs.a == '{$inputs.b}'", want: '(== $inputs.a (text "{$inputs.b}"))' },
    { given: "$inputs.a == '{$b}'", want: '(== $inputs.a "{$b}")' },
    // The form of an example in 1.0.1.
    { given: "{$statusCode == 401}", want: "(== $statusCode 401)" },
    { given: "{$statusCode == 401} || {$statusCode == 403}", want: "(or (== $statusCode 401) (== $statusCode 403))" },
  ];
  test.each(table)("$given", ({ given, want }) => expect(read(given)).toBe(want));
});

test("parts know where they stand", () => {
  const text = "$statusCode == 200 && !($inputs.a > 'x')";
  const parsed = parseCondition({ condition: text });
  if (parsed.kind === "failure" || parsed.condition.kind !== "and") throw new Error("expected a conjunction");
  const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  const [first, second] = parsed.condition.operands;
  expect(at(parsed.condition)).toBe("$statusCode == 200 && !($inputs.a > 'x'");
  expect(first?.kind === "compare" && [first, first.left, first.right].map(at)).toEqual([
    "$statusCode == 200",
    "$statusCode",
    "200",
  ]);
  expect(second?.kind === "not" && second.operand.kind === "compare" && at(second.operand.right)).toBe("'x'");
});

test("text compares without regard to case", () => {
  const parsed = parseCondition({ condition: "$inputs.a == 'x'" });
  expect(parsed).toMatchObject({ dialect: "simple", condition: { ignoreCase: true, rules: "simple" } });
});

test("a type that is named makes no difference", () => {
  const { slow: _, ...unnamed } = { slow: undefined, ...parseCondition({ condition: "$statusCode == 200" }) };
  expect(parseCondition({ condition: "$statusCode == 200", type: "simple" })).toMatchObject(unnamed);
});
