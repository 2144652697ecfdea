import { expect, test } from "vitest";
import { asSimple, otherwiseInSimple } from "../../generator/arazzo/condition/as-simple.js";
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

const inCase = "takes capitals and small letters for the same";
const missing = "takes a list that is missing for an empty one";
const ofLists = "asks a list only";

/** In what the condition asks for something else then. */
const differences: readonly { readonly given: string; readonly want: readonly string[] }[] = [
  { given: "$.count == 3", want: [] },
  { given: "$.ok == true && $.count >= 3", want: [] },
  { given: "$.from == '2026-01-31'", want: [] },
  { given: "$.status == 'failed'", want: [inCase] },
  { given: "!($.a == 'x' || $.b != 'y')", want: [inCase] },
  { given: "$.name == $.other", want: [inCase] },
  { given: "$.items.length > 0", want: [ofLists] },
  { given: "$.items.length == 0", want: [ofLists, missing] },
  { given: "$.items.length != 0", want: [ofLists, missing] },
  { given: "count($.items) == 0 && $.status == 'failed'", want: [inCase] },
];
test.each(differences)("$given, otherwise", ({ given, want }) => {
  const parsed = parseCondition({ condition: given, context: "$response.body", type: "jsonpath" });
  if (isFailure(parsed)) throw new Error(parsed.message);
  expect(otherwiseInSimple(parsed.condition)).toEqual(want);
});
