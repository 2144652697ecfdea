import { expect, test } from "vitest";
import { asSimple } from "../../generator/arazzo/condition/as-simple.js";
import { parseCondition } from "../../generator/arazzo/condition/parse.js";
import { isFailure } from "../../generator/arazzo/failure.js";

const table: readonly { readonly given: string; readonly want: string | undefined }[] = [
  { given: `$.status == "failed"`, want: "$response.body#/status == 'failed'" },
  {
    given: `$.status == "failed" || $.status == "undelivered"`,
    want: "$response.body#/status == 'failed' || $response.body#/status == 'undelivered'",
  },
  {
    given: `($.a == 1 || $.b == true) && !($.c == null)`,
    want: "($response.body#/a == 1 || $response.body#/b == true) && !($response.body#/c == null)",
  },
  { given: "$['a/b'].c[0] != 'it\\'s'", want: "$response.body#/a~1b/c/0 != 'it''s'" },
  { given: "$.items.length > 0", want: "$response.body#/items/0 != null" },
  { given: "$.items.length == 0", want: "$response.body#/items/0 == null" },
  { given: "count($.items) >= 1", want: "$response.body#/items/0 != null" },
  { given: "$.items.length > 2", want: undefined },
  { given: "$.limit >= $inputs.limit", want: "$response.body#/limit >= $inputs.limit" },
];
test.each(table)("$given", ({ given, want }) => {
  const parsed = parseCondition({ condition: given, context: "$response.body", type: "jsonpath" });
  if (isFailure(parsed)) throw new Error(parsed.message);
  expect(parsed.dialect).toBe("predicate");
  expect(asSimple(parsed.condition)).toBe(want);
});
